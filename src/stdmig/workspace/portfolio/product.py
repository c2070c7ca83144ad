"""By what the program itself is known to be unchanged (プログラムの同一性)."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator
from importlib.resources import files

from stdmig import __version__
from stdmig.workspace.data_root import data_root


def product_digest() -> str:
    """
    Return a name of the program: its version, Python's, and all of its files.

    What another program kept is never trusted, be it one line of a rule that differs.
    """
    found = hashlib.blake2b(digest_size=16)
    found.update(f"{__version__}\0{sys.version}\0".encode())
    for folder in dict.fromkeys((str(files("stdmig")), str(data_root()))):
        for told in files_of(folder):
            found.update(told.encode("utf-8", "surrogateescape"))
    return found.hexdigest()


def files_of(folder: str) -> Iterator[str]:
    """Yield what the disk says of every file below a folder."""
    with os.scandir(folder) as entries:
        held = sorted(entries, key=lambda entry: entry.name)
    for entry in held:
        if entry.is_dir(follow_symlinks=False):
            # What Python compiled follows from the rest.
            if entry.name != "__pycache__":
                yield from files_of(entry.path)
        else:
            known = entry.stat()
            yield f"{entry.path}:{known.st_size}:{known.st_mtime_ns}\0"
