"""What is taken to be amended, and when the council votes (条例改正の前提)."""

from __future__ import annotations

from collections.abc import Iterator

from stdmig.dates import shown_month_day
from stdmig.inventory import System
from stdmig.network import Task
from stdmig.schedule.assumed_tasks import open_systems
from stdmig.schedule.assumption import Assumption
from stdmig.schedule.plan import Plan
from stdmig.schedule.task_rules import needs_vote
from stdmig.words import Text, count, listing, text


def assumed_votes(plan: Plan) -> Iterator[Assumption]:
    """Yield the guesses that tasks which end with a vote lean on (議決)."""
    tasks = [task for task in plan.tasks if task.item.role == "ordinance"]
    yield from _unrecorded(plan, tasks)
    for system in open_systems(plan):
        if system.ordinance is not None and system.ordinance.assumed:
            own = tuple(task.id for task in plan.tasks if _is_own(task, system))
            where = plan.inventory.locate_system(system)
            yield Assumption(f"ordinance-{system.id}", _told(system), where, own)
    yield from _sessions(plan, tuple(task.id for task in tasks if needs_vote(task)))


def _is_own(task: Task, system: System) -> bool:
    return task.item.scope == "system" and task.is_for(system)


def _unrecorded(plan: Plan, tasks: list[Task]) -> Iterator[Assumption]:
    """Yield one guess for all systems of which nothing is recorded."""
    systems = [each for each in open_systems(plan) if each.ordinance is None]
    leaning = tuple(
        task.id
        for task in tasks
        if any(system.ordinance is None for system in task.systems)
    )
    if leaning:
        message = count(
            "for {n} system it is not recorded whether an ordinance, a rule or nothing"
            " is to be amended; planned as an ordinance",
            "for {n} systems it is not recorded whether an ordinance, a rule or nothing"
            " is to be amended; planned as an ordinance",
            len(systems),
        )
        where = plan.inventory.locate_system(systems[0])
        yield Assumption("ordinances", message, where, leaning)


def _told(system: System) -> Text:
    name = system.title
    match system.amends:
        case "none":
            return text("{name}: no ordinance or rule is to be amended", name=name)
        case "rule":
            return text("{name}: a rule is to be amended, no ordinance", name=name)
        case "ordinance":
            return text("{name}: an ordinance is to be amended", name=name)


def _sessions(plan: Plan, leaning: tuple[str, ...]) -> Iterator[Assumption]:
    council = plan.inventory.template.council
    if not leaning or (council.sessions and not council.assumed):
        return
    if council.sessions:
        days = listing(map(shown_month_day, council.vote_days))
        message = text("the council votes every year on {days}", days=days)
    else:
        message = text(
            "no session of the council is recorded; a vote is taken to be possible on"
            " any day"
        )
    where = plan.inventory.documents.template.locate(("council", "sessions"))
    yield Assumption("council-sessions", message, where, leaning)
