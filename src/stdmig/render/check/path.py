"""Files as pipelines name them: from the current folder, with ``/`` (パス)."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

# How the workspace names what came with stdmig; a folder has a slash after its name.
_PACKAGED = re.compile(r"(sample|stdmig):([^/\\]+)")
_DRIVE = re.compile(r"[A-Za-z]:/")


def is_packaged(file: str) -> bool:
    """Return whether a file came with stdmig, and is in no folder of the user."""
    return _PACKAGED.fullmatch(file) is not None


def absolute(file: str, folder: str) -> str:
    """Return a file's whole path, without ``.`` and ``..``."""
    path = PurePosixPath(file)
    if not path.is_absolute() and not _DRIVE.match(file):
        path = PurePosixPath(folder) / path
    kept: list[str] = []
    for part in path.parts:
        if part != "..":
            kept.append(part)
        elif len(kept) > 1:
            kept.pop()
    return str(PurePosixPath(*kept))


def below(file: str, folder: str) -> str | None:
    """Return a file's path from `folder`; None if it is packaged or elsewhere."""
    if is_packaged(file):
        return None
    path = PurePosixPath(absolute(file, folder))
    if not path.is_relative_to(folder):
        return None
    return str(path.relative_to(folder))
