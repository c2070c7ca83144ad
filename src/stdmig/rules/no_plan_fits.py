"""Even the quickest plan misses the cutover (最短でも間に合わない)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from stdmig.dates import shown
from stdmig.diagnostics import Severity
from stdmig.inventory import System
from stdmig.rules.example import Example
from stdmig.rules.fit import misfits
from stdmig.rules.hit import Hit
from stdmig.rules.overdue import RECORD
from stdmig.rules.rule import Context, Rule
from stdmig.schedule import Plan
from stdmig.words import count, text


def no_plan_fits(context: Context) -> Iterator[Hit]:
    """Yield the procurements whose earliest possible start is past the last chance."""
    plan = context.plan
    starts, bounds = plan.earliest.start, plan.last_chance.start
    for misfit in misfits(context, starts, bounds, lambda cutover: cutover.earliest):
        message = count(
            "{name}: cannot keep its cutover even with minimum durations; {n} day late"
            " at {task}; earliest possible cutover {earliest}",
            "{name}: cannot keep its cutover even with minimum durations; {n} days late"
            " at {task}; earliest possible cutover {earliest}",
            misfit.days,
            name=misfit.procurement.title,
            task=misfit.worst_title(plan.tasks),
            earliest=shown(misfit.reached),
        )
        yield Hit(
            {"procurement": misfit.procurement.id},
            message,
            context.inventory.locate_system(misfit.systems[0]),
            {
                "days": misfit.days,
                "task": plan.tasks[misfit.worst].id,
                "earliest_cutover": misfit.reached.isoformat(),
                "systems": [system.id for system in misfit.systems],
            },
            help=RECORD if _is_past(plan, misfit.systems) else None,
        )


def _is_past(plan: Plan, systems: Iterable[System]) -> bool:
    """Return whether their deadlines are over, so that none of them can be kept."""
    return all(plan.cutover(each.id).deadline < plan.as_of for each in systems)


RULE = Rule(
    code="STD302",
    name="no-plan-fits",
    severity=Severity.ERROR,
    subjects=(("procurement",),),
    title=text("no plan keeps the cutover: the last chance has passed"),
    help=text(
        "choose a later cutover; where it would lie after the deadline, apply for a"
        " later deadline as a designated system"
    ),
    why=text(
        "Counted with the shortest durations from today, the work ends after the"
        " cutover. No working faster helps; only another date, or less work, does."
    ),
    example=Example(
        """\
planning: {as_of: 2025-01-10, cutover: 2025-10-01}   # {remark}
""",
        text("nothing begun"),
    ),
    run=no_plan_fits,
)
