"""From plans to starts that spread the work, stage by stage (平準化)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from stdmig.inventory.starts import StartRow
from stdmig.levelling.level import level
from stdmig.levelling.levelled import Clash, Levelled, Span, Worker
from stdmig.levelling.problem import OBJECTIVES, Objective
from stdmig.levelling.solved import Limits
from stdmig.schedule import Plan
from stdmig.workspace.level import level_workspaces, start_rows
from tests.helpers import ENGLISH
from tests.levelling.small_town import AS_OF, TEMPLATE, day, plan_of
from tests.schedule.generator import thousand_towns
from tests.schedule.town import plan_of as plan_town

LEAD = Worker("lead", "企画課")
VENDOR = Worker("vendor", "甲社", ("2",))
ENOUGH = Limits(lambda: 60.0)


def levelled(
    *plans: Plan,
    objectives: tuple[Objective, ...] = OBJECTIVES,
    fix: frozenset[str] = frozenset(),
    keep_begun: bool = False,
) -> Levelled:
    """Return what levelling finds without the solver, and nothing to remark."""
    found, told = level(
        plans,
        limits=ENOUGH,
        objectives=objectives,
        fix=fix,
        keep_begun=keep_begun,
        exact=False,
    )
    assert [each.message.into(ENGLISH) for each in told] == []
    return found


def loads(found: Levelled, worker: Worker = LEAD) -> tuple[list[int], list[int]]:
    """Return somebody's loads before and after."""
    own = next(each for each in found.towns[0].series if each.worker == worker)
    return [int(each) for each in own.before], [int(each) for each in own.after]


def test_without_capacity_and_objectives_the_plan_stays_late() -> None:
    """Nothing asks for a change, so nothing changes."""
    found = levelled(plan_of(), objectives=())
    (town,) = found.towns
    assert town.after == town.before
    assert (found.clashes, found.excess, found.reached) == ((), (), ())
    assert loads(found)[0] == [0, 0, 0, 0, 4, 4, 2, 2]


@pytest.mark.parametrize("number", range(0, 1000, 125))
def test_without_capacity_random_towns_stay_late(number: int) -> None:
    """No capacity and no objective: the plain plan of any town."""
    found = levelled(plan_town(thousand_towns()[number]), objectives=())
    (town,) = found.towns
    assert town.after == town.before


def test_the_peak_is_halved() -> None:
    """One system after the other: two people in eight months instead of four."""
    found = levelled(plan_of())
    before, after = loads(found)
    assert before == [0, 0, 0, 0, 4, 4, 2, 2]
    assert (max(after), sum(after)) == (2, 12)
    peak = found.reached[0]
    assert (peak.objective, peak.value, peak.proven) == ("peak", 2, True)
    assert (found.method, found.first, found.months) == ("heuristic", (2025, 4), 8)


def test_capacities_are_kept_without_any_objective() -> None:
    """Late where it may be, and not two builds of the vendor at one time."""
    plan = plan_of('vendors: [{vendor: 甲社, items: ["2"], capacity: 1}]')
    found = levelled(plan, objectives=())
    assert loads(found, VENDOR)[0] == [0, 0, 0, 0, 0, 0, 2, 2]
    assert sorted(loads(found, VENDOR)[1]) == [0, 0, 0, 0, 1, 1, 1, 1]
    assert found.excess == ()


def test_no_plan_can_exist() -> None:
    """Both builds must be under way in July, and the vendor can do one."""
    template = TEMPLATE.replace("2025-12-01", "2025-09-01")
    plan = plan_of(
        'vendors: [{vendor: 甲社, items: ["2"], capacity: 1}]', template=template
    )
    found = levelled(plan)
    assert found.clashes == (
        Clash(
            0,
            VENDOR,
            (2025, 7),
            (2025, 7),
            Decimal(2),
            Decimal(1),
            ((0, 2), (0, 3)),
        ),
    )
    assert (found.method, found.impossible) == ("none", True)
    (town,) = found.towns
    assert town.after == town.before
    assert loads(found, VENDOR)[0] == [0, 0, 0, 2, 2]


def test_one_task_takes_more_than_there_ever_is() -> None:
    """Item 1 takes two of the lead section, which has one and a half."""
    found = levelled(plan_of("lead: {capacity: 1.5}"))
    assert found.clashes == (
        Clash(
            0,
            LEAD,
            (2025, 4),
            (2025, 9),
            Decimal(2),
            Decimal("1.5"),
            ((0, 0),),
            at_once=True,
        ),
    )
    assert found.scale == 10


def test_two_towns_share_a_vendor() -> None:
    """Four builds of two months go one by one into eight months, not into seven."""
    capacity = 'vendors: [{vendor: 甲社, items: ["2"], capacity: 1}]'
    template = TEMPLATE.replace("2025-12-01", "2026-02-01")
    towns = [plan_of(capacity, template=template) for _ in range(2)]
    found = levelled(*towns)
    assert found.clashes == ()
    (shared,) = found.shared
    assert shared.worker == VENDOR
    assert [int(each) for each in shared.after] == [0, 0, 1, 1, 1, 1, 1, 1, 1, 1]
    assert shared.capacity == (Decimal(1),) * 10
    tighter = TEMPLATE.replace("2025-12-01", "2026-01-01")
    clash = levelled(*(plan_of(capacity, template=tighter) for _ in range(2)))
    (only,) = clash.clashes
    assert (only.town, only.first, only.last) == (None, (2025, 6), (2025, 12))
    assert (only.needed, only.available) == (Decimal(8), Decimal(7))
    assert only.tasks == ((0, 2), (0, 3), (1, 2), (1, 3))


def test_towns_that_differ_over_a_vendor() -> None:
    """The lesser of two capacities counts, and a warning says so at its place."""
    plans = [
        plan_of(f'vendors: [{{vendor: 甲社, items: ["2"], capacity: {most}}}]')
        for most in (2, 1)
    ]
    found, told = level(plans, limits=ENOUGH, exact=False)
    assert [
        (each.code, str(each.location), each.message.into(ENGLISH)) for each in told
    ] == [
        (
            "STD404",
            "capacity.yaml:2:11",
            "甲社: Ko Town and Ko Town write down different capacities for it; the"
            " lesser one counts",
        )
    ]
    assert found.shared[0].capacity == (Decimal(1),) * 8


def test_a_named_task_stays() -> None:
    """A task that the user names keeps its planned day, with likely durations."""
    plan = plan_of()
    found = levelled(plan, fix=frozenset({"2@juki"}))
    (town,) = found.towns
    place = plan.network.place_of["2@juki"]
    assert town.after[place] == Span(day(2025, 10, 1), day(2025, 12, 1))
    assert town.fixed == {place}


def test_what_has_begun_may_be_left_alone() -> None:
    """With one task under way, its system's other task keeps its planned day too."""
    plan = plan_of(
        progress="schema: stdmig.progress/1\n"
        "tasks: [{task: 1@juki, status: started, start: 2025-03-03}]"
    )
    (town,) = levelled(plan, keep_begun=True).towns
    assert {plan.tasks[place].id for place in town.fixed} == {"1@juki", "2@juki"}
    assert town.after[0] == Span(day(2025, 3, 3), day(2025, 5, 3))
    (free,) = levelled(plan).towns
    assert {plan.tasks[place].id for place in free.fixed} == {"1@juki"}


def test_a_fixed_day_of_the_file_that_cannot_be() -> None:
    """It is told with the place in starts.yaml, and the task is levelled."""
    plan = plan_of(starts="starts:\n- {task: 2@juki, start: 2025-11-01, fixed: true}\n")
    found, told = level([plan], limits=ENOUGH, exact=False)
    assert [
        (each.code, str(each.location), each.message.into(ENGLISH)) for each in told
    ] == [
        (
            "STD405",
            "starts.yaml:3:3",
            "2 Build (Basic resident register) cannot start on 2025-11-01, and was"
            " not kept there; the nearest day on which it can is 2025-10-01",
        )
    ]
    assert found.towns[0].fixed == frozenset()


def test_tasks_without_room_are_named() -> None:
    """Four months of work in three: each task lacks a month and keeps its dates."""
    template = TEMPLATE.replace("2025-12-01", "2025-07-01")
    (town,) = levelled(plan_of(template=template)).towns
    assert [
        (each.place, each.reason.into(ENGLISH)) for each in town.unlevelled[:2]
    ] == [
        (
            place,
            "with likely durations it has 31 days too few: it would have to start by"
            " 2025-03-01",
        )
        for place in (0, 1)
    ]
    assert town.after == town.before


def test_rows_for_the_file_of_starts() -> None:
    """What starts otherwise than late has a row with its title, in order of place."""
    starts = "starts:\n- {task: 2@juki, start: 2025-10-01, fixed: true}\n"
    plan = plan_of(starts=starts)
    found, told = level_workspaces(
        [plan.inventory], AS_OF, date(2030, 1, 1), limits=ENOUGH, exact=False
    )
    assert told == []
    (town,) = found.towns
    moved = [
        task.id
        for place, task in enumerate(plan.tasks)
        if town.after[place] != town.before[place]
    ]
    rows = {row.task: row for row in start_rows(town)}
    assert list(rows) == moved
    place = plan.network.place_of[moved[0]]
    assert rows[moved[0]] == StartRow(
        moved[0],
        date.fromordinal(town.after[place].start),
        title=plan.tasks[place].title,
    )


def test_no_rows_for_what_could_not_be_levelled() -> None:
    """A task that stays late because it has no room needs no row."""
    template = TEMPLATE.replace("2025-12-01", "2025-07-01")
    (town,) = levelled(plan_of(template=template)).towns
    assert start_rows(town) == ()


def test_where_every_task_is_fixed_there_is_one_plan() -> None:
    """The only plan is the best one, which is proven without a search."""
    plan = plan_of()
    found = levelled(plan, fix=frozenset(task.id for task in plan.tasks))
    (town,) = found.towns
    assert loads(found)[1] == [0, 0, 0, 4, 4, 0, 2, 2]
    assert len(town.fixed) == 4
    assert all(each.proven for each in found.reached)


def test_what_is_under_way_may_be_too_much_by_itself() -> None:
    """Months that begun work overloads are told; all else is levelled around them."""
    progress = """\
schema: stdmig.progress/1
tasks:
  - {task: 1@juki, status: started, start: 2025-03-01, remaining_months: 2}
  - {task: 1@kojin, status: started, start: 2025-03-01, remaining_months: 2}
"""
    found = levelled(plan_of("lead: {capacity: 3}\n", progress=progress))

    assert found.clashes == ()
    months = [(month, int(load), int(most)) for *_, month, load, most in found.excess]
    assert months == [((2025, 4), 4, 3), ((2025, 5), 4, 3)]
    assert found.impossible
    lead = found.towns[0].series[0]
    assert max(lead.after[2:]) <= 3
