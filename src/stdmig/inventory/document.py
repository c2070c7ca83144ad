"""A YAML file as plain values that remember where each of them stood."""

from __future__ import annotations

from array import array
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
    """A YAML mapping; `places` holds the positions: of a key, of its value, and so on."""

    __slots__ = ("at", "places")

    def __init__(self, at: Position) -> None:
        """Start empty at a position."""
        self.at = at
        self.places = array("Q")

    def place(self, key: str) -> tuple[Position, Position]:
        """Return where a key and its value stand."""
        first = 2 * list(self).index(key)
        return self.places[first], self.places[first + 1]


class Sequence(list[Any]):
    """A YAML sequence; `places` holds the position per element."""

    __slots__ = ("at", "places")

    def __init__(self, at: Position) -> None:
        """Start empty at a position."""
        self.at = at
        self.places = array("Q")


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
            if isinstance(node, Mapping) and part in node:
                at = node.place(str(part))[0 if key else 1]
                node = node[str(part)]
            elif (
                isinstance(node, Sequence)
                and isinstance(part, int)
                and part < len(node)
            ):
                at = node.places[part]
                node = node[part]
        line, column = at >> _COLUMN_BITS, at & (1 << _COLUMN_BITS) - 1
        return Location(self.name, line + 1, column + 1)
