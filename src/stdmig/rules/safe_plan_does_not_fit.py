"""With the longest durations the work ends after the cutover (最長では間に合わない)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial

from stdmig.dates import shown
from stdmig.diagnostics import Severity
from stdmig.network import Procurement
from stdmig.rules.example import Example
from stdmig.rules.fit import misfits
from stdmig.rules.hit import Hit
from stdmig.rules.later import Later
from stdmig.rules.rule import Context, Rule
from stdmig.schedule import Plan, sooner_way
from stdmig.words import Text, count, text


def safe_plan_does_not_fit(context: Context) -> Iterator[Hit]:
    """Yield the procurements that hold a task with negative float."""
    plan = context.plan
    starts, bounds = plan.early.start, plan.late.start
    for misfit in misfits(context, starts, bounds, lambda cutover: cutover.early):
        message = count(
            "{name}: with maximum durations {n} day late at {task}; the cutover would"
            " be {early}",
            "{name}: with maximum durations {n} days late at {task}; the cutover would"
            " be {early}",
            misfit.days,
            name=misfit.procurement.title,
            task=misfit.worst_title(plan.tasks),
            early=shown(misfit.reached),
        )
        yield Hit(
            {"procurement": misfit.procurement.id},
            message,
            context.inventory.locate_system(misfit.systems[0]),
            {
                "days": misfit.days,
                "total_float_days": -misfit.days,
                "task": plan.tasks[misfit.worst].id,
                "tasks": len(misfit.late),
                "early_cutover": misfit.reached.isoformat(),
                "systems": [system.id for system in misfit.systems],
            },
            details=Later(partial(_sooner, plan, misfit.procurement)),
        )


def _sooner(plan: Plan, procurement: Procurement) -> Iterator[Text]:
    """Yield the budget by which it would be ready sooner, if there is one."""
    for purchase in plan.network.purchases:
        if purchase.procurement.id != procurement.id:
            continue
        option = sooner_way(plan, purchase)
        if option is not None:
            yield text(
                "with the {way}, asked for by {closes}, it would be {cutover}",
                way=option.early.occasion.way.title,
                closes=shown(date.fromordinal(option.early.occasion.closes)),
                cutover=shown(option.cutover),
            )


RULE = Rule(
    code="STD303",
    name="safe-plan-does-not-fit",
    severity=Severity.WARNING,
    subjects=(("procurement",),),
    title=text("with maximum durations the cutover cannot be kept"),
    help=text(
        "decide which tasks are shortened (stdmig explain SYSTEM ITEM shows what holds"
        " them), or choose a later cutover"
    ),
    why=text(
        "The safe plan gives every task its longest duration and asks for all money in"
        " ordinary budgets. Where a task can only"
        " start after its latest date, the plan rests on some task being quicker, and"
        " nobody has said which."
    ),
    example=Example(
        """\
planning: {as_of: 2021-10-01, cutover: 2025-10-01}
specifications:
  - {id: second, name: 第2グループ, published: 2022-08}   # {remark}
""",
        text("item 3 waits"),
    ),
    run=safe_plan_does_not_fit,
)
