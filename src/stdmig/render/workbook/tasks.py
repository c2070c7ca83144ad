"""The sheet of all tasks with every date (作業一覧)."""

from __future__ import annotations

from stdmig.inventory import Status
from stdmig.network import Task
from stdmig.render.dossier import Dossier
from stdmig.render.palette import INK, MUTED
from stdmig.render.plan.planned_dates import planned_dates
from stdmig.render.workbook.book import Book, Value
from stdmig.render.workbook.listed import joined
from stdmig.render.workbook.look import Look
from stdmig.render.workbook.page import put_title, set_page
from stdmig.render.workbook.table import Column, Table, column_look, put_table
from stdmig.schedule import DATE_FIELDS, Plan
from stdmig.words import Style, Text, count, text

NAME = text("Tasks")

_COLUMNS = (
    Column(text("Task id"), most=18),
    Column(text("Item"), "word"),
    Column(text("Task"), most=37),
    Column(text("Scope"), "word"),
    Column(text("Procurement"), most=24),
    Column(text("Systems"), most=44),
    Column(text("Sections"), most=32),
    Column(text("Present vendors"), most=30),
    Column(text("Comes after"), most=34),
    Column(text("Status"), "word"),
    Column(text("Critical"), "word"),
    Column(text("Planned start"), "day"),
    Column(text("Planned finish"), "day"),
    Column(text("Late start"), "day"),
    Column(text("Late finish"), "day"),
    Column(text("Last chance to start"), "day"),
    Column(text("Early start"), "day"),
    Column(text("Early finish"), "day"),
    Column(text("Earliest start"), "day"),
    Column(text("Total float (days)"), "number"),
    Column(text("Free float (days)"), "number"),
    Column(text("Shortest (months)"), "number"),
    Column(text("Longest (months)"), "number"),
)

_SCOPES = {
    "municipality": text("municipality"),
    "procurement": text("procurement"),
    "system": text("system"),
}

_STATUSES: dict[Status, Text] = {
    "done": text("done"),
    "started": text("under way"),
    "not_started": text("not begun"),
    "not_applicable": text("not applicable"),
}


def put_tasks(book: Book, dossier: Dossier) -> None:
    """Write the sheet, a row per task."""
    sheet, style, plan = book.sheet(NAME), book.style, dossier.plan
    places = dossier.page.places
    told = count("{n} task", "{n} tasks", len(places))
    top = put_title(sheet, dossier, NAME, told, *planned_dates(plan))
    rows = [_row(plan, place, style) for place in places]
    plain, over = _looks(style), _looks(style, ink=MUTED)
    looks = [over if plan.is_over(place) else plain for place in places]
    last = put_table(sheet, top, Table(_COLUMNS, rows, looks))
    set_page(sheet, dossier, NAME, head=top, last=last, first_column=3)


def _looks(style: Style, ink: str = INK) -> list[Look]:
    looks = (column_look(column.kind, style) for column in _COLUMNS)
    return [look._replace(ink=ink) for look in looks]


def _row(plan: Plan, place: int, style: Style) -> list[Value]:
    task, dates, span = plan.tasks[place], plan.dates(place), plan.durations[place]
    over, applies = plan.is_over(place), place not in plan.network.absent
    return [
        task.id,
        task.item.ref,
        task.item.title.into(style),
        _SCOPES[task.item.scope].into(style),
        task.procurement.title.into(style) if task.procurement else None,
        _systems(plan, task, style),
        joined(task.sections, style),
        joined(task.vendors, style),
        joined((plan.tasks[other].id for other in plan.network.before[place]), style),
        _STATUSES[plan.status(place)].into(style),
        text("yes").into(style) if place in plan.critical_places else None,
        *(getattr(dates, name) if applies else None for name in DATE_FIELDS),
        None if over else plan.total_float(place),
        None if over else plan.free_float(place),
        span.min,
        span.max,
    ]


def _systems(plan: Plan, task: Task, style: Style) -> str:
    """Return the systems of a task; for all of them their number says it better."""
    number = len(task.systems)
    if task.item.scope == "municipality" and number == len(plan.network.systems) > 1:
        return count("all {n} system", "all {n} systems", number).into(style)
    return joined((system.title.into(style) for system in task.systems), style)
