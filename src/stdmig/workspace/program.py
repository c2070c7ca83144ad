"""Where the programs of this computer are (外部プログラム)."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping


def program_of(
    name: str, environ: Mapping[str, str], system: str = sys.platform
) -> str | None:
    """
    Return where a program is, by the search path; None where it is in none of it.

    Only folders that the path names in full are looked into. ``shutil.which`` takes
    the current folder as well, on Windows before all others: a folder that came from
    somebody else would bring a ``git`` of its own. Batch files are passed over, since
    cmd, which runs them, takes parts of their arguments for commands.
    """
    windows = system == "win32"
    for folder in environ.get("PATH", os.defpath).split(";" if windows else ":"):
        for ending in _PROGRAMS if windows else ("",):
            file = os.path.join(folder, f"{name}{ending}")
            if os.path.isabs(folder) and _runs(file):
                return file
    return None


_PROGRAMS = (".exe", ".com")


def _runs(file: str) -> bool:
    return os.path.isfile(file) and os.access(file, os.X_OK)
