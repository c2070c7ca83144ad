"""Folders that a name with ``*`` means (名前の型)."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

from stdmig.workspace.portfolio.folders import folders_in
from stdmig.workspace.portfolio.once import once


def matching(
    folder: Path, pattern: str, names: Callable[[Path], list[str]] = folders_in
) -> list[Path]:
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
    names
        What lists the folders in a folder.
    """
    found = [folder]
    parts = Path(pattern).parts
    for number, part in enumerate(parts):
        if "*" in part:
            # Names such as `*/../*`, and links that lead back, would multiply.
            found = [
                below for each in once(found) for below in _below(each, part, names)
            ]
        else:
            found = [each / part for each in found]
            if any("*" in earlier for earlier in parts[:number]):
                found = [each for each in found if os.path.isdir(each)]
    return [_tidied(each) for each in found]


def _below(folder: Path, part: str, names: Callable[[Path], list[str]]) -> list[Path]:
    wanted = _names_like(part)
    try:
        held = names(folder)
    except OSError:
        return []
    hidden = part.startswith(".")
    return [
        folder / name
        for name in held
        if wanted.fullmatch(name) and (hidden or not name.startswith("."))
    ]


def _names_like(part: str) -> re.Pattern[str]:
    """Return the pattern of a part with ``*``, which takes no second try at any."""
    first, *middle, last = map(re.escape, re.split(r"\*+", part))
    # Where the earliest place of a piece leads nowhere, no later one does.
    between = "".join(f"(?>.*?{each})" for each in middle)
    return re.compile(f"{first}{between}.*{last}", re.DOTALL)


def _tidied(folder: Path) -> Path:
    """Return a path without ``..`` where that leads to the same folder."""
    if ".." not in folder.parts:
        return folder
    shorter = Path(os.path.normpath(folder))
    try:
        return shorter if os.path.samefile(shorter, folder) else folder
    except OSError:
        return folder
