"""What is guessed of systems, their links and their progress (業務・進捗の前提)."""

from __future__ import annotations

from collections.abc import Iterator

from stdmig.dates import shown
from stdmig.network import Task
from stdmig.schedule.assumed_tasks import open_systems, tasks_of, tasks_where
from stdmig.schedule.assumption import Assumption
from stdmig.schedule.bridges import bridges
from stdmig.schedule.plan import Plan
from stdmig.words import count, text


def assumed_records(plan: Plan) -> Iterator[Assumption]:
    """Yield what is assumed of the systems and of what is recorded."""
    yield from _assessments(plan)
    yield from _publications(plan)
    yield from _system_links(plan)
    yield from _designated(plan)
    yield from _progress(plan)


def _assessments(plan: Plan) -> Iterator[Assumption]:
    for system in open_systems(plan):
        if system.assessment is not None and system.assessment.assumed:
            message = (
                text("{name}: an assessment (PIA) is needed", name=system.title)
                if system.needs_assessment
                else text("{name}: needs no assessment (PIA)", name=system.title)
            )
            where = plan.inventory.locate_system(system)
            name = f"assessment-{system.id}"
            yield Assumption(name, message, where, tasks_of(plan, system))


def _publications(plan: Plan) -> Iterator[Assumption]:
    inventory = plan.inventory
    for place, group in enumerate(inventory.file.specifications):
        if not group.assumed or group.published is None:
            continue

        def waits(task: Task, name: str = group.id) -> bool:
            return task.item.waits_for == "specification" and any(
                system.specification == name for system in task.systems
            )

        message = text(
            "the specifications of {group} are published by {day}",
            group=group.title,
            day=shown(group.published),
        )
        where = inventory.locate(("specifications", place, "published"))
        name = f"publication-{group.id}"
        yield Assumption(name, message, where, tasks_where(plan, waits))


def _system_links(plan: Plan) -> Iterator[Assumption]:
    """Yield the inferred links that bridges carry, all in one."""
    places = {
        flow.place
        for group in bridges(plan)
        for flow in group.flows
        if flow.link.assumed
    }
    if places:
        message = count(
            "bridges carry {n} link between systems that is inferred",
            "bridges carry {n} links between systems that are inferred",
            len(places),
        )
        where = plan.inventory.locate(("links", min(places)))
        yield Assumption("system-links", message, where, ())


def _designated(plan: Plan) -> Iterator[Assumption]:
    """Yield the limit of the designated systems that have no date of their own."""
    limit = plan.inventory.template.designated
    leaning = [
        system
        for system in open_systems(plan)
        if system.designated and system.deadline is None
    ]
    if limit.assumed and leaning:
        message = text(
            "the deadline of designated systems is {day} where none is set for the"
            " system",
            day=shown(limit.deadline),
        )
        where = plan.inventory.documents.template.locate(("designated",))
        ids = tasks_of(plan, *leaning)
        yield Assumption("designated-deadline", message, where, ids)


def _progress(plan: Plan) -> Iterator[Assumption]:
    """Yield what takes the place of days that nobody recorded."""
    records, document = plan.inventory.progress, plan.inventory.documents.progress
    if records is None or document is None:
        return
    assumed = [place for place, each in enumerate(records.live) if each.assumed]
    if assumed:
        message = count(
            "{n} system is live since a day that is not known",
            "{n} systems are live since days that are not known",
            len(assumed),
        )
        where = document.locate(("live", assumed[0], "since"))
        yield Assumption("progress-live", message, where, ())
    lacking: dict[str, list[int]] = {}
    for place, known in plan.progress.items():
        if known.status == "done" and known.finish is None:
            lacking.setdefault("finish", []).append(place)
        if known.start is None and known.status in ("done", "started"):
            lacking.setdefault(f"{known.status}-start", []).append(place)
    messages = {
        "finish": text(
            "what is done without a last day was over before the as-of date"
        ),
        "done-start": text(
            "what is done without a first day took its longest duration"
        ),
        "started-start": text(
            "what is under way without a first day began on the as-of date"
        ),
    }
    for kind, message in messages.items():
        if kind in lacking:
            first = min(plan.progress[place].entry for place in lacking[kind])
            where = document.locate(("tasks", first))
            ids = tuple(plan.tasks[place].id for place in sorted(lacking[kind]))
            yield Assumption(f"progress-{kind}", message, where, ids)
