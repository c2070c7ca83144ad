"""A plan for other programs (``stdmig.plan/1``)."""

from __future__ import annotations

from typing import Any

from stdmig.coverage import Coverage
from stdmig.inventory import System
from stdmig.outlook import BudgetGroup
from stdmig.render.connections import bridges_json, connections_json
from stdmig.render.funding_json import funding_json
from stdmig.render.jsonable import dump, place
from stdmig.render.plan.coverage_json import coverage_json, day_json
from stdmig.schedule import (
    DATE_FIELDS,
    Assumption,
    MilestoneDate,
    Plan,
    Reason,
    bridges,
    publication,
    retests,
    task_reasons,
)
from stdmig.words import Style

SCHEMA = "stdmig.plan/1"


def plan_json(
    plan: Plan,
    places: list[int],
    coverages: tuple[Coverage, ...],
    milestones: tuple[MilestoneDate, ...],
    assumptions: tuple[Assumption, ...],
    style: Style,
    *,
    budgets: tuple[BudgetGroup, ...] = (),
    section: str | None = None,
    systems: frozenset[str] | None = None,
) -> str:
    """
    Return the plan as JSON.

    `places` are the tasks that are wanted and `systems` the ids of the systems, all
    of them unless a section asks for its own. Finishes are last days, inclusive; null
    means unknown, or no float since the task is over. Within a version of the schema
    fields may be added, none renamed.
    """
    municipality = plan.inventory.municipality
    system = plan.critical_system
    return dump(
        {
            "schema": SCHEMA,
            "municipality": municipality.title.into(style),
            "municipality_code": municipality.code,
            "as_of": plan.as_of.isoformat(),
            "deadline": plan.deadline.isoformat(),
            "sample": plan.inventory.sample,
            **_planning(plan),
            "section": section,
            "critical_system": None
            if system is None
            else plan.network.systems[system].id,
            "systems": [
                _system(plan, number, style)
                for number, cutover in enumerate(plan.cutovers)
                if systems is None or cutover.system.id in systems
            ],
            "tasks": [_task(plan, number, style) for number in places],
            "budgets": [entry for group in budgets for entry in _budgets(group, style)],
            "contracts": [coverage_json(each, style) for each in coverages],
            "milestones": [_milestone(each, style) for each in milestones],
            "assumptions": [_assumption(each, style) for each in assumptions],
            "bridges": bridges_json(bridges(plan, systems)),
            "connections": connections_json(retests(plan, systems, section), style),
        }
    )


def _planning(plan: Plan) -> dict[str, Any]:
    """Return how the planned dates were counted, where that is not as usual."""
    found: dict[str, Any] = {}
    if plan.inventory.starts is not None or plan.planned_durations == "likely":
        found["planned_durations"] = plan.planned_durations
    if plan.inventory.starts is not None:
        found["starts"] = {"chosen": len(plan.chosen)}
    return found


def _budgets(group: BudgetGroup, style: Style) -> list[dict[str, Any]]:
    """Return an entry per procurement; its ways where the planned one is late."""
    return [
        {
            "procurement": each.id,
            "name": each.title.into(style),
            "planned": funding_json(group.planned),
            "debt_obligation_years": list(group.debt_years),
            "items_by_fiscal_year": {
                str(year): list(refs) for year, refs in group.paid.items()
            },
            "last_way": funding_json(group.last) if group.last else None,
            "ways": [
                {
                    "way": option.way.id,
                    "late": funding_json(option.late) if option.late else None,
                    "begin_by": option.first_start.isoformat(),
                    "early": funding_json(option.early) if option.early else None,
                    "early_cutover": option.cutover.isoformat(),
                    "missed_by_days": option.missed_by,
                }
                for option in group.options
                if option.purchase.procurement.id == each.id
            ],
        }
        for each in group.procurements
    ]


def _system(plan: Plan, number: int, style: Style) -> dict[str, Any]:
    cutover = plan.cutovers[number]
    chain = plan.critical_paths[number].places
    published = publication(plan.inventory, cutover.system)
    return {
        "id": cutover.system.id,
        "name": cutover.system.title.into(style),
        "cutover": cutover.day.isoformat(),
        "cutover_source": cutover.source,
        "early_cutover": cutover.early.isoformat(),
        "earliest_cutover": cutover.earliest.isoformat(),
        "deadline": cutover.deadline.isoformat(),
        "designated": designated_json(cutover.system),
        "transitional": [
            {
                "function": each.function,
                "until": each.until.isoformat() if each.until else None,
                "note": each.note,
            }
            for each in cutover.system.transitional
        ],
        "specification": cutover.system.specification,
        "specification_published": published.isoformat() if published else None,
        "critical_path": [plan.tasks[each].id for each in chain],
    }


def designated_json(system: System) -> dict[str, Any] | None:
    """Return why and until when a system is designated, null where it is not."""
    designated = system.designated
    if designated is None:
        return None
    completion = designated.completion
    return {
        "reason": designated.reason,
        "explanation": designated.explanation,
        "completion": completion.isoformat() if completion else None,
    }


def _task(plan: Plan, number: int, style: Style) -> dict[str, Any]:
    task, dates = plan.tasks[number], plan.dates(number)
    span = plan.durations[number]
    known, over = plan.progress.get(number), plan.is_over(number)
    applies = number not in plan.network.absent
    return {
        "id": task.id,
        "item": task.item.number,
        "part": task.item.part,
        "name": task.item.title.into(style),
        "scope": task.item.scope,
        "procurement": task.procurement.id if task.procurement else None,
        "systems": [system.id for system in task.systems],
        "sections": list(task.sections),
        "actors": list(task.item.actors),
        "vendors": list(task.vendors),
        "duration": {
            "min": span.min,
            **({"likely": span.likely} if plan.planned_durations == "likely" else {}),
            "max": span.max,
            "unit": "month",
        },
        "after": [plan.tasks[other].id for other in plan.network.before[number]],
        **{
            name: day_json(getattr(dates, name) if applies else None)
            for name in DATE_FIELDS
        },
        **({} if plan.inventory.starts is None else {"chosen": number in plan.chosen}),
        "status": plan.status(number),
        "actual_start": day_json(known.start if known else None),
        "actual_finish": day_json(known.finish if known else None),
        "total_float_days": None if over else plan.total_float(number),
        "free_float_days": None if over else plan.free_float(number),
        "critical": number in plan.critical_places,
        "reasons": {
            name: _reason(reason) for name, reason in task_reasons(plan, number).items()
        },
    }


def _reason(reason: Reason) -> dict[str, str]:
    return {"kind": reason.kind, "ref": reason.ref}


def _milestone(each: MilestoneDate, style: Style) -> dict[str, Any]:
    return {
        "id": each.milestone.id,
        "name": each.milestone.title.into(style),
        "date": each.day.isoformat(),
        "systems": [system.id for system in each.systems],
    }


def _assumption(each: Assumption, style: Style) -> dict[str, Any]:
    return {
        "id": each.id,
        "text": each.text.into(style),
        "location": place(each.location),
        "tasks": list(each.tasks),
    }
