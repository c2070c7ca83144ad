"""Every date of the sample counted again from the reason it gives (理由の検算)."""

from __future__ import annotations

from datetime import date
from functools import cache

from stdmig.network import Task
from stdmig.schedule import DATE_FIELDS, Reason, TaskDates, schedule, task_reasons
from tests.oracle import ONE_DAY, latest_start, months_later
from tests.schedule.generator import standard_town
from tests.schedule.sample import AS_OF, dates_of, sample_plan
from tests.schedule.town import Business, plan_of

CUTOVER = date(2025, 10, 1)
PUBLISHED = {
    "leading": date(2020, 9, 30),
    "first": date(2021, 8, 31),
    "second": date(2022, 8, 31),
}
"""Last day of the month in which each group of specifications appeared."""


@cache
def cases() -> tuple[tuple[Task, TaskDates, dict[str, Reason]], ...]:
    """Return every task with its dates and reasons."""
    plan = sample_plan()
    return tuple(
        (task, plan.dates(place), task_reasons(plan, place))
        for place, task in enumerate(plan.tasks)
    )


def months_of(task: Task) -> tuple[int, int]:
    """Return the shortest and longest months that the file gives."""
    return task.item.months.min, task.item.months.max


def limit(reason: Reason, name: str) -> date:
    """Return the day by which a late date must be over, from its reason."""
    if reason.kind == "link":
        successor: date = getattr(dates_of(reason.ref), name)
        return successor
    assert reason.kind == "wanted"
    return CUTOVER


def test_every_date_has_a_reason() -> None:
    """Each of the eight dates of all 224 tasks says what set it."""
    for task, _, reasons in cases():
        assert tuple(reasons) == DATE_FIELDS, task.id


def test_late_dates_follow_from_their_reasons() -> None:
    """Late start and finish are counted back from the successor or the cutover."""
    for task, dates, reasons in cases():
        _, longest = months_of(task)
        start = latest_start(longest, limit(reasons["late_start"], "late_start"))
        assert dates.late_start == start, task.id
        assert dates.late_finish == months_later(start, longest) - ONE_DAY, task.id
        assert reasons["late_finish"] == reasons["late_start"], task.id


def test_planned_dates_follow_from_their_reasons() -> None:
    """Planned dates are counted back from the successor's planned start."""
    for task, dates, reasons in cases():
        _, longest = months_of(task)
        bound = limit(reasons["planned_start"], "planned_start")
        start = latest_start(longest, bound)
        assert dates.planned_start == start, task.id
        assert dates.planned_finish == months_later(start, longest) - ONE_DAY, task.id
        assert reasons["planned_finish"] == reasons["planned_start"], task.id


def test_last_chance_starts_follow_from_their_reasons() -> None:
    """The last chance is counted back with minimum durations."""
    for task, dates, reasons in cases():
        shortest, _ = months_of(task)
        bound = limit(reasons["last_chance_start"], "last_chance_start")
        assert dates.last_chance_start == latest_start(shortest, bound), task.id


def test_early_dates_follow_from_their_reasons() -> None:
    """Early dates follow the predecessor, the publication or the as-of date."""
    for task, dates, reasons in cases():
        _, longest = months_of(task)
        reason = reasons["early_start"]
        if reason.kind == "link":
            begins = dates_of(reason.ref).early_finish + ONE_DAY
        else:
            begins = _floor(reason)
        over = months_later(begins, longest)
        assert dates.early_finish == over - ONE_DAY, task.id
        assert dates.early_start == latest_start(longest, over), task.id
        assert reasons["early_finish"] == reason, task.id


def test_earliest_starts_follow_from_their_reasons() -> None:
    """Earliest starts follow from the same, with minimum durations."""
    plan = sample_plan()
    for task, dates, reasons in cases():
        shortest, _ = months_of(task)
        reason = reasons["earliest_start"]
        if reason.kind == "link":
            before, _ = months_of(plan.network.task(reason.ref))
            begins = months_later(dates_of(reason.ref).earliest_start, before)
        else:
            begins = _floor(reason)
        over = months_later(begins, shortest)
        assert dates.earliest_start == latest_start(shortest, over), task.id


def _floor(reason: Reason) -> date:
    if reason.kind == "as_of":
        assert reason.ref == "as_of"
        return AS_OF
    assert reason.kind == "publication"
    return PUBLISHED[reason.ref] + ONE_DAY


def test_reasons_name_neighbours() -> None:
    """A late date names a successor or its own cutover, an early one a predecessor."""
    network = sample_plan().network
    for place, (task, _, reasons) in enumerate(cases()):
        after = {network.tasks[other].id for other in network.after[place]}
        ends = {network.systems[each].id for each in network.cutovers_after[place]}
        before = {network.tasks[other].id for other in network.before[place]}
        groups = {system.specification for system in task.systems}
        for name, reason in reasons.items():
            allowed = before if name.startswith("earl") else after
            if reason.kind == "wanted":
                allowed = ends
            elif reason.kind == "publication":
                allowed = {str(group) for group in groups}
            elif reason.kind == "as_of":
                allowed = {"as_of"}
            assert reason.ref in allowed, f"{name} of {task.id}"


def test_reasons_of_a_few_tasks_in_words() -> None:
    """Reasons lead from item 1 and 3 to the as-of date and the publication."""
    reasons = {task.id: each for task, _, each in cases()}
    assert reasons["1"]["early_start"] == Reason("as_of", "as_of")
    assert reasons["2@juki"]["early_start"] == Reason("link", "1")
    assert reasons["3@juki"]["early_start"] == Reason("link", "2@juki")
    assert reasons["3@koseki"]["early_start"] == Reason("publication", "second")
    assert reasons["15@juki"]["late_start"] == Reason("wanted", "juki")
    assert reasons["17@juki"]["late_finish"] == Reason("wanted", "juki")
    assert reasons["14@juki"]["late_start"] == Reason("link", "15@juki")


def test_every_reason_leads_to_an_end() -> None:
    """Walked from reason to reason, each date ends at a user's word or a floor."""
    reasons = {task.id: each for task, _, each in cases()}
    for task_id, each in reasons.items():
        for name in DATE_FIELDS:
            reason, steps = each[name], 0
            while reason.kind == "link":
                reason, steps = reasons[reason.ref][name], steps + 1
                assert steps < len(reasons), f"{name} of {task_id}"
            ends = ("as_of", "publication") if name.startswith("earl") else ("wanted",)
            assert reason.kind in ends, f"{name} of {task_id}"


def test_reason_of_a_chosen_cutover_is_the_deadline() -> None:
    """Where nobody wants a day, late dates name the deadline of their system."""
    town = standard_town((Business("juki"),))
    plan = plan_of(town)
    place = plan.network.place_of["15@juki"]
    assert task_reasons(plan, place)["late_start"] == Reason("deadline", "juki")
    # A month from 2026-03-01 would be over on 04-01, the day after the deadline; one
    # from 02-28 is over on 03-28.
    assert plan.dates(place).late_start == date(2026, 2, 28)


def test_as_of_after_the_publication_is_the_reason() -> None:
    """Looked at after the publication, item 3 is held by the as-of date alone."""
    later = date(2023, 1, 1)
    plan = schedule(sample_plan().network, later)
    floor = plan.floors[plan.network.place_of["3@koseki"]]
    assert floor.reason == Reason("as_of", "as_of")
    assert date.fromordinal(floor.day) == later
