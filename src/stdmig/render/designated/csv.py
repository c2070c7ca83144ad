"""Designated systems as CSV (特定移行支援システムのCSV)."""

from __future__ import annotations

from stdmig.render.csv_table import Encoding, Unwritable, table
from stdmig.render.designated.rows import HEADINGS, DesignatedRow, designated_rows
from stdmig.schedule import Plan
from stdmig.words import Style, listing, text

_YES = text("is designated")


def designated_csv(
    plan: Plan, style: Style, encoding: Encoding
) -> tuple[bytes, list[Unwritable]]:
    """
    Return a row per system; see `table` for what is refused.

    Days are in ISO 8601, the planned completion is a month: 2027-03. A cell is empty
    where nobody has written it down.
    """
    header = [heading.into(style) for heading in HEADINGS]
    rows = (_cells(plan, row, style) for row in designated_rows(plan))
    return table(header, rows, encoding)


def _cells(plan: Plan, row: DesignatedRow, style: Style) -> list[object]:
    town = plan.inventory.municipality
    iso = style._replace(era=False)
    completion = row.completion
    return [
        town.code,
        town.title.into(style),
        row.system.title.into(style),
        listing(row.vendors).into(style) if row.vendors else None,
        _YES.into(style) if row.is_designated else None,
        row.reason,
        row.reason_words(style),
        row.explanation,
        None if completion is None else f"{completion:%Y-%m}",
        row.deadline,
        row.cutover,
        row.functions(),
        row.until(iso),
    ]
