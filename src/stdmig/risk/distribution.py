"""Days as they came out in many samples (日付の分布)."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import accumulate


@dataclass(frozen=True)
class Distribution:
    """
    How often each day came out.

    Attributes
    ----------
    first
        Ordinal of the first day that came out.
    counts
        Number of samples from that day on, day by day; the last one is not 0.
    """

    first: int
    counts: tuple[int, ...]

    @property
    def samples(self) -> int:
        """Return how many samples there were."""
        return self._up_to[-1]

    @cached_property
    def _up_to(self) -> list[int]:
        return list(accumulate(self.counts))

    def chance(self, day: date) -> float:
        """Return the share of the samples that came out on or before a day."""
        place = day.toordinal() - self.first
        if place < 0:
            return 0.0
        return self._up_to[min(place, len(self.counts) - 1)] / self.samples

    def quantile(self, share: float) -> date:
        """Return the first day by which `share` (0 to 1) of the samples came out."""
        wanted = max(share * self.samples, 1)
        # A product of floats may lie just above the whole number that is meant.
        place = bisect_left(self._up_to, wanted - 1e-6)
        return date.fromordinal(self.first + min(place, len(self.counts) - 1))

    @cached_property
    def mean(self) -> float:
        """Return the mean of the days' ordinals."""
        total = sum(place * each for place, each in enumerate(self.counts))
        return self.first + total / self.samples
