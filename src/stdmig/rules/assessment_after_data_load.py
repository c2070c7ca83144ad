"""Personal data in the new system before its assessment (評価前の保有)."""

from __future__ import annotations

from collections.abc import Iterator

from stdmig.dates import shown
from stdmig.diagnostics import Location, Severity
from stdmig.inventory import WorkItem
from stdmig.rules.example import Example
from stdmig.rules.hit import Hit
from stdmig.rules.rule import Context, Rule
from stdmig.schedule import Unassessed, unassessed
from stdmig.words import Text, count, text


def assessment_after_data_load(context: Context) -> Iterator[Hit]:
    """Yield the pairs of items that let data in before the assessment has ended."""
    tasks = context.plan.tasks
    pairs: dict[tuple[str, str], list[Unassessed]] = {}
    for each in unassessed(context.plan):
        items = tasks[each.assessment].item.ref, tasks[each.data_load].item.ref
        pairs.setdefault(items, []).append(each)
    for found in pairs.values():
        yield _hit(context, found)


def _hit(context: Context, found: list[Unassessed]) -> Hit:
    plan, worst = context.plan, max(found, key=lambda each: each.days)
    assessment = plan.tasks[worst.assessment].item
    data_load = plan.tasks[worst.data_load].item
    systems = list({each.system.id: each.system for each in found}.values())
    shared = {"assessment": assessment.title, "load": data_load.title}
    linked = all(each.is_linked for each in found)
    if linked:
        message = count(
            "{load} is planned to begin before {assessment} has ended, for {n} system",
            "{load} is planned to begin before {assessment} has ended, for {n} systems",
            len(systems),
            **shared,
        )
        where = context.inventory.locate_system(worst.system)
    else:
        message = count(
            "{load} does not wait for {assessment}, for {n} system",
            "{load} does not wait for {assessment}, for {n} systems",
            len(systems),
            **shared,
        )
        where = _written(context, data_load)
    return Hit(
        {"item": data_load.ref, "assessment": assessment.ref},
        message,
        where,
        {
            "assessment_item": assessment.ref,
            "data_load_item": data_load.ref,
            "linked": linked,
            "overlap_days": worst.days,
            "systems": [system.id for system in systems],
        },
        details=(_overlap(context, worst),) if worst.days else (),
    )


def _overlap(context: Context, worst: Unassessed) -> Text:
    plan = context.plan
    return count(
        "{system}: data from {start}, assessment to {finish}: {n} day too early",
        "{system}: data from {start}, assessment to {finish}: {n} days too early",
        worst.days,
        system=worst.system.title,
        start=shown(plan.dates(worst.data_load).planned_start),
        finish=shown(plan.dates(worst.assessment).planned_finish),
    )


def _written(context: Context, item: WorkItem) -> Location:
    place = context.inventory.procedures.items.index(item)
    document = context.inventory.documents.procedures
    return document.locate(("items", place, "after"))


RULE = Rule(
    code="STD306",
    name="assessment-after-data-load",
    severity=Severity.WARNING,
    subjects=(
        (
            "item",
            "assessment",
        ),
    ),
    title=text("personal data may be loaded before its assessment has ended"),
    help=text(
        "let the item with 'role: data_load' come after the one with 'role: assessment'"
        " in procedures.yaml, or record that a system needs no assessment"
    ),
    why=text(
        "The assessment (PIA) has to be done before the new system holds any specific"
        " personal information. Data that is loaded earlier is held without the check"
        " that the law wants first."
    ),
    example=Example(
        """\
items:
  - {number: 12, role: assessment, after: [11]}
  - {number: 14, role: data_load, after: [11, 14c]}   # {remark}
""",
        text("does not wait for 12"),
    ),
    run=assessment_after_data_load,
)
