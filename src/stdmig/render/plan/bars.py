"""Bars of a chart in plain ASCII, so that every console draws them (棒)."""

from __future__ import annotations

from datetime import date, timedelta

from stdmig.coverage import Coverage, open_gap
from stdmig.render.painted import Part
from stdmig.render.plan.axis import Axis
from stdmig.render.plan.rows import Row
from stdmig.words import Text, text

CRITICAL, PLANNED, FLOAT, CUTOVER, DEADLINE = "#", "=", ".", "|", ":"
COVERED, GAP, RENEWAL, AS_OF, DONE = "-", "!", "~", "^", "x"

LEGEND: tuple[tuple[str, Text], ...] = (
    (CRITICAL, text("critical")),
    (PLANNED, text("planned")),
    (FLOAT, text("float")),
    (DONE, text("done")),
    (CUTOVER, text("cutover")),
    (DEADLINE, text("deadline")),
    (COVERED, text("contract")),
    (GAP, text("gap")),
    (RENEWAL, text("renewal, every year")),
    (AS_OF, text("as of")),
)

_PAINT = {
    CRITICAL: "bold red",
    PLANNED: "green",
    FLOAT: "dim",
    DONE: "dim",
    CUTOVER: "bold cyan",
    DEADLINE: "magenta",
    COVERED: "green",
    GAP: "bold red",
    RENEWAL: "red",
    AS_OF: "bold",
}

_DAY = timedelta(days=1)


def task_bar(axis: Axis, row: Row, deadline: date) -> list[Part]:
    """
    Return the bar of a row of tasks.

    From the early start to the planned start stands the float, if there is any; then
    the task, the float that a chosen start leaves behind it, and the cutovers that
    wait for it.
    """
    cells = _ground(axis, deadline)
    if row.early_start < row.start:
        _draw(cells, axis, row.early_start, row.start - _DAY, FLOAT)
    if row.late_finish is not None and row.late_finish > row.finish:
        _draw(cells, axis, row.finish + _DAY, row.late_finish, FLOAT)
    mark = DONE if row.done else CRITICAL if row.critical else PLANNED
    _draw(cells, axis, row.start, row.finish, mark)
    for day in row.cutovers:
        cells[axis.column(day)] = CUTOVER
    return _parts(cells)


def contract_bar(axis: Axis, coverage: Coverage, deadline: date) -> list[Part]:
    """
    Return the bar of a contract.

    In force, with its signed extensions; then what is missing to the cutover, or the
    years for which it is to be renewed.
    """
    cells = _ground(axis, deadline)
    if coverage.last_day is not None:
        first = coverage.first_day or date(axis.first_year, 4, 1)
        _draw(cells, axis, first, coverage.last_day, COVERED)
        for each in coverage.signed_extensions:
            _draw(cells, axis, each.start, each.end, COVERED)
    gap = open_gap(coverage)
    for part in gap.parts:
        mark = RENEWAL if gap.kind == "renewals" else GAP
        _draw(cells, axis, part.start, part.end, mark)
    cells[axis.column(coverage.cutover)] = CUTOVER
    return _parts(cells)


def as_of_mark(axis: Axis, as_of: date, deadline: date) -> list[Part]:
    """Return the line below the years: where today and the deadline are."""
    cells = _ground(axis, deadline)
    cells[axis.column(as_of)] = AS_OF
    return _parts(cells)


def _ground(axis: Axis, deadline: date) -> list[str]:
    cells = [" "] * axis.columns
    cells[axis.column(deadline)] = DEADLINE
    return cells


def _draw(cells: list[str], axis: Axis, first: date, last: date, mark: str) -> None:
    start, end = date(axis.first_year, 4, 1), date(axis.last_year + 1, 3, 31)
    if last < start or first > end:
        return
    for column in range(axis.column(first), axis.column(last) + 1):
        cells[column] = mark


def _parts(cells: list[str]) -> list[Part]:
    """Return runs of the same mark, each in its colour."""
    parts: list[Part] = []
    for mark in cells:
        if parts and parts[-1].words[-1] == mark:
            parts[-1] = Part(parts[-1].words + mark, parts[-1].paint)
        else:
            parts.append(Part(mark, _PAINT.get(mark, "")))
    return parts
