"""The rows of the chart: work items, contracts, then systems that fold (工程表の行)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal, NamedTuple

from stdmig.coverage import Coverage
from stdmig.dates import fiscal_year, shown
from stdmig.render.dossier import Dossier
from stdmig.render.gap_words import gap_sentence
from stdmig.render.painted import Part
from stdmig.render.plan.axis import Axis
from stdmig.render.plan.bars import (
    CRITICAL,
    CUTOVER,
    DONE,
    FLOAT,
    PLANNED,
    contract_bar,
    task_bar,
)
from stdmig.render.plan.rows import Block, Row, blocks
from stdmig.schedule import Cutover
from stdmig.words import Text, listing, text

Kind = Literal["heading", "row", "group", "member", "live"]
"""A heading, a row that always shows, a system's own row, those folded under it, and a
system that is live, with none under it."""


BY_SYSTEM = text("By system (the figures are those of the items)")


class ScheduleRow(NamedTuple):
    """
    A row of the chart.

    Attributes
    ----------
    float_days
        None where there is none: a heading, a contract, what is done.
    standing
        In words what the bar shows.
    marks
        A character per month, as `stdmig.render.plan.bars` draws them; empty for a
        heading.
    refs
        For a row that stands for several, the item that is under way in each month.
    """

    kind: Kind
    label: Text
    ref: str = ""
    start: date | None = None
    finish: date | None = None
    float_days: int | None = None
    standing: Text | None = None
    marks: str = ""
    refs: tuple[str, ...] = ()


class ScheduleRows:
    """
    All rows of the chart over one axis.

    Parameters
    ----------
    dossier
        The plan, with the tasks and contracts that are wanted.
    """

    def __init__(self, dossier: Dossier) -> None:
        page, plan = dossier.page, dossier.plan
        self.page, self.plan = page, plan
        places = [each for each in page.places if plan.status(each) != "not_applicable"]
        self.items = blocks(plan, places, "item", full=False)
        self.systems = blocks(plan, places, "system", full=False)
        ahead = {each.deadline for each in page.cutovers if each.source != "live"}
        self.deadlines = sorted(ahead) or [plan.deadline]
        self.axis = self._axis()

    def _axis(self) -> Axis:
        """Return the fiscal years that everything shown falls into, month by month."""
        rows = [row for block in (*self.items, *self.systems) for row in block.rows]
        days = [self.plan.as_of, *self.deadlines]
        days += [day for row in rows for day in (row.start, row.finish)]
        days += [each.day for each in self.page.cutovers]
        return Axis(fiscal_year(min(days)), fiscal_year(max(days)))

    def all(self) -> Iterator[ScheduleRow]:
        """Yield the rows: the overview first, what folds away last."""
        for block in self.items:
            yield from (self._row("row", row) for row in block.rows)
        if self.page.coverages:
            yield ScheduleRow("heading", text("Contracts"))
        for coverage in self.page.coverages:
            yield self._contract(coverage)
        live = list(self._live())
        if self.systems or live:
            yield ScheduleRow("heading", BY_SYSTEM)
        for block in self.systems:
            members = [self._row("member", row) for row in block.rows]
            yield _group(block, members)
            yield from members
        yield from live

    def _live(self) -> Iterator[ScheduleRow]:
        """Yield a row per day on which systems went live that have no work left."""
        at_work = {
            system.id
            for block in self.systems
            for row in block.rows
            for place in row.places
            for system in self.plan.tasks[place].systems
        }
        since: dict[date, list[Cutover]] = {}
        for each in self.page.cutovers:
            if each.source == "live" and each.system.id not in at_work:
                since.setdefault(each.day, []).append(each)
        for day, cutovers in sorted(since.items()):
            marks = [" "] * self.axis.columns
            marks[self.axis.column(day)] = CUTOVER
            yield ScheduleRow(
                "live",
                listing(each.system.title for each in cutovers),
                standing=text("live since {day}", day=shown(day)),
                marks="".join(marks),
            )

    def _row(self, kind: Kind, row: Row) -> ScheduleRow:
        return ScheduleRow(
            kind,
            row.label,
            row.ref,
            row.start,
            row.finish,
            None if row.done else row.float_days,
            _standing(row),
            _drawn(task_bar(self.axis, row, self.plan.deadline)),
        )

    def _contract(self, coverage: Coverage) -> ScheduleRow:
        return ScheduleRow(
            "row",
            text("{name}", name=coverage.agreement.title),
            start=coverage.first_day,
            finish=coverage.last_day,
            standing=gap_sentence(coverage),
            marks=_drawn(contract_bar(self.axis, coverage, self.plan.deadline)),
        )


_STRENGTH = f" {FLOAT}{DONE}{PLANNED}{CRITICAL}{CUTOVER}"
"""Which of several tasks a month tells of, the last before all others."""


def _group(block: Block, members: list[ScheduleRow]) -> ScheduleRow:
    """Return the row of systems that share their dates: which item is when."""
    floats = [row.float_days for row in members if row.float_days is not None]
    strongest = [
        max(column, key=lambda cell: _STRENGTH.find(cell[0]))
        for column in zip(*(_cells(row) for row in members), strict=True)
    ]
    return ScheduleRow(
        "group",
        block.heading or text("Systems"),
        "",
        min(row.start for row in block.rows),
        max(row.finish for row in block.rows),
        min(floats, default=None),
        _in_words(
            done=all(row.done for row in block.rows),
            critical=any(row.critical for row in block.rows),
        ),
        "".join(_COARSE.get(mark, " ") for mark, _ in strongest),
        tuple(ref if mark in _WORK else "" for mark, ref in strongest),
    )


_WORK = (DONE, PLANNED, CRITICAL)
_COARSE = {DONE: DONE, PLANNED: PLANNED, CRITICAL: PLANNED, CUTOVER: CUTOVER}
"""What a month of several tasks is drawn as; which are critical their rows tell."""


def _cells(row: ScheduleRow) -> list[tuple[str, str]]:
    return [(mark, row.ref) for mark in row.marks]


def _standing(row: Row) -> Text:
    return _in_words(done=row.done, critical=row.critical)


def _in_words(*, done: bool, critical: bool) -> Text:
    if done:
        return text("done")
    return text("critical") if critical else text("planned")


def _drawn(parts: list[Part]) -> str:
    return "".join(part.words for part in parts)
