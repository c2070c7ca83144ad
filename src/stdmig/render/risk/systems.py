"""Systems with their chances and dates as rows (業務別の確率)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from stdmig.dates import padded, shown
from stdmig.outlook.risk import (
    Beginning,
    SystemRow,
    percent,
    short_percent,
    system_rows,
)
from stdmig.render.cells import fit, right, width, wrap
from stdmig.render.one_line import one_line
from stdmig.render.painted import Line, Part, line
from stdmig.render.risk.page import RiskPage
from stdmig.render.screen import Screen
from stdmig.words import Text, text

_KEPT = 6
_LEAST_LABEL, _MOST_LABEL = 16, 50
QUANTILES = ("P10", "P50", "P80", "P95")


def system_lines(page: RiskPage, screen: Screen) -> Iterator[Line]:
    """Yield the headings, and for every row its dates and what else to know."""
    rows = system_rows(page.focus, full=page.full)
    if not rows:
        return
    style, columns = screen.style, _columns(rows, screen)
    yield columns.head(screen)
    for row in rows:
        label = one_line(row.label.into(style))
        if width(label) > columns.label:
            yield from (line(each) for each in wrap(label, screen.width, "  "))
            label = ""
        days = "".join(
            right(_day(row.days[at], screen), columns.day + 1) for at in columns.shown
        )
        planned = right(_day(row.planned, screen), columns.day + 1)
        told = right(short_percent(row.kept), _KEPT)
        head = fit(label, columns.label)
        yield line(head, planned, Part(told, _paint(row.kept)), days)
        today = page.focus.risk.plan.as_of
        more = ";  ".join(each.into(style) for each in more_of(row, today))
        for words in wrap(f"    {more}", screen.width, "    "):
            yield line(Part(words, "dim"))
    note = text(
        "P80: by this day in 80% of the runs; kept: chance of the planned cutover"
    )
    for words in wrap(f"  {note.into(style)}", screen.width, "  "):
        yield line(Part(words, "dim"))


def more_of(row: SystemRow, today: date) -> Iterator[Text]:
    """Yield the deadline with its chance, and when to begin."""
    yield text(
        "deadline {day}: {chance}",
        day=shown(row.deadline),
        chance=percent(row.in_time),
    )
    if row.begin is not None:
        yield _begin(row.begin, today)
        yield text(
            "begun as planned {day}: {chance}",
            day=shown(row.begin.planned),
            chance=percent(row.begin.chance),
        )


def _begin(begin: Beginning, today: date) -> Text:
    if begin.likely is None:
        return text("no start gives 80%")
    if begin.likely < today:
        return text("80% needed a start by {day}", day=shown(begin.likely))
    if begin.sure is None:
        return text("begin by {day} for 80%", day=shown(begin.likely))
    return text(
        "begin by {likely} for 80%, {sure} for 95%",
        likely=shown(begin.likely),
        sure=shown(begin.sure),
    )


class _Columns(NamedTuple):
    """
    How wide the columns are.

    Attributes
    ----------
    label, day
        Cells of a name and of a day.
    shown
        Places of the quantiles that have room.
    """

    label: int
    day: int
    shown: tuple[int, ...]

    def head(self, screen: Screen) -> Line:
        """Return the headings."""
        style = screen.style
        told = fit(text("System").into(style), self.label)
        told += right(text("planned").into(style), self.day + 1)
        told += right(text("kept").into(style), _KEPT)
        told += "".join(right(QUANTILES[at], self.day + 1) for at in self.shown)
        return line(Part(told, "bold"))


def _columns(rows: list[SystemRow], screen: Screen) -> _Columns:
    """Return columns that fit: where the screen is narrow, without P10, then P50."""
    style = screen.style
    days = [padded(day).into(style) for row in rows for day in (row.planned, *row.days)]
    cells = max(map(width, (*days, text("planned").into(style), *QUANTILES)))
    shown = tuple(range(len(QUANTILES)))
    while (room := screen.width - _KEPT - (len(shown) + 1) * (cells + 1)) < (
        _LEAST_LABEL
    ) and len(shown) > 1:
        shown = shown[1:]
    longest = max(width(one_line(row.label.into(style))) for row in rows)
    return _Columns(max(min(room, _MOST_LABEL, longest), _LEAST_LABEL), cells, shown)


def _day(day: date, screen: Screen) -> str:
    return padded(day).into(screen.style)


def _paint(share: float) -> str:
    return "green" if share >= 0.95 else "yellow" if share >= 0.8 else "bold red"
