"""Tasks and contracts over one time axis (工程表)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from stdmig.coverage import Coverage, open_gap
from stdmig.dates import padded
from stdmig.render.cells import fit, right, width, wrap
from stdmig.render.gap_words import gap_cell
from stdmig.render.painted import Line, Part, line
from stdmig.render.plan.axis import Axis, axis
from stdmig.render.plan.bars import (
    DONE,
    LEGEND,
    RENEWAL,
    as_of_mark,
    contract_bar,
    task_bar,
)
from stdmig.render.plan.page import PlanPage
from stdmig.render.plan.rows import Block, Row, blocks
from stdmig.render.screen import Screen
from stdmig.words import Text, text

_LEAST_LABEL, _MOST_LABEL = 16, 44
_GAP_CELLS = 8


class Chart:
    """Rows of tasks and contracts over one time axis."""

    def __init__(self, shown_page: PlanPage, screen: Screen) -> None:
        self.page, self.style, self.width = shown_page, screen.style, screen.width
        self.plan = shown_page.plan
        places = [
            place
            for place in shown_page.places
            if self.plan.status(place) != "not_applicable"
        ]
        self.groups = blocks(
            self.plan, places, shown_page.grouping, full=shown_page.full
        )
        self.unused = {DONE, RENEWAL}
        if any(self.plan.status(place) == "done" for place in places):
            self.unused.remove(DONE)
        if any(each.renewals for each in shown_page.coverages):
            self.unused.remove(RENEWAL)
        rows = [row for group in self.groups for row in group.rows]
        days = [self.plan.deadline]
        days += [day for row in rows for day in (row.start, row.finish)]
        self.gaps = [gap_cell(each).into(self.style) for each in shown_page.coverages]
        ends = [each.last_day for each in shown_page.coverages if each.last_day]
        self.day_cells = max(
            width(padded(day).into(self.style)) for day in (*days, *ends)
        )
        # item, blank, label, blank, start - finish, blank, float, blank, bar
        fixed = 3 + 1 + 1 + 2 * self.day_cells + 3 + 1 + 5 + 1
        days += [self.plan.as_of, *(each.day for each in shown_page.cutovers)]
        self.axis: Axis = axis(
            min(days), max(days), screen.width - fixed - _LEAST_LABEL
        )
        room = screen.width - fixed - self.axis.columns
        self.label_cells = max(min(room, _MOST_LABEL), _LEAST_LABEL)

    def lines(self) -> Iterator[Line]:
        """Yield the chart: tasks, contracts, legend."""
        if any(group.rows for group in self.groups):
            yield from self._head(text("Work items (planned dates)"), text("float"))
        for group in self.groups:
            yield from self._block(group)
        if self.page.coverages:
            yield line("")
            yield line(Part(self._contract_heading(), "bold"))
        for coverage, gap in zip(self.page.coverages, self.gaps, strict=True):
            yield self._contract(coverage, gap)
        yield line("")
        yield from self._legend()

    def _head(self, title: Text, last: Text) -> Iterator[Line]:
        span = 2 * self.day_cells + 3
        left = fit("    " + title.into(self.style), 4 + self.label_cells + 1 + span)
        left += " " + right(last.into(self.style), 5) + " "
        yield line(Part(left, "bold"), Part(self.axis.years(self.style), "bold"))
        quarters = self.axis.quarters()
        blank = " " * width(left)
        if quarters is not None:
            yield line(blank, Part(quarters, "dim"))
        yield line(blank, *as_of_mark(self.axis, self.plan.as_of, self.plan.deadline))

    def _block(self, group: Block) -> Iterator[Line]:
        if group.heading is not None:
            words = group.heading.into(self.style)
            for each in wrap(words, self.label_cells + 2 * self.day_cells + 12, "  "):
                yield line(Part(each, "bold"))
        for row in group.rows:
            yield self._row(row)

    def _row(self, row: Row) -> Line:
        label = fit(row.label.into(self.style), self.label_cells)
        told = "-" if row.done else str(row.float_days)
        slack = Part(right(told, 5), "red" if row.float_days < 0 else "")
        return line(
            f"{row.ref:>3} {label} {self._days(row.start, row.finish)} ",
            slack,
            " ",
            *task_bar(self.axis, row, self.plan.deadline),
        )

    def _days(self, start: date, finish: date) -> str:
        days = (padded(day).into(self.style) for day in (start, finish))
        return " - ".join(right(day, self.day_cells) for day in days)

    def _contract_heading(self) -> str:
        left = fit("    " + text("Contracts").into(self.style), 4 + self._name_cells)
        ends = right(text("units, last day").into(self.style), self._ends_cells)
        gap = right(text("gap").into(self.style), self._gap_cells)
        return f"{left}{ends} {gap}"

    def _contract(self, coverage: Coverage, gap: str) -> Line:
        style, last = self.style, coverage.last_day
        name = fit(coverage.agreement.title.into(style), self._name_cells)
        kind = text("1-yr").into(style) if coverage.single_year else ""
        ends = padded(last) if last else text("unknown")
        units = right(str(len(coverage.units)), self._ends_cells - self.day_cells - 6)
        return line(
            f"    {name}{units} {fit(kind, 5)}",
            right(ends.into(style), self.day_cells) + " ",
            Part(
                right(gap, self._gap_cells), "red" if open_gap(coverage).alarms else ""
            ),
            " ",
            *contract_bar(self.axis, coverage, self.plan.deadline),
        )

    @property
    def _gap_cells(self) -> int:
        """Return how wide the longest word about a gap is."""
        return max([_GAP_CELLS, *map(width, self.gaps)])

    @property
    def _ends_cells(self) -> int:
        """Return the room of units, kind and last day; a wide gap takes some of it."""
        units = max([len(str(len(each.units))) for each in self.page.coverages])
        lent = self._gap_cells - _GAP_CELLS
        return max(2 * self.day_cells + 1 - lent, units + 1 + self.day_cells + 6)

    @property
    def _name_cells(self) -> int:
        """Return the room of a name; the bars stand below those of the tasks."""
        taken = self._ends_cells + self._gap_cells
        return self.label_cells + 2 * self.day_cells + 1 + _GAP_CELLS - taken

    def _legend(self) -> Iterator[Line]:
        told = "   "
        for mark, name in LEGEND:
            if mark in self.unused:
                continue
            words = f"{mark} {name.into(self.style)}"
            if width(told) + 1 + width(words) > self.width:
                yield line(Part(told, "dim"))
                told = "   "
            told += f" {words} "
        yield line(Part(told, "dim"))
