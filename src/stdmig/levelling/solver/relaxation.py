"""Starts in fractions: a bound that is proven, and where to begin (線形緩和)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray
from ortools.linear_solver.python import model_builder as linear

from stdmig.levelling.bounds import step
from stdmig.levelling.problem import Choice
from stdmig.levelling.solver.aim import Aim, Target, keeps
from stdmig.levelling.solver.closure import Closure
from stdmig.levelling.solver.encoding import Encoding, Terms

SCALE = 1_000_000
"""Prices are counted in parts of this: fine enough, and far from any overflow."""

_ROUNDINGS = 40
"""How many thresholds turn fractions into choices."""

_STEPS = 48
"""A load has at most so many steps of its own; above, its square has tangents."""

_Weighted: TypeAlias = list[tuple[linear.Variable, float]]
"""The parts of a sum: variables, each with its factor."""


class Relaxation:
    """
    The linear relaxation of a problem over rungs.

    Its rows are two rungs each, but for the loads; without these it would be a closure,
    whose cheapest form is found exactly. So the linear program only has to tell good
    prices for the loads: whatever they are, what they prove is counted again in
    integers (Lagrangian relaxation, ラグランジュ緩和), and no rounding of the linear
    solver can make a bound too good.
    """

    def __init__(self, encoding: Encoding, aim: Aim) -> None:
        self._encoding, self._aim = encoding, aim
        self._model = linear.Model()  # type: ignore[no-untyped-call]
        self._solver = linear.Solver("glop")
        self._rows: list[_Row] = []
        self._values: NDArray[np.float64] | None = None
        self._duals: NDArray[np.float64] | None = None
        if aim.target in {"excess", "peak"}:
            # Measured: a third of the time there, and twice the time elsewhere.
            self._solver.set_solver_specific_parameters("use_dual_simplex: true")
        self._build()

    @property
    def work(self) -> float:
        """Return what finding prices costs, about, as work is counted."""
        return 0.15 * self._encoding.size / 1000

    def stop(self) -> None:
        """End the search from another thread."""
        self._solver.stop_search()  # type: ignore[no-untyped-call]

    def solve(self, seconds: float) -> None:
        """Find prices, in at most so many seconds."""
        self._solver.set_time_limit_in_seconds(max(0.01, seconds))
        if self._solver.solve(self._model) == linear.SolveStatus.OPTIMAL:
            self._values = np.array([self._solver.value(each) for each in self._rungs])
            self._duals = np.array(
                [self._solver.dual_value(each.row) for each in self._rows]
            )

    def choices(self) -> Iterable[Choice]:
        """Return choices near the fractions; they keep arcs and lapses."""
        return () if self._values is None else rounded(self._encoding, self._values)

    def bound(self) -> int | None:
        """
        Return what is proven of the target; None where nothing is.

        Raises
        ------
        ArithmeticError
            Where the cut could not be computed.
        """
        if self._duals is None:
            return None
        weights: dict[Target, int] = {
            row.kind: max(0, round(-float(dual) * SCALE))
            for row, dual in zip(self._rows, self._duals, strict=True)
            if row.kind != "capacity" and row.terms is None
        }
        weights[self._aim.target] = SCALE
        prices = [0] * self._encoding.size
        constant = -sum(
            weights.get(objective, 0) * most
            for objective, most in self._aim.held.items()
        )
        spent: dict[int, int] = {}
        for row, dual in zip(self._rows, self._duals, strict=True):
            price = max(0, int(-float(dual) * SCALE))
            if row.terms is None or not price:
                continue
            if row.kind == "excess":
                price = min(price, SCALE)
            elif row.kind == "peak":
                left = weights.get("peak", 0) - spent.get(row.resource, 0)
                price = min(price, left)
                spent[row.resource] = spent.get(row.resource, 0) + price
            if row.kind != "squares":
                constant -= price * row.most
            elif weight := weights.get("squares", 0):
                constant -= conjugate(price, weight, row.unit, row.most // row.unit)
            else:
                continue
            constant += _charge(prices, row.terms, price)
        if weight := weights.get("early", 0):
            constant += _charge(prices, self._encoding.delay(), weight)
        closure = Closure(self._encoding.size, self._encoding.implications)
        total = constant + closure.cheapest(np.array(prices, dtype=np.int64))[0]
        return -(-total // SCALE)

    def _build(self) -> None:
        model, encoding, aim = self._model, self._encoding, self._aim
        self._rungs = [model.new_num_var(0, 1, None) for _ in range(encoding.size)]
        for one, two in encoding.implications:
            model.add(self._rungs[one] <= self._rungs[two])
        costs: _Weighted = []
        peaks: list[linear.Variable] = []
        squares: _Weighted = []
        counted = {aim.target, *aim.held}
        for place, resource in enumerate(encoding.problem.resources):
            capacity = aim.capacity(encoding.problem, place)
            loads = encoding.loads(resource)
            unit = step(resource)
            peak = None
            if resource.peak and "peak" in counted:
                peak = model.new_num_var(0, float("inf"), None)
                peaks.append(peak)
            for period, terms in enumerate(loads):
                if not terms.amounts and not terms.constant:
                    continue
                top = terms.constant + sum(a for a in terms.amounts.values() if a > 0)
                if capacity is not None and top > capacity[period]:
                    over = self._put_capacity(place, terms, capacity[period])
                    costs += over
                    if not over:
                        top = capacity[period]
                if peak is not None:
                    self._row("peak", terms, [(peak, -1.0)], place)
                    top = min(top, aim.held.get("peak", top))
                if resource.squares and "squares" in counted:
                    squares += self._put_squares(place, terms, top, unit)
        delay = encoding.delay()
        early = [(self._rungs[r], float(a)) for r, a in delay.amounts.items()]
        self._put_sums(
            {
                "excess": (costs, 0),
                "peak": ([(each, 1.0) for each in peaks], 0),
                "squares": (squares, 0),
                "early": (early, delay.constant),
            }
        )

    def _put_capacity(self, place: int, terms: Terms, most: int) -> _Weighted:
        """Keep a load within its capacity; return the excess where that has a price."""
        aim = self._aim
        if aim.target != "excess" or place not in aim.soft:
            self._row("capacity", terms, [], place, most=most)
            return []
        over = self._model.new_num_var(0, float("inf"), None)
        self._row("excess", terms, [(over, -1.0)], place, most=most)
        return [(over, 1.0)]

    def _put_squares(self, place: int, terms: Terms, top: int, unit: int) -> _Weighted:
        """Lay straight pieces under the square of a load; return what each costs."""
        parts: _Weighted = [
            (self._model.new_num_var(0, width, None), slope)
            for width, slope in _pieces(top, unit)
        ]
        others: _Weighted = [(part, -1.0) for part, _ in parts]
        self._row("squares", terms, others, place, highest=top, unit=unit)
        return parts

    def _put_sums(self, sums: Mapping[Target, tuple[_Weighted, int]]) -> None:
        """Hold what was reached before, and make the target small."""
        aim = self._aim
        for objective, most in aim.held.items():
            if objective != aim.target:
                parts, given = sums[objective]
                row = self._model.add(_sum(parts) <= most - given)
                self._rows.append(_Row(objective, row, None))
        self._model.minimize(_sum(sums[aim.target][0]))

    def _row(
        self,
        kind: Kind,
        terms: Terms,
        others: _Weighted,
        resource: int,
        *,
        most: int = 0,
        highest: int = 0,
        unit: int = 1,
    ) -> None:
        parts = [(self._rungs[rung], float(a)) for rung, a in terms.amounts.items()]
        row = self._model.add(_sum([*parts, *others]) <= most - terms.constant)
        self._rows.append(_Row(kind, row, terms, resource, most or highest, unit))


Kind: TypeAlias = Target | Literal["capacity"]


class _Row(NamedTuple):
    """A row that has a price; without terms, what an objective is held at."""

    kind: Kind
    row: linear.LinearConstraint
    terms: Terms | None
    resource: int = -1
    most: int = 0
    unit: int = 1


def _sum(parts: _Weighted) -> linear.LinearExprT:
    if not parts:
        return linear.LinearExpr.constant(0.0)
    return linear.LinearExpr.weighted_sum(
        [each for each, _ in parts], [amount for _, amount in parts]
    )


def _charge(prices: list[int], terms: Terms, price: int) -> int:
    for rung, amount in terms.amounts.items():
        prices[rung] += price * amount
    return price * terms.constant


def conjugate(price: int, weight: int, unit: int, count: int) -> int:
    """Return the most that price·m − weight·m² can be, of m = 0, 1 … count units."""
    near = price // (2 * weight * unit)
    return max(
        price * m * unit - weight * (m * unit) ** 2
        for m in (min(near, count), min(near + 1, count))
    )


def rounded(encoding: Encoding, values: NDArray[np.float64]) -> Iterator[Choice]:
    """
    Yield the choices that rungs in fractions come near; arcs and lapses are kept.

    A rung counts as true from a threshold on. Whatever the threshold, a rung that is
    implied is true where the one before it is, so that no choice breaks a rule but
    for the last digits of the fractions.
    """
    for number in range(1, _ROUNDINGS):
        choice = encoding.choice((values >= number / _ROUNDINGS).tolist())
        if keeps(encoding.problem, choice):
            yield choice


def _pieces(top: int, unit: int) -> list[tuple[int, int]]:
    """Return widths and slopes of straight pieces for the square of a load."""
    width = max(1, -(-top // (unit * _STEPS))) * unit
    return [(width, 2 * first + width) for first in range(0, max(top, unit), width)]
