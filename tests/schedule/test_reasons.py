"""Every date counted again from the reason that it gives (理由の検算)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from stdmig.schedule import (
    DATE_FIELDS,
    Plan,
    Reason,
    budget_ways,
    schedule,
    task_reasons,
)
from tests.oracle import ONE_DAY, Oracle
from tests.schedule.generator import standard_town, thousand_cases
from tests.schedule.sample import (
    AS_OF,
    sample_inventory,
    sample_oracle,
    sample_plan,
)
from tests.schedule.town import Business, plan_of

LATE_ENDS = {"wanted", "deadline", "budget"}
"""What ends a walk backward: a day for the cutover, or money that lapses."""


class Told(NamedTuple):
    """A plan, and what its user wrote: the ends at which all reasons arrive."""

    plan: Plan
    as_of: date
    cutovers: dict[str, date]
    published: dict[str, date]
    safe: Oracle
    quick: Oracle

    def day(self, task_id: str, name: str) -> date:
        """Return one date of a task."""
        place = self.plan.network.place_of[task_id]
        shown: date = getattr(self.plan.dates(place), name)
        return shown

    def start(self, task_id: str, reason: Reason, name: str, oracle: Oracle) -> date:
        """Return the late start that follows from its reason."""
        if reason.ref in oracle.jobs:
            limit = oracle.last_day(task_id, reason.ref, self.day(reason.ref, name))
            self._check_kind(reason.kind, (task_id, reason.ref), oracle)
        elif reason.kind == "budget":
            return self.lapse(task_id, reason, name, oracle)
        else:
            assert reason.kind in ("wanted", "deadline", "blackout")
            limit = self.cutovers[reason.ref]
        start = oracle.latest_start(task_id, limit)
        # What was moved into a window is over before the next could begin.
        assert (reason.kind != "window") or oracle.over(task_id, start) < limit
        return start

    def lapse(self, task_id: str, reason: Reason, name: str, oracle: Oracle) -> date:
        """Return the last day of the money that a contract is signed with."""
        assert self.plan.network.task(task_id).item.role == "contract"
        request = next(m.request for m in oracle.moneys if m.contract == task_id)
        asked = oracle.over(request, self.day(request, name)) - ONE_DAY
        signed = self.day(task_id, name)
        return next(
            each.lapses
            for money in oracle.moneys
            if money.contract == task_id
            for way in money.ways
            for each in way
            if each.closes >= asked and each.usable <= signed <= each.lapses
        )

    def over(self, task_id: str, reason: Reason, end: date, oracle: Oracle) -> date:
        """Return the day after an early task, whose predecessor is over by `end`."""
        if reason.ref not in oracle.jobs:
            return oracle.over(task_id, self.first_day(reason))
        begins = oracle.next_day(reason.ref, task_id, end)
        self._check_kind(reason.kind, (reason.ref, task_id), oracle, begins)
        over = oracle.over(task_id, begins)
        assert (reason.kind != "window") or oracle.latest_start(task_id, over) > begins
        return over

    def _check_kind(
        self,
        kind: str,
        pair: tuple[str, str],
        oracle: Oracle,
        begins: date | None = None,
    ) -> None:
        """
        Check that money is named where it lies between two tasks, and only there.

        It does too where the later of them is ready to begin when money has lapsed.
        """
        lapsed = begins is not None and oracle.paid_from(pair[1], begins) > begins
        assert (kind == "budget") == (pair in oracle.waits or lapsed), pair
        assert kind in ("link", "window", "budget")
        if kind == "window":
            assert not {*oracle.windows, *oracle.votes}.isdisjoint(pair)

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
        sample_oracle(),
        sample_oracle(shortest=True),
    )


def told() -> list[Told]:
    """Return the sample and 200 random towns."""
    return [sample()] + [
        Told(
            plan,
            town.as_of,
            {system.id: town.cutover(system) for system in town.systems},
            dict(town.published),
            unfolded.oracle(town),
            unfolded.oracle(town, shortest=True),
        )
        for town, plan, unfolded in thousand_cases()[:200]
    ]


def reasons_of(plan: Plan) -> dict[str, dict[str, Reason]]:
    """Return the reasons of every task."""
    return {task.id: task_reasons(plan, at) for at, task in enumerate(plan.tasks)}


def test_every_date_has_a_reason() -> None:
    """Each of the eight dates of all 224 tasks says what set it."""
    for task_id, reasons in reasons_of(sample_plan()).items():
        assert tuple(reasons) == DATE_FIELDS, task_id


def test_late_dates_follow_from_their_reasons() -> None:
    """Late start and finish are counted back from the next task, money or cutover."""
    for case in told():
        for place, task in enumerate(case.plan.tasks):
            reasons = task_reasons(case.plan, place)
            start = case.start(task.id, reasons["late_start"], "late_start", case.safe)
            assert case.day(task.id, "late_start") == start, task.id
            over = case.safe.over(task.id, start)
            assert case.day(task.id, "late_finish") == over - ONE_DAY, task.id
            assert reasons["late_finish"] == reasons["late_start"], task.id


def test_planned_dates_follow_from_their_reasons() -> None:
    """Planned dates are counted back with the durations that were chosen."""
    for case in told():
        quick = case.plan.inventory.template.planning.durations == "minimum"
        oracle = case.quick if quick else case.safe
        for place, task in enumerate(case.plan.tasks):
            reasons = task_reasons(case.plan, place)
            reason = reasons["planned_start"]
            start = case.start(task.id, reason, "planned_start", oracle)
            assert case.day(task.id, "planned_start") == start, task.id
            over = oracle.over(task.id, start)
            assert case.day(task.id, "planned_finish") == over - ONE_DAY, task.id
            assert reasons["planned_finish"] == reason, task.id


def test_last_chance_starts_follow_from_their_reasons() -> None:
    """The last chance is counted back with minimum durations and every way."""
    for case in told():
        for place, task in enumerate(case.plan.tasks):
            name = "last_chance_start"
            reason = task_reasons(case.plan, place)[name]
            start = case.start(task.id, reason, name, case.quick)
            assert case.day(task.id, name) == start, task.id


def test_early_dates_follow_from_their_reasons() -> None:
    """Early dates follow the predecessor, its money, a publication or the as-of."""
    for case in told():
        for place, task in enumerate(case.plan.tasks):
            reasons = task_reasons(case.plan, place)
            reason = reasons["early_start"]
            end = date.min
            if reason.ref in case.safe.jobs:
                end = case.day(reason.ref, "early_finish") + ONE_DAY
            over = case.over(task.id, reason, end, case.safe)
            assert case.day(task.id, "early_finish") == over - ONE_DAY, task.id
            start = case.day(task.id, "early_start")
            assert start == case.safe.latest_start(task.id, over), task.id
            assert reasons["early_finish"] == reason, task.id


def test_earliest_starts_follow_from_their_reasons() -> None:
    """Earliest starts follow from the same, with minimum durations and every way."""
    for case in told():
        for place, task in enumerate(case.plan.tasks):
            reason = task_reasons(case.plan, place)["earliest_start"]
            end = date.min
            if reason.ref in case.quick.jobs:
                begun = case.day(reason.ref, "earliest_start")
                end = case.quick.over(reason.ref, begun)
            over = case.over(task.id, reason, end, case.quick)
            start = case.day(task.id, "earliest_start")
            assert start == case.quick.latest_start(task.id, over), task.id


def test_reasons_name_neighbours() -> None:
    """A late date names a successor or its own cutover, an early one a predecessor."""
    for case in told():
        network = case.plan.network
        for place, task in enumerate(network.tasks):
            ends = {network.systems[each].id for each in network.cutovers_after[place]}
            groups = {str(system.specification) for system in task.systems}
            before = {network.tasks[other].id for other in network.before[place]}
            after = {network.tasks[other].id for other in network.after[place]}
            ways = {each.id for each in budget_ways(case.plan.inventory.template)}
            for name, reason in task_reasons(case.plan, place).items():
                near = before if name.startswith("earl") else after
                allowed = {
                    "link": near,
                    "window": near,
                    "budget": near if name.startswith("earl") else near | ways,
                    "wanted": ends,
                    "deadline": ends,
                    "blackout": ends,
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
                while reason.ref in reasons:
                    assert reason.kind in ("link", "window", "budget")
                    reason, steps = reasons[reason.ref][name], steps + 1
                    assert steps < len(reasons), f"{name} of {task_id}"
                early = name.startswith("earl")
                ends = {"as_of", "publication"} if early else LATE_ENDS
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
    # The contract waits for the money; where 9 follows at once, that sets the date.
    assert reasons["8@inkan"]["late_start"] == Reason("budget", "11@inkan")
    juki = "アクロシティ住民情報システム:undecided"
    assert reasons[f"8@{juki}"]["late_start"] == Reason("link", f"9@{juki}")
    # 7 is over on 2024-01-31, and the window opens on 09-01.
    assert reasons[f"8@{juki}"]["early_start"] == Reason("window", f"7@{juki}")
    # 10 is over on 2025-03-31, and the money is there on the day after.
    assert reasons[f"11@{juki}"]["early_start"].ref in (f"8@{juki}", f"10@{juki}")


def test_reason_of_a_chosen_cutover_is_the_deadline() -> None:
    """Where nobody wants a day, late dates name the deadline of their system."""
    plan = plan_of(standard_town((Business("juki"),)))
    place = plan.network.place_of["15@juki"]
    assert task_reasons(plan, place)["late_start"] == Reason("deadline", "juki")
    # The longest closure of the twelve months before is that of the turn of the year,
    # 2025-12-27 to 2026-01-04; a month from 2025-12-05 is over on 2026-01-05.
    assert plan.dates(place).late_start == date(2025, 12, 5)


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
    plan = schedule(sample_plan().network, published + ONE_DAY)
    floor = plan.floors[plan.network.place_of["3@koseki"]]
    assert floor.reason == Reason("as_of", "as_of")
