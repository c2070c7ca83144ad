"""Wanted orders and common days that the plan does not keep (守れない稼働順序)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal, NamedTuple

from stdmig.inventory import Blackout, ClosedDates
from stdmig.schedule.cutover import Cutover
from stdmig.schedule.plan import Plan
from stdmig.schedule.town_days import closed_dates


class BrokenOrder(NamedTuple):
    """
    Two systems that are not cut over as they are wanted to be.

    Attributes
    ----------
    wish
        ``with``: both on one day; ``after``: the first one later than the other.
    cause
        ``wanted``: the wanted days contradict each other; ``deadline``, ``blackout``,
        ``closed``: the wanted day of the one is none for the other; ``no_day``: no
        allowed day is left.
    by
        The black-out or the closed dates, where they are the cause.
    """

    first: Cutover
    other: Cutover
    wish: Literal["with", "after"]
    cause: Literal["wanted", "deadline", "blackout", "closed", "no_day"]
    by: Blackout | ClosedDates | None = None


def broken_orders(plan: Plan) -> Iterator[BrokenOrder]:
    """Yield what is wanted between two systems and not kept."""
    known = {each.system.id: each for each in plan.cutovers}
    told: set[frozenset[str]] = set()
    for cutover in plan.cutovers:
        system = cutover.system
        for name in system.together:
            pair = frozenset((system.id, name))
            if name in known and pair not in told and known[name].day != cutover.day:
                told.add(pair)
                yield _apart(plan, cutover, known[name])
        for name in dict.fromkeys(system.after):
            if name in known and known[name].day >= cutover.day:
                both = cutover.source == known[name].source == "wanted"
                cause: Literal["wanted", "no_day"] = "wanted" if both else "no_day"
                yield BrokenOrder(cutover, known[name], "after", cause)


def _apart(plan: Plan, cutover: Cutover, other: Cutover) -> BrokenOrder:
    chosen, day = _chosen_one(cutover, other)
    if chosen is None:
        return BrokenOrder(cutover, other, "with", "wanted")
    if day > chosen.deadline:
        return BrokenOrder(cutover, other, "with", "deadline")
    template = plan.inventory.template
    for each in template.blackouts:
        if each.system == chosen.system.id and each.on(day) == "stated":
            return BrokenOrder(cutover, other, "with", "blackout", each)
    for closed in closed_dates(template, chosen.system, day):
        return BrokenOrder(cutover, other, "with", "closed", closed)
    return BrokenOrder(cutover, other, "with", "wanted")


def _chosen_one(cutover: Cutover, other: Cutover) -> tuple[Cutover | None, date]:
    """Return the one whose day is chosen, if only one is, and the day of the other."""
    for one, another in ((cutover, other), (other, cutover)):
        if one.source == "chosen" and another.source == "wanted":
            return one, another.day
    return None, cutover.day
