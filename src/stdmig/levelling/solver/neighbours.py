"""Better choices close to a good one (大近傍探索)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from random import Random

from stdmig.levelling.measure import load
from stdmig.levelling.problem import Choice, Problem
from stdmig.levelling.ranges import Range, ranges, touching
from stdmig.levelling.solver.aim import Aim, keeps
from stdmig.levelling.solver.effort import Effort
from stdmig.levelling.solver.encoding import encode
from stdmig.levelling.solver.model import Model
from stdmig.levelling.solver.run import Search, together

_SMALLEST, _FIRST, _LARGEST = 60, 800, 4000
"""Rungs that a neighbourhood has: at least, to begin with, at most."""

_WORK = 0.25
"""Deterministic time of one neighbourhood."""


class Neighbourhoods:
    """
    Which activities may move while the others stay.

    Parameters
    ----------
    left
        The options of every activity.
    """

    def __init__(self, problem: Problem, left: Sequence[Range], random: Random) -> None:
        self._problem, self._left, self._random = problem, left, random
        self._movable = [
            place for place, each in enumerate(left) if each.first < each.last
        ]
        self._beside: dict[int, list[int]] = {}
        for place, links in enumerate(touching(problem)):
            self._beside[place] = [
                link.after if link.before == place else link.before for link in links
            ]

    def draw(self, choice: Choice, aim: Aim, rungs: int) -> list[Range] | None:
        """Return the options of a neighbourhood of about so many rungs."""
        if not self._movable:
            return None
        inside = self._random.random() < 0.6
        order = self._window(choice, aim) if inside else self._chains()
        free, size = set[int](), 0
        for place in order:
            size += self._left[place].last - self._left[place].first
            free.add(place)
            if size >= rungs:
                break
        given = [
            self._left[place] if place in free else Range(option, option)
            for place, option in enumerate(choice)
        ]
        return ranges(self._problem, given)

    def searches(
        self, choice: Choice, aim: Aim, rungs: int, effort: Effort
    ) -> Iterator[tuple[Model, Search]]:
        """Yield a search of one neighbourhood for each worker, with its model."""
        for _ in range(effort.workers):
            options = self.draw(choice, aim, rungs)
            if options is None:
                continue
            model = Model(encode(self._problem, options), aim, choice)
            search = Search(
                model.proto,
                model.rungs,
                workers=1,
                seed=self._random.randrange(2**30),
                seconds=effort.remaining(),
                work=_WORK,
            )
            yield model, search

    def _window(self, choice: Choice, aim: Aim) -> list[int]:
        """Return the activities by how near they are to a period, a busy one first."""
        periods = self._problem.periods
        weights = [1.0] * periods
        for place, resource in enumerate(self._problem.resources):
            capacity = aim.capacity(self._problem, place)
            used = load(self._problem, resource, choice)
            if aim.target == "excess" and place in aim.soft and capacity is not None:
                weights = [
                    weight + 20 * max(0, each - most)
                    for weight, each, most in zip(weights, used, capacity, strict=True)
                ]
        (centre,) = self._random.choices(range(periods), weights)
        activities = self._problem.activities

        def far(place: int) -> tuple[float, float]:
            start = activities[place].starts[choice[place]]
            end = activities[place].ends[choice[place]]
            return max(start - centre, centre + 1 - end, 0), self._random.random()

        return sorted(self._movable, key=far)

    def _chains(self) -> list[int]:
        """Return the activities, each followed by those that are linked to it."""
        allowed = set(self._movable)
        order: dict[int, None] = {}
        while allowed:
            waiting = [self._random.choice(sorted(allowed))]
            for _ in range(12):
                if not waiting:
                    break
                place = waiting.pop(self._random.randrange(len(waiting)))
                if place not in allowed:
                    continue
                allowed.discard(place)
                order[place] = None
                waiting += [each for each in self._beside[place] if each in allowed]
            if len(order) > 150:
                break
        return list(order)


def improve(
    problem: Problem,
    left: Sequence[Range],
    aim: Aim,
    choice: Choice,
    effort: Effort,
    *,
    least: int,
    seen: Callable[[Choice], object] = lambda choice: None,
) -> Choice:
    """
    Search neighbourhoods of a choice until the target is reached or the work is done.

    As many as there are workers are searched side by side, from the same choice, and
    what they find is put together in their order: so the result depends on seed and
    workers, not on which of them was faster.

    Parameters
    ----------
    choice
        Must be allowed under the aim.
    least
        A bound; where the target has reached it, nothing is left to do.
    """
    best = aim.worth(problem, choice)
    around = Neighbourhoods(problem, left, Random(effort.draw()))
    size = float(_FIRST)
    while best is not None and best > least and effort.left() > 0:
        searches = list(around.searches(choice, aim, int(size), effort))
        if not searches:
            break
        together([search.job for _, search in searches], left=effort.remaining)
        effort.spend(max(0.08, *(search.work for _, search in searches)))
        proven = sum(search.proven for _, search in searches)
        before = choice
        for model, search in searches:
            if search.values is None:
                continue
            found = model.choice(search.values)
            for each in (_both(before, choice, found), found):
                worth = aim.worth(problem, each)
                if worth is not None and worth <= best and keeps(problem, each):
                    if worth < best or each != choice:
                        choice, best = each, worth
                        seen(choice)
                    break
        factor = 1.15 if proven == len(searches) else 0.87 if not proven else 1.0
        size = min(_LARGEST, max(_SMALLEST, size * factor))
    return choice


def _both(before: Choice, one: Choice, other: Choice) -> Choice:
    """Return a choice with the moves of both."""
    if one == before:
        return other
    return tuple(
        two if two != old else new
        for old, new, two in zip(before, one, other, strict=True)
    )
