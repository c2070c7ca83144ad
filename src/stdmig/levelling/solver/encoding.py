"""Starts as a ladder of yes and no: "by this option at the latest" (順序符号化)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from stdmig.levelling.problem import Choice, Problem, Resource
from stdmig.levelling.ranges import Range


class Terms(NamedTuple):
    """A sum: a constant, and what every rung adds when it is true."""

    constant: int
    amounts: dict[int, int]


@dataclass(frozen=True)
class Encoding:
    """
    Rungs: rung k of an activity is true where it takes option k or an earlier one.

    Only the options that are left have rungs, and the last of them needs none. Arcs,
    lapses and the order of the rungs all take the same form: one rung implies another.

    Attributes
    ----------
    left
        Per activity, the options that are left.
    base
        Per activity, its first rung.
    size
        Number of rungs.
    implications
        Pairs of rungs; where the first is true, so is the second.
    """

    problem: Problem
    left: Sequence[Range]
    base: tuple[int, ...]
    size: int
    implications: tuple[tuple[int, int], ...]

    def choice(self, rungs: Sequence[bool | int]) -> Choice:
        """Return what the rungs say."""
        return tuple(
            high - sum(rungs[base : base + high - low])
            for base, (low, high) in zip(self.base, self.left, strict=True)
        )

    def rungs(self, choice: Choice) -> list[bool]:
        """Return the rungs that say a choice."""
        return [
            chosen <= option
            for chosen, (low, high) in zip(choice, self.left, strict=True)
            for option in range(low, high)
        ]

    def loads(self, resource: Resource) -> list[Terms]:
        """Return a resource's load in every period."""
        rows = [Terms(0, {}) for _ in range(self.problem.periods)]
        constants = [0] * (self.problem.periods + 1)
        for place, amount in resource.demands:
            starts, ends = self.problem.activities[place][1:3]
            low, high = self.left[place]
            constants[starts[high]] += amount
            constants[ends[high]] -= amount
            for option in range(low, high):
                rung = self.base[place] + option - low
                after = option + 1
                for period in range(starts[option], min(ends[option], starts[after])):
                    amounts = rows[period].amounts
                    amounts[rung] = amounts.get(rung, 0) + amount
                for period in range(max(ends[option], starts[after]), ends[after]):
                    amounts = rows[period].amounts
                    amounts[rung] = amounts.get(rung, 0) - amount
        total = 0
        for period, change in enumerate(constants[:-1]):
            total += change
            rows[period] = Terms(total, rows[period].amounts)
        return rows

    def delay(self) -> Terms:
        """Return by how much the activities start late, as `measure.value` counts."""
        constant, amounts = 0, {}
        for place, activity in enumerate(self.problem.activities):
            low, high = self.left[place]
            starts, eagerness = activity.starts, activity.eagerness
            constant += eagerness * (starts[high] - starts[0])
            for option in range(low, high):
                rung = self.base[place] + option - low
                amounts[rung] = -eagerness * (starts[option + 1] - starts[option])
        return Terms(constant, amounts)


def encode(problem: Problem, left: Sequence[Range]) -> Encoding:
    """Return the rungs of a problem, of which `ranges` has left these options."""
    base, size = [], 0
    for low, high in left:
        base.append(size)
        size += high - low
    found = _Implications(left, base)
    for place, (low, high) in enumerate(left):
        for option in range(low, high - 1):
            found.add(place, option, place, option + 1)
    for arc in problem.arcs:
        (low, high), after = left[arc.before], left[arc.after]
        if low == high and after.first == after.last:
            continue
        reached = -1
        for option in range(low, high + 1):
            # Only the earliest option with this effect: the ladder says the rest.
            if arc.first[option] > reached:
                reached = arc.first[option]
                found.add(arc.after, reached - 1, arc.before, option - 1)
    for lapse in problem.lapses:
        (low, high), after = left[lapse.before], left[lapse.after]
        if low == high and after.first == after.last:
            continue
        for option in range(low, high + 1):
            if option == high or lapse.last[option] < lapse.last[option + 1]:
                found.add(lapse.before, option, lapse.after, lapse.last[option])
    return Encoding(problem, left, tuple(base), size, tuple(found.pairs))


class _Implications:
    """Pairs of rungs, without those that the ranges have made true already."""

    def __init__(self, left: Sequence[Range], base: Sequence[int]) -> None:
        self._left, self._base = left, base
        self.pairs: list[tuple[int, int]] = []

    def add(self, place: int, option: int, other: int, implied: int) -> None:
        one, two = self._rung(place, option), self._rung(other, implied)
        if one is False or two is True:
            return
        if one is True or two is False:
            message = f"the ranges of activities {place} and {other} do not agree"
            raise ValueError(message)
        self.pairs.append((one, two))

    def _rung(self, place: int, option: int) -> int | bool:
        low, high = self._left[place]
        if option < low:
            return False
        return True if option >= high else self._base[place] + option - low
