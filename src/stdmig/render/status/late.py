"""What is late against the kept plan, equal tasks folded (基準計画との差)."""

from __future__ import annotations

from collections.abc import Iterator

from stdmig.dates import padded, shown
from stdmig.network import Task
from stdmig.outlook.status import Against, LateKind, LateTask
from stdmig.render.cells import wrap
from stdmig.render.one_line import one_line
from stdmig.render.painted import Line, Part, line
from stdmig.render.screen import Screen
from stdmig.render.status.label import tasks_label
from stdmig.render.status.page import StatusPage
from stdmig.render.status.table import Cells, Columns
from stdmig.words import Text, count, listing, text

KINDS: dict[LateKind, Text] = {
    "unfinished": text("Should be over by now (last day)"),
    "unbegun": text("Should have begun by now (first day)"),
    "later": text("Will be over later than kept (last day)"),
}
"""What the rows of a kind tell, and which of the days."""

_MOST_ROWS, _MOST_NAMES = 8, 4


def late_lines(page: StatusPage, screen: Screen) -> Iterator[Line]:
    """Yield the late tasks of each kind, then what is new and what is gone."""
    against, style = page.status.against, screen.style
    if against is None:
        return
    kept = against.baseline
    title = text(
        "Against the kept plan {id} of {day}", id=kept.id, day=shown(kept.as_of)
    )
    yield line("")
    if not against.late:
        told = text("{what}: no task is late", what=title)
        yield line(Part(one_line(told.into(style)), "bold"))
    else:
        rows = {kind: _rows(page, kind, screen) for kind in KINDS}
        heads = [title, text("Kept"), text("Forecast"), text("Days")]
        columns = Columns(heads, [row for own in rows.values() for row in own], screen)
        yield columns.head()
        for kind, own in rows.items():
            if own:
                yield line(f"  {KINDS[kind].into(style)}")
                yield from _listed(page, columns, own, screen)
    yield from _told(_since(page, against), screen)


def _listed(
    page: StatusPage, columns: Columns, rows: list[Cells], screen: Screen
) -> Iterator[Line]:
    shown_rows = rows if page.full else rows[:_MOST_ROWS]
    for row in shown_rows:
        yield from columns.lines(row)
    left = len(rows) - len(shown_rows)
    if left:
        more = count("and {n} more row (--full)", "and {n} more rows (--full)", left)
        yield line(f"    {more.into(screen.style)}")


def _rows(page: StatusPage, kind: LateKind, screen: Screen) -> list[Cells]:
    against, style = page.status.against, screen.style
    found: dict[object, list[LateTask]] = {}
    for number, each in enumerate(against.late if against else ()):
        if each.kind == kind:
            equal = each.task.item.ref, each.kept, each.expected
            found.setdefault(number if page.full else equal, []).append(each)
    return [
        Cells(
            "    " + one_line(tasks_label([each.task for each in own]).into(style)),
            (
                padded(own[0].kept).into(style),
                padded(own[0].expected).into(style),
                f"{own[0].days:+}",
            ),
        )
        for own in found.values()
    ]


def _since(page: StatusPage, against: Against) -> Iterator[Text]:
    since = against.since
    if since.new_systems:
        names: list[object] = [each.title for each in since.new_systems]
        yield text("New since then: {names}", names=_few(page, names))
    if since.new_tasks:
        yield text("Tasks new since then: {names}", names=_tasks(page, since.new_tasks))
    if since.gone_systems:
        names = [*since.gone_systems]
        yield text("No longer in the plan: {names}", names=_few(page, names))
    if since.gone_tasks:
        names = [*since.gone_tasks]
        yield text("Tasks no longer in the plan: {names}", names=_few(page, names))


def _tasks(page: StatusPage, tasks: tuple[Task, ...]) -> Text:
    if page.full:
        return listing(each.title for each in tasks)
    together: dict[str, list[Task]] = {}
    for each in tasks:
        together.setdefault(each.item.ref, []).append(each)
    return _few(page, [tasks_label(own) for own in together.values()])


def _few(page: StatusPage, names: list[object]) -> Text:
    if len(names) > _MOST_NAMES and not page.full:
        others = len(names) - _MOST_NAMES
        names = [*names[:_MOST_NAMES], count("{n} more", "{n} more", others)]
    return listing(names)


def _told(found: Iterator[Text], screen: Screen) -> Iterator[Line]:
    for each in found:
        words = one_line(each.into(screen.style))
        yield from (line(part) for part in wrap(f"  {words}", screen.width, "    "))
