"""The budgets of every year, day by day, as a wall calendar has them (予算の日)."""

from __future__ import annotations

from datetime import date
from functools import cache

from tests.oracle import ONE_DAY, Budget
from tests.schedule.town import Calendar, Sitting, YearDay

YEARS = range(1940, 2090)
"""Enough of them before and after every day of the tests."""


@cache
def ways_of(calendar: Calendar) -> dict[str, tuple[Budget, ...]]:
    """Return the budgets of each way that a town allows, by its id."""
    ways = {"ordinary": tuple(_ordinary(year, calendar) for year in YEARS)}
    for each in _sessions(calendar):
        ways[each.id] = tuple(_voted_in(year, each, calendar) for year in YEARS)
    if calendar.zero_debt:
        for each in _all_sessions(calendar):
            budgets = tuple(_voted_in(year, each, calendar) for year in YEARS)
            ways[f"zero-{each.id}"] = budgets
    return ways


def _all_sessions(calendar: Calendar) -> list[Sitting]:
    # What is voted on 31 March has no day left on which it could be signed.
    return [each for each in calendar.sittings if each.closes and each.end != (3, 31)]


def _sessions(calendar: Calendar) -> list[Sitting]:
    wanted = calendar.supplementary
    return [
        each
        for each in _all_sessions(calendar)
        if calendar.debt_obligation and (wanted is None or each.id in wanted)
    ]


def _ordinary(year: int, calendar: Calendar) -> Budget:
    first, last = calendar.request
    opens, closes = _on(year, first), _on(year + (last < first), last)
    april = date(closes.year + (closes.month > 3), 4, 1)
    votes = [each.end for each in calendar.sittings if each.votes_budget]
    vote = min(_after(closes, [*votes, (3, 31)][0]), april - ONE_DAY)
    notice = vote
    if calendar.notice:
        notice = min(_after(closes - ONE_DAY, calendar.notice), vote)
    debt = [vote]
    for each in _sessions(calendar) + (
        _all_sessions(calendar) if calendar.zero_debt else []
    ):
        assert each.closes
        debt.append(_after(_after(closes - ONE_DAY, each.closes), each.end))
    waits = {
        "request": date.min,
        "notice": notice,
        "vote": vote,
        "debt_vote": min(debt),
    }
    day = waits[calendar.rfp_after]
    tender = day if day == date.min else day + ONE_DAY
    return Budget(opens, closes, tender, april, date(april.year + 1, 3, 31))


def _voted_in(year: int, sitting: Sitting, calendar: Calendar) -> Budget:
    assert sitting.closes
    closes = _on(year, sitting.closes)
    usable = _after(closes, sitting.end) + ONE_DAY
    waits = {
        "request": date.min,
        "notice": min(_after(closes, sitting.start), usable),
        "vote": usable,
        "debt_vote": usable,
    }
    vote = usable - ONE_DAY
    lapses = date(vote.year + (vote.month > 3), 3, 31)
    return Budget(date.min, closes, waits[calendar.rfp_after], usable, lapses)


def _on(year: int, day: YearDay) -> date:
    try:
        return date(year, *day)
    except ValueError:
        return date(year, 2, 28)


def _after(day: date, wanted: YearDay) -> date:
    """Return the first such day of any year after a day."""
    return next(
        found for year in (day.year, day.year + 1) if (found := _on(year, wanted)) > day
    )
