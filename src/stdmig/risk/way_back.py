"""From the cutover of a system back to what must be begun first (逆算の道筋)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from typing import NamedTuple

from stdmig.risk.model import Arrival, Model, Ready
from stdmig.risk.work_rules import InWindow


class Step(NamedTuple):
    """
    A task on the way back from a cutover, or several that stand side by side.

    Attributes
    ----------
    places
        Of the tasks; what is before and after one is before and after all.
    after
        The tasks that wait for it, and over which links.
    at_end
        Whether the end of the way waits for it as well.
    """

    places: tuple[int, ...]
    after: tuple[tuple[int, Arrival], ...]
    at_end: bool


class Back(NamedTuple):
    """
    The way back from a day, as if there were no other.

    Attributes
    ----------
    steps
        Tasks that have not begun, the last ones first.
    firsts
        Those of them that wait for none of the others.
    fixed
        What no start can hurry: work under way or money that comes late, with the
        place of the task that it holds up; None for the end of the way.
    floors
        Days before which a task cannot start, such as a publication, by its place.
    gate
        A task beyond which the way goes on; None where there is none.
    """

    steps: tuple[Step, ...]
    firsts: tuple[int, ...]
    fixed: tuple[tuple[int | None, Arrival], ...]
    floors: tuple[tuple[int, int], ...]
    gate: Gate | None = None


class Gate(NamedTuple):
    """
    A task inside a window, with the way back from its start.

    Whatever comes after it, it starts on one of few days; what those need before them
    is the same for all systems that pass through it.
    """

    place: int
    back: Back


def ways_back(model: Model) -> tuple[Back | None, ...]:
    """Return the way back from each system's cutover; None where all has begun."""
    owns = [_opens(model, system.tasks) for system in model.systems]
    used = Counter(place for own in owns for place in own if _is_gate(model, place))
    gates: dict[int, Gate] = {}
    found: list[Back | None] = []
    for system, own in zip(model.systems, owns, strict=True):
        shared = [place for place in own if used[place] > 1]
        gate = None
        if shared:
            place = shared[-1]
            if place not in gates:
                before = [each.place for each in model.before[place]]
                earlier = _opens(model, before)
                gates[place] = Gate(place, _back(model, before, earlier, None))
            gate = gates[place]
        back = _back(model, system.tasks, own, gate)
        found.append(_with_ends(model, system, back) if own else None)
    return tuple(found)


def _is_gate(model: Model, place: int) -> bool:
    return (
        isinstance(model.work_rule(place), InWindow)
        and isinstance(model.sources[place], int)
        and any(model.work[each.place] is not None for each in model.before[place])
    )


def _opens(model: Model, ends: Collection[int]) -> list[int]:
    """Return the tasks that have not begun and that some others wait for, or are."""
    seen: set[int] = set()
    waiting = [place for place in ends if model.work[place] is not None]
    while waiting:
        place = waiting.pop()
        if place not in seen:
            seen.add(place)
            waiting += [
                each.place
                for each in model.before[place]
                if model.work[each.place] is not None
            ]
    return sorted(seen)


def _with_ends(model: Model, system: Ready, back: Back) -> Back:
    """Return a way back with the work under way that the cutover itself waits for."""
    under_way = [
        (None, Arrival(place))
        for place in system.tasks
        if model.work[place] is None and not model.plan.is_over(place)
    ]
    return back._replace(fixed=(*back.fixed, *under_way))


def _back(
    model: Model, ends: Collection[int], own: list[int], gate: Gate | None
) -> Back:
    """
    Return the way back from a day.

    Parameters
    ----------
    ends
        The tasks that must be over by then.
    own
        All that has not begun and leads to them.
    gate
        A task whose own way back is known.
    """
    plan, last = model.plan, set(ends)
    after: dict[int, list[tuple[int, Arrival]]] = {place: [] for place in own}
    fixed: list[tuple[int | None, Arrival]] = []
    for place in reversed(own):
        if not after[place] and place not in last:
            # Only the gate leads on to it.
            del after[place]
            continue
        for each in model.before[place]:
            if model.work[each.place] is None:
                if each.link is not None or not plan.is_over(each.place):
                    fixed.append((place, each))
            elif gate is None or place != gate.place:
                after[each.place].append((place, each))
    today = plan.as_of.toordinal()
    floors = [
        (place, model.grid.at(day))
        for place in after
        if (day := plan.floors[place].day) > today
    ]
    alone = {place for place, _ in [*floors, *fixed]}
    if gate is not None:
        alone.add(gate.place)
    steps = _steps(model, last, after, alone)
    heads = [each.places[0] for each in steps]
    firsts = tuple(
        head
        for head in heads
        if all(model.work[each.place] is None for each in model.before[head])
    )
    return Back(steps, firsts, tuple(fixed), tuple(floors), gate)


def _steps(
    model: Model,
    last: set[int],
    after: dict[int, list[tuple[int, Arrival]]],
    alone: set[int | None],
) -> tuple[Step, ...]:
    """Return the steps, the last ones first; what stands side by side is one."""
    found: dict[object, Step] = {}
    for place in reversed(after):
        at_end, behind = place in last, tuple(after[place])
        key: object = place
        work = model.work[place]
        if work and work.rule is model.grid and place not in alone:
            links = tuple((other, id(each.link)) for other, each in behind)
            key = links, at_end, work.wait
        if key in found:
            places = (*found[key].places, place)
            found[key] = found[key]._replace(places=places)
        else:
            found[key] = Step((place,), behind, at_end)
    # The first of each stands for all: those before it name it so.
    head = {place: each.places[0] for each in found.values() for place in each.places}
    return tuple(
        each._replace(
            after=tuple(
                {
                    (head[other], id(link.link)): (head[other], link)
                    for other, link in each.after
                }.values()
            )
        )
        for each in found.values()
    )
