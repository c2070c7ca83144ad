"""Where the files that ship with stdmig are (同梱データの場所)."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path


@cache
def data_root() -> Path:
    """
    Return the folder of the packaged data.

    An installed wheel carries it as ``stdmig/_data``; an editable install does not,
    and uses the repository's own ``data`` folder.

    Raises
    ------
    FileNotFoundError
        If neither is there: the installation is broken.
    """
    package = Path(str(files("stdmig")))
    for folder in (package / "_data", package.parent.parent / "data"):
        if (folder / "systems.yaml").is_file():
            return folder
    message = f"the data files of stdmig are neither in {package} nor beside it"
    raise FileNotFoundError(message)
