"""1,000 random towns against a forward-only run on calendar dates (検算)."""

from __future__ import annotations

from datetime import date

from stdmig.schedule import Plan
from stdmig.schedule.passes import Backward
from tests.network.by_hand import bought_under
from tests.oracle import ONE_DAY, Oracle, months_later
from tests.schedule.generator import POLICIES, thousand_cases, thousand_towns


def test_the_towns_are_as_mixed_as_they_should_be() -> None:
    """The 1,000 towns hold every policy, both kinds of month end and 2 to 4 buys."""
    towns = thousand_towns()
    units = [unit for town in towns for each in town.systems for unit in each.units]
    assert {unit.policy for unit in units} == set(POLICIES)
    days = {town.cutover(each).day for town in towns for each in town.systems}
    assert days == set(range(1, 32))
    bought = [
        {
            bought_under(each, unit)
            for each in town.systems
            for unit in each.units or (None,)
        }
        for town in towns
    ]
    assert {len(names) for names in bought} == {2, 3, 4}
    different = sum(
        len({town.cutover(each) for each in town.systems}) > 1 for town in towns
    )
    assert different > 500
    without = sum(any(s.assessment == "none" for s in town.systems) for town in towns)
    assert without > 300


def test_late_start_keeps_every_cutover_and_a_day_later_loses_one() -> None:
    """With maximum durations, no task of any town could begin later than it does."""
    for number, (town, plan, unfolded) in enumerate(thousand_cases()):
        oracle = unfolded.oracle(town)
        _hold_each(number, plan, plan.late, oracle)


def test_last_chance_keeps_every_cutover_and_a_day_later_loses_one() -> None:
    """With minimum durations, no last chance of any town is too late or too early."""
    for number, (town, plan, unfolded) in enumerate(thousand_cases()):
        oracle = unfolded.oracle(town, shortest=True)
        _hold_each(number, plan, plan.last_chance, oracle)


def _hold_each(number: int, plan: Plan, dates: Backward, oracle: Oracle) -> None:
    lapses = {
        plan.tasks[place].id: date.fromordinal(day)
        for place, day in dates.bounds.items()
    }
    for task, start in zip(plan.tasks, dates.start, strict=True):
        held = date.fromordinal(start)
        kept, lost = oracle.lost(task.id, held, held + ONE_DAY, lapses=lapses)
        assert not kept, f"town {number}: {task.id} from {held} loses {kept}"
        assert lost, f"town {number}: {task.id} could start later than {held}"


def test_finishes_shown_are_those_of_the_starts_shown() -> None:
    """Every finish of every town lies the task's months after its start."""
    for number, (town, plan, _) in enumerate(thousand_cases()):
        months = {item.ref: (item.shortest, item.longest) for item in town.items}
        for place, task in enumerate(plan.tasks):
            shortest, longest = months[task.item.ref]
            dates = plan.dates(place)
            planned = longest if town.durations == "maximum" else shortest
            for start, finish, length in (
                (dates.late_start, dates.late_finish, longest),
                (dates.early_start, dates.early_finish, longest),
                (dates.planned_start, dates.planned_finish, planned),
            ):
                end = months_later(start, length)
                assert finish == end - ONE_DAY, f"town {number}: {task.id}"


def test_early_dates_are_those_of_a_plain_forward_run() -> None:
    """With the as-of date and the publications, early dates agree in every town."""
    for number, (town, plan, unfolded) in enumerate(thousand_cases()):
        safe = unfolded.oracle(town)
        quick = unfolded.oracle(town, shortest=True)
        floors = unfolded.first_days(town)
        over, soon = safe.finishes(floors), quick.finishes(floors)
        for place, task in enumerate(plan.tasks):
            where = f"town {number}: {task.id}"
            dates = plan.dates(place)
            early, earliest = dates.early_start, dates.earliest_start
            assert dates.early_finish == over[task.id] - ONE_DAY, where
            assert safe.latest_start(task.id, over[task.id]) == early, where
            assert quick.latest_start(task.id, soon[task.id]) == earliest, where
        ready, at_best = safe.ready(over), quick.ready(soon)
        for cutover in plan.cutovers:
            name, where = cutover.system.id, f"town {number}"
            system = next(each for each in town.systems if each.id == name)
            assert cutover.early == town.first_cutover(system, ready[name]), where
            assert cutover.earliest == town.first_cutover(system, at_best[name]), where


def _latest(start: date, months: int, finish: date, where: str) -> None:
    """Check that a start is the latest that gives a finish."""
    assert months_later(start, months) == finish, where
    assert months_later(start + ONE_DAY, months) > finish, where
