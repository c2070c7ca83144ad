"""First and last day of every task, with what is not to be moved (着手できる範囲)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple

from stdmig.inventory.template import Durations
from stdmig.levelling.money import Bound, bound, by_one_way
from stdmig.network import Purchase
from stdmig.schedule import Plan, Timing
from stdmig.schedule.funding import before_lapses
from stdmig.schedule.passes import Backward, Forward, backward, forward
from stdmig.schedule.scenario import ScenarioName

_SCENARIOS: dict[str, ScenarioName] = {
    "likely": "likely",
    "maximum": "safe",
    "minimum": "quick",
}


class Released(NamedTuple):
    """
    A task that cannot keep the day that it was to keep.

    Attributes
    ----------
    wanted
        That day.
    possible
        The nearest day on which it can start.
    """

    place: int
    wanted: int
    possible: int


class Room(NamedTuple):
    """
    Where each task can lie.

    Attributes
    ----------
    timing
        The rules of the durations that levelling counts with.
    plain
        Dates before: as late as the cutovers allow, what has begun as it is.
    early, late
        First and last dates with what is kept.
    kept
        Days of the tasks that are not to be moved.
    released
        Those that were to keep a day, and cannot.
    short
        By how many days a task lacks time, for those that must start before they
        can.
    money
        What the money asks of the starts.
    """

    timing: Timing
    plain: Backward
    early: Forward
    late: Backward
    kept: Mapping[int, int]
    released: tuple[Released, ...]
    short: Mapping[int, int]
    money: Bound


def room(plan: Plan, durations: Durations, kept: Mapping[int, int]) -> Room:
    """
    Return where each task can lie between what comes before and after it.

    Parameters
    ----------
    plan
        The dates.
    durations
        Which durations are counted with.
    kept
        Days of the tasks that are not to be moved. What contradicts the cutovers, or
        another such day, is released.
    """
    own = plan.scenario(_SCENARIOS[durations])
    timing = by_one_way(plan, own.timing, own.late)
    early, late = _passes(plan, timing, {}, ())
    first = _first_days(plan, timing, early)
    short = {
        place: first[place] - late.start[place]
        for place in range(len(plan.tasks))
        if place not in timing.settled and first[place] > late.start[place]
    }
    plain, released = late, []
    held = {place: day for place, day in kept.items() if place not in short}
    for place, day in tuple(held.items()):
        if not first[place] <= day <= late.start[place]:
            nearest = first[place] if day < first[place] else late.start[place]
            released.append(Released(place, day, nearest))
            del held[place]
    while held:
        early, _ = _passes(plan, timing, held, plan.network.purchases)
        first = _first_days(plan, timing, early)
        pushed = [place for place, day in held.items() if first[place] > day]
        released += [Released(place, held[place], first[place]) for place in pushed]
        if not pushed:
            break
        for place in pushed:
            del held[place]
    early, late = _funded(plan, timing, held, short)
    late = _as_begun(late, early, timing)
    return Room(
        timing,
        _as_begun(plain, early, timing),
        early,
        late,
        held,
        tuple(released),
        short,
        # A request that is under way asks when it does, not as late as it might.
        bound(plan.ahead, timing, late),
    )


def _funded(
    plan: Plan, timing: Timing, held: Mapping[int, int], short: Collection[int]
) -> tuple[Forward, Backward]:
    """Return the dates; money lapses only where what is kept leaves no other way."""
    exempt: tuple[Purchase, ...] = ()
    while True:
        early, late = _passes(plan, timing, held, exempt)
        first = _first_days(plan, timing, early)
        fits = all(
            late.start[place] >= held.get(place, day)
            for place, day in enumerate(first)
            if place not in short and place not in timing.settled
        )
        more = [
            each
            for each in plan.network.purchases
            if each not in exempt and not late.bounds.keys().isdisjoint(each.spending)
        ]
        if fits or not more:
            return early, late
        exempt += tuple(more)


def _passes(
    plan: Plan,
    timing: Timing,
    held: Mapping[int, int],
    exempt: Collection[Purchase],
) -> tuple[Forward, Backward]:
    """Return first and last dates where some tasks start neither later nor earlier."""
    floors = [
        max(floor.day, held.get(place, 0)) for place, floor in enumerate(plan.floors)
    ]
    days = [each.day.toordinal() for each in plan.cutovers]
    purchases = [each for each in plan.network.purchases if each not in exempt]

    def late(bounds: Mapping[int, int]) -> Backward:
        merged = {**held}
        for place, day in bounds.items():
            merged[place] = min(day, merged.get(place, day))
        return backward(plan.ahead, timing, days, merged)

    return (
        forward(plan.ahead, timing, floors, plan.as_of.toordinal()),
        before_lapses(plan.ahead, timing, purchases if timing.ways else (), late),
    )


def _first_days(plan: Plan, timing: Timing, early: Forward) -> list[int]:
    """Return the first day on which each task can start, as it is, not rounded up."""
    found = []
    for place, earlier in enumerate(plan.ahead.before):
        day = plan.floors[place].day
        for other in earlier:
            rule = timing.links.get((other, place))
            done = early.finish[other]
            day = max(day, rule(done) if rule else done)
        found.append(day)
    return found


def _as_begun(late: Backward, early: Forward, timing: Timing) -> Backward:
    """Return late dates in which what has begun keeps the days of its record."""
    starts, finishes = [*late.start], [*late.finish]
    for place in timing.settled:
        starts[place], finishes[place] = early.start[place], early.finish[place]
    return late._replace(start=starts, finish=finishes)
