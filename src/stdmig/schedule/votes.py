"""Which session of the council a date leans on (議決する定例会)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from stdmig.dates import day_in
from stdmig.inventory import Council, Session
from stdmig.network import Task
from stdmig.schedule.plan import Plan
from stdmig.schedule.task_rules import needs_vote


class Vote(NamedTuple):
    """A session of the council and the day of its vote (議決日)."""

    session: Session
    day: date


def session_of(plan: Plan, place: int) -> Vote | None:
    """Return the vote that the task at `place` ends with, as it is planned, if any."""
    if place in plan.network.absent:
        return None
    finish = date.fromordinal(plan.planned.finish[place] - 1)
    return vote_of(plan, plan.tasks[place], finish)


def vote_of(plan: Plan, task: Task, last_day: date) -> Vote | None:
    """Return the vote that a task ends with on its last day, if it needs one."""
    council = plan.inventory.template.council
    return vote_on(council, last_day) if needs_vote(task) else None


def vote_on(council: Council, day: date) -> Vote | None:
    """Return the vote of a day, if there is one."""
    for session in council.sessions:
        if day_in(day.year, session.end) == day:
            return Vote(session, day)
    return None
