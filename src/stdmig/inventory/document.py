"""A YAML file as plain values that remember where each stood (値と記載箇所)."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from stdmig.diagnostics import Location

Path = tuple[str | int, ...]
"""A route of keys and indices from the top of a document to one value."""

Position = int
"""How many characters of the file stand before it."""


class Mapping(dict[str, Any]):
    """
    A YAML mapping; its document says where key and value stand.

    Attributes
    ----------
    first, end
        Which of the document's places are those of its keys and of all below it.
    """

    __slots__ = ("end", "first")

    first: int
    end: int


class Sequence(list[Any]):
    """
    A YAML sequence; its document says where each entry stands.

    Attributes
    ----------
    first, end
        Which of the document's places are those of its entries and of all below them.
    """

    __slots__ = ("end", "first")

    first: int
    end: int


def line_starts(written: str) -> array[Position]:
    """Return where the lines of a text begin that has no control characters."""
    lines = written.splitlines(keepends=True)
    starts = array("I", accumulate(map(len, lines), initial=0))
    if lines and lines[-1][-1] not in "\r\n":
        starts.pop()
    return starts


def location(name: str, at: Position, lines: array[Position]) -> Location:
    """Return a position of the file `name` as people count it."""
    line = bisect_right(lines, at)
    return Location(name, line, at - lines[line - 1] + 1)


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
    lines
        Where its lines begin.
    places
        Positions of all keys, values and entries in the order in which they stand,
        so that a value is followed by all that is below it.
    """

    name: str
    root: Mapping
    at: Position
    lines: array[Position]
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
                place = place_of_key(node, part)
                at = self.places[place if key else place + 1]
                node = node[str(part)]
            elif (
                isinstance(node, Sequence)
                and isinstance(part, int)
                and part < len(node)
            ):
                at = self.places[_place_of_entry(node, part)]
                node = node[part]
        return location(self.name, at, self.lines)


def place_of_key(node: Mapping, wanted: str | int) -> int:
    """Return which of the document's places is that of a key."""
    place = node.first
    for key, value in node.items():
        if key == wanted:
            break
        place = value.end if isinstance(value, _OWNERS) else place + 2
    return place


def _place_of_entry(node: Sequence, wanted: int) -> int:
    """Return which of the document's places is that of an entry."""
    place = node.first
    for value in node[:wanted]:
        place = value.end if isinstance(value, _OWNERS) else place + 1
    return place


_OWNERS = (Mapping, Sequence)
