"""The problem as CP-SAT takes it, over rungs (順序符号化による定式化)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ortools.sat.python import cp_model

from stdmig.levelling.bounds import step
from stdmig.levelling.measure import load
from stdmig.levelling.problem import Choice
from stdmig.levelling.solver.aim import Aim, Target
from stdmig.levelling.solver.encoding import Encoding, Terms

_STEPS = 64
"""A load of more steps than this is squared by multiplication."""


class Model:
    """
    A model, with a choice as the hint of every variable.

    Attributes
    ----------
    proto
        What the solver is given.
    """

    def __init__(
        self, encoding: Encoding, aim: Aim, first: Choice, least: int | None = None
    ) -> None:
        self._encoding, self._aim, self._first = encoding, aim, first
        self.proto = cp_model.CpModel()
        self.rungs = [self.proto.new_bool_var("") for _ in range(encoding.size)]
        for rung, hint in zip(self.rungs, encoding.rungs(first), strict=True):
            self.proto.add_hint(rung, hint)
        for one, two in encoding.implications:
            self.proto.add_implication(self.rungs[one], self.rungs[two])
        self._sums: dict[Target, _Sum] = {
            "excess": _Sum(),
            "peak": _Sum(),
            "squares": _Sum(),
            "early": _Sum(),
        }
        self._resources()
        if "early" in {aim.target, *aim.held}:
            self._sums["early"].add(self._linear(encoding.delay()))
        for objective, most in aim.held.items():
            if objective != aim.target:
                self.proto.add(self._sums[objective].total() <= most)
        target = self._sums[aim.target].total()
        if least is not None:
            self.proto.add(target >= least)
        self.proto.minimize(target)

    def choice(self, values: Sequence[int]) -> Choice:
        """Return what the values of the rungs say."""
        return self._encoding.choice(values)

    def _resources(self) -> None:
        encoding, aim = self._encoding, self._aim
        counted = {aim.target, *aim.held}
        for place, resource in enumerate(encoding.problem.resources):
            capacity = aim.capacity(encoding.problem, place)
            peak = resource.peak and "peak" in counted
            squares = resource.squares and "squares" in counted
            if capacity is None and not peak and not squares:
                continue
            rows = encoding.loads(resource)
            used = load(encoding.problem, resource, self._first)
            highest = None
            if peak:
                least = max(
                    (row.constant for row in rows if not row.amounts), default=0
                )
                top = max(max(used, default=0), least)
                top = max(top, max((_top(row) for row in rows), default=0))
                highest = self._number(max(least, 0), top, max(used, default=0))
                self._sums["peak"].add(highest)
            for period, row in enumerate(rows):
                if not row.amounts and not row.constant:
                    continue
                total, top = self._linear(row), _top(row)
                if capacity is not None and top > capacity[period]:
                    if aim.target == "excess" and place in aim.soft:
                        over = self._number(
                            0,
                            top - capacity[period],
                            max(0, used[period] - capacity[period]),
                        )
                        self.proto.add(total <= over + capacity[period])
                        self._sums["excess"].add(over)
                    else:
                        self.proto.add(total <= capacity[period])
                        top = capacity[period]
                if highest is not None and row.amounts:
                    self.proto.add(total <= highest)
                    top = min(top, aim.held.get("peak", top))
                if squares:
                    self._square(total, max(top, 0), used[period], step(resource))

    def _square(
        self, total: cp_model.LinearExprT, top: int, used: int, unit: int
    ) -> None:
        """Add a load's square: the steps that it reaches, or its product."""
        if isinstance(total, int):
            self._sums["squares"].add(total * total)
            return
        count = -(-top // unit)
        if count > _STEPS:
            number = self._number(0, top, used)
            square = self._number(0, top * top, used * used)
            self.proto.add(total <= number)
            self.proto.add_multiplication_equality(square, [number, number])
            self._sums["squares"].add(square)
            return
        steps = [self.proto.new_bool_var("") for _ in range(count)]
        for place, each in enumerate(steps):
            self.proto.add_hint(each, place * unit < used)
        for low, high in pairwise(steps):
            self.proto.add_implication(high, low)
        self.proto.add(total <= unit * cp_model.LinearExpr.sum(steps))
        for place, each in enumerate(steps):
            self._sums["squares"].add(unit * unit * (2 * place + 1) * each)

    def _number(self, low: int, high: int, hint: int) -> cp_model.IntVar:
        number = self.proto.new_int_var(low, max(low, high), "")
        self.proto.add_hint(number, min(max(hint, low), max(low, high)))
        return number

    def _linear(self, terms: Terms) -> cp_model.LinearExprT:
        if not terms.amounts:
            return terms.constant
        rungs = [self.rungs[rung] for rung in terms.amounts]
        amounts = list(terms.amounts.values())
        return cp_model.LinearExpr.weighted_sum(rungs, amounts) + terms.constant


class _Sum:
    """What an objective adds up to."""

    def __init__(self) -> None:
        self._parts: list[cp_model.LinearExprT] = []

    def add(self, part: cp_model.LinearExprT) -> None:
        self._parts.append(part)

    def total(self) -> cp_model.LinearExprT:
        return cp_model.LinearExpr.sum(self._parts) if self._parts else 0


def _top(row: Terms) -> int:
    return row.constant + sum(each for each in row.amounts.values() if each > 0)
