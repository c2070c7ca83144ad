"""One objective: what is proven of it, and the search for better (最適化の段階)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import reduce
from math import gcd

from stdmig.levelling.bounds import bound, step
from stdmig.levelling.components import part_of, put
from stdmig.levelling.measure import value
from stdmig.levelling.problem import Choice, Objective, Problem
from stdmig.levelling.ranges import Range, ranges
from stdmig.levelling.solver.aim import Aim
from stdmig.levelling.solver.curve import Curve
from stdmig.levelling.solver.effort import Effort
from stdmig.levelling.solver.encoding import Encoding, encode
from stdmig.levelling.solver.model import Model
from stdmig.levelling.solver.neighbours import improve
from stdmig.levelling.solver.relaxation import Relaxation
from stdmig.levelling.solver.run import Job, together
from stdmig.levelling.solver.standing import Standing
from stdmig.levelling.solver.whole import solve_whole

_SMALL = 1500
"""A problem of so many rungs is given to the solver as a whole before anything else."""

_SECONDS_OF_LINES: dict[Objective, float] = {"peak": 0.5, "squares": 3.0, "early": 2.0}
"""What a linear relaxation takes, about, per thousand rungs (measured)."""

_ONE = ((1, 0.35), (0, 0.6))
_MANY = ((2, 0.35), (1, 0.5), (1, 0.6), (0, 0.9))
"""How far above its bound a peak is searched, in turn, and with what share of the
time; of one part and of several."""

_WHOLE = 12_000
"""A problem of more is never given to it as a whole."""


class Stage:
    """
    The search for one objective.

    Parameters
    ----------
    groups
        The parts of the problem, as `parts` found them.
    least
        Per objective that is done, what is proven of every part.
    """

    def __init__(
        self,
        problem: Problem,
        left: Sequence[Range],
        groups: Sequence[tuple[int, ...]],
        target: Objective,
        standing: Standing,
        least: dict[Objective, list[int]],
    ) -> None:
        self._problem, self._left, self._groups = problem, left, groups
        self._target, self._standing = target, standing
        self._proven = least
        alone = [part_of(problem, places) for places in groups]
        self._least = [
            bound(each, target, [left[place] for place in places])
            for each, places in zip(alone, groups, strict=True)
        ]
        least[target] = self._least
        self._begin: list[list[Choice]] = [[] for _ in groups]

    def run(self, effort: Effort) -> None:
        """Search until nothing can be better, or the effort is spent."""
        self._standing.target = self._target
        if self._done():
            return
        if self._size() <= _SMALL:
            self._whole(effort.share(0.4))
        if not self._done():
            self._relax(effort.share(0.4))
        if self._target == "peak":
            several = len(self._groups) > 1
            for above, part in _MANY if several else _ONE:
                if not self._done():
                    self._parts(effort.share(part), above)
        if not self._done():
            whole = self._size() <= _WHOLE and len(self._groups) == 1
            self._parts(effort.share(0.7 if whole else 1.0), None)
            if whole and not self._done():
                self._whole(effort)

    def _done(self) -> bool:
        now = value(self._problem, self._target, self._standing.choice)
        return now <= self._standing.bound(self._target)

    def _size(self) -> int:
        return sum(last - first for first, last in self._left)

    def _note(self) -> None:
        self._standing.raise_bound(self._target, sum(self._least))

    def _relax(self, effort: Effort) -> None:
        """Prove bounds, and find where to begin, by what there is time for."""
        seconds = _SECONDS_OF_LINES[self._target] * self._size() / 1000
        lines = effort.remaining() * effort.workers > 1.5 * seconds
        if self._target == "squares" or not lines:
            self._relax_by(Curve, effort.share(0.5 if lines else 1.0))
        if lines or self._target == "early":
            self._relax_by(Relaxation, effort)

    def _relax_by(self, kind: type[Curve | Relaxation], effort: Effort) -> None:
        """Prove a bound of every part, as many at a time as there are workers."""
        waiting = list(range(len(self._groups)))
        while waiting and effort.left() > 0:
            now, waiting = waiting[: effort.workers], waiting[effort.workers :]
            seconds = effort.remaining() / (1 + len(waiting) / effort.workers)
            relaxed = [(number, kind(*self._relaxed(number))) for number in now]
            together(
                [Job(_solving(each, seconds), each.stop) for _, each in relaxed],
                left=effort.remaining,
            )
            for number, each in relaxed:
                effort.spend(each.work)
                self._prove(number, each)
            self._note()

    def _relaxed(self, number: int) -> tuple[Encoding, Aim]:
        places = self._groups[number]
        part = part_of(self._problem, places)
        held = {
            objective: most
            - sum(
                least
                for other, least in enumerate(self._proven[objective])
                if other != number
            )
            for objective, most in self._standing.held.items()
        }
        encoding = encode(part, [self._left[place] for place in places])
        return encoding, Aim(self._target, held)

    def _prove(self, number: int, relaxed: Curve | Relaxation) -> None:
        self._begin[number] += relaxed.choices()
        proven = relaxed.bound()
        if proven is None:
            return
        if self._target == "peak":
            part = part_of(self._problem, self._groups[number])
            unit = reduce(gcd, (step(r) for r in part.resources if r.peak), 0) or 1
            proven = -(-proven // unit) * unit
        self._least[number] = max(self._least[number], proven)

    def _parts(self, effort: Effort, above: int | None) -> None:
        """
        Improve part after part, the others staying where they are.

        Parameters
        ----------
        above
            How far above its bound a part's peak may be, to search for that alone:
            what exceeds it, all months added up, shows the way better than the peak
            does, which only its highest month makes. None to search the target itself.
        """
        for number, places in enumerate(self._groups):
            if self._done() or effort.left() <= 0:
                return
            waiting = len(self._groups) - number
            self._part(number, places, above, effort.share(1 / waiting))

    def _part(
        self, number: int, places: tuple[int, ...], above: int | None, effort: Effort
    ) -> None:
        whole = self._standing.choice
        part = part_of(self._problem, places, whole)
        now = tuple(whole[place] for place in places)
        left = ranges(part, [self._left[place] for place in places])
        worth = value(part, self._target, now)
        least = self._least[number]
        if left is None or worth <= least + (above or 0):
            return
        held = {
            objective: most
            - value(self._problem, objective, whole)
            + value(part, objective, now)
            for objective, most in self._standing.held.items()
        }
        begin = now
        aim = Aim(self._target, held)
        if above is not None:
            peaks = [place for place, each in enumerate(part.resources) if each.peak]
            if len(peaks) != 1:
                return
            aim = Aim(
                "excess",
                held,
                frozenset(range(len(part.resources))),
                {peaks[0]: least + above},
            )
            begin = _best(part, aim, [now, *self._begin[number]])
            least = 0

        def seen(choice: Choice) -> None:
            self._standing.offer(put(self._standing.choice, places, choice))

        ended = improve(part, left, aim, begin, effort, least=least, seen=seen)
        # Where it exceeds something still, the next search for this part goes on.
        self._begin[number].append(ended)

    def _whole(self, effort: Effort) -> None:
        """Let the solver find and prove the best of the whole problem."""
        if effort.left() <= 0:
            return
        choice, target = self._standing.choice, self._target
        aim = Aim(target, self._standing.held)
        model = Model(
            encode(self._problem, self._left),
            aim,
            choice,
            self._standing.bound(target),
        )
        proven = solve_whole(model, self._standing, effort)
        if proven is not None:
            self._standing.raise_bound(target, proven)
            if len(self._groups) == 1:
                self._least[0] = max(self._least[0], proven)


def _solving(relaxed: Curve | Relaxation, seconds: float) -> Callable[[], None]:
    return lambda: relaxed.solve(seconds)


def _best(problem: Problem, aim: Aim, choices: Sequence[Choice]) -> Choice:
    """Return the choice that is worth least; the first where they are equal."""
    worths = [aim.worth(problem, each) for each in choices]
    allowed = [(w, place) for place, w in enumerate(worths) if w is not None]
    return choices[min(allowed)[1]] if allowed else choices[0]
