"""The tasks with their dates before and after as a table (作業の前後表)."""

from __future__ import annotations

from datetime import date

from stdmig.levelling.levelled import Span, Town
from stdmig.outlook.levelling import months_earlier, open_places
from stdmig.render.csv_table import Encoding, Unwritable, table
from stdmig.render.level.page import LevelPage, town_name
from stdmig.words import Style, Text, text

_HEADINGS: tuple[Text, ...] = (
    text("Municipality"),
    text("Task id"),
    text("Item"),
    text("Task"),
    text("Systems"),
    text("Sections"),
    text("Start before"),
    text("Finish before"),
    text("Start after"),
    text("Finish after"),
    text("Moved (days)"),
    text("Earlier (months)"),
    text("Fixed"),
    text("Why it keeps its dates"),
)


def level_csv(
    page: LevelPage, style: Style, encoding: Encoding
) -> tuple[bytes, list[Unwritable]]:
    """
    Return one row per task that is not over, dates in ISO 8601.

    Days are negative where a task starts earlier than before; the last days of tasks
    are inside.
    """
    header = [heading.into(style) for heading in _HEADINGS]
    rows = [
        _row(town, place, style)
        for town in page.levelled.towns
        for place in open_places(town)
    ]
    return table(header, rows, encoding)


def _row(town: Town, place: int, style: Style) -> list[object]:
    task = town.plan.tasks[place]
    before, after = town.before[place], town.after[place]
    why = next((each.reason for each in town.unlevelled if each.place == place), None)
    return [
        town_name(town).into(style),
        task.id,
        task.item.ref,
        task.item.title.into(style),
        ", ".join(system.title.into(style) for system in task.systems),
        ", ".join(task.sections),
        *_days(before),
        *_days(after),
        after.start - before.start,
        months_earlier(before, after),
        text("yes").into(style) if place in town.fixed else None,
        None if why is None else why.into(style),
    ]


def _days(span: Span) -> tuple[date, date]:
    """Return first and last day; of a task without days both are its first."""
    last = max(span.finish - 1, span.start)
    return date.fromordinal(span.start), date.fromordinal(last)
