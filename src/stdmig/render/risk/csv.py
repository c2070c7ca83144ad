"""Systems, contracts and budget requests with their chances as a table (確率の表)."""

from __future__ import annotations

from stdmig.outlook.risk import KINDS, LimitRow, SystemRow, limit_rows, system_rows
from stdmig.render.csv_table import Encoding, Unwritable, table
from stdmig.render.risk.page import RiskPage
from stdmig.words import Style, Text, listing, text

_HEADINGS: tuple[Text, ...] = (
    text("What is kept"),
    text("Id"),
    text("Name"),
    text("Systems"),
    text("Day to keep"),
    text("Chance (0 to 1)"),
    text("P10"),
    text("P50"),
    text("P80"),
    text("P95"),
    text("Deadline"),
    text("Chance of the deadline (0 to 1)"),
    text("Planned start"),
    text("Chance if begun then (0 to 1)"),
    text("Begin by (80%)"),
    text("Begin by (95%)"),
)


def risk_csv(
    page: RiskPage, style: Style, encoding: Encoding
) -> tuple[bytes, list[Unwritable]]:
    """
    Return a row per system, then one per contract and one per budget request.

    Dates are in ISO 8601; chances are shares, 0.24 for 24 %. A cell is empty where no
    day is early enough, and where a column says nothing of a row.
    """
    header = [heading.into(style) for heading in _HEADINGS]
    rows = [_system(row, style) for row in system_rows(page.focus, full=True)]
    rows += [_limit(row, style) for row in limit_rows(page.focus)]
    return table(header, rows, encoding)


def _system(row: SystemRow, style: Style) -> list[object]:
    (system,) = row.systems
    begin = row.begin
    return [
        text("Planned cutover").into(style),
        system.id,
        system.title.into(style),
        None,
        row.planned,
        _share(row.kept),
        *row.days,
        row.deadline,
        _share(row.in_time),
        *(
            (begin.planned, _share(begin.chance), begin.likely, begin.sure)
            if begin is not None
            else [None] * 4
        ),
    ]


def _limit(row: LimitRow, style: Style) -> list[object]:
    return [
        KINDS[row.kind].into(style),
        row.id,
        row.name.into(style),
        listing(row.systems).into(style),
        row.day,
        _share(row.share),
        *[None] * 10,
    ]


def _share(share: float) -> str:
    """Return a share without noughts at its end: 0.24116, 1, 0."""
    return f"{share:.7f}".rstrip("0").rstrip(".")
