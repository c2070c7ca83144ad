"""How much of a search is left to do (探索の残り)."""

from __future__ import annotations

from collections.abc import Callable
from math import inf
from random import Random

from stdmig.levelling.solved import Limits

RATE = 0.55
"""
Work of CP-SAT, in its deterministic time, that is counted on per second.

Less than what one core does, so that the work ends before the time on most machines;
then the result depends on the limits alone, not on the machine.
"""


class Effort:
    """
    Work and time that are left.

    Work is counted in CP-SAT's deterministic time, which is the same in every run.

    Attributes
    ----------
    workers
        Number of threads.
    spent
        Work that is done.
    """

    def __init__(
        self,
        remaining: Callable[[], float],
        work: float,
        workers: int,
        random: Random,
        above: Effort | None = None,
    ) -> None:
        self.remaining = remaining
        self.workers = workers
        self.spent = 0.0
        self._work, self._random, self._above = work, random, above

    @classmethod
    def of(cls, limits: Limits) -> Effort:
        """Return all that the limits allow."""
        work = inf
        if limits.seconds is not None:
            # Whole seconds: what went before the search does not always take as long.
            digits = 1 if limits.seconds < 2 else 0
            work = max(0.1, round(limits.seconds, digits)) * RATE
        return cls(limits.remaining, work, max(1, limits.workers), Random(limits.seed))

    def share(self, part: float) -> Effort:
        """Return a part of what is left, as an effort of its own."""
        reserve = (1 - part) * max(0.0, self.remaining())
        return Effort(
            lambda: self.remaining() - reserve,
            part * self.left(),
            self.workers,
            self._random,
            self,
        )

    def left(self) -> float:
        """Return the work that is left; 0 where the time is over."""
        if self.remaining() <= 0:
            return 0.0
        return max(0.0, self._work - self.spent)

    def spend(self, work: float) -> None:
        """Count work as done."""
        self.spent += work
        if self._above is not None:
            self._above.spend(work)

    def draw(self) -> int:
        """Return a seed for a search of its own."""
        return self._random.randrange(2**30)
