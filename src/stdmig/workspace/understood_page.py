"""A list as it was understood, as the screen shows it (読取りの結果)."""

from __future__ import annotations

from pathlib import Path

from stdmig.intake.inventory_list.understood import ReadSheet, Understood
from stdmig.render.understood import Said, SeenColumn, SeenSheet, UnderstoodPage
from stdmig.words import Text, text


def understood_page(file: Path, understood: Understood) -> UnderstoodPage:
    """Return what the screen shows of a list."""
    draft = understood.draft
    systems = {unit.system for unit in draft.units}
    systems |= {system.id for system in draft.systems if system.values}
    return UnderstoodPage(
        file.as_posix(),
        tuple(_sheet(each, understood) for each in understood.sheets),
        tuple(
            Said(each.place, text("{shows}: {why}", shows=each.shows, why=each.why))
            for each in understood.skipped
        ),
        tuple(Said(each.place, each.wording) for each in understood.remarks),
        len(systems),
        len(draft.units),
        len(draft.contracts),
    )


def _sheet(sheet: ReadSheet, understood: Understood) -> SeenSheet:
    read = [
        SeenColumn(each.place, each.heading, each.title, is_read=True)
        for each in understood.columns
        if each.place.sheet == sheet.name
    ]
    unread = [
        SeenColumn(each.place, each.heading, _why_unread(each.instead), is_read=False)
        for each in understood.unread
        if each.place.sheet == sheet.name
    ]
    columns = sorted(read + unread, key=lambda each: each.place.column)
    return SeenSheet(sheet.name, sheet.rows, tuple(columns), sheet.why_not)


def _why_unread(instead: str | None) -> Text:
    if instead is None:
        return text("not read")
    return text("not read; column {letters} is", letters=instead)
