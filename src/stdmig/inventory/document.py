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


def location(name: str, at: Position) -> Location:
    """Return a position of the file `name` as people count it."""
    line, column = at >> _COLUMN_BITS, at & (1 << _COLUMN_BITS) - 1
    return Location(name, line + 1, column + 1)


class Mapping(dict[str, Any]):
    """A YAML mapping; from `first` on, its document says where key and value stand."""

    __slots__ = ("first",)

    first: int


class Sequence(list[Any]):
    """A YAML sequence; from `first` on, its document says where each entry stands."""

    __slots__ = ("first",)

    first: int


@dataclass(frozen=True, slots=True)
class Document:
    """
    One parsed file.

    Attributes
    ----------
    name
        As the user knows it.
    root
        Its topmost mapping.
    at
        Where that begins.
    places
        Positions of all keys, values and entries, those of one owner side by side.
    """

    name: str
    root: Mapping
    at: Position
    places: array[Position]

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
        at = self.at
        for part in path:
            if isinstance(node, Mapping) and part in node:
                pair = node.first + 2 * list(node).index(str(part))
                at = self.places[pair if key else pair + 1]
                node = node[str(part)]
            elif (
                isinstance(node, Sequence)
                and isinstance(part, int)
                and part < len(node)
            ):
                at = self.places[node.first + part]
                node = node[part]
        return location(self.name, at)
