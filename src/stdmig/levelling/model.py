"""Plans as one bare problem of starts, and its choices as dates (定式化)."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from stdmig.inventory.template import Durations
from stdmig.levelling.dead_ends import dead_ends
from stdmig.levelling.demand import Demand, MonthNumber, demands, month_of
from stdmig.levelling.groups import Group, all_vendors, groups
from stdmig.levelling.levelled import Span
from stdmig.levelling.options import options
from stdmig.levelling.part import Part, activities_of, arcs_of, lapses_of
from stdmig.levelling.problem import Choice, Problem, Resource
from stdmig.levelling.ranges import Range, followed
from stdmig.levelling.room import Room, room
from stdmig.levelling.trim import trimmed
from stdmig.schedule import Plan


@dataclass(frozen=True)
class Model:
    """
    The problem, and what its numbers stand for.

    Attributes
    ----------
    parts
        The municipalities, in the order in which they were named.
    groups
        What each resource of the problem stands for.
    late
        The choice as late as possible.
    first
        The month of period 0, that of the as-of date.
    scale
        How many units one person is: 1, or 10 where anything has tenths.
    """

    problem: Problem
    parts: tuple[Part, ...]
    groups: tuple[Group, ...]
    late: Choice
    first: MonthNumber
    scale: int

    def spans(self, choice: Choice) -> tuple[dict[int, Span], ...]:
        """Return the dates of every task of every municipality."""
        found = []
        for part in self.parts:
            over = part.room.plain
            dates = {
                place: Span(over.start[place], over.finish[place])
                for place in range(len(part.plan.tasks))
            }
            for number, place in enumerate(part.places):
                dates[place] = part.starts[number][choice[part.first + number]]
            found.append(dates)
        return tuple(found)

    def task(self, activity: int) -> tuple[int, int]:
        """Return the municipality of an activity, and the place of its task."""
        for town, part in enumerate(self.parts):
            if activity < part.first + len(part.places):
                return town, part.places[activity - part.first]
        raise IndexError(activity)


def model(
    plans: Sequence[Plan],
    durations: Durations,
    kept: Sequence[Mapping[int, int]],
) -> Model:
    """
    Return the problem of choosing all starts.

    Periods are calendar months. A vendor's capacity is shared by all municipalities
    that write it down; everybody else works for one alone.

    Parameters
    ----------
    plans
        One per municipality, with different names or not.
    durations
        Which durations are counted with.
    kept
        For each plan, the days of the tasks that are not to be moved.
    """
    parts: list[Part] = []
    size = 0
    vendors = all_vendors(plans)
    for plan, held in zip(plans, kept, strict=True):
        own = room(plan, durations, held)
        part = _part(plan, own, size, demands(plan, vendors))
        parts.append(part)
        size += len(part.places)
    first, periods = _months(parts)
    shared = groups([part.demands for part in parts])
    scale = _scale(shared)
    rough = _rough(parts, first, periods)
    dead = dead_ends(rough)
    if dead:
        parts = [_without(part, dead) for part in parts]
        rough = _rough(parts, first, periods)
    left = followed(rough)
    late = tuple(each.last - each.first for each in left)
    for each, activity in zip(left, rough.activities, strict=True):
        if each.empty:
            raise AssertionError(f"no start left: {activity.name}")
    sharp = trimmed(rough, left)
    parts = [_trimmed(part, left) for part in parts]
    resources = tuple(_resource(sharp, parts, group, first, scale) for group in shared)
    return Model(
        replace(sharp, resources=resources), tuple(parts), shared, late, first, scale
    )


def _rough(parts: Sequence[Part], first: MonthNumber, periods: int) -> Problem:
    """Return the problem with every start, and nobody who does the work."""
    return Problem(
        periods,
        tuple(each for part in parts for each in activities_of(part, first)),
        tuple(each for part in parts for each in arcs_of(part)),
        (),
        tuple(each for part in parts for each in lapses_of(part)),
    )


def _without(part: Part, dead: Mapping[int, Collection[int]]) -> Part:
    """Return it without the starts that lead nowhere."""
    starts = tuple(
        tuple(each for option, each in enumerate(own) if option not in dead[place])
        if place in dead
        else own
        for place, own in enumerate(part.starts, part.first)
    )
    return part._replace(starts=starts)


def _part(plan: Plan, own: Room, size: int, work: tuple[Demand, ...]) -> Part:
    starts = options(plan, own)
    return Part(plan, own, size, tuple(starts), tuple(starts.values()), work)


def _trimmed(part: Part, left: Sequence[Range]) -> Part:
    """Return it without the starts that no choice can take."""
    starts = tuple(
        each[left[place].first : left[place].last + 1]
        for place, each in enumerate(part.starts, part.first)
    )
    return part._replace(starts=starts)


def _months(parts: Sequence[Part]) -> tuple[MonthNumber, int]:
    """Return the month of the as-of date, and how many months there are from it on."""
    first = min(month_of(part.plan.as_of.toordinal()) for part in parts)
    last = max(
        (
            month_of(max(starts[-1].finish - 1, starts[-1].start))
            for part in parts
            for starts in part.starts
        ),
        default=first,
    )
    return first, max(last, first) + 1 - first


def _scale(found: Sequence[Group]) -> int:
    """Return 1 where all amounts are whole, else 10."""
    amounts = [
        amount for group in found for own in group.amounts for amount in own.values()
    ]
    limits = [each for group in found for each in group.limit or () if each is not None]
    whole = all(each == each.to_integral_value() for each in (*amounts, *limits))
    return 1 if whole else 10


def _resource(
    problem: Problem,
    parts: Sequence[Part],
    group: Group,
    first: MonthNumber,
    scale: int,
) -> Resource:
    """Return a group of people with the capacity of all months."""
    taken: list[tuple[int, int]] = []
    for part, amounts in zip(parts, group.amounts, strict=True):
        for number, place in enumerate(part.places, part.first):
            amount = amounts.get(place)
            each = problem.activities[number]
            if amount and any(map(int.__lt__, each.starts, each.ends)):
                taken.append((number, int(amount * scale)))
    enough = sum(amount for _, amount in taken)
    capacity = None
    if group.limit is not None:
        capacity = tuple(
            _units(group.limit[(first + period) % 12], scale, enough)
            for period in range(problem.periods)
        )
    kind, busy = group.worker.kind, bool(taken)
    return Resource(
        group.name,
        tuple(taken),
        capacity,
        peak=busy and kind == "lead",
        squares=busy and kind != "vendor",
    )


def _units(amount: Decimal | None, scale: int, enough: int) -> int:
    """Return a month's capacity in units; what is not limited is always enough."""
    return enough if amount is None else int(amount * scale)
