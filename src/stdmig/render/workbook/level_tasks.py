"""The sheet of all tasks with their dates before and after (作業の前後表)."""

from __future__ import annotations

from datetime import date

from stdmig.levelling.levelled import Town
from stdmig.outlook.levelling import months_earlier, moved_places, open_places
from stdmig.render.level.page import LevelPage, town_name, whose
from stdmig.render.palette import INK, MUTED
from stdmig.render.workbook.book import Book, Value
from stdmig.render.workbook.listed import joined
from stdmig.render.workbook.look import Look
from stdmig.render.workbook.number_formats import change_format
from stdmig.render.workbook.page import put_head, set_paper
from stdmig.render.workbook.table import Column, Table, column_look, put_table
from stdmig.words import Style, count, text

TASKS = text("Tasks")

_COLUMNS = (
    Column(text("Municipality"), most=18),
    Column(text("Task id"), most=18),
    Column(text("Item"), "word"),
    Column(text("Task"), most=40),
    Column(text("Sections"), most=34),
    Column(text("Start before"), "day"),
    Column(text("Finish before"), "day"),
    Column(text("Start after"), "day"),
    Column(text("Finish after"), "day"),
    Column(text("Moved (days)"), "number"),
    Column(text("Earlier (months)"), "number"),
    Column(text("Fixed"), "word"),
    Column(text("Why it keeps its dates"), most=44),
)
_CHANGES = (9, 10)


def put_level_tasks(book: Book, page: LevelPage) -> None:
    """Write a row per task that is not over; those that move stand out."""
    sheet, style = book.sheet(TASKS), book.style
    towns = page.levelled.towns
    rows, looks, moved = [], [], 0
    for town in towns:
        own = set(moved_places(town))
        moved += len(own)
        for place in open_places(town):
            rows.append(_row(town, place, style))
            looks.append(_looks(style, is_moved=place in own))
    note = count(
        "{n} task starts on another day", "{n} tasks start on another day", moved
    )
    top = put_head(sheet, whose(page), TASKS, note)
    last = put_table(sheet, top, Table(_COLUMNS, rows, looks))
    set_paper(sheet, (whose(page), TASKS, None), head=top, last=last, first_column=4)


def _looks(style: Style, *, is_moved: bool) -> list[Look]:
    ink = INK if is_moved else MUTED
    found = [column_look(each.kind, style)._replace(ink=ink) for each in _COLUMNS]
    for place in _CHANGES:
        found[place] = found[place]._replace(number=change_format(style))
    return found


def _row(town: Town, place: int, style: Style) -> list[Value]:
    task = town.plan.tasks[place]
    before, after = town.before[place], town.after[place]
    why = next((each.reason for each in town.unlevelled if each.place == place), None)
    days = [
        date.fromordinal(day)
        for span in (before, after)
        for day in (span.start, max(span.finish - 1, span.start))
    ]
    return [
        town_name(town).into(style),
        task.id,
        task.item.ref,
        task.title.into(style),
        joined(task.sections, style),
        *days,
        after.start - before.start,
        months_earlier(before, after),
        text("yes").into(style) if place in town.fixed else None,
        None if why is None else why.into(style),
    ]
