"""One municipality's tasks, links and money as pieces of the problem (定式化の部品)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from stdmig.levelling.demand import Demand, MonthNumber, month_of
from stdmig.levelling.levelled import Span
from stdmig.levelling.money import last_day
from stdmig.levelling.problem import Activity, Arc, Lapse
from stdmig.levelling.room import Room
from stdmig.schedule import Plan
from stdmig.schedule.funding import first_to_spend


class Part(NamedTuple):
    """
    One municipality in the problem.

    Attributes
    ----------
    first
        Place of its first activity.
    places
        Of its activities' tasks, in their order.
    starts
        The starts of each of them.
    demands
        Who does how much.
    """

    plan: Plan
    room: Room
    first: int
    places: tuple[int, ...]
    starts: tuple[tuple[Span, ...], ...]
    demands: tuple[Demand, ...]


def activities_of(part: Part, first: MonthNumber) -> Iterator[Activity]:
    """
    Yield the tasks of a municipality with the periods that each start touches.

    What lies before the as-of date is nobody's load any more.
    """
    for place, starts in zip(part.places, part.starts, strict=True):
        begins = tuple(max(0, month_of(each.start) - first) for each in starts)
        ends = tuple(
            max(0, month_of(each.finish - 1) + 1 - first)
            if each.finish > each.start
            else begin
            for each, begin in zip(starts, begins, strict=True)
        )
        yield Activity(part.plan.tasks[place].id, begins, ends)


def arcs_of(part: Part) -> Iterator[Arc]:
    """Yield what waits for what; what is settled, or short of time, waits no more."""
    number = {place: each for each, place in enumerate(part.places)}
    links, loose = part.room.timing.links, part.room.short
    for place, earlier in enumerate(part.plan.ahead.before):
        if place not in number or place in loose:
            continue
        days = [span.start for span in part.starts[number[place]]]
        for other in earlier:
            if other not in number or other in loose:
                continue
            rule = links.get((other, place))
            follows = tuple(
                bisect_left(days, rule(span.finish) if rule else span.finish)
                for span in part.starts[number[other]]
            )
            if follows[-1]:
                yield Arc(
                    part.first + number[other], part.first + number[place], follows
                )


def lapses_of(part: Part) -> Iterator[Lapse]:
    """Yield the contracts that must begin before their money lapses."""
    number = {place: each for each, place in enumerate(part.places)}
    timing = part.room.timing
    for each in part.room.money.lapsing:
        first = first_to_spend(each, part.room.late)
        contract, request = number.get(first), number.get(each.request)
        if contract is None or request is None:
            continue
        days = [span.start for span in part.starts[contract]]
        until = tuple(
            bisect_right(days, last_day(timing, each, span.finish)) - 1
            for span in part.starts[request]
        )
        yield Lapse(part.first + request, part.first + contract, until)
