"""Good orders crossed to better ones, for the earliest ends (順序の交配)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random
from typing import NamedTuple, TypeAlias

from stdmig.levelling.heuristic.effort import Effort
from stdmig.levelling.heuristic.serial import serial
from stdmig.levelling.heuristic.side import Side, Sides, mirror

_MANY = 40
"""Choices in each half of the population."""

_KEPT = 2
"""Of the half before, how many live on."""

_SWAPPED = 0.05
"""Share of neighbours in an order that change about."""

Worth: TypeAlias = tuple[int, ...]


class _Found(NamedTuple):
    worth: Worth
    choice: list[int]


def evolve(
    sides: Sides,
    worth: Callable[[list[int], list[int]], Worth],
    goal: Worth,
    effort: Effort,
    random: Random,
) -> list[int]:
    """
    Return the best choice that crossing orders brings.

    Parameters
    ----------
    worth
        What a choice is worth, less being better; told too what found no room.
    goal
        Nothing can be worth less.

    Notes
    -----
    Half of the population stands as early as it can, half as late as it can: the order
    in which one half ends is that in which the other is built, from the end. An order
    is crossed with that of a good one: what begins and what ends it stays, and between
    comes what the other has first. (Debels, Vanhoucke: A bi-population based genetic
    algorithm for the RCPSP, LNCS 3483, 2005; the first orders by latest finish with
    noise.) A round is one generation.
    """
    early: list[_Found] = []
    for number in range(_MANY):
        choice, failed = serial(
            sides.ahead, _sampled(sides.ahead, random, number), sides.ahead.low
        )
        early.append(_Found(worth(choice, failed), choice))
        if min(early).worth <= goal or effort.ended():
            return min(early).choice
    best = min(early)
    late: list[_Found] = []
    while best.worth > goal and effort.round():
        orders = [
            sides.back.by_start(mirror(sides.sizes, each.choice)) for each in early
        ]
        children = _children(sides.back, early, orders, random, effort)
        late = _next(late, [_Found(_span(sides.back, *c), c[0]) for c in children])
        if effort.ended():
            break
        orders = [
            sides.ahead.by_start(mirror(sides.sizes, each.choice)) for each in late
        ]
        children = _children(sides.ahead, late, orders, random, effort)
        early = _next(early, [_Found(worth(*c), c[0]) for c in children])
        best = min(best, early[0])
    return best.choice


def _sampled(side: Side, random: Random, number: int) -> list[int]:
    """Return an order by latest finish, with more noise from one to the next."""
    finishes = [ends[last] for ends, last in zip(side.ends, side.high, strict=True)]
    spread = max(finishes) - min(finishes)
    noise = 0.5 * spread * min(1.0, 2 * number / _MANY)
    return side.by_key([finish + random.random() * noise for finish in finishes])


def _children(
    side: Side,
    parents: list[_Found],
    orders: list[list[int]],
    random: Random,
    effort: Effort,
) -> list[tuple[list[int], list[int]]]:
    """Return a choice and what found no room for each parent, as time allows."""
    found = []
    for number in range(len(parents)):
        first, second = (int(random.random() * len(parents)) for _ in range(2))
        other = first if parents[first] <= parents[second] else second
        mother, father = orders[number], orders[other]
        if parents[other] < parents[number] and random.random() < 0.5:
            mother, father = father, mother
        order = _crossed(mother, father, random)
        _swap(side, order, random)
        found.append(serial(side, order, side.low))
        if effort.ended():
            break
    return found


def _crossed(mother: Sequence[int], father: Sequence[int], random: Random) -> list[int]:
    """Return the mother's order, with a middle in the order of the father."""
    size = len(mother)
    length = int(size * (0.25 + 0.5 * random.random()))
    begin = int(random.random() * (size - length + 1))
    order = list(mother[:begin])
    inside = set(order)
    for place in father:
        if len(order) == begin + length:
            break
        if place not in inside:
            inside.add(place)
            order.append(place)
    order.extend(place for place in mother if place not in inside)
    return order


def _swap(side: Side, order: list[int], random: Random) -> None:
    for at in range(len(order) - 1):
        if random.random() < _SWAPPED:
            first, second = order[at], order[at + 1]
            if all(first != waited for waited, _ in side.waits[second]):
                order[at], order[at + 1] = second, first


def _next(before: list[_Found], children: list[_Found]) -> list[_Found]:
    """Return the half of the next generation, the best first."""
    return sorted([*children, *sorted(before)[:_KEPT]])[:_MANY]


def _span(side: Side, choice: list[int], failed: list[int]) -> Worth:
    """Return how far a choice reaches from its own beginning."""
    last = max(ends[o] for ends, o in zip(side.ends, choice, strict=True))
    return len(failed), last
