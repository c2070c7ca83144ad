"""Folders that a name with ``*`` means (名前の型)."""

from __future__ import annotations

import os
import re
from pathlib import Path

from stdmig.workspace.portfolio.folders import folders_in


def matching(folder: Path, pattern: str) -> list[Path]:
    """
    Return the folders that a pattern names, in the order of their names.

    Every ``*`` stands for any characters of one name, so that nothing is walked deeper
    than the pattern has parts, wherever links lead. Hidden folders are named only by
    a part that begins with a dot itself. A name without ``*`` is returned even where
    there is no such folder.

    Parameters
    ----------
    folder
        From where the pattern is counted.
    pattern
        Names with ``/`` between them.
    """
    found = [folder]
    parts = Path(pattern).parts
    for number, part in enumerate(parts):
        if "*" in part:
            found = [below for each in found for below in _below(each, part)]
        else:
            found = [each / part for each in found]
            if any("*" in earlier for earlier in parts[:number]):
                found = [each for each in found if os.path.isdir(each)]
    return [_tidied(each) for each in found]


def _below(folder: Path, part: str) -> list[Path]:
    wanted = re.compile(".*".join(map(re.escape, re.split(r"\*+", part))), re.DOTALL)
    try:
        names = folders_in(folder)
    except OSError:
        return []
    hidden = part.startswith(".")
    return [
        folder / name
        for name in names
        if wanted.fullmatch(name) and (hidden or not name.startswith("."))
    ]


def _tidied(folder: Path) -> Path:
    """Return a path without ``..`` where that leads to the same folder."""
    if ".." not in folder.parts:
        return folder
    shorter = Path(os.path.normpath(folder))
    try:
        return shorter if os.path.samefile(shorter, folder) else folder
    except OSError:
        return folder
