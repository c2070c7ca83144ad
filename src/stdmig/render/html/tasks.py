"""All tasks, system by system (作業一覧)."""

from __future__ import annotations

from typing import NamedTuple

from markupsafe import Markup

from stdmig.render.html.facets import Facets
from stdmig.render.html.pen import Pen
from stdmig.render.plan.page import PlanPage
from stdmig.schedule import Plan
from stdmig.words import Text, count, listing, text


class TaskRow(NamedTuple):
    """
    One task.

    Attributes
    ----------
    slack
        Total float in days; empty where it is over.
    state
        Critical, under way, done, not applicable; empty where nothing is to be said.
    """

    tone: str
    ref: str
    name: Markup
    start: Markup
    finish: Markup
    last_chance: Markup
    slack: str
    months: str
    state: Markup


class TaskGroup(NamedTuple):
    """Tasks of the municipality, of a procurement or of a system."""

    units: str
    kind: Markup
    name: Markup
    sections: Markup
    vendors: Markup
    rows: tuple[TaskRow, ...]


def task_groups(page: PlanPage, facets: Facets, pen: Pen) -> tuple[TaskGroup, ...]:
    """Return every task once: the municipality's, the procurements', the systems'."""
    plan = page.plan
    held: dict[tuple[str, str], list[int]] = {}
    for place in page.places:
        task = plan.tasks[place]
        whose = ""
        if task.procurement is not None:
            whose = task.procurement.id
        elif task.item.scope == "system":
            whose = task.systems[0].id
        held.setdefault((task.item.scope, whose), []).append(place)
    ranked = sorted(held.items(), key=lambda pair: _SCOPES[pair[0][0]])
    writer = _Writer(plan, pen)
    return tuple(writer.group(places, facets) for _, places in ranked)


_SCOPES = {"municipality": 0, "procurement": 1, "system": 2}
_KINDS = {
    "municipality": text("municipality"),
    "procurement": text("procurement"),
    "system": text("system"),
}
_STATES: dict[str, Text] = {
    "done": text("done"),
    "started": text("under way"),
    "not_applicable": text("not applicable"),
}


class _Writer:
    """Writes tasks, every work item's name once."""

    def __init__(self, plan: Plan, pen: Pen) -> None:
        self.plan, self.pen = plan, pen
        self.names = {task.item.ref: pen(task.item.title) for task in plan.tasks}
        self.states = {name: pen(words) for name, words in _STATES.items()}
        self.critical = pen(text("critical"))

    def group(self, places: list[int], facets: Facets) -> TaskGroup:
        plan, pen = self.plan, self.pen
        first = plan.tasks[places[0]]
        rows = sorted(places, key=lambda place: plan.tasks[place].item.number)
        name = text("all systems") if first.subject is None else first.subject
        if first.procurement is not None and len(first.systems) > 1:
            systems = listing(system.title for system in first.systems)
            number = count("{n} system", "{n} systems", len(first.systems))
            name = text("{name} ({whose})", name=name, whose=number)
            name = text("{name}: {systems}", name=name, systems=systems)
        shown = first.subject is not None
        return TaskGroup(
            facets.of_tasks(places),
            pen(_KINDS[first.item.scope]),
            pen(name),
            pen(listing(first.sections)) if shown and first.sections else Markup(""),
            pen(listing(first.vendors)) if shown and first.vendors else Markup(""),
            tuple(map(self.row, rows)),
        )

    def row(self, place: int) -> TaskRow:
        plan, pen = self.plan, self.pen
        task, dates, status = plan.tasks[place], plan.dates(place), plan.status(place)
        over, span = plan.is_over(place), plan.durations[place]
        applies = place not in plan.network.absent
        critical = place in plan.critical_places
        slack = 0 if over else plan.total_float(place)
        state = self.critical if critical else self.states.get(status, Markup(""))
        months = f"{span.min}" if span.min == span.max else f"{span.min}–{span.max}"
        tone = "bad" if slack < 0 else ""
        return TaskRow(
            f"{tone} crit".strip() if critical else tone,
            task.item.ref,
            self.names[task.item.ref],
            pen.day(dates.planned_start) if applies else Markup("-"),
            pen.day(dates.planned_finish) if applies else Markup("-"),
            Markup("-") if over else pen.day(dates.last_chance_start),
            "-" if over else str(slack),
            months,
            state,
        )
