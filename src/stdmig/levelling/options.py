"""The starts among which levelling chooses (着手日の候補)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import date
from functools import lru_cache

from stdmig.dates import Rule, latest
from stdmig.levelling.demand import month_of
from stdmig.levelling.levelled import Span
from stdmig.levelling.money import tasks_of_money
from stdmig.levelling.room import Room
from stdmig.schedule import Plan


def options(plan: Plan, room: Room) -> dict[int, tuple[Span, ...]]:
    """
    Return the starts of every task that is not over, in the order of time.

    They are the first days of the months between its first and its last day, and these
    two days themselves, so that the plan as late and the one as early as possible
    stay among the choices. What a rule moves into a window, or to a vote, starts on
    the latest day that gives the same finish, as everywhere.
    """
    alone = tasks_of_money(room.money.late_only)
    found: dict[int, tuple[Span, ...]] = {}
    for place in range(len(plan.tasks)):
        known = room.timing.settled.get(place)
        rule = room.timing.tasks[place]
        if known is not None:
            if not known.over:
                found[place] = (Span(known.start, known.finish),)
        elif place in room.kept:
            day = room.kept[place]
            found[place] = (Span(day, rule(day)),)
        elif place in room.short or place in alone:
            found[place] = (Span(room.late.start[place], room.late.finish[place]),)
        else:
            found[place] = _between(
                rule, room.early.start[place], room.late.start[place]
            )
    return found


def _between(rule: Rule, first: int, last: int) -> tuple[Span, ...]:
    """Return the starts from a day to another, both among them."""
    first = min(first, last)
    own = (Span(first, rule(first)),)
    if first == last:
        return own
    starts, spans = _grid(rule, month_of(first), month_of(last))
    inner = spans[bisect_right(starts, first) : bisect_left(starts, last)]
    return (*own, *inner, Span(last, rule(last)))


@lru_cache(maxsize=65_536)
def _grid(
    rule: Rule, first: int, last: int
) -> tuple[tuple[int, ...], tuple[Span, ...]]:
    """Return the different starts that the first days of some months give."""
    found: dict[int, Span] = {}
    for month in range(first, last + 1):
        start, finish = _on_first(rule, month)
        found[start] = Span(start, finish)
    return tuple(found), tuple(found.values())


@lru_cache(maxsize=65_536)
def _on_first(rule: Rule, month: int) -> tuple[int, int]:
    """Return the start and the finish that the first day of a month gives."""
    year, number = divmod(month, 12)
    finish = rule(date(year, number + 1, 1).toordinal())
    return latest(rule, finish), finish
