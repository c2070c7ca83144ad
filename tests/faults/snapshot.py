"""What lies in a folder, to be held against what lay in it (フォルダーの内容)."""

from __future__ import annotations

from pathlib import Path

Content = dict[str, bytes | None]
"""Bytes of every file by its path; None for a folder."""

KEPT = "kept"
"""Folder of what a command keeps for its next run: nobody's work lies in it."""


def content(folder: Path) -> Content:
    """Return what lies in a folder and below it."""
    return {
        each.relative_to(folder).as_posix(): each.read_bytes()
        if each.is_file()
        else None
        for each in sorted(folder.rglob("*"))
        if each.relative_to(folder).parts[0] != KEPT
    }


def changed(before: Content, after: Content) -> set[str]:
    """Return the files and folders that are not what they were."""
    nothing = b"", 0
    return {
        name
        for name in before.keys() | after.keys()
        if before.get(name, nothing) != after.get(name, nothing)
    }
