"""Which decisions are due (決めること)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Literal, NamedTuple

from stdmig.inventory import System
from stdmig.network import Procurement
from stdmig.outlook.next_dates import NextDate
from stdmig.outlook.status.forecast import SystemForecast
from stdmig.schedule import Plan
from stdmig.words import Text, count, listing, text

DecisionKind = Literal[
    "live",
    "deadline",
    "shorten",
    "day",
    "policy",
    "designation",
    "request",
    "notice",
    "vote",
]
"""
What there is to decide.

Since when a system serves whose work is all done; what becomes of a deadline that
cannot be kept; which tasks to shorten; another day of
cutover; the vendor's policy (対応方針); reason and completion of a designated system
(特定移行支援システム); then what the year brings: a budget request (予算要求), a notice
(予告期限), a vote (議決).
"""

_MOST_NAMES = 3


class Decision(NamedTuple):
    """
    Something that somebody has to decide.

    Attributes
    ----------
    by
        Last day to do so; None where it is due already, or has no day of its own.
    what
        As a sentence, or as the list of days has it.
    systems
        Ids of the systems that it is about; empty where it is told by its words.
    """

    kind: DecisionKind
    by: date | None
    what: Text
    systems: tuple[str, ...] = ()


def decisions(
    plan: Plan,
    found: tuple[SystemForecast, ...],
    dates: tuple[NextDate, ...],
    days: int,
) -> tuple[Decision, ...]:
    """
    Return what has to be decided: first what is due already, then day by day.

    Parameters
    ----------
    plan
        The dates.
    found
        The forecasts of the systems that the reader looks at.
    dates
        What is due next.
    days
        How far ahead of the as-of date.
    """
    wanted = {each.system.id for each in found}
    served = [each for each in found if _seems_live(plan, each)]
    return (
        *_unrecorded(served),
        *_cutovers(tuple(each for each in found if each not in served)),
        *_policies(plan, wanted),
        *_designations(found),
        *_dated(dates, plan.as_of + timedelta(days=days)),
    )


def named(systems: list[System]) -> Text:
    """Return the names of a few systems; of more the first, and how many others."""
    if len(systems) <= _MOST_NAMES:
        return listing(each.title for each in systems)
    first, others = systems[0].title, len(systems) - 1
    return count("{name} and {n} other", "{name} and {n} others", others, name=first)


def _seems_live(plan: Plan, found: SystemForecast) -> bool:
    """Return whether nothing but the record of its cutover is missing."""
    return (
        found.standing != "live"
        and found.forecast <= plan.as_of
        and all(
            plan.is_over(place)
            for place, task in enumerate(plan.tasks)
            if task.is_for(found.system)
        )
    )


def _unrecorded(found: list[SystemForecast]) -> Iterator[Decision]:
    if found:
        yield _about(
            "live",
            found,
            text(
                "All tasks are over, but no cutover is recorded: record since when they"
                " are live, with 'stdmig progress live' ({systems})",
                systems=named([each.system for each in found]),
            ),
        )


def _cutovers(found: tuple[SystemForecast, ...]) -> Iterator[Decision]:
    yield from _lost([each for each in found if each.standing == "lost"])
    late = [each for each in found if each.standing == "late"]
    slow = [
        each
        for each in found
        if each.standing == "in_time" and each.longest > each.planned
    ]
    if late:
        yield _about(
            "shorten",
            late,
            text(
                "With the longest durations the deadline is not reached, with shorter"
                " ones it is: decide which tasks to shorten ({systems})",
                systems=named([each.system for each in late]),
            ),
        )
    if slow:
        yield _about(
            "day",
            slow,
            text(
                "With the longest durations the planned cutover is not reached, the"
                " deadline is: choose a later day, or shorten tasks ({systems})",
                systems=named([each.system for each in slow]),
            ),
        )


def _lost(found: list[SystemForecast]) -> Iterator[Decision]:
    """Yield what becomes of deadlines that no durations reach."""
    designated = [each for each in found if each.system.designated is not None]
    general = [each for each in found if each.system.designated is None]
    if general:
        yield _about(
            "deadline",
            general,
            text(
                "Not even the shortest durations reach the deadline: settle whether"
                " they become designated systems, and by when ({systems})",
                systems=named([each.system for each in general]),
            ),
        )
    if designated:
        yield _about(
            "deadline",
            designated,
            text(
                "Not even the shortest durations reach the deadline of designated"
                " systems: settle another completion ({systems})",
                systems=named([each.system for each in designated]),
            ),
        )


def _about(kind: DecisionKind, found: list[SystemForecast], what: Text) -> Decision:
    return Decision(kind, None, what, tuple(each.system.id for each in found))


def _policies(plan: Plan, wanted: set[str]) -> Iterator[Decision]:
    """Yield the vendors' policies that are open while nothing is signed yet."""
    open_ones = [
        procurement
        for procurement in plan.network.procurements.values()
        if not _signed(plan, procurement)
        and any(
            placed.unit.policy == "undecided"
            and placed.system.id in wanted
            and placed.system.id not in plan.network.live
            for placed in procurement.installations
        )
    ]
    if open_ones:
        systems = {
            system.id: system
            for procurement in open_ones
            for system in procurement.systems
            if system.id in wanted
        }
        yield Decision(
            "policy",
            None,
            text(
                "Decide whether to stay with the vendor or to change ({systems})",
                systems=named([*systems.values()]),
            ),
            tuple(systems),
        )


def _signed(plan: Plan, procurement: Procurement) -> bool:
    """Return whether a procurement's contract is signed already, or none is made."""
    return any(map(plan.is_over, plan.network.contracts.get(procurement.id, ())))


def _designations(found: tuple[SystemForecast, ...]) -> Iterator[Decision]:
    lacking = [
        each
        for each in found
        if each.standing != "live"
        and (own := each.system.designated) is not None
        and None in (own.reason, own.completion)
    ]
    if lacking:
        yield _about(
            "designation",
            lacking,
            text(
                "Designated systems lack their reason or completion: settle and record"
                " both ({systems})",
                systems=named([each.system for each in lacking]),
            ),
        )


def _dated(dates: tuple[NextDate, ...], last: date) -> Iterator[Decision]:
    """Yield the requests, notices and votes up to a day."""
    for each in dates:
        if each.day > last:
            continue
        match each.kind:
            case "request" | "notice" | "vote":
                yield Decision(each.kind, each.day, each.what)
