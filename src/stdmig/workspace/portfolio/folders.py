"""The folders that lie in a folder (フォルダーの一覧)."""

from __future__ import annotations

import os
from pathlib import Path


def folders_in(folder: Path) -> list[str]:
    """
    Return the names of the folders directly in a folder, in their order.

    A link to a folder is one; what cannot be looked at, such as a link to itself, is
    none.

    Raises
    ------
    OSError
        If the folder itself cannot be listed.
    """
    with os.scandir(folder) as entries:
        return sorted(entry.name for entry in entries if _is_folder(entry))


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False
