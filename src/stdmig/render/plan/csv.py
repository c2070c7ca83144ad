"""The tasks of a plan as a table (作業一覧)."""

from __future__ import annotations

from stdmig.render.csv_table import Encoding, Unwritable, table
from stdmig.schedule import DATE_FIELDS, Plan
from stdmig.words import Style, Text, in_style, text

_HEADINGS: tuple[Text, ...] = (
    text("Municipality"),
    text("Task id"),
    text("Item"),
    text("Task"),
    text("Scope"),
    text("Procurement"),
    text("Systems"),
    text("Sections"),
    text("Present vendors"),
    text("Shortest (months)"),
    text("Longest (months)"),
    text("Planned start"),
    text("Planned finish"),
    text("Late start"),
    text("Late finish"),
    text("Last chance to start"),
    text("Early start"),
    text("Early finish"),
    text("Earliest start"),
    text("Total float (days)"),
    text("Free float (days)"),
    text("Critical"),
)

_SCOPES = {
    "municipality": text("municipality"),
    "procurement": text("procurement"),
    "system": text("system"),
}


def plan_csv(
    plan: Plan, places: list[int], style: Style, encoding: Encoding
) -> tuple[bytes, list[Unwritable]]:
    """
    Return one row per task, dates in ISO 8601 so that a spreadsheet knows them.

    Parameters
    ----------
    plan
        The dates.
    places
        Which tasks, in which order.
    style
        Language of headings and names.
    encoding
        UTF-8 with a byte order mark, or CP932.
    """
    header = [heading.into(style) for heading in _HEADINGS]
    rows = [_row(plan, place, style) for place in places]
    return table(header, rows, encoding)


def _row(plan: Plan, place: int, style: Style) -> list[object]:
    task, dates, span = plan.tasks[place], plan.dates(place), plan.durations[place]
    critical = place in plan.critical_places
    applies = place not in plan.network.absent
    name: object = plan.inventory.municipality.title
    if plan.inventory.sample:
        name = text("{name} (sample)", name=name)
    return [
        in_style(name, style),
        task.id,
        task.item.ref,
        task.item.title.into(style),
        _SCOPES[task.item.scope].into(style),
        task.procurement.title.into(style) if task.procurement else None,
        ", ".join(system.title.into(style) for system in task.systems),
        ", ".join(task.sections),
        ", ".join(task.vendors),
        span.min,
        span.max,
        *(getattr(dates, name) if applies else None for name in DATE_FIELDS),
        None if plan.is_over(place) else plan.total_float(place),
        None if plan.is_over(place) else plan.free_float(place),
        text("yes").into(style) if critical else None,
    ]
