"""The loads before and after as rows of figures over the months (作業量の図)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from math import ceil

from stdmig.levelling.levelled import Levelled, Series
from stdmig.outlook.levelling import highest_limit, peak, worker_title
from stdmig.render.cells import fit, right, width, wrap
from stdmig.render.level.columns import cells, load_axis
from stdmig.render.one_line import one_line
from stdmig.render.painted import Line, Part, line
from stdmig.render.plan.axis import Axis
from stdmig.render.screen import Screen
from stdmig.words import text

OVER = "!"
_LEAST_LABEL, _MOST_LABEL, _FIGURE = 18, 34, 6
_DIGITS = 9


class LoadRows:
    """Two rows per worker: before and after."""

    def __init__(
        self, levelled: Levelled, series: Sequence[Series], screen: Screen
    ) -> None:
        self.levelled, self.style = levelled, screen.style
        self.width = screen.width
        self.series = [each for each in series if any(each.before + each.after)]
        self.phases = [text("before").into(self.style), text("after").into(self.style)]
        self.phase_cells = max(map(width, self.phases))
        self.units = [_unit(each) for each in self.series]
        self.unit_cells = 4 if any(unit > 1 for unit in self.units) else 0
        fixed = self.phase_cells + 2 * _FIGURE + self.unit_cells + 3
        names = [
            one_line(worker_title(each.worker).into(self.style)) for each in self.series
        ]
        longest = max(map(width, names), default=0)
        head = width(text("People a month").into(self.style)) - self.phase_cells - 1
        least = max(min(longest, _LEAST_LABEL), head, _FIGURE)
        self.axis: Axis | None = load_axis(
            levelled, series, screen.width - fixed - least
        )
        taken = fixed + (self.axis.columns if self.axis else 0)
        self.label_cells = max(min(screen.width - taken, _MOST_LABEL, longest), least)

    def lines(self) -> Iterator[Line]:
        """Yield the heading, the rows and what their signs mean."""
        if self.axis is None:
            return
        yield from self._head(self.axis)
        for each, unit in zip(self.series, self.units, strict=True):
            yield from self._rows(each, unit, self.axis)
        for words in wrap(self._legend(), self.width, "  "):
            yield line(Part(words, "dim"))

    def _head(self, axis: Axis) -> Iterator[Line]:
        style = self.style
        left = fit(text("People a month").into(style), self._left - 2 * _FIGURE - 1)
        left += right(text("peak").into(style), _FIGURE)
        left += right(text("limit").into(style), _FIGURE) + " " * self.unit_cells + " "
        yield line(Part(left, "bold"), Part(axis.years(style), "bold"))
        quarters = axis.quarters()
        if quarters is not None:
            yield line(" " * width(left), Part(quarters, "dim"))

    @property
    def _left(self) -> int:
        return self.label_cells + 1 + self.phase_cells + 2 * _FIGURE + 1

    def _rows(self, each: Series, unit: int, axis: Axis) -> Iterator[Line]:
        found = cells(self.levelled, each, axis)
        highest = highest_limit(each)
        limit = "" if highest is None else _told(highest)
        name = one_line(worker_title(each.worker).into(self.style))
        rows = zip(
            (name, ""),
            self.phases,
            (each.before, each.after),
            (found.before, found.after),
            (limit, ""),
            found.exceeds,
            strict=True,
        )
        for label, phase, loads, drawn, most, over in rows:
            left = f"{fit(label, self.label_cells)} {fit(phase, self.phase_cells)}"
            left += right(_told(peak(loads)), _FIGURE) + right(most, _FIGURE)
            if self.unit_cells:
                left += right(f"x{unit}" if label and unit > 1 else "", self.unit_cells)
            yield line(left + " ", *_painted(_signs(drawn, over, unit)))

    def _legend(self) -> str:
        told = text("1 to 9: people in the month, rounded up  ! above the limit")
        if self.unit_cells:
            told = text(
                "1 to 9: people in the month, rounded up; x4: in fours"
                "  ! above the limit"
            )
        return f"  {told.into(self.style)}"


def _unit(each: Series) -> int:
    """Return how many people a digit stands for, so that 9 is enough."""
    return max(ceil(max(peak(each.before), peak(each.after)) / _DIGITS), 1)


def _signs(loads: Sequence[Decimal], over: Sequence[bool], unit: int) -> str:
    return "".join(
        OVER if too_much else str(ceil(load / unit)) if load else "."
        for load, too_much in zip(loads, over, strict=True)
    )


def _painted(signs: str) -> list[Part]:
    """Return the figures with what is too much in its colour."""
    parts: list[Part] = []
    for sign in signs:
        paint = {OVER: "bold red", ".": "dim"}.get(sign, "")
        if parts and parts[-1].paint == paint:
            parts[-1] = Part(parts[-1].words + sign, paint)
        else:
            parts.append(Part(sign, paint))
    return parts


def _told(amount: Decimal) -> str:
    return f"{amount.normalize():f}"
