"""Properties of the four passes, for towns of every shape (日程計算の性質)."""

from __future__ import annotations

from datetime import date

from hypothesis import assume, given
from hypothesis import strategies as st

from stdmig.schedule import Plan, schedule
from stdmig.schedule.passes import FLOOR, forward
from tests.network.by_hand import unfold
from tests.oracle import ONE_DAY
from tests.schedule.strategies import days, towns
from tests.schedule.town import Business, Item, Town, Unit, network_of, plan_of


def by_id(plan: Plan, numbers: list[int]) -> dict[str, int]:
    """Return figures of the tasks by their ids."""
    return {task.id: day for task, day in zip(plan.tasks, numbers, strict=True)}


@given(towns())
def test_late_start_is_the_last_that_keeps_every_cutover(town: Town) -> None:
    """Held at its late start a task loses no cutover; a day later it loses one."""
    plan, unfolded = plan_of(town), unfold(town)
    for shortest, dates in ((False, plan.late), (True, plan.last_chance)):
        oracle = unfolded.oracle(town, shortest=shortest)
        for task, start in zip(plan.tasks, dates.start, strict=True):
            held = date.fromordinal(start)
            kept, lost = oracle.lost(task.id, held, held + ONE_DAY)
            assert not kept, task.id
            assert lost, task.id


@given(towns())
def test_forward_from_the_late_starts_keeps_them_and_the_cutovers(town: Town) -> None:
    """Begun at their late starts all tasks keep their late dates and the cutovers."""
    plan = plan_of(town)
    for timing, dates in ((plan.safe, plan.late), (plan.quick, plan.last_chance)):
        again = forward(plan.network, timing, dates.start, town.as_of.toordinal())
        assert again.start == dates.start
        assert again.finish == dates.finish
        for cutover, day in zip(plan.cutovers, again.cutover, strict=True):
            assert day <= cutover.day.toordinal()


@given(towns())
def test_total_float_is_late_start_less_early_start(town: Town) -> None:
    """Total float counts the days from the early start shown to the late one."""
    plan = plan_of(town)
    for place in range(len(plan.tasks)):
        dates = plan.dates(place)
        days_between = (dates.late_start - dates.early_start).days
        assert plan.total_float(place) == days_between


@given(towns())
def test_no_early_start_after_a_late_one_just_where_the_plan_fits(town: Town) -> None:
    """Floats are all zero or more just if every cutover's early day is in time."""
    plan = plan_of(town)
    places = range(len(plan.tasks))
    safe = all(cutover.early <= cutover.day for cutover in plan.cutovers)
    assert all(plan.total_float(place) >= 0 for place in places) is safe
    quick = all(cutover.earliest <= cutover.day for cutover in plan.cutovers)
    room = [plan.last_chance.start[at] - plan.earliest.start[at] for at in places]
    assert all(days_left >= 0 for days_left in room) is quick


@given(towns())
def test_minimum_durations_are_never_slower(town: Town) -> None:
    """With minimum durations nothing ends later, and nothing must begin earlier."""
    plan = plan_of(town)
    for place in range(len(plan.tasks)):
        assert plan.earliest.finish[place] <= plan.early.finish[place]
        assert plan.last_chance.start[place] >= plan.late.start[place]
    for cutover in plan.cutovers:
        assert cutover.earliest <= cutover.early


@given(towns(), st.data())
def test_one_more_link_makes_nothing_easier(town: Town, data: st.DataObject) -> None:
    """One more link moves no early finish earlier and no late start later."""
    assume(len(town.items) > 1)
    later = data.draw(st.integers(1, len(town.items) - 1))
    earlier = data.draw(st.integers(0, later - 1))
    ref, item = town.items[earlier].ref, town.items[later]
    assume(ref not in item.after)
    linked = item._replace(after=(*item.after, ref))
    work = (*town.items[:later], linked, *town.items[later + 1 :])
    before, after = plan_of(town), plan_of(town._replace(items=work))
    for old, new in (
        (before.early, after.early),
        (before.earliest, after.earliest),
    ):
        finishes = by_id(after, new.finish)
        for name, finish in by_id(before, old.finish).items():
            assert finishes[name] >= finish, name
    for back, bound in (
        (before.late, after.late),
        (before.last_chance, after.last_chance),
    ):
        starts = by_id(after, bound.start)
        for name, start in by_id(before, back.start).items():
            assert starts[name] <= start, name


@given(towns(), days)
def test_a_later_as_of_date_makes_nothing_earlier(town: Town, day: date) -> None:
    """Looked at from a later day nothing ends earlier, and late dates stay."""
    first, last = sorted((town.as_of, day))
    # A chosen cutover lies after the as-of date, so that it may move; a wanted one not.
    network = network_of(town._replace(wanted=town.deadline))
    before, after = schedule(network, first), schedule(network, last)
    assert before.late == after.late
    assert before.last_chance == after.last_chance
    for place in range(len(network.tasks)):
        assert before.early.finish[place] <= after.early.finish[place]
        assert before.early.start[place] <= after.early.start[place]


@given(towns(), days)
def test_a_later_cutover_gives_no_task_less_time(town: Town, day: date) -> None:
    """Cut over later, no task must begin earlier, and early dates stay."""
    first, last = sorted((town.deadline, day))
    before = plan_of(town._replace(deadline=first))
    after = plan_of(town._replace(deadline=last))
    assert before.early.start == after.early.start
    assert before.early.finish == after.early.finish
    for place in range(len(before.tasks)):
        assert before.late.start[place] <= after.late.start[place]
        assert before.last_chance.start[place] <= after.last_chance.start[place]


@given(towns())
def test_causes_are_the_neighbours_that_set_the_dates(town: Town) -> None:
    """The named cause of a date is the one that would have to move first."""
    plan = plan_of(town)
    network = plan.network
    cutovers = [cutover.day.toordinal() for cutover in plan.cutovers]
    for place in range(len(plan.tasks)):
        late = plan.late
        limits = {other: late.start[other] for other in network.after[place]}
        limits |= {~each: cutovers[each] for each in network.cutovers_after[place]}
        assert limits[late.cause[place]] == min(limits.values())
        early = plan.early
        floors = {other: early.finish[other] for other in network.before[place]}
        floors[FLOOR] = plan.floors[place].day
        assert floors[early.cause[place]] == max(floors.values())
    for each, before in enumerate(network.before_cutover):
        assert plan.early.ready[each] == max(plan.early.finish[at] for at in before)


@given(towns())
def test_planned_dates_follow_the_durations_chosen(town: Town) -> None:
    """Planned dates are the late ones, or with minimum durations the last chance."""
    plan = plan_of(town)
    quick = town.durations == "minimum"
    assert plan.planned is (plan.last_chance if quick else plan.late)


def test_a_system_with_nothing_left_to_do_could_be_cut_over_today() -> None:
    """Where every item drops out, the first possible cutover is the as-of date."""
    town = Town(
        (Item("1", "system", 1, 2, drops="vendor_stays", waits=True),),
        ("1",),
        (
            Business("juki", (Unit("a", "stay"),)),
            Business("kojin", (Unit("b", "switch"),), specification="first"),
        ),
        as_of=date(2022, 5, 16),
        published=(("first", date(2022, 8, 31)),),
    )
    alone = plan_of(town._replace(systems=town.systems[:1]))
    assert [(each.early, each.earliest) for each in alone.cutovers] == [
        (date(2022, 5, 16), date(2022, 5, 16))
    ]
    # The other system waits for its specification: 2022-09-01 and two or one months.
    # 2022-10-01 is a Saturday.
    assert [(each.early, each.earliest) for each in plan_of(town).cutovers] == [
        (date(2022, 5, 16), date(2022, 5, 16)),
        (date(2022, 11, 1), date(2022, 10, 3)),
    ]


def test_month_ends_by_hand() -> None:
    """Around the end of February finishes and starts are those of the Civil Code."""
    town = Town(
        (Item("1", "system", 1, 1), Item("2", "system", 1, 1, ("1",))),
        ("2",),
        (Business("juki", cutover=date(2025, 3, 31)),),
        as_of=date(2024, 12, 30),
    )
    plan = plan_of(town)
    first, second = plan.dates(0), plan.dates(1)
    # Backward: 2 must be over on 03-31 (exclusive). From 03-01 it would be over on
    # 04-01; from 02-28 it is over on 03-28. 1 must be over on 02-28: from 01-28.
    assert second.late_start == date(2025, 2, 28)
    assert second.late_finish == date(2025, 3, 27)
    assert first.late_start == date(2025, 1, 28)
    assert first.late_finish == date(2025, 2, 27)
    # Forward: from 2024-12-30 a month is over on 01-30. From there a month is over on
    # 03-01, since there is no 02-30; the latest start that gives this is 02-01.
    assert first.early_start == date(2024, 12, 30)
    assert first.early_finish == date(2025, 1, 29)
    assert second.early_start == date(2025, 2, 1)
    assert second.early_finish == date(2025, 2, 28)
    # 2025-03-01 is a Saturday.
    assert plan.cutovers[0].early == date(2025, 3, 3)
