"""Chosen starts that cannot be kept, and the possible day (守れない着手日)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal, NamedTuple

from stdmig.dates import latest
from stdmig.schedule.chosen import is_moved
from stdmig.schedule.floors import AS_OF
from stdmig.schedule.plan import Plan

UnkeptKind = Literal[
    "as_of", "publication", "predecessor", "early", "window", "money",
    "successor", "cutover",
]  # fmt: skip
"""What a chosen start stands against."""


class Obstacle(NamedTuple):
    """
    Something that a chosen start stands against.

    Attributes
    ----------
    place
        Of the task before or after it, or of the system that is cut over; None for
        the others.
    day
        The first day that it leaves (``as_of`` to ``early``), the day to which the
        start is moved (``window``), the last day to begin before the money lapses
        (``money``), the day on which the task after it starts, or of the cutover.
    """

    kind: UnkeptKind
    place: int | None
    day: date


class UnkeptStart(NamedTuple):
    """
    A chosen start that cannot be kept.

    Attributes
    ----------
    place
        Of the task.
    entry
        Its place in ``starts.yaml``.
    start
        The day that was chosen.
    obstacles
        What it stands against, what comes before the task first.
    possible
        The nearest day that would be possible; None where there is none beside the
        other planned dates.
    """

    place: int
    entry: int
    start: date
    obstacles: tuple[Obstacle, ...]
    possible: date | None


def unkept_starts(plan: Plan) -> Iterator[UnkeptStart]:
    """
    Yield the chosen starts that the other planned dates do not leave room for.

    A task that waits for one that ends too late is told where it was chosen itself,
    else at the task that ends too late.
    """
    money = _lapses(plan)
    for place, chosen in plan.chosen.items():
        early = tuple(_before(plan, place))
        moved = tuple(_in_window(plan, place))
        late = (*_lapse(place, money), *_after(plan, place))
        if early or moved or late:
            first, last = _room(plan, place, money)
            day = first if early else last if late else plan.planned.start[place]
            yield UnkeptStart(
                place,
                chosen.entry,
                date.fromordinal(chosen.day),
                early + moved + late,
                date.fromordinal(day) if first <= day <= last else None,
            )


def _before(plan: Plan, place: int) -> list[Obstacle]:
    """Return what the task has to wait for longer than until its chosen start."""
    day, floor = plan.chosen[place].day, plan.floors[place]
    found = []
    if day < floor.day:
        kind: UnkeptKind = "as_of" if floor.reason == AS_OF else "publication"
        found.append(Obstacle(kind, None, date.fromordinal(floor.day)))
    for other in plan.ahead.before[place]:
        free = _free_after(plan, other, place)
        if free > day:
            found.append(Obstacle("predecessor", other, date.fromordinal(free)))
    first = plan.planned_early.start[place]
    over = plan.scenario().timing.tasks[place](day)
    if not found and over < plan.planned_early.finish[place]:
        found.append(Obstacle("early", None, date.fromordinal(first)))
    return found


def _in_window(plan: Plan, place: int) -> Iterator[Obstacle]:
    """Yield that a request cannot be made on the chosen day."""
    if is_moved(plan.scenario().timing, place, plan.chosen[place].day):
        yield Obstacle("window", None, plan.dates(place).planned_start)


def _lapse(place: int, money: dict[int, int]) -> Iterator[Obstacle]:
    """Yield that the money lapses before the work on its contract begins."""
    if place in money:
        yield Obstacle("money", None, date.fromordinal(money[place]))


def _after(plan: Plan, place: int) -> Iterator[Obstacle]:
    """Yield what comes after the task too early for it."""
    starts = plan.planned.start
    for other in plan.ahead.after[place]:
        if other not in plan.chosen and _free_after(plan, place, other) > starts[other]:
            yield Obstacle("successor", other, date.fromordinal(starts[other]))
    for system in plan.ahead.cutovers_after[place]:
        cutover = plan.cutovers[system].day
        if plan.planned.finish[place] > cutover.toordinal():
            yield Obstacle("cutover", system, cutover)


def _free_after(plan: Plan, place: int, other: int) -> int:
    """Return the first day that a task leaves to one that waits for it."""
    rule = plan.scenario().timing.links.get((place, other))
    finish = plan.planned.finish[place]
    return rule(finish) if rule else finish


def _lapses(plan: Plan) -> dict[int, int]:
    """
    Return the last days to begin the contracts whose money lapses first.

    By the place of the contract, or of the request where that alone was chosen.
    """
    found = {}
    for purchase in plan.network.purchases:
        chosen = [
            each
            for each in (purchase.contract, purchase.request)
            if each in plan.chosen
        ]
        if not chosen:
            continue
        paid = plan.funding(purchase)
        if paid is not None and not paid.in_time:
            found[chosen[0]] = paid.occasion.lapses
    return found


def _room(plan: Plan, place: int, money: dict[int, int]) -> tuple[int, int]:
    """Return the first and the last day that the other planned dates leave."""
    timing, early = plan.scenario().timing, plan.planned_early
    rule = timing.tasks[place]
    earlier = plan.ahead.before[place]
    free = [_free_after(plan, other, place) for other in earlier]
    first = max([plan.floors[place].day, *free])
    if is_moved(timing, place, first):
        first = latest(rule, rule(first))
    if rule(first) < early.finish[place]:
        first = early.start[place]
    limits = [
        plan.cutovers[system].day.toordinal()
        for system in plan.ahead.cutovers_after[place]
    ]
    for other in plan.ahead.after[place]:
        link, day = timing.links.get((place, other)), plan.planned.start[other]
        limits.append(latest(link, day) if link else day)
    last = latest(rule, min(limits))
    if place not in money:
        return first, last
    if place in plan.network.purchase_of[place].spending:
        return first, min(last, money[place])
    # Money that is asked for later lasts longer; the late dates see to that.
    return first, plan.planned_late.start[place]
