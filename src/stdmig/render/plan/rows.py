"""Tasks of a plan as rows of a chart; what is equal is folded (図の行)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Literal, NamedTuple

from stdmig.schedule import Plan
from stdmig.words import Name, Text, count, listing, text

Grouping = Literal["item", "system", "section"]
"""What the rows are sorted under."""


class Row(NamedTuple):
    """
    One or more tasks of the same item with the same planned dates.

    Attributes
    ----------
    ref
        The item.
    label
        Its name; for the smaller rows of an item with several, whose they are.
    early_start
        The last of their early starts; from it to `start` is `float_days`.
    float_days
        The smallest total float among them.
    critical
        Whether one of them is on a critical path.
    cutovers
        Cutovers that wait for them directly.
    done
        Whether they are done; such rows have no float.
    places
        Which tasks they are.
    late_finish
        The first of their late finishes, where a start was chosen: from `finish` to
        it is the rest of the float.
    """

    ref: str
    label: Text
    start: date
    finish: date
    early_start: date
    float_days: int
    critical: bool
    cutovers: tuple[date, ...]
    done: bool = False
    places: tuple[int, ...] = ()
    late_finish: date | None = None


class Block(NamedTuple):
    """Rows under a heading; the heading is None where there is only one block."""

    heading: Text | None
    rows: tuple[Row, ...]


def blocks(
    plan: Plan, places: list[int], grouping: Grouping, *, full: bool
) -> list[Block]:
    """
    Return the rows of the wanted tasks.

    Parameters
    ----------
    plan
        The dates.
    places
        Which tasks.
    grouping
        By item: one block; by system, by section: a block each.
    full
        Whether every task has a row of its own and every system its block.
    """
    if grouping == "system":
        return _by_system(plan, places, full=full)
    if grouping == "section":
        return _by_section(plan, places, full=full)
    return _by_item(plan, places, full=full)


def _by_item(plan: Plan, places: Iterable[int], *, full: bool) -> list[Block]:
    """Return one block; where nothing is folded, a block per item with many tasks."""
    if not full:
        return [Block(None, _rows(plan, places))]
    tasks: dict[str, list[int]] = {}
    for place in sorted(places, key=lambda place: _order(plan, place)):
        tasks.setdefault(plan.tasks[place].item.ref, []).append(place)
    found = []
    for ref, members in tasks.items():
        name = text("{name}", name=plan.tasks[members[0]].item.title)
        if len(members) == 1:
            found.append(Block(None, (_row(plan, members, name),)))
            continue
        heading = text("{no} {name}", no=f"{ref:>3}", name=name)
        rows = (
            _row(plan, [place], text("{name}", name=plan.tasks[place].subject))
            for place in members
        )
        found.append(Block(heading, tuple(rows)))
    return found


def _rows(plan: Plan, places: Iterable[int]) -> tuple[Row, ...]:
    """Return a row per item and span of days; all but an item's greatest say whose."""
    alike: dict[str, dict[tuple[int, int, bool], list[int]]] = {}
    for place in sorted(places, key=lambda place: _order(plan, place)):
        span = (
            plan.planned.start[place],
            plan.planned.finish[place],
            plan.status(place) == "done",
        )
        ref = plan.tasks[place].item.ref
        alike.setdefault(ref, {}).setdefault(span, []).append(place)
    found = []
    for spans in alike.values():
        greatest, *others = sorted(spans.values(), key=len, reverse=True)
        name = text("{name}", name=plan.tasks[greatest[0]].item.title)
        found.append(_row(plan, greatest, name))
        for members in others:
            whose = text("  of which {whose}", whose=_whose(plan, members))
            found.append(_row(plan, members, whose))
    return tuple(found)


def _order(plan: Plan, place: int) -> tuple[int, str, int, int]:
    task = plan.tasks[place]
    return task.item.number, task.item.part or "", plan.planned.start[place], place


def _row(plan: Plan, members: list[int], label: Text) -> Row:
    dates = plan.dates(members[0])
    cutovers = {
        plan.cutovers[system].day
        for place in members
        for system in plan.network.cutovers_after[place]
    }
    return Row(
        plan.tasks[members[0]].item.ref,
        label,
        dates.planned_start,
        dates.planned_finish,
        date.fromordinal(max(plan.planned_early.start[place] for place in members)),
        min(_float(plan, place) for place in members),
        any(place in plan.critical_places for place in members),
        tuple(sorted(cutovers)),
        plan.status(members[0]) == "done",
        tuple(members),
        late_finish(plan, members),
    )


def late_finish(plan: Plan, places: Sequence[int]) -> date | None:
    """Return the last day on which some tasks may end, where a start was chosen."""
    if not any(place in plan.chosen for place in places):
        return None
    return date.fromordinal(min(plan.planned_late.finish[each] for each in places) - 1)


def _float(plan: Plan, place: int) -> int:
    """Return the total float by the durations that the planned dates count with."""
    return plan.planned_late.start[place] - plan.planned_early.start[place]


def _whose(plan: Plan, members: list[int]) -> Text | Name:
    systems = {
        system.id: system for place in members for system in plan.tasks[place].systems
    }
    if len(systems) == 1:
        return next(iter(systems.values())).title
    return count("{n} system", "{n} systems", len(systems))


def _by_system(plan: Plan, places: list[int], *, full: bool) -> list[Block]:
    """Return a block per system; systems with the same dates share one."""
    alike: dict[object, list[int]] = {}
    held: dict[int, tuple[int, ...]] = {}
    places_of: dict[str, list[int]] = {}
    for place in places:
        for system in plan.tasks[place].systems:
            places_of.setdefault(system.id, []).append(place)
    for number, system in enumerate(plan.network.systems):
        own = tuple(places_of.get(system.id, ()))
        if not own:
            continue
        held[number] = own
        dates = tuple(
            (
                plan.tasks[place].item.ref,
                plan.planned.start[place],
                plan.planned.finish[place],
                _float(plan, place),
                place in plan.critical_places,
                plan.status(place) == "done",
            )
            for place in own
        )
        key = number if full else (dates, plan.cutovers[number].day)
        alike.setdefault(key, []).append(number)
    found = []
    for numbers in alike.values():
        names = [plan.network.systems[number].title for number in numbers]
        rows = _rows(plan, held[numbers[0]])
        found.append(Block(listing(names), rows))
    return found


def _by_section(plan: Plan, places: list[int], *, full: bool) -> list[Block]:
    sections: dict[str | None, list[int]] = {}
    for place in places:
        for section in plan.tasks[place].sections or (None,):
            sections.setdefault(section, []).append(place)
    nobody = sections.pop(None, None)
    headed = [(text("{name}", name=name), own) for name, own in sections.items()]
    if nobody is not None:
        headed.append((text("No section is recorded"), nobody))
    return [
        block
        for heading, own in headed
        for block in (Block(heading, ()), *_by_item(plan, own, full=full))
    ]
