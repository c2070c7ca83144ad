"""The plan's tasks, each with what holds it on its planned dates (作業)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from stdmig.dates import shown
from stdmig.render.msproject.custom_fields import (
    CRITICAL,
    MONTHS,
    SECTIONS,
    TASK_ID,
    VENDORS,
)
from stdmig.render.msproject.entry import Actual, Constraint, ConstraintType, Entry
from stdmig.render.msproject.hours import MINUTES, closing, opening
from stdmig.render.msproject.waits import Waits
from stdmig.schedule import Plan, session_of
from stdmig.words import Text, count, text


def task_entry(plan: Plan, place: int, held: frozenset[int], waits: Waits) -> Entry:
    """
    Return the row of the task at `place`.

    Work that is open is planned backward, so it is placed as late as possible. What
    bounds it is its successor, or a day that the user fixed for the cutover; where
    neither ends it on its planned last day (a council's vote, a window for requests, a
    cutover that was chosen, months of unequal length) that day is its deadline, to
    which a task that is placed as late as possible is scheduled. What was chosen starts
    no earlier than on its day. What has begun stays where progress says; without a
    recorded day it starts no earlier than reckoned.

    Parameters
    ----------
    plan
        The dates.
    place
        Which task.
    held
        Places of all tasks of the file.
    waits
        What tasks wait for beside each other.
    """
    task, days = plan.tasks[place], plan.durations[place]
    first, after = plan.planned.start[place], plan.planned.finish[place]
    begins = opening(date.fromordinal(first))
    ends = closing(date.fromordinal(after - 1))
    actual = _actual(plan, place)
    is_late = place not in plan.safe.settled and place not in plan.chosen
    if is_late:
        constraint = Constraint(ConstraintType.AS_LATE_AS_POSSIBLE)
    elif actual.start is not None:
        constraint = Constraint()
    else:
        constraint = Constraint(ConstraintType.START_NO_EARLIER_THAN, begins)
    earlier = [
        plan.tasks[other].id for other in plan.ahead.before[place] if other in held
    ]
    span = f"{days.min}-{days.max}" if days.min < days.max else str(days.max)
    return Entry(
        task.id,
        task.title,
        begins if first < after else ends,
        ends,
        constraint,
        (after - first) * MINUTES,
        _deadline(plan, place, held) if is_late else None,
        (*earlier, *waits.before.get(place, ())),
        (*_notes(plan, place, held), *waits.unkept.get(place, ())),
        (
            (TASK_ID, task.id),
            (SECTIONS, ", ".join(task.sections)),
            (VENDORS, ", ".join(task.vendors)),
            (MONTHS, span),
            (CRITICAL, place in plan.critical_places),
        ),
        actual,
    )


def _deadline(plan: Plan, place: int, held: frozenset[int]) -> date | None:
    """Return the planned last day, unless what comes next sets it anyway."""
    limits = [
        plan.planned.start[each] for each in plan.ahead.after[place] if each in held
    ]
    limits += [
        plan.cutovers[system].day.toordinal()
        for system in plan.ahead.cutovers_after[place]
        if plan.cutovers[system].reason.kind == "wanted"
    ]
    finish = plan.planned.finish[place]
    if min(limits, default=None) == finish:
        return None
    return date.fromordinal(finish - 1)


def _actual(plan: Plan, place: int) -> Actual:
    """Return what progress records of a task."""
    record = plan.progress.get(place)
    if record is None or record.status not in ("done", "started"):
        return Actual()
    start = opening(record.start) if record.start else None
    if record.status == "done":
        return Actual(100, start, closing(record.finish) if record.finish else None)
    file = plan.inventory.progress
    percent = file.tasks[record.entry].percent if file else None
    # All of a task that is under way would be a finish that nobody recorded.
    return Actual(min(percent or 0, 99), start)


def _notes(plan: Plan, place: int, held: frozenset[int]) -> Iterator[Text]:
    vote = session_of(plan, place)
    if vote is not None:
        yield text(
            "ends with the vote of the {session}, {day}",
            session=vote.session.title,
            day=shown(vote.day),
        )
    if plan.is_over(place):
        return
    for other in plan.ahead.before[place]:
        if other in held and plan.planned.finish[other] > plan.planned.start[place]:
            last = date.fromordinal(plan.planned.finish[other]) - timedelta(days=1)
            yield text(
                "{task} is expected to end on {day}, after the planned start of this"
                " task; scheduled anew, this task moves.",
                task=plan.tasks[other].title,
                day=shown(last),
            )
    chance = plan.dates(place).last_chance_start
    yield text("last chance to start {day}", day=shown(chance))
    yield count("total float {n} day", "total float {n} days", plan.total_float(place))
