"""Rows of tasks: planned bar, float, cutovers (作業の行)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from stdmig.dates import shown
from stdmig.render.chart.model import Bar, Mark, Row
from stdmig.render.plan.rows import Row as Folded
from stdmig.render.plan.rows import blocks, late_finish
from stdmig.schedule import Plan
from stdmig.words import Style, Text, count, listing, text

_DAY = timedelta(days=1)


class Concern(NamedTuple):
    """Whom a task concerns: ids of systems, names of sections and vendors."""

    systems: tuple[str, ...]
    sections: tuple[str, ...]
    vendors: tuple[str, ...]


class Concerns:
    """Whom each task concerns, found once: the town's own concern every system."""

    def __init__(self, plan: Plan) -> None:
        self._tasks = plan.tasks
        self._known: dict[int, Concern] = {}

    def of(self, places: tuple[int, ...]) -> Concern:
        """Return whom some tasks concern together."""
        found = [self._one(place) for place in places]
        if len(found) == 1:
            return found[0]
        return Concern(*(_each(names) for names in zip(*found, strict=True)))

    def _one(self, place: int) -> Concern:
        known = self._known.get(place)
        if known is None:
            task = self._tasks[place]
            systems = tuple(system.id for system in task.systems)
            known = self._known[place] = Concern(systems, task.sections, task.vendors)
        return known


def item_rows(
    plan: Plan, places: list[int], style: Style, concerns: Concerns
) -> tuple[Row, ...]:
    """Return the tasks by work item; those of the same dates share a row."""
    rows: list[Row] = []
    for block in blocks(plan, places, "item", full=False):
        for folded in block.rows:
            minor = bool(rows) and rows[-1].ref == folded.ref
            row = _item_row(plan, folded, f"i{len(rows)}", style, concerns)
            rows.append(row._replace(minor=minor))
    return tuple(rows)


def task_row(plan: Plan, place: int, style: Style, concerns: Concerns) -> Row:
    """Return a task as a row of its own, named after its work item."""
    dates, task = plan.dates(place), plan.tasks[place]
    early = date.fromordinal(plan.planned_early.start[place])
    slack = plan.planned_late.start[place] - plan.planned_early.start[place]
    folded = Folded(
        task.item.ref,
        text("{name}", name=task.item.title),
        dates.planned_start,
        dates.planned_finish,
        early,
        slack,
        place in plan.critical_places,
        (),
        plan.status(place) == "done",
        (place,),
        late_finish(plan, (place,)),
    )
    return _row(plan, folded, f"t{place}", style, task.title, concerns)


def _item_row(
    plan: Plan, folded: Folded, name: str, style: Style, concerns: Concerns
) -> Row:
    tasks = [plan.tasks[place] for place in folded.places]
    whose = tasks[0].title
    if len(tasks) > 1:
        item = tasks[0].item
        whose = text(
            "{no} {name} ({subject})",
            no=item.ref,
            name=item.title,
            subject=count("{n} task", "{n} tasks", len(tasks)),
        )
    return _row(plan, folded, name, style, whose, concerns)


def _row(
    plan: Plan,
    folded: Folded,
    name: str,
    style: Style,
    whose: Text,
    concerns: Concerns,
) -> Row:
    concern = concerns.of(folded.places)
    begun = any(plan.status(place) == "started" for place in folded.places)
    facts = listing(_facts(folded, whose, begun=begun)).into(style)
    return Row(
        name,
        "task",
        folded.ref,
        folded.label.into(style).strip(),
        (
            shown(folded.start).into(style),
            shown(folded.finish).into(style),
            "-" if folded.done else str(folded.float_days),
        ),
        facts,
        tuple(_bars(folded, begun=begun)),
        tuple(
            Mark("cutover", day, text("cutover {day}", day=shown(day)).into(style))
            for day in folded.cutovers
        ),
        alarming=not folded.done and folded.float_days < 0,
        places=folded.places,
        systems=concern.systems,
        sections=concern.sections,
        vendors=concern.vendors,
    )


def _facts(folded: Folded, whose: Text, *, begun: bool) -> Iterator[object]:
    """Yield what is said about a row: whose, when, how much float, how far."""
    yield whose
    yield text("{first} - {last}", first=shown(folded.start), last=shown(folded.finish))
    if folded.done:
        yield text("done")
        return
    yield count("float {n} day", "float {n} days", folded.float_days)
    if begun:
        yield text("under way")
    if folded.critical:
        yield text("critical")


def _bars(folded: Folded, *, begun: bool) -> Iterator[Bar]:
    if folded.early_start < folded.start and not folded.done:
        yield Bar("float", folded.early_start, folded.start - _DAY)
    if folded.late_finish is not None and folded.finish < folded.late_finish:
        yield Bar("float_after", folded.finish + _DAY, folded.late_finish)
    if folded.done:
        yield Bar("done", folded.start, folded.finish)
        return
    yield Bar("critical" if folded.critical else "planned", folded.start, folded.finish)
    if begun:
        yield Bar("begun", folded.start, folded.start)


def _each(held: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for names in held for name in names))
