"""Systems with numbers, to be named by them (業務の番号)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from stdmig.cli.language import READER
from stdmig.cli.messages import say
from stdmig.inventory import STATUTORY
from stdmig.render.cells import fit, width

_CELLS = 80


class Numbered:
    """The list whose numbers the person has before the eyes."""

    def __init__(self) -> None:
        self._shown: tuple[str, ...] = ()

    def show(self, systems: Sequence[str]) -> tuple[str, ...]:
        """Return the systems in the order of their numbers, shown once."""
        if not set(systems) <= set(self._shown):
            tell_numbered(systems)
            self._shown = tuple(systems)
        return self._shown


def tell_numbered(systems: Sequence[str]) -> None:
    """Say the systems with their numbers, in as many columns as fit."""
    cells = [
        f"{number:>2} {STATUTORY[system].into(READER)}"
        for number, system in enumerate(systems, start=1)
    ]
    columns: list[list[str]] = []
    widths: list[int] = []
    for rows in range(1, len(cells) + 1):
        columns = [cells[start : start + rows] for start in range(0, len(cells), rows)]
        widths = [max(map(width, column)) + 2 for column in columns]
        if sum(widths) <= _CELLS:
            break
    for row in zip_longest(*columns, fillvalue=""):
        shown = (fit(each, wide) for each, wide in zip(row, widths, strict=True))
        say(f"  {''.join(shown)}".rstrip())


def numbers_of(named: Sequence[str], systems: Sequence[str]) -> str:
    """Return the numbers of some systems as they would be typed: 1-5, 10."""
    return ", ".join(_spans([systems.index(each) + 1 for each in named]))


def _spans(numbers: Sequence[int]) -> Iterator[str]:
    first = last = numbers[0]
    for number in [*numbers[1:], 0]:
        if number != last + 1:
            yield str(first) if first == last else f"{first}-{last}"
            first = number
        last = number
