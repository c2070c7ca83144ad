"""Squares in fractions: straight lines laid against the curve (Frank-Wolfe法)."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from stdmig.levelling.bounds import step
from stdmig.levelling.problem import Choice
from stdmig.levelling.solver.aim import Aim
from stdmig.levelling.solver.closure import Closure
from stdmig.levelling.solver.encoding import Encoding
from stdmig.levelling.solver.relaxation import SCALE, conjugate, rounded

_TURNS, _FEW_TURNS = 50, 15
"""How often the prices are corrected: for a bound, and for somewhere to begin."""


class Curve:
    """
    The relaxation of the squares of loads, for each of which a price is named in turn.

    At the present loads, what one unit more would cost is the price; the cheapest
    choice at these prices is a minimum cut, and the loads go part of the way to its
    loads (Frank and Wolfe 1956). Every turn proves a bound, in integers. It comes
    within some per cent of the linear relaxation in a tenth of the time; capacities
    and what is held it does not know, but for the highest load in each period.

    For another target it proves nothing. But loads that are level have low peaks, so
    that its choices are a place to begin, found in a fraction of the time.
    """

    def __init__(self, encoding: Encoding, aim: Aim) -> None:
        self._encoding = encoding
        self._closure = Closure(encoding.size, encoding.implications)
        self._stopped = False
        self._proves = aim.target == "squares"
        self._bound: int | None = None
        self._rungs = np.zeros(encoding.size)
        rows, rungs, amounts = list[int](), list[int](), list[int]()
        constants, tops, units = list[int](), list[int](), list[int]()
        for place, resource in enumerate(encoding.problem.resources):
            if self._proves and not resource.squares:
                continue
            capacity = aim.capacity(encoding.problem, place)
            for period, terms in enumerate(encoding.loads(resource)):
                if not terms.amounts and not terms.constant:
                    continue
                top = terms.constant + sum(a for a in terms.amounts.values() if a > 0)
                if capacity is not None:
                    top = min(top, capacity[period])
                if resource.peak and "peak" in aim.held:
                    top = min(top, aim.held["peak"])
                rows += [len(constants)] * len(terms.amounts)
                rungs += terms.amounts.keys()
                amounts += terms.amounts.values()
                constants.append(terms.constant)
                tops.append(max(top, 0))
                units.append(step(resource))
        self._row, self._rung = np.array(rows, dtype=int), np.array(rungs, dtype=int)
        self._amount = np.array(amounts, dtype=np.int64)
        self._constant = np.array(constants, dtype=np.int64)
        self._top, self._unit = tops, units

    @property
    def work(self) -> float:
        """Return what all turns cost, about, as work is counted."""
        return (0.1 if self._proves else 0.03) * self._encoding.size / 1000

    def stop(self) -> None:
        """End the search from another thread."""
        self._stopped = True

    def solve(self, seconds: float) -> None:
        """Correct the prices until they stay, or it is stopped."""
        for _ in range(_TURNS if self._proves else _FEW_TURNS):
            loads = self._loads(self._rungs)
            prices = np.maximum(0, np.floor(2 * SCALE * loads)).astype(np.int64)
            least, chosen = self._closure.cheapest(self._charged(prices))
            self._bound = max(self._bound or 0, self._proven(prices, least))
            change = self._loads(chosen) - loads
            length = float(change @ change)
            if self._stopped or not length:
                return
            part = min(1.0, max(0.0, -float(loads @ change) / length))
            self._rungs += part * (chosen - self._rungs)

    def choices(self) -> Iterable[Choice]:
        """Return choices near the fractions; they keep arcs and lapses."""
        return rounded(self._encoding, self._rungs)

    def bound(self) -> int | None:
        """Return what is proven of the squares; None where nothing is."""
        return self._bound if self._proves else None

    def _loads(
        self, rungs: NDArray[np.float64] | NDArray[np.bool_]
    ) -> NDArray[np.float64]:
        parts = self._amount * rungs[self._rung]
        summed = np.bincount(self._row, parts, minlength=len(self._constant))
        return np.asarray(summed + self._constant)

    def _charged(self, prices: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return what every rung costs at these prices."""
        found = np.zeros(self._encoding.size, dtype=np.int64)
        np.add.at(found, self._rung, self._amount * prices[self._row])
        return found

    def _proven(self, prices: NDArray[np.int64], least: int) -> int:
        total = least + int((prices * self._constant).sum())
        for price, top, unit in zip(
            prices.tolist(), self._top, self._unit, strict=True
        ):
            total -= conjugate(price, SCALE, unit, top // unit)
        return -(-total // SCALE)
