"""Contracts that end, what is due, and joint procurements (期限の表)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from stdmig.dates import padded, shown, shown_month
from stdmig.outlook.portfolio.joint_procurement import Joint
from stdmig.outlook.portfolio.month_number import first_day
from stdmig.outlook.portfolio.portfolio import Portfolio
from stdmig.outlook.portfolio.statements import about_due
from stdmig.outlook.portfolio.titles import town_title
from stdmig.outlook.portfolio.town import Town
from stdmig.render.portfolio.names import JOINT_FAULTS
from stdmig.render.towns.grid import Grid, GridRow, more_rows
from stdmig.words import Name, Readable, Text, count, listing, text

_NAMED = 4


def ending_grid(portfolio: Portfolio, top: int) -> Grid:
    """Return the contracts that end, by month and vendor."""
    shown_rows = portfolio.endings[:top]
    rows = []
    for each in shown_rows:
        gaps = [gap for *_, gap in each.contracts if gap > 0]
        label = text(
            "{month} {vendor}",
            month=shown_month(first_day(each.month)),
            vendor=text("no vendor") if each.vendor is None else Name(each.vendor),
        )
        cells = (
            str(len(each.contracts)),
            str(len({place for place, *_ in each.contracts})),
            str(len(gaps) or "-"),
            str(max(gaps, default=0) or "-"),
        )
        rows.append(GridRow(label, cells, ("", "", "bold red", "bold red")))
    columns = text("contracts"), text("towns"), text("with a gap"), text("gap days")
    return Grid(
        text("Contracts that end"),
        text("Month and vendor"),
        columns,
        rows,
        more_rows(len(portfolio.endings) - len(rows)),
    )


def due_grid(portfolio: Portfolio, top: int) -> Grid:
    """Return what is due, the next day first."""
    known = towns_by_place(portfolio)
    shown_rows = portfolio.due[:top]
    rows = [
        GridRow(
            text(
                "{day} {what}",
                day=padded(date.fromordinal(each.day)),
                what=about_due(each),
            ),
            (str(len(each.towns)), str(each.about)),
            more=(listed_towns(each.towns, known),),
        )
        for each in shown_rows
    ]
    return Grid(
        text("Due next"),
        text("Day"),
        (text("towns"), text("matters")),
        rows,
        more_rows(len(portfolio.due) - len(rows)),
    )


def joint_grid(portfolio: Portfolio, top: int) -> Grid:
    """Return what several municipalities buy together."""
    known = towns_by_place(portfolio)
    shown_rows = portfolio.joint[:top]
    rows = [
        GridRow(
            Name(each.name),
            (str(len({part.place for part in each.parts})), *_span(each)),
            ("", "", "bold red" if each.faults else ""),
            tuple(_about(each, known)),
        )
        for each in shown_rows
    ]
    return Grid(
        text("Joint procurements"),
        text("Name"),
        (text("towns"), text("begins"), text("contract by")),
        rows,
        more_rows(len(portfolio.joint) - len(rows)),
    )


def towns_by_place(portfolio: Portfolio) -> dict[str, Town]:
    """Return the municipalities by their workspaces."""
    return {row.town.place: row.town for row in portfolio.towns}


def listed_towns(places: Sequence[str], known: Mapping[str, Town]) -> Text:
    """Return the names of a few municipalities, and how many more there are."""
    names: list[Readable] = [town_title(known[place]) for place in places[:_NAMED]]
    left = len(places) - len(names)
    if left:
        names.append(count("and {n} more", "and {n} more", left))
    return listing(names)


def _span(joint: Joint) -> tuple[Readable, Readable]:
    # What ends before a day is signed by the day before it.
    first, last = joint.start, joint.finish - 1
    return padded(date.fromordinal(first)), padded(date.fromordinal(last))


def _about(joint: Joint, known: Mapping[str, Town]) -> Iterator[Text]:
    yield listed_towns(tuple(dict.fromkeys(part.place for part in joint.parts)), known)
    for fault in joint.faults:
        yield text("! {what}", what=JOINT_FAULTS[fault])
    if joint.apart:
        latest = max(joint.parts, key=lambda part: part.start)
        yield count(
            "{name} begins {n} day later, on {day}.",
            "{name} begins {n} days later, on {day}.",
            joint.apart + 1,
            name=town_title(known[latest.place]),
            day=shown(date.fromordinal(latest.start)),
        )
