"""On which day to reckon with a cutover, as safely as it was planned (稼働の見込み)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from stdmig.outlook.slip.town import Kept
from stdmig.schedule import Cutover, Plan


def kept(cutover: Cutover) -> Kept:
    """Return with which durations a planned day can be kept."""
    if cutover.early <= cutover.day:
        return "longest"
    return "shortest" if cutover.earliest <= cutover.day else "not"


def forecast(plan: Plan, before: Sequence[Kept]) -> list[int]:
    """
    Return the day to reckon with for every system, in the order of the plan.

    A day that the longest durations kept is reckoned with the longest, any other with
    the shortest. Nothing becomes earlier than it is planned, unless that day is past.
    What is wanted on one day stays so, and after what it is wanted after.

    Parameters
    ----------
    plan
        The plan, with or without a slip.
    before
        With which durations each day could be kept without it.
    """
    days = [
        _day(cutover, safe=how == "longest")
        for cutover, how in zip(plan.cutovers, before, strict=True)
    ]
    reached: list[int] = []
    for group in plan.safe.order:
        moving = [each for each in group.systems if not _is_live(plan, each)]
        first = max((reached[earlier] + 1 for earlier in group.after), default=0)
        if any(days[each] > plan.cutovers[each].day.toordinal() for each in moving):
            first = max(first, *(days[each] for each in moving))
        for each in moving:
            if days[each] < first:
                rule = plan.safe.cutovers.get(each)
                days[each] = rule(first) if rule else first
        reached.append(max(days[each] for each in group.systems))
    return days


def moved(plan: Plan, days: Sequence[int]) -> dict[int, date]:
    """Return the days that are not the planned ones, by the places of the systems."""
    return {
        place: date.fromordinal(day)
        for place, (cutover, day) in enumerate(zip(plan.cutovers, days, strict=True))
        if cutover.source != "live" and cutover.day.toordinal() != day
    }


def _day(cutover: Cutover, *, safe: bool) -> int:
    if cutover.source == "live":
        return cutover.day.toordinal()
    possible = cutover.early if safe else cutover.earliest
    return max(cutover.day, possible).toordinal()


def _is_live(plan: Plan, place: int) -> bool:
    return plan.cutovers[place].source == "live"
