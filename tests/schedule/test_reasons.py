"""Every date counted again from the reason that it gives (理由の検算)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from stdmig.network import Task
from stdmig.schedule import DATE_FIELDS, Plan, Reason, schedule, task_reasons
from tests.oracle import ONE_DAY, latest_start, months_later
from tests.schedule.generator import standard_town, thousand_cases
from tests.schedule.sample import AS_OF, sample_inventory, sample_plan
from tests.schedule.town import Business, plan_of


class Told(NamedTuple):
    """A plan, and what its user wrote: the ends at which all reasons arrive."""

    plan: Plan
    as_of: date
    cutovers: dict[str, date]
    published: dict[str, date]

    def day(self, task_id: str, name: str) -> date:
        """Return one date of a task."""
        place = self.plan.network.place_of[task_id]
        shown: date = getattr(self.plan.dates(place), name)
        return shown

    def limit(self, reason: Reason, name: str) -> date:
        """Return the day by which a late date's task must be over."""
        if reason.kind == "link":
            return self.day(reason.ref, name)
        assert reason.kind in ("wanted", "deadline")
        return self.cutovers[reason.ref]

    def first_day(self, reason: Reason) -> date:
        """Return the day before which nothing starts, where no task is the reason."""
        if reason.kind == "as_of":
            assert reason.ref == "as_of"
            return self.as_of
        assert reason.kind == "publication"
        return self.published[reason.ref] + ONE_DAY


def sample() -> Told:
    """Return the sample: wanted on one day, specifications out by a month's end."""
    names = [system.id for system in sample_inventory().systems]
    return Told(
        sample_plan(),
        AS_OF,
        dict.fromkeys(names, date(2025, 10, 1)),
        {
            "leading": date(2020, 9, 30),
            "first": date(2021, 8, 31),
            "second": date(2022, 8, 31),
        },
    )


def told() -> list[Told]:
    """Return the sample and 200 random towns."""
    return [sample()] + [
        Told(
            plan,
            town.as_of,
            {system.id: town.cutover(system) for system in town.systems},
            dict(town.published),
        )
        for town, plan, _ in thousand_cases()[:200]
    ]


def months_of(task: Task) -> tuple[int, int]:
    """Return the shortest and longest months that the file gives."""
    return task.item.months.min, task.item.months.max


def reasons_of(plan: Plan) -> dict[str, dict[str, Reason]]:
    """Return the reasons of every task."""
    return {task.id: task_reasons(plan, at) for at, task in enumerate(plan.tasks)}


def test_every_date_has_a_reason() -> None:
    """Each of the eight dates of all 224 tasks says what set it."""
    for task_id, reasons in reasons_of(sample_plan()).items():
        assert tuple(reasons) == DATE_FIELDS, task_id


def test_late_dates_follow_from_their_reasons() -> None:
    """Late start and finish are counted back from the successor or the cutover."""
    for case in told():
        for task in case.plan.tasks:
            reasons = task_reasons(case.plan, case.plan.network.place_of[task.id])
            _, longest = months_of(task)
            limit = case.limit(reasons["late_start"], "late_start")
            start = latest_start(longest, limit)
            assert case.day(task.id, "late_start") == start, task.id
            over = months_later(start, longest)
            assert case.day(task.id, "late_finish") == over - ONE_DAY, task.id
            assert reasons["late_finish"] == reasons["late_start"], task.id


def test_planned_dates_follow_from_their_reasons() -> None:
    """Planned dates are counted back with the durations that were chosen."""
    for case in told():
        quick = case.plan.inventory.template.planning.durations == "minimum"
        for task in case.plan.tasks:
            reasons = task_reasons(case.plan, case.plan.network.place_of[task.id])
            months = months_of(task)[0 if quick else 1]
            limit = case.limit(reasons["planned_start"], "planned_start")
            start = latest_start(months, limit)
            assert case.day(task.id, "planned_start") == start, task.id
            over = months_later(start, months)
            assert case.day(task.id, "planned_finish") == over - ONE_DAY, task.id
            assert reasons["planned_finish"] == reasons["planned_start"], task.id


def test_last_chance_starts_follow_from_their_reasons() -> None:
    """The last chance is counted back with minimum durations."""
    for case in told():
        for task in case.plan.tasks:
            reasons = task_reasons(case.plan, case.plan.network.place_of[task.id])
            shortest, _ = months_of(task)
            limit = case.limit(reasons["last_chance_start"], "last_chance_start")
            start = case.day(task.id, "last_chance_start")
            assert start == latest_start(shortest, limit), task.id


def test_early_dates_follow_from_their_reasons() -> None:
    """Early dates follow the predecessor, the publication or the as-of date."""
    for case in told():
        for task in case.plan.tasks:
            reasons = task_reasons(case.plan, case.plan.network.place_of[task.id])
            _, longest = months_of(task)
            reason = reasons["early_start"]
            if reason.kind == "link":
                begins = case.day(reason.ref, "early_finish") + ONE_DAY
            else:
                begins = case.first_day(reason)
            over = months_later(begins, longest)
            assert case.day(task.id, "early_finish") == over - ONE_DAY, task.id
            start = case.day(task.id, "early_start")
            assert start == latest_start(longest, over), task.id
            assert reasons["early_finish"] == reason, task.id


def test_earliest_starts_follow_from_their_reasons() -> None:
    """Earliest starts follow from the same, with minimum durations."""
    for case in told():
        for task in case.plan.tasks:
            reasons = task_reasons(case.plan, case.plan.network.place_of[task.id])
            shortest, _ = months_of(task)
            reason = reasons["earliest_start"]
            if reason.kind == "link":
                before, _ = months_of(case.plan.network.task(reason.ref))
                begins = months_later(case.day(reason.ref, "earliest_start"), before)
            else:
                begins = case.first_day(reason)
            start = case.day(task.id, "earliest_start")
            over = months_later(begins, shortest)
            assert start == latest_start(shortest, over), task.id


def test_reasons_name_neighbours() -> None:
    """A late date names a successor or its own cutover, an early one a predecessor."""
    for case in told():
        network = case.plan.network
        for place, task in enumerate(network.tasks):
            ends = {network.systems[each].id for each in network.cutovers_after[place]}
            groups = {str(system.specification) for system in task.systems}
            before = {network.tasks[other].id for other in network.before[place]}
            after = {network.tasks[other].id for other in network.after[place]}
            for name, reason in task_reasons(case.plan, place).items():
                allowed = {
                    "link": before if name.startswith("earl") else after,
                    "wanted": ends,
                    "deadline": ends,
                    "publication": groups,
                    "as_of": {"as_of"},
                }
                assert reason.ref in allowed[reason.kind], f"{name} of {task.id}"


def test_every_reason_leads_to_an_end() -> None:
    """Walked from reason to reason, each date ends at a user's word or a floor."""
    for case in told():
        reasons = reasons_of(case.plan)
        for task_id, each in reasons.items():
            for name in DATE_FIELDS:
                reason, steps = each[name], 0
                while reason.kind == "link":
                    reason, steps = reasons[reason.ref][name], steps + 1
                    assert steps < len(reasons), f"{name} of {task_id}"
                early = name.startswith("earl")
                ends = ("as_of", "publication") if early else ("wanted", "deadline")
                assert reason.kind in ends, f"{name} of {task_id}"


def test_reasons_of_a_few_tasks_of_the_sample() -> None:
    """Reasons lead from item 1 and 3 to the as-of date and the publication."""
    reasons = reasons_of(sample_plan())
    assert reasons["1"]["early_start"] == Reason("as_of", "as_of")
    assert reasons["2@juki"]["early_start"] == Reason("link", "1")
    assert reasons["3@juki"]["early_start"] == Reason("link", "2@juki")
    assert reasons["3@koseki"]["early_start"] == Reason("publication", "second")
    assert reasons["15@juki"]["late_start"] == Reason("wanted", "juki")
    assert reasons["17@juki"]["late_finish"] == Reason("wanted", "juki")
    assert reasons["14@juki"]["late_start"] == Reason("link", "15@juki")


def test_reason_of_a_chosen_cutover_is_the_deadline() -> None:
    """Where nobody wants a day, late dates name the deadline of their system."""
    plan = plan_of(standard_town((Business("juki"),)))
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


def test_as_of_on_the_last_day_before_a_publication_s_floor_is_not() -> None:
    """On the day of the publication itself item 3 still waits until the next."""
    published = date(2022, 8, 31)
    plan = schedule(sample_plan().network, published)
    floor = plan.floors[plan.network.place_of["3@koseki"]]
    assert floor.reason == Reason("publication", "second")
    assert date.fromordinal(floor.day) == published + ONE_DAY
