"""By what a workspace is known to be unchanged (更新の検知)."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from stdmig.inventory.source import Source
from stdmig.workspace.files import FILE_NAMES
from stdmig.workspace.read import read_input


class Signature(NamedTuple):
    """
    What the disk says of the input files of a workspace, without reading them.

    Attributes
    ----------
    text
        Name, size, times of content and entry, and number of every file.
    newest
        The latest of those times, in nanoseconds.
    """

    text: str
    newest: int


def signature(folder: Path) -> Signature | None:
    """Return the signature of a workspace; None where its folder cannot be listed."""
    try:
        with os.scandir(folder) as entries:
            names = [entry.name for entry in entries if _is_input(entry.name)]
        parts, newest = [], 0
        for name in sorted(names):
            size, saved, entered, number = facts_of(os.path.join(folder, name))
            parts.append(f"{name}:{size}:{saved}:{entered}:{number}")
            newest = max(newest, saved, entered)
    except (OSError, ValueError):
        return None
    return Signature("|".join(parts), newest)


def facts_of(path: str) -> tuple[int, int, int, int]:
    """Return size, times of content and entry, and number, as the file is read."""
    found = os.stat(path)
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino


def digest(sources: Iterable[Source]) -> str:
    """Return a name of the content of files, whatever the disk says of them."""
    found = hashlib.blake2b(digest_size=16)
    for source in sources:
        name = source.name.rpartition("/")[2].encode("utf-8", "surrogateescape")
        found.update(f"{len(name)}:{len(source.data)}:".encode())
        found.update(name)
        found.update(source.data)
    return found.hexdigest()


def folder_digest(folder: Path) -> str | None:
    """Return the digest of what lies in a workspace now; None if unreadable."""
    try:
        with os.scandir(folder) as entries:
            names = [entry.name for entry in entries if entry.name in FILE_NAMES]
        return digest(Source(name, read_input(folder / name)) for name in sorted(names))
    except (OSError, ValueError):
        return None


# Some disks do not tell capitals from small letters.
_NAMES = frozenset(name.casefold() for name in FILE_NAMES)


def _is_input(name: str) -> bool:
    return name.casefold() in _NAMES
