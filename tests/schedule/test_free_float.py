"""Free float against a second forward run with one task held back (自由余裕)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from hypothesis import given

from stdmig.schedule import Plan
from tests.network.by_hand import Unfolded, unfold
from tests.oracle import ONE_DAY
from tests.schedule.generator import thousand_cases
from tests.schedule.sample import sample_plan
from tests.schedule.strategies import towns
from tests.schedule.town import Business, Item, Town, plan_of

ACROCITY = "アクロシティ住民情報システム:undecided"


class Forward:
    """A plain forward run, and what it moves when one task begins later."""

    def __init__(self, town: Town, unfolded: Unfolded) -> None:
        self.oracle = unfolded.oracle(town)
        self.floors = unfolded.first_days(town)
        self.over = self.oracle.finishes(self.floors)
        self.after: dict[str, list[str]] = {name: [] for name in unfolded.before}
        for name, earlier in unfolded.before.items():
            for other in earlier:
                self.after[other].append(name)

    def starts(self, name: str, over: Mapping[str, date]) -> list[date]:
        """Return the early starts of a task's successors, its cutovers among them."""
        tasks = [
            self.oracle.latest_start(other, over[other]) for other in self.after[name]
        ]
        ready = self.oracle.ready(over)
        return tasks + [
            max(ready[goal.system], goal.day)
            for goal in self.oracle.goals
            if name in goal.after
        ]

    def moves(self, name: str, start: date) -> bool:
        """Return whether another start of a task moves a successor's early start."""
        over = dict(self.over)
        over[name] = self.oracle.over(name, start)
        for job in self.oracle.downstream(name):
            waits = (
                self.oracle.next_day(other, job.id, over[other]) for other in job.after
            )
            begins = max([self.floors[job.id], *waits])
            over[job.id] = self.oracle.over(job.id, begins)
        return self.starts(name, over) != self.starts(name, self.over)


def _hold(town: Town, plan: Plan) -> None:
    run = Forward(town, unfold(town))
    for place, task in enumerate(plan.tasks):
        free = plan.free_float(place)
        assert free >= 0, task.id
        start = plan.dates(place).early_start + timedelta(free)
        assert not run.moves(task.id, start), f"{task.id} by {free}"
        assert run.moves(task.id, start + ONE_DAY), f"{task.id} by {free} and one"


@given(towns())
def test_free_float_moves_no_successor_and_a_day_more_does(town: Town) -> None:
    """Begun later by its free float a task moves nobody; by a day more, somebody."""
    _hold(town, plan_of(town))


def test_free_float_in_towns_with_all_17_items() -> None:
    """The same holds in 200 random towns with the whole procedure."""
    for case in thousand_cases()[:200]:
        _hold(case.town, case.plan)


@given(towns())
def test_free_float_is_never_more_than_room_before_the_cutover(town: Town) -> None:
    """Where the plan fits, free float is at most total float."""
    plan = plan_of(town)
    places = range(len(plan.tasks))
    if all(plan.total_float(place) >= 0 for place in places):
        for place in places:
            assert plan.free_float(place) <= plan.total_float(place)


def test_free_floats_of_the_sample() -> None:
    """Free floats of the sample are those counted by hand."""
    plan = sample_plan()
    floats = {task.id: plan.free_float(at) for at, task in enumerate(plan.tasks)}
    # 3 of group 1 is over on 2022-07-31, that of group 2 on 12-31, and 4 needs both:
    # from 2022-04-01 it can slip to 2022-09-01.
    assert floats["3@juki"] == 153
    assert floats["3@koseki"] == 0
    # 14 characters is over on 2022-09-30; the first 14 is inkan's, from 2024-06-01: its
    # 6 months may begin on 2023-12-01 instead of 2022-04-01: 365 + 244 days.
    assert floats["14c"] == 609
    # 7 is over on 2024-01-31, and the window for 8 opens on 09-01: from 2023-11-01 to
    # 2024-06-01, three months before: 30 + 31 + 31 + 29 + 31 + 30 + 31 days.
    assert floats[f"7@{ACROCITY}"] == 213
    # A day later 8 would lie in the window of the next year.
    assert floats[f"8@{ACROCITY}"] == 0
    # 11 is over on 2025-05-31. 16 is over on 2025-09-30 where 15 begins on 2026-04-01:
    # from 2025-06-01 to 2025-12-01, four months before: 30 + 31 + 31 + 30 + 31 + 30.
    assert floats["16@juki"] == 183
    # 17 is over on 2025-09-30; the cutover is ready on 2026-10-01: from 2025-06-01 to
    # 2026-06-01.
    assert floats["17@juki"] == 365
    # Seal registration would be ready on 2025-06-01, and is wanted on 2025-10-01: its
    # 15, from 2024-12-01, may begin on 2025-04-01.
    assert floats["15@inkan"] == 121


def test_a_wanted_day_before_the_ready_one_leaves_no_free_float() -> None:
    """The cutover counts as a successor on the day on which all is done."""
    town = Town(
        (Item("1", "system", 2, 2), Item("2", "system", 1, 1)),
        ("1", "2"),
        (Business("juki", cutover=date(2022, 1, 1)),),
        as_of=date(2022, 5, 1),
    )
    plan = plan_of(town)
    # 1 is done on 2022-07-01, long after the wanted day; 2, a month long, may begin on
    # 06-01 instead of 05-01.
    assert [plan.free_float(place) for place in (0, 1)] == [0, 31]
