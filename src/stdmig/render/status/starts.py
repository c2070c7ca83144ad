"""What must begin, by section and by day (これから始める作業)."""

from __future__ import annotations

from collections.abc import Iterator

from stdmig.dates import padded
from stdmig.outlook.status import Start
from stdmig.render.cells import fit, right, width, wrap
from stdmig.render.one_line import one_line
from stdmig.render.painted import Line, Part, line
from stdmig.render.screen import Screen
from stdmig.render.status.label import tasks_label, worker_label, workers_label
from stdmig.render.status.page import StatusPage
from stdmig.render.status.table import Cells, Columns
from stdmig.words import Text, count, text

_MOST_ROWS = 12


def start_lines(page: StatusPage, screen: Screen) -> Iterator[Line]:
    """Yield how much each section has to begin, then the tasks, the first one first."""
    found, style = page.status, screen.style
    yield line("")
    if not found.starts:
        told = count(
            "Nothing must begin within {n} day.",
            "Nothing must begin within {n} days.",
            found.horizons[-1],
        )
        yield line(Part(told.into(style), "bold"))
        return
    heads = [text("What must begin, by section"), *_heads(found.horizons)]
    rows = [
        Cells(
            f"  {one_line(worker_label(each.worker).into(style))}",
            tuple(str(n or "-") for n in (each.overdue, *each.within)),
            ("bold red" if each.overdue else "", *[""] * len(each.within)),
        )
        for each in found.workers
    ]
    columns = Columns(heads, rows, screen)
    yield columns.head()
    for row in rows:
        yield from columns.lines(row)
    yield from _tasks(page, screen)


def _heads(horizons: tuple[int, ...]) -> Iterator[Text]:
    yield text("overdue")
    for days in horizons:
        yield text("{n} days", n=days)


def _tasks(page: StatusPage, screen: Screen) -> Iterator[Line]:
    """Yield the tasks of a day and an item together, with their sections."""
    style = screen.style
    together: dict[object, list[Start]] = {}
    for number, each in enumerate(page.status.starts):
        key = number if page.full else (each.day, each.task.item.ref)
        together.setdefault(key, []).append(each)
    rows = list(together.values())
    shown_rows = rows if page.full else rows[:_MOST_ROWS]
    days = [padded(own[0].day).into(style) for own in shown_rows]
    counted = [f"{own[0].days:+}" if own[0].days else "0" for own in shown_rows]
    day_cells, count_cells = max(map(width, days)), max(map(width, counted))
    head = "  " + text("Planned start").into(style)
    count_cells = max(count_cells, width(head) - 2 - day_cells - 1)
    indent = " " * (2 + day_cells + 1 + count_cells + 2)
    yield line("")
    head = fit(head, width(indent)) + text("Tasks and who begins them").into(style)
    yield line(Part(head, "bold"))
    for own, day, left in zip(shown_rows, days, counted, strict=True):
        lead = f"  {right(day, day_cells)} {right(left, count_cells)}  "
        first, *others = wrap(lead + _words(own, screen), screen.width, indent)
        paint = "bold red" if own[0].days < 0 else ""
        yield line(Part(first[: len(lead)], paint), first[len(lead) :])
        yield from (line(each) for each in others)
    left_out = len(rows) - len(shown_rows)
    if left_out:
        more = count(
            "and {n} more row (--full)", "and {n} more rows (--full)", left_out
        )
        yield line(f"    {more.into(style)}")


def _words(own: list[Start], screen: Screen) -> str:
    workers = dict.fromkeys(worker for each in own for worker in each.workers)
    told = text(
        "{task}: {who}",
        task=tasks_label([each.task for each in own]),
        who=workers_label([*workers]),
    )
    return one_line(told.into(screen.style))
