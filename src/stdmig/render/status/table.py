"""A table whose columns are as wide as their cells want (表)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from stdmig.render.cells import fit, right, width, wrap
from stdmig.render.painted import Line, Part, line
from stdmig.render.screen import Screen
from stdmig.words import Text

_LEAST_LABEL, _MOST_LABEL = 11, 60


class Cells(NamedTuple):
    """
    A row.

    Attributes
    ----------
    label
        The first cell, flush left.
    values
        The others.
    paints
        Colours of the others; empty for none.
    """

    label: str
    values: tuple[str, ...]
    paints: tuple[str, ...] = ()


class Columns:
    """How wide the columns of some rows are, on a screen."""

    def __init__(
        self, heads: Sequence[Text], rows: Sequence[Cells], screen: Screen
    ) -> None:
        style = screen.style
        self.screen = screen
        self.heads = [head.into(style) for head in heads]
        self.cells = [
            max([width(head), *(width(row.values[place]) for row in rows)]) + 2
            for place, head in enumerate(self.heads[1:])
        ]
        longest = max([width(self.heads[0]), *(width(row.label) for row in rows)])
        room = screen.width - sum(self.cells)
        self.label = max(min(room, _MOST_LABEL, longest), _LEAST_LABEL)

    @property
    def width(self) -> int:
        """Return how wide a row is."""
        return self.label + sum(self.cells)

    @property
    def fits(self) -> bool:
        """Return whether the screen is as wide as a row."""
        return self.width <= self.screen.width

    def head(self) -> Line:
        """Return the headings."""
        told = fit(self.heads[0], self.label)
        for head, cells in zip(self.heads[1:], self.cells, strict=True):
            told += right(head, cells)
        return line(Part(told, "bold"))

    def lines(self, row: Cells) -> Iterator[Line]:
        """Yield a row; a name that is too long stands above its values."""
        label = row.label
        if width(label) > self.label:
            yield from (line(each) for each in wrap(label, self.screen.width, "  "))
            label = ""
        paints = row.paints or ("",) * len(row.values)
        values = [
            Part(right(value, cells), paint)
            for value, cells, paint in zip(row.values, self.cells, paints, strict=True)
        ]
        yield line(fit(label, self.label), *values)
