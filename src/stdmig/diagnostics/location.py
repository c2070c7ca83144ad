"""A place in a file that a user wrote."""

from __future__ import annotations

from typing import NamedTuple


class Location(NamedTuple):
    """
    File, line and column; lines and columns count from 1, columns in code points.

    Locations sort in reading order: by file, then line, then column.
    """

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        """Return ``file:line:column``, which terminals and editors make clickable."""
        return f"{self.file}:{self.line}:{self.column}"
