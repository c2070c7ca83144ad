"""Where results are kept for the next run (キャッシュの置き場所)."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path


def cache_folder(environ: Mapping[str, str], system: str = sys.platform) -> Path | None:
    """
    Return the user's folder for what may be deleted at any time.

    None where the system tells of no home: then nothing is kept.
    """
    if system == "win32":
        local = environ.get("LOCALAPPDATA")
        return Path(local) / "stdmig" / "cache" if local else None
    named = environ.get("XDG_CACHE_HOME", "")
    # The specification wants relative paths to be ignored.
    if named.startswith("/"):
        return Path(named) / "stdmig"
    home = environ.get("HOME", "")
    if not home.startswith("/"):
        return None
    below = Path("Library") / "Caches" if system == "darwin" else Path(".cache")
    return Path(home) / below / "stdmig"
