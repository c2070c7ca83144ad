"""Systems with the same phases up to the cutover as one row (業務のまとまり)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import zip_longest
from typing import NamedTuple

from stdmig.dates import shown
from stdmig.render.chart.model import Bar, BarKind, Row
from stdmig.render.chart.system_rows import (
    cutover_marks,
    cutover_words,
    least_float,
    own_places,
)
from stdmig.render.plan.page import PlanPage
from stdmig.schedule import Cutover, Plan
from stdmig.words import Name, Style, count, listing, text

_DAY = timedelta(days=1)
_KINDS: tuple[BarKind, ...] = ("phase1", "phase2", "phase3")


class _Phase(NamedTuple):
    """The days of a phase, and whether all of its work is over."""

    place: int
    first: date
    last: date
    over: bool


class _Shown(NamedTuple):
    """
    All that a row shows of a system but its name.

    Attributes
    ----------
    slack
        Least total float of its tasks in days; None where all of them are over.
    """

    day: date
    deadline: date
    live: bool
    phases: tuple[_Phase, ...]
    slack: int | None


class Group(NamedTuple):
    """
    Systems that walk through the same phases on the same days, with the same float.

    Attributes
    ----------
    names
        Theirs, in the order of the file.
    """

    row: Row
    names: tuple[Name, ...]

    @property
    def systems(self) -> int:
        """Return how many systems it has."""
        return len(self.names)


def phase_rows(page: PlanPage, style: Style) -> tuple[Group, ...]:
    """Return the groups in the order of their cutovers, the largest first."""
    plan = page.plan
    own = own_places(page.plan, page.places)
    alike: dict[_Shown, list[Cutover]] = {}
    for number in page.system_places:
        cutover = plan.cutovers[number]
        tasks = own.get(cutover.system.id, [])
        phases = tuple(_phases(plan, tasks))
        least = least_float(plan, tasks)
        key = _Shown(
            cutover.day, cutover.deadline, cutover.source == "live", phases, least
        )
        alike.setdefault(key, []).append(cutover)
    groups = [
        Group(
            _row(plan, members, key, f"g{place}", style),
            tuple(each.system.title for each in members),
        )
        for place, (key, members) in enumerate(alike.items())
    ]
    return tuple(sorted(groups, key=lambda each: (_day(each), -each.systems)))


def _day(group: Group) -> date:
    return max(mark.day for mark in group.row.marks if mark.kind != "deadline")


def _phases(plan: Plan, tasks: list[int]) -> Iterator[_Phase]:
    """Yield the phases of some tasks, in their order."""
    own: dict[str, list[int]] = {}
    for each in tasks:
        item = plan.tasks[each].item
        # A part of an item that may begin long before (文字) would hide the phases.
        if not item.part:
            own.setdefault(item.phase, []).append(each)
    for number, phase in enumerate(plan.inventory.procedures.phases):
        places = own.get(phase.id)
        if places:
            dates = [plan.dates(each) for each in places]
            yield _Phase(
                number,
                min(each.planned_start for each in dates),
                max(each.planned_finish for each in dates),
                all(plan.is_over(each) for each in places),
            )


def _row(
    plan: Plan,
    cutovers: list[Cutover],
    shared: _Shown,
    name: str,
    style: Style,
) -> Row:
    systems = [each.system for each in cutovers]
    first, least = cutovers[0], shared.slack
    names = listing(system.title for system in systems)
    facts: list[object] = [names, cutover_words(first)]
    if least is not None:
        facts.append(count("float {n} day", "float {n} days", least))
    return Row(
        name,
        "system",
        "",
        names.into(style),
        (
            str(len(systems)),
            shown(first.day).into(style),
            "-" if least is None else str(least),
        ),
        listing(facts).into(style),
        tuple(_bars(plan, shared.phases, style)),
        tuple(cutover_marks(plan, first, style)),
        alarming=least is not None and least < 0,
        systems=tuple(system.id for system in systems),
    )


def _bars(plan: Plan, phases: tuple[_Phase, ...], style: Style) -> Iterator[Bar]:
    titles = [phase.title for phase in plan.inventory.procedures.phases]
    for each, after in zip_longest(phases, phases[1:]):
        label = titles[each.place].into(style)
        span = text("{first} - {last}", first=shown(each.first), last=shown(each.last))
        facts: list[object] = [titles[each.place], span]
        if each.over:
            facts.append(text("done"))
        kind = "done" if each.over else _KINDS[each.place % len(_KINDS)]
        until = after.first - _DAY if after and after.first > each.first else None
        told = listing(facts).into(style)
        yield Bar(kind, each.first, each.last, told, label, until)
