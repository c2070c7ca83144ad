"""Where the durations of one chunk of samples come from (所要期間の抽出)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import erf, sqrt
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from stdmig.risk.grid import Days, look
from stdmig.risk.luck import Draw, Luck, Places

Scores = NDArray[np.float32]

_REACH = 6.0
"""Beyond so many standard deviations nothing is told apart."""

_FINE = 65_536
"""Into how many steps the normal scores are cut."""


class Source(NamedTuple):
    """
    What a task's duration, or the end of one under way, is drawn from.

    Attributes
    ----------
    values
        One per stratum, in ascending order.
    by_phase
        The same, those of one phase in a row.
    own
        How it is drawn.
    ends
        Between which values they lie.
    shared
        How the scores of the vendors that act in it are drawn.
    """

    values: Days
    by_phase: Days
    own: Draw
    ends: tuple[int, int]
    shared: tuple[Draw, ...] = ()


@dataclass(frozen=True)
class Sampler:
    """
    Draws from sources, chunk by chunk.

    Attributes
    ----------
    together
        Correlation of the scores of what shares its vendor, 0 to 1.
    """

    luck: Luck
    together: float

    def of(self, source: Source, chunk: int) -> Days:
        """Return a value per sample of a chunk."""
        if source.shared:
            return source.values.take(self.ranks(source, chunk))
        values = source.by_phase[source.own.phase[chunk]]
        return look(values, self.luck.places(source.own, chunk))

    def tenths(self, results: Days, chunk: int) -> Tenths:
        """Return what picks the results of the shortest and of the longest draws."""
        # Twice in a row, so that a shifted order of the samples is a slice.
        twice = np.concatenate([results, results]).astype(np.int64)
        return Tenths(self, chunk, twice)

    @cached_property
    def ends(self) -> list[tuple[Places, Places]]:
        """Return, per pattern, where it runs through the lowest and highest tenth."""
        size = self.luck.size
        edge = -(-size // 10)
        orders = self.luck.patterns[:, :size]
        return [
            (np.flatnonzero(order < edge), np.flatnonzero(order >= size - edge))
            for order in orders
        ]

    def ranks(self, source: Source, chunk: int) -> Places:
        """Return the stratum that each sample draws where vendors share in it."""
        ranks: Places = self._ranks.take(self._step(self._score(source, chunk)))
        return ranks

    def _score(self, source: Source, chunk: int) -> Scores:
        """Return normal scores, each partly those of the vendors (ガウス型コピュラ)."""
        score = sqrt(1 - self.together) * self._normal(source.own, chunk)
        part = sqrt(self.together / len(source.shared))
        for each in source.shared:
            score += part * self._normal(each, chunk)
        return score

    def _normal(self, draw: Draw, chunk: int) -> Scores:
        strata = self.luck.places(draw, chunk) * self.luck.phases + draw.phase[chunk]
        return self._scores.take(strata)

    def _step(self, score: Scores) -> Places:
        place = (score + _REACH) * (_FINE / (2 * _REACH))
        steps: Places = np.clip(place, 0, _FINE).astype(np.intp)
        return steps

    @cached_property
    def _curve(self) -> NDArray[np.float64]:
        """Return the normal distribution at every step."""
        steps = np.linspace(-_REACH, _REACH, _FINE + 1) / sqrt(2)
        return np.array([(1 + erf(each)) / 2 for each in steps.tolist()])

    @cached_property
    def _scores(self) -> Scores:
        """Return the normal score at the middle of each stratum."""
        middles = (np.arange(self.luck.strata) + 0.5) / self.luck.strata
        steps = np.linspace(-_REACH, _REACH, _FINE + 1)
        return np.interp(middles, self._curve, steps).astype(np.float32)

    @cached_property
    def _ranks(self) -> Places:
        """Return the stratum of a normal score, by its step."""
        ranks = (self._curve * self.luck.strata).astype(np.intp)
        return np.clip(ranks, 0, self.luck.strata - 1)


class Tenths(NamedTuple):
    """
    Picks the results of a chunk by what one source drew.

    Attributes
    ----------
    twice
        The results of the samples, twice in a row.
    """

    sampler: Sampler
    chunk: int
    twice: NDArray[np.int64]

    def of(self, source: Source) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Return the results of the lowest tenth of the draws, and of the highest."""
        luck = self.sampler.luck
        length = luck.length(self.chunk)
        once = self.twice[:length]
        if source.shared or length < luck.size:
            if source.shared:
                drawn, number = self.sampler.ranks(source, self.chunk), luck.strata
            else:
                drawn, number = luck.places(source.own, self.chunk), luck.size
            edge = -(-number // 10)
            return once[drawn < edge], once[drawn >= number - edge]
        first = source.own.offset[self.chunk]
        shifted = self.twice[length - first : 2 * length - first]
        low, high = self.sampler.ends[source.own.pattern[self.chunk]]
        return shifted.take(low), shifted.take(high)


def drawn(
    sampler: Sampler, sources: Sequence[Source | int | None], chunk: int
) -> list[Days | int]:
    """Return a value for each source; what is fixed, and 0 where there is none."""
    return [
        sampler.of(each, chunk) if isinstance(each, Source) else each or 0
        for each in sources
    ]
