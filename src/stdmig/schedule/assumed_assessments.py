"""What is taken for granted about the assessments (特定個人情報保護評価の前提)."""

from __future__ import annotations

from collections.abc import Iterator

from stdmig.inventory import LEVELS, System, is_inferred
from stdmig.schedule.assumed_tasks import open_systems
from stdmig.schedule.assumption import Assumption
from stdmig.schedule.plan import Plan
from stdmig.schedule.timing import FULL_ASSESSMENT, is_full_assessment
from stdmig.words import count, listing, text


def assumed_assessments(plan: Plan) -> Iterator[Assumption]:
    """Yield the guesses behind levels that follow from figures, and behind months."""
    for system in open_systems(plan):
        assessment = system.assessment
        if assessment is not None and assessment.guesses_handlers:
            message = text(
                "{name}: the people who handle the data are not recorded; taken as 500"
                " or more ({level})",
                name=system.title,
                level=LEVELS[assessment.planned],
            )
            where = plan.inventory.locate_system(system)
            own = _assessed(plan, [system])
            yield Assumption(f"handlers-{system.id}", message, where, own)
    yield from _thresholds(plan)
    yield from _variants(plan)


def _thresholds(plan: Plan) -> Iterator[Assumption]:
    """Yield one guess for all systems whose level follows from an inferred row."""
    systems = [
        system
        for system in open_systems(plan)
        if (assessment := system.assessment) is not None
        and assessment.level is None
        and assessment.people is not None
        and is_inferred(assessment.people)
    ]
    if systems:
        message = count(
            "the assessment of {n} system follows from a threshold between 1,000 and"
            " 100,000 people that is inferred: {names}",
            "the assessments of {n} systems follow from thresholds between 1,000 and"
            " 100,000 people that are inferred: {names}",
            len(systems),
            names=listing(system.title for system in systems),
        )
        where = plan.inventory.locate_system(systems[0])
        yield Assumption(
            "assessment-thresholds", message, where, _assessed(plan, systems)
        )


def _variants(plan: Plan) -> Iterator[Assumption]:
    """Yield the longer duration of full assessments where no source states it."""
    document = plan.inventory.documents.procedures
    for place, item in enumerate(plan.inventory.procedures.items):
        for position, variant in enumerate(item.variants):
            if variant.when != FULL_ASSESSMENT or not variant.assumed:
                continue
            tasks = tuple(
                task.id
                for task in plan.tasks
                if task.item is item and is_full_assessment(task)
            )
            if tasks:
                shortest = item.months.min if variant.min is None else variant.min
                longest = item.months.max if variant.max is None else variant.max
                message = text(
                    "item {ref} {name} takes {min} to {max} months where the assessment"
                    " is a full one",
                    ref=item.ref,
                    name=item.title,
                    min=shortest,
                    max=longest,
                )
                where = document.locate(("items", place, "variants", position))
                yield Assumption(f"months-{item.ref}-full", message, where, tasks)


def _assessed(plan: Plan, systems: list[System]) -> tuple[str, ...]:
    return tuple(
        task.id
        for task in plan.tasks
        if task.item.role == "assessment"
        and any(task.is_for(system) for system in systems)
    )
