"""The files of a workspace as bytes, and as a folder (試験用のフォルダ)."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TypeAlias

Files: TypeAlias = dict[str, bytes]
"""Content of each file, by its path below the folder."""


def write(files: Mapping[str, bytes], folder: Path) -> None:
    """Write files below a folder, which is made if new."""
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def read(folder: Path) -> Files:
    """Return all files below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
