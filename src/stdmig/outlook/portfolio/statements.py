"""What many municipalities come to, in a few statements (団体の集計の要点)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from stdmig.dates import shown, shown_fiscal_year, shown_month
from stdmig.outlook.portfolio.month_number import first_day
from stdmig.outlook.portfolio.portfolio import DueDay, Portfolio, Ranked
from stdmig.outlook.portfolio.titles import town_title
from stdmig.outlook.statement import Statement
from stdmig.words import Text, count, listing, text

_NAMED = 3
"""Municipalities that a sentence names."""


def statements(portfolio: Portfolio) -> tuple[Statement, ...]:
    """Return the statements, the most important first."""
    return (
        *_broken(portfolio),
        *_days(portfolio),
        *_worst(portfolio),
        *_gaps(portfolio),
        *_vendors(portfolio),
        *_joint(portfolio),
        *_next(portfolio),
    )


def municipalities(number: int) -> Text:
    """Return how many municipalities."""
    return count("{n} municipality", "{n} municipalities", number)


def number_of(tenths: int) -> str:
    """Return tenths as a number without a nought behind the point."""
    whole, rest = divmod(tenths, 10)
    return f"{whole}.{rest}" if rest else str(whole)


def about_due(due: DueDay) -> Text:
    """Return what is due."""
    if due.kind == "request" and due.fiscal_year is not None:
        return text(
            "budget request for {year}", year=shown_fiscal_year(due.fiscal_year)
        )
    return _KINDS[due.kind]


_KINDS = {
    "request": text("budget request"),
    "notice": text("notice of a contract's end"),
    "vote": text("vote of the council"),
}


def _broken(portfolio: Portfolio) -> Iterator[Statement]:
    if portfolio.broken:
        told = count(
            "{n} workspace cannot be read; it is in no figure below.",
            "{n} workspaces cannot be read; they are in no figure below.",
            len(portfolio.broken),
        )
        yield Statement("bad", (told,))


def _days(portfolio: Portfolio) -> Iterator[Statement]:
    lost = [row for row in portfolio.towns if row.lost]
    late = [row for row in portfolio.towns if row.late]
    if not portfolio.total.systems:
        yield Statement("bad", (text("There is no system to look at."),))
        return
    if lost:
        told = count(
            "{n} system of {all} cannot keep its cutover any more, in {where}.",
            "{n} systems of {all} cannot keep their cutovers any more, in {where}.",
            sum(row.lost for row in lost),
            all=portfolio.total.systems,
            where=municipalities(len(lost)),
        )
        yield Statement("bad", (told,))
    if late:
        told = count(
            "{n} system keeps its cutover only if work takes less than the longest"
            " durations, in {where}.",
            "{n} systems keep their cutovers only if work takes less than the longest"
            " durations, in {where}.",
            sum(row.late for row in late),
            where=municipalities(len(late)),
        )
        yield Statement("decide", (told,))
    if not lost and not late:
        told = count(
            "The only system keeps its cutover, or is live.",
            "All {n} systems keep their cutovers, or are live.",
            portfolio.total.systems,
        )
        yield Statement("good", (told,))


def _worst(portfolio: Portfolio) -> Iterator[Statement]:
    worst = [row for row in portfolio.towns[:_NAMED] if row.lost or row.late]
    if worst and len(portfolio.towns) > 1:
        yield Statement(
            "bad",
            (text("The worst: {names}.", names=listing(map(_how_bad, worst))),),
        )


def _how_bad(row: Ranked) -> Text:
    if row.days_late:
        return count(
            "{name} ({lost} lost, {late} to shorten, by up to {n} day)",
            "{name} ({lost} lost, {late} to shorten, by up to {n} days)",
            row.days_late,
            name=town_title(row.town),
            lost=row.lost,
            late=row.late,
        )
    return text(
        "{name} ({lost} lost, {late} to shorten)",
        name=town_title(row.town),
        lost=row.lost,
        late=row.late,
    )


def _gaps(portfolio: Portfolio) -> Iterator[Statement]:
    found = [row for row in portfolio.towns if row.uncovered]
    if not found:
        return
    longest = max(found, key=lambda row: row.gap_days)
    yield Statement(
        "bad",
        (
            count(
                "The contracts of {n} system end too early, in {where}; the longest"
                " gap: {days} ({name}).",
                "The contracts of {n} systems end too early, in {where}; the longest"
                " gap: {days} ({name}).",
                portfolio.total.uncovered,
                where=municipalities(len(found)),
                days=count("{n} day", "{n} days", longest.gap_days),
                name=town_title(longest.town),
            ),
        ),
    )


def _vendors(portfolio: Portfolio) -> Iterator[Statement]:
    """Yield the vendor that is asked for the most beyond what it can do."""
    if portfolio.overloads:
        worst = max(portfolio.overloads, key=lambda each: (each.over, -each.month))
        told = text(
            "{vendor} has too much to do in {month}: a load of {load} (items {items}),"
            " where it can do {limit}, in {where}.",
            vendor=worst.vendor,
            month=shown_month(first_day(worst.month)),
            load=number_of(worst.load),
            limit=number_of(worst.limit),
            items=listing(worst.items),
            where=municipalities(len(worst.places)),
        )
        months = {each.month for each in portfolio.overloads}
        others = count(
            "{vendors} over the limit in {n} month in all.",
            "{vendors} over the limit in {n} months in all.",
            len(months),
            vendors=count(
                "{n} vendor",
                "{n} vendors",
                len({each.vendor for each in portfolio.overloads}),
            ),
        )
        yield Statement("bad", (told, others))
        return
    yield from _busiest(portfolio)


def _busiest(portfolio: Portfolio) -> Iterator[Statement]:
    """Yield the busiest month of a vendor without a limit, where it is shared."""
    limited = {each.vendor for each in portfolio.limits}
    found = [
        (load.moving, -month, row, load)
        for row in portfolio.vendors
        if row.vendor not in limited
        for month, load in row.months.items()
        if load.towns > 1
    ]
    best = max(found, key=lambda each: each[:2], default=None)
    if best is None or not best[0]:
        return
    systems, month, row, load = best
    yield Statement(
        "decide",
        (
            text(
                "{vendor} has the most to do in {month}: {systems} in data migration"
                " and tests, in {where}. How much it can do is not written down.",
                vendor=row.vendor,
                month=shown_month(first_day(-month)),
                systems=count("{n} system", "{n} systems", systems),
                where=municipalities(load.towns),
            ),
        ),
    )


def _joint(portfolio: Portfolio) -> Iterator[Statement]:
    found = [each for each in portfolio.joint if each.faults]
    if found:
        names = listing(each.name for each in found[:_NAMED])
        told = count(
            "{n} joint procurement does not fit together: {names}.",
            "{n} joint procurements do not fit together: {names}.",
            len(found),
            names=names,
        )
        yield Statement("bad", (told,))


def _next(portfolio: Portfolio) -> Iterator[Statement]:
    if not portfolio.due:
        return
    due = portfolio.due[0]
    told = text(
        "{what} by {day} ({where})",
        what=about_due(due),
        day=shown(date.fromordinal(due.day)),
        where=municipalities(len(due.towns)),
    )
    yield Statement("next", (told,))
