"""A comparison as a table, one row per change (差分の一覧)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from stdmig.coverage import Coverage, open_gap
from stdmig.outlook.comparison import (
    Comparison,
    CutoverChange,
    Fit,
    LineChange,
    TaskChange,
)
from stdmig.render.compare.contract_tables import KIND_TITLES as GAP_KINDS
from stdmig.render.compare.finding_table import KIND_TITLES as FINDING_KINDS
from stdmig.render.compare.finding_table import said
from stdmig.render.compare.system_tables import fit_words
from stdmig.render.compare.table import AFTER, BEFORE
from stdmig.render.csv_table import Encoding, Unwritable, table
from stdmig.rules import named
from stdmig.schedule import Cutover, TaskDates
from stdmig.words import Style, Text, in_style, text

_HEADINGS: tuple[Text, ...] = (
    text("Kind"),
    text("Change"),
    text("Id"),
    text("Subject"),
    BEFORE,
    AFTER,
    text("Last day before"),
    text("Last day after"),
    text("Difference (days)"),
    text("Difference (yen)"),
    text("File"),
    text("Line number"),
)

_NEW, _GONE, _MOVED = text("new"), text("gone"), text("changed")

Cells = tuple[object, ...]


def compare_csv(
    found: Comparison, style: Style, encoding: Encoding
) -> tuple[bytes, list[Unwritable]]:
    """Return one row per change, dates in ISO 8601 so that a spreadsheet knows them."""
    header = [heading.into(style) for heading in _HEADINGS]
    rows = [
        ["" if cell is None else _cell(cell, style) for cell in row]
        for row in _rows(found)
    ]
    return table(header, rows, encoding)


def _cell(cell: object, style: Style) -> object:
    return cell if isinstance(cell, (int, date)) else in_style(cell, style)


def _rows(found: Comparison) -> Iterator[Cells]:
    yield from map(_cutover, found.cutovers)
    yield from _fits(found)
    yield from _contracts(found)
    yield from _asks(found)
    yield from _findings(found)
    yield from map(_line, found.money.lines)
    yield from map(_task, found.tasks)
    for date_ in found.dates:
        yield _row(
            text("Next date"),
            _change(date_.before, date_.after),
            date_.kind,
            date_.what,
            (date_.before, date_.after),
            days=_days(date_.before, date_.after),
        )
    for path in found.paths:
        yield _row(
            text("Critical path"),
            _MOVED,
            path.system.id,
            path.system.title,
            (" > ".join(path.before.items), " > ".join(path.after.items)),
        )


def _row(
    kind: Text,
    change: Text,
    id: str,
    subject: object,
    sides: tuple[object, object],
    *,
    last: tuple[object, object] = (None, None),
    days: int | None = None,
    yen: int | None = None,
    place: tuple[object, object] = (None, None),
) -> Cells:
    return (kind, change, id, subject, *sides, *last, days, yen, *place)


def _change(before: object, after: object) -> Text:
    if before is None:
        return _NEW
    return _GONE if after is None else _MOVED


def _days(before: date | None, after: date | None) -> int | None:
    if before is None or after is None:
        return None
    return (after - before).days


def _cutover(each: CutoverChange) -> Cells:
    def side(cutover: Cutover | None) -> date | None:
        return cutover and cutover.day

    return _row(
        text("Cutover"),
        _change(each.before, each.after),
        each.system.id,
        each.system.title,
        (side(each.before), side(each.after)),
        last=(
            each.before and each.before.deadline,
            each.after and each.after.deadline,
        ),
        days=each.days,
    )


def _fits(found: Comparison) -> Iterator[Cells]:
    def late(fit: Fit) -> int:
        return fit.days

    for each in found.fits:
        yield _row(
            text("Does it fit?"),
            _MOVED,
            each.system.id,
            each.system.title,
            (fit_words(each.before), fit_words(each.after)),
            days=late(each.after) - late(each.before),
        )


def _contracts(found: Comparison) -> Iterator[Cells]:
    def gap(coverage: Coverage | None, *, last: bool) -> date | None:
        parts = open_gap(coverage).parts if coverage else ()
        if not parts:
            return None
        return parts[-1].end if last else parts[0].start

    for each in found.contracts:
        yield _row(
            text("Contract gap"),
            GAP_KINDS[each.kind],
            each.coverage.agreement.id,
            each.coverage.agreement.title,
            (gap(each.before, last=False), gap(each.after, last=False)),
            last=(gap(each.before, last=True), gap(each.after, last=True)),
            days=each.days,
        )


def _asks(found: Comparison) -> Iterator[Cells]:
    for each in found.asks:
        was, is_ = each.before and each.before.span, each.after and each.after.span
        yield _row(
            text("Request for an extension"),
            _change(was, is_),
            f"{each.coverage.agreement.id} {each.fiscal_year}",
            each.coverage.agreement.title,
            (was and was.start, is_ and is_.start),
            last=(was and was.end, is_ and is_.end),
            days=is_.days - was.days if was and is_ else None,
        )


def _findings(found: Comparison) -> Iterator[Cells]:
    for each in found.findings:
        finding, where = each.finding, each.finding.hit.location
        now = None if each.kind == "gone" else finding.severity.label
        sides: tuple[object, object] = each.before.label if each.before else None, now
        yield _row(
            text("Finding"),
            FINDING_KINDS[each.kind],
            f"{finding.rule.code} {named(finding.hit.subject)}",
            finding.hit.message,
            said(each) if each.kind == "reworded" else sides,
            place=(where.file, where.line),
        )


def _line(each: LineChange) -> Cells:
    was, is_ = each.before, each.after
    line = each.line
    yen = None
    if was and is_ and was.amount.yen is not None and is_.amount.yen is not None:
        yen = is_.amount.yen - was.amount.yen
    elif (was or is_) and not (was and is_):
        sign = 1 if is_ else -1
        yen = None if line.amount.yen is None else sign * line.amount.yen
    return _row(
        text("Line of the budget request"),
        _change(was, is_),
        " ".join(
            str(part)
            for part in (line.cost_item, line.system or line.contract, line.fiscal_year)
            if part is not None
        ),
        line.title,
        (was and was.start, is_ and is_.start),
        last=(was and was.end, is_ and is_.end),
        days=_days(was.start, is_.start) if was and is_ else None,
        yen=yen,
    )


def _task(each: TaskChange) -> Cells:
    def first(dates: TaskDates | None) -> date | None:
        return dates and dates.planned_start

    def last(dates: TaskDates | None) -> date | None:
        return dates and dates.planned_finish

    return _row(
        text("Task"),
        _change(each.before, each.after),
        each.task.id,
        each.task.title,
        (first(each.before), first(each.after)),
        last=(last(each.before), last(each.after)),
        days=each.days,
    )
