"""What a vendor's slip comes to, in a few statements (遅れの影響の要点)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from stdmig.dates import shown
from stdmig.outlook.portfolio.statements import municipalities
from stdmig.outlook.slip.later_work import FIRST_ITEM, LAST_ITEM
from stdmig.outlook.slip.rollup import SlipReport
from stdmig.outlook.slip.supposed import SupposedSlip
from stdmig.outlook.slip.town import WindowSlip
from stdmig.outlook.statement import Statement
from stdmig.words import Name, Text, count, listing, text


def statements(report: SlipReport) -> tuple[Statement, ...]:
    """Return the statements, the most important first."""
    return (
        *_cutovers(report),
        *_deadlines(report),
        *_contracts(report),
        *_windows(report),
        *_switching(report),
    )


def supposition(slip: SupposedSlip) -> Text:
    """Return what is supposed of a vendor."""
    vendor = Name(slip.vendor)
    if slip.each:
        return count(
            "{vendor} takes {n} month more for each piece of its work",
            "{vendor} takes {n} months more for each piece of its work",
            slip.months,
            vendor=vendor,
        )
    return count(
        "{vendor} is {n} month later",
        "{vendor} is {n} months later",
        slip.months,
        vendor=vendor,
    )


def reckoning(report: SlipReport) -> Iterator[Text]:
    """Yield how the months are added, and whose work it is."""
    spans = {"first": FIRST_ITEM, "last": LAST_ITEM}
    if any(not slip.each for slip in report.slips):
        yield text(
            "The months are added once on every way to a cutover: to the vendor's first"
            " work of items {first} to {last} that is not over. VENDOR=6m each adds"
            " them to every piece of that work.",
            **spans,
        )
    if any(slip.each for slip in report.slips):
        yield text(
            "With 'each' the months are added to every piece of the vendor's work of"
            " items {first} to {last} that is not over.",
            **spans,
        )
    if report.spellings:
        yield text(
            "Taken for the vendor: {names}.",
            names=listing(
                text("{vendor} ({n})", vendor=Name(each.vendor), n=each.towns)
                for each in report.spellings
            ),
        )


def systems(number: int) -> Text:
    """Return how many systems."""
    return count("{n} system", "{n} systems", number)


def _cutovers(report: SlipReport) -> Iterator[Statement]:
    total = report.total
    if not total.towns:
        told = text("Nowhere is there any work of it left that could be late.")
        yield Statement("good", (told,))
        return
    if not total.lost:
        yield _as_before(report)
        return
    parts = [
        text(
            "The planned cutover of {systems} is lost in {towns}: up to {days} late.",
            towns=municipalities(total.lost_towns),
            systems=systems(total.lost),
            days=count("{n} day", "{n} days", total.worst_days),
        )
    ]
    if total.out_of_reach:
        parts.append(
            text(
                "{systems} in {towns} cannot keep it even with the shortest durations.",
                systems=systems(total.out_of_reach),
                towns=municipalities(total.out_of_reach_towns),
            )
        )
    yield Statement("bad", tuple(parts))


def _as_before(report: SlipReport) -> Statement:
    total = report.total
    told = text(
        "No cutover is lost through it: {systems} in {towns} stand as they did before.",
        systems=systems(total.systems),
        towns=municipalities(total.towns),
    )
    impossible = sum(
        each.after == "not" for town in report.towns for each in town.systems
    )
    if not impossible:
        return Statement("good", (told,))
    # What was impossible before is no less so because nobody made it worse.
    known = count(
        "{n} of them cannot be kept, with or without it.",
        "{n} of them cannot be kept, with or without it.",
        impossible,
    )
    return Statement("bad", (told, known))


def _deadlines(report: SlipReport) -> Iterator[Statement]:
    total = report.total
    if total.missed:
        told = text(
            "{systems} in {towns} can no longer keep the deadline.",
            systems=systems(total.missed),
            towns=municipalities(total.missed_towns),
        )
        known = count(
            "{n} of them is designated already.",
            "{n} of them are designated already.",
            total.missed_designated,
        )
        yield Statement("bad", (told, known) if total.missed_designated else (told,))
    shorter = total.endangered - total.missed
    if shorter:
        told = text(
            "{systems} can keep the deadline only with shorter durations now.",
            systems=systems(shorter),
        )
        yield Statement("decide", (told,))


def _contracts(report: SlipReport) -> Iterator[Statement]:
    total = report.total
    if total.contracts:
        told = text(
            "Up to the new cutover {days} lack a contract: {contracts} in {towns}.",
            contracts=count("{n} contract", "{n} contracts", total.contracts),
            towns=municipalities(total.contract_towns),
            days=count("{n} more day", "{n} more days", total.gap_days),
        )
        yield Statement("bad", (told,))


def _windows(report: SlipReport) -> Iterator[Statement]:
    total = report.total
    if total.windows:
        told = count(
            "{n} budget window that the slip calls for is closed already, in {towns}.",
            "{n} budget windows that the slip calls for are closed already, in"
            " {towns}.",
            total.windows,
            towns=municipalities(total.window_towns),
        )
        yield Statement("bad", (told,))
    ahead = [each for _, each in windows(report) if not each.is_lost]
    if ahead:
        first = min(each.by for each in ahead)
        due = [
            place
            for place, each in windows(report)
            if not each.is_lost and each.by == first
        ]
        told = text(
            "by {day} ask for the money, or have it carried over, in {towns}.",
            day=shown(date.fromordinal(first)),
            towns=municipalities(len(set(due))),
        )
        yield Statement("next", (told,))


def windows(report: SlipReport) -> Iterator[tuple[str, WindowSlip]]:
    """Yield all money that must be asked for, with the workspace it is for."""
    for town in report.towns:
        for each in town.windows:
            yield town.place, each


def _switching(report: SlipReport) -> Iterator[Statement]:
    leaving = sum(each.switching for town in report.towns for each in town.systems)
    if leaving:
        told = count(
            "{n} of the systems is to leave the vendor. The files name the present one"
            " alone: ask who delivers the next.",
            "{n} of the systems are to leave the vendor. The files name the present"
            " one alone: ask who delivers the next.",
            leaving,
        )
        yield Statement("decide", (told,))
