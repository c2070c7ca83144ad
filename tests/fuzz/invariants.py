"""What holds for every plan, whatever it was made from (計画の不変条件)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from stdmig.inventory import Inventory
from stdmig.schedule import Plan, chain, chain_fields
from stdmig.workspace import Request, plan_workspace, read_workspace
from tests.oracle import ONE_DAY, Goal, Job, Oracle

_AS_OF = date(2024, 4, 1)


def broken_invariants() -> list[str]:
    """Return what does not hold for the plan of the workspace ``w``, if it has one."""
    inventory, faults, _ = read_workspace(Request(Path("w")))
    if inventory is None:
        return [] if faults else ["neither an inventory nor a fault"]
    plan = plan_workspace(inventory, None, _AS_OF).plan
    found = [*_dates(plan), *_ways(plan)]
    if is_plain(inventory):
        found += _counted_otherwise(plan)
    return found


def _dates(plan: Plan) -> Iterator[str]:
    """Yield dates that are not those of their rules, or not in their order."""
    for place, task in enumerate(plan.tasks):
        if place in plan.safe.settled:
            continue
        for name, dates, rule in (
            ("late", plan.late, plan.safe.tasks[place]),
            ("last chance", plan.last_chance, plan.quick.tasks[place]),
            ("early", plan.early, plan.safe.tasks[place]),
            ("earliest", plan.earliest, plan.quick.tasks[place]),
        ):
            start, finish = dates.start[place], dates.finish[place]
            if rule(start) != finish:
                yield f"{task.id}: the {name} finish is not that of its start"
            if start > finish:
                yield f"{task.id}: the {name} finish lies before its start"
        if plan.earliest.finish[place] > plan.early.finish[place]:
            yield f"{task.id}: the earliest finish lies after the early one"
        for dates, floor in ((plan.early, plan.floors[place]),):
            if dates.finish[place] < floor.day:
                yield f"{task.id}: over before its first possible day"


def _ways(plan: Plan) -> Iterator[str]:
    """Yield dates to which no way of explanations leads."""
    for place, task in enumerate(plan.tasks):
        for field in chain_fields(plan, place):
            way = chain(plan, place, field, task.systems[0])
            if not way.steps or way.steps[-1].task is not task:
                yield f"{task.id}: its {field} is not explained to the end"
            if way.steps[-1].start != getattr(plan.dates(place), field):
                yield f"{task.id}: its {field} is explained as another day"


def is_plain(inventory: Inventory) -> bool:
    """Return whether months alone decide: no windows, votes, records or choices."""
    template = inventory.template
    return (
        template.budget.request is None
        and not template.council.sessions
        and inventory.progress is None
        and inventory.starts is None
        and not template.planning.conditions
    )


def _counted_otherwise(plan: Plan) -> Iterator[str]:
    """Yield what the forward-only oracle counts otherwise."""
    network = plan.network
    if any(task.item.role for task in plan.tasks):
        # Votes and money wait for a calendar that is the packaged one.
        return
    oracle = Oracle(
        (
            Job(
                task.id,
                tuple(network.tasks[other].id for other in network.before[place]),
                plan.durations[place].max,
            )
            for place, task in enumerate(plan.tasks)
        ),
        [Goal(cutover.system.id, (), cutover.day) for cutover in plan.cutovers],
    )
    floors = {
        task.id: date.fromordinal(plan.floors[place].day)
        for place, task in enumerate(plan.tasks)
    }
    over = oracle.finishes(floors)
    for place, task in enumerate(plan.tasks):
        dates = plan.dates(place)
        if dates.early_finish + ONE_DAY != over[task.id]:
            yield f"{task.id}: early finish {dates.early_finish}, not {over[task.id]}"
        limits = [plan.dates(other).late_start for other in network.after[place]]
        limits += [plan.cutovers[each].day for each in network.cutovers_after[place]]
        if limits and oracle.latest_start(task.id, min(limits)) != dates.late_start:
            yield f"{task.id}: late start {dates.late_start}, counted otherwise"
