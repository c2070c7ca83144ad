"""A YAML file as plain values that remember where each of them stood."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from stdmig.diagnostics import Location

Path = tuple[str | int, ...]
"""A route of keys and indices from the top of a document to one value."""

Position = int
"""Line and column from 0, packed into one number to keep big files small."""

_COLUMN_BITS = 25


def pack(line: int, column: int) -> Position:
    """Return line and column (both from 0) as one number that sorts like them."""
    return line << _COLUMN_BITS | column


class Mapping(dict[str, Any]):
    """A YAML mapping; `keys_at` and `values_at` hold the position per key."""

    __slots__ = ("at", "keys_at", "values_at")

    def __init__(self, at: Position) -> None:
        """Start empty at a position."""
        self.at = at
        self.keys_at: dict[str, Position] = {}
        self.values_at: dict[str, Position] = {}


class Sequence(list[Any]):
    """A YAML sequence; `values_at` holds the position per element."""

    __slots__ = ("at", "values_at")

    def __init__(self, at: Position) -> None:
        """Start empty at a position."""
        self.at = at
        self.values_at: list[Position] = []


@dataclass(frozen=True, slots=True)
class Document:
    """One parsed file: its name and its topmost mapping."""

    name: str
    root: Mapping

    def locate(self, path: Path, *, key: bool = False) -> Location:
        """
        Return where the value at `path` stands.

        Parts that the file does not have (a key that is missing, the tag of a
        choice) are skipped, so that a missing value is shown at its owner.

        Parameters
        ----------
        path
            Route to the value.
        key
            Whether the key before the value is meant, not the value.
        """
        node: Any = self.root
        at = self.root.at
        for part in path:
            if isinstance(node, Mapping) and part in node.values_at:
                at = (node.keys_at if key else node.values_at)[str(part)]
                node = node[str(part)]
            elif (
                isinstance(node, Sequence)
                and isinstance(part, int)
                and part < len(node)
            ):
                at = node.values_at[part]
                node = node[part]
        line, column = at >> _COLUMN_BITS, at & (1 << _COLUMN_BITS) - 1
        return Location(self.name, line + 1, column + 1)
