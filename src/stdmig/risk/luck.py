"""Draws that are spread evenly, and the same on every machine (乱数)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from hashlib import shake_128
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from stdmig.risk.grid import Days

_CHUNK = 10_000
"""About how many samples are drawn together: few calls, little memory."""

_MOST_PHASES = 256
"""How many chunks together are spread over all strata."""

_PATTERNS = 65_536
"""At least so many orders in which a chunk can run through its strata."""

Places = NDArray[np.intp]


class Draw(NamedTuple):
    """
    How something is drawn, chunk by chunk.

    Attributes
    ----------
    pattern, offset
        Which of the orders is taken, and where it begins.
    phase
        Which place within its strata the chunk takes.
    """

    pattern: list[int]
    offset: list[int]
    phase: list[int]


@dataclass(frozen=True)
class Luck:
    """
    Latin hypercube draws (ラテン超方格法): every share of a duration once.

    The probabilities are cut into as many strata as there are samples, and every task
    draws each of them once, in an order of its own: so each sample is as good as one of
    independent draws, while every single duration is spread exactly. What a task draws
    depends on the seed and on its id alone, not on the other tasks.

    Attributes
    ----------
    samples
        How many there are.
    seed
        Another one gives other samples.
    """

    samples: int
    seed: int

    @cached_property
    def chunks(self) -> int:
        """Return into how many chunks the samples fall; all but the last are alike."""
        wanted = -(-self.samples // _CHUNK)
        even = (n for n in range(wanted, 2 * wanted) if self.samples % n == 0)
        return next(even, wanted)

    @cached_property
    def size(self) -> int:
        """Return the samples in a chunk."""
        return -(-self.samples // self.chunks)

    def length(self, chunk: int) -> int:
        """Return the samples in one chunk; the last may be shorter."""
        return min(self.size, self.samples - chunk * self.size)

    @property
    def phases(self) -> int:
        """Return how many chunks are spread over all strata together."""
        return min(self.chunks, _MOST_PHASES)

    @property
    def strata(self) -> int:
        """Return into how many strata a probability is cut."""
        return self.size * self.phases

    @cached_property
    def patterns(self) -> Places:
        """Return orders of the strata of a chunk, each written twice in a row."""
        number = max(16, min(1024, -(-_PATTERNS // self.size)))
        raw = _raw(f"{self.seed}", number * self.size).reshape(number, self.size)
        orders = np.argsort(raw, axis=1)
        return np.concatenate([orders, orders], axis=1)

    def draw(self, name: str) -> Draw:
        """Return how the thing of a name is drawn."""
        chunks, phases, orders = self.chunks, self.phases, len(self.patterns)
        raw = _raw(f"{self.seed} {name}", 3 * chunks).tolist()
        order = sorted(range(phases), key=raw.__getitem__)
        return Draw(
            [each % orders for each in raw[chunks : 2 * chunks]],
            [each % self.size for each in raw[2 * chunks :]],
            [order[chunk % phases] for chunk in range(chunks)],
        )

    def places(self, draw: Draw, chunk: int) -> Places:
        """Return which of its strata each sample of a chunk draws."""
        first = draw.offset[chunk]
        order: Places = self.patterns[draw.pattern[chunk]]
        return order[first : first + self.length(chunk)]

    def by_phase(self, values: Days) -> Days:
        """Return the values of all strata, those of one phase in a row."""
        return np.ascontiguousarray(values.reshape(self.size, self.phases).T)


def _raw(name: str, number: int) -> NDArray[np.uint64]:
    """Return evenly spread numbers, the same for the same name everywhere."""
    return np.frombuffer(shake_128(name.encode()).digest(8 * number), "<u8")
