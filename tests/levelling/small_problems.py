"""Problems small enough to try every choice (総当たり)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import product
from random import Random

from stdmig.levelling.measure import excess, value
from stdmig.levelling.problem import (
    Activity,
    Arc,
    Choice,
    Lapse,
    Objective,
    Problem,
    Resource,
)


def small_problem(seed: int, *, towns: int = 1, tight: bool = False) -> Problem:
    """Return a problem of a few activities, with windows, uneven lengths, lapses."""
    random = Random(seed)
    periods = random.randint(5, 8)
    activities: list[Activity] = []
    arcs: list[Arc] = []
    lapses: list[Lapse] = []
    resources: list[Resource] = []
    shared: list[tuple[int, int]] = []
    for town in range(towns):
        count = random.randint(2, 4 if towns == 1 else 3)
        begin = len(activities)
        for place in range(begin, begin + count):
            activities.append(_activity(random, f"{town}-{place}", periods))
        for before, after in zip(
            range(begin, begin + count), range(begin + 1, begin + count), strict=False
        ):
            if random.random() < 0.6:
                arcs.append(_arc(activities, before, after))
            elif random.random() < 0.3:
                lapses.append(_lapse(random, activities, before, after))
        places = range(begin, begin + count)
        demands = tuple((place, random.randint(1, 3)) for place in places)
        resources.append(Resource(f"lead {town}", demands, None, True, True))
        section = tuple((place, 2) for place in places if random.random() < 0.7)
        most = tuple(random.randint(2 if tight else 3, 5) for _ in range(periods))
        resources.append(Resource(f"section {town}", section, most, False, True))
        shared += [(place, 1) for place in places if random.random() < 0.7]
    vendor = Resource("vendor", tuple(shared), (1 if tight else 2,) * periods)
    return Problem(
        periods,
        tuple(activities),
        tuple(arcs),
        (*resources, vendor),
        tuple(lapses),
    )


def choices(problem: Problem) -> Iterator[Choice]:
    """Return every choice that keeps arcs and lapses."""
    for choice in product(*(range(len(each.starts)) for each in problem.activities)):
        if all(choice[a.after] >= a.first[choice[a.before]] for a in problem.arcs) and (
            all(choice[a.after] <= a.last[choice[a.before]] for a in problem.lapses)
        ):
            yield choice


def best(problem: Problem, objectives: Sequence[Objective]) -> tuple[int, ...]:
    """Return excess and then the objectives of the best of all choices."""
    return min(
        (
            excess(problem, choice),
            *(value(problem, each, choice) for each in objectives),
        )
        for choice in choices(problem)
    )


def _activity(random: Random, name: str, periods: int) -> Activity:
    starts: list[int] = []
    ends: list[int] = []
    end = 0
    for start in range(periods):
        if random.random() < 0.75 or not starts:
            end = max(end, start + random.randint(0, 3))
            if end > periods:
                break
            starts.append(start)
            ends.append(end)
    return Activity(name, tuple(starts), tuple(ends), random.randint(0, 2))


def _arc(activities: Sequence[Activity], before: int, after: int) -> Arc:
    starts = activities[after].starts
    return Arc(
        before, after, tuple(bisect_left(starts, e) for e in activities[before].ends)
    )


def _lapse(
    random: Random, activities: Sequence[Activity], before: int, after: int
) -> Lapse:
    options, last, found = len(activities[after].starts), -1, []
    for _ in activities[before].starts:
        last = max(last, random.randint(-1, options - 1))
        found.append(last)
    return Lapse(before, after, tuple(found))
