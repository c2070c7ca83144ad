"""The way from an anchor to a date, counted again step by step (理由の連鎖)."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from stdmig.inventory import System
from stdmig.schedule import Chain, Plan, Reason, chain
from stdmig.schedule.chain import ChainField
from tests.oracle import ONE_DAY, Oracle
from tests.schedule.generator import thousand_cases
from tests.schedule.sample import AS_OF, sample_oracle, sample_plan
from tests.schedule.test_budget_option import town as recorded_town
from tests.schedule.town import Business, Calendar, Item, Town, plan_of

BACKWARD: tuple[ChainField, ...] = ("late_start", "last_chance_start")
FORWARD: tuple[ChainField, ...] = ("early_start", "earliest_start")


def chain_of(
    plan: Plan, task_id: str, field: ChainField, system: str | System
) -> Chain:
    """Return the way to one date of a task, for one of its systems."""
    if isinstance(system, str):
        system = next(each for each in plan.network.systems if each.id == system)
    return chain(plan, plan.network.place_of[task_id], field, system)


def ids(way: Chain) -> list[str]:
    """Return the tasks on the way."""
    return [step.task.id for step in way.steps]


def _count_back(way: Chain, oracle: Oracle, shown: date) -> None:
    limit, later = way.anchor_day, ""
    for step in way.steps:
        name = step.task.id
        if later:
            limit = oracle.last_day(name, later, limit)
        if later or way.anchor.kind != "budget":
            assert step.start == oracle.latest_start(name, limit), name
        else:
            # Money that lapses is spent from its last day, not up to it.
            assert step.start == limit, name
        assert step.finish == oracle.over(name, step.start) - ONE_DAY, name
        assert step.months == oracle.jobs[name].months, name
        limit, later = step.start, name
    assert limit == shown


def _count_forward(way: Chain, oracle: Oracle, shown: date) -> None:
    published = way.anchor.kind == "publication"
    begins, earlier = way.anchor_day + ONE_DAY if published else way.anchor_day, ""
    for step in way.steps:
        name = step.task.id
        if earlier:
            begins = oracle.next_day(earlier, name, begins)
        over = oracle.over(name, begins)
        assert step.start == oracle.latest_start(name, over), name
        assert step.finish == over - ONE_DAY, name
        assert step.months == oracle.jobs[name].months, name
        begins, earlier = over, name
    assert way.steps[-1].start == shown


def _count_all(plan: Plan, safe: Oracle, quick: Oracle) -> None:
    oracles = dict.fromkeys(("late_start", "early_start"), safe)
    oracles |= dict.fromkeys(("last_chance_start", "earliest_start"), quick)
    for place, task in enumerate(plan.tasks):
        for system in task.systems:
            for field in (*BACKWARD, *FORWARD):
                way = chain(plan, place, field, system)
                assert way.field == field
                assert way.steps[-1].task is task
                shown: date = getattr(plan.dates(place), field)
                count = _count_back if field in BACKWARD else _count_forward
                count(way, oracles[field], shown)


def test_every_way_of_the_sample_leads_to_the_date_shown() -> None:
    """For each task and system the steps from the anchor give the date again."""
    _count_all(sample_plan(), sample_oracle(), sample_oracle(shortest=True))


def test_every_way_of_a_hundred_towns_leads_to_the_date_shown() -> None:
    """The same holds in random towns with month ends, windows and sessions."""
    for town, plan, unfolded in thousand_cases()[:100]:
        _count_all(plan, unfolded.oracle(town), unfolded.oracle(town, shortest=True))


def test_steps_stand_next_to_each_other() -> None:
    """Each step of a way is a neighbour of the one before it."""
    plan = sample_plan()
    network = plan.network
    for task in plan.tasks:
        for field in (*BACKWARD, *FORWARD):
            places = [
                network.place_of[name]
                for name in ids(chain_of(plan, task.id, field, task.systems[0]))
            ]
            near = network.before if field in BACKWARD else network.after
            for place, other in pairwise(places):
                assert other in near[place], f"{field} of {task.id}"


def test_the_way_to_a_shared_task_goes_through_the_system_asked_about() -> None:
    """Where several systems set a date alike, the one asked about is shown."""
    plan = sample_plan()
    for system in ("juki", "nenkin"):
        way = chain_of(plan, "1", "late_start", system)
        assert ids(way)[-3:] == [f"3@{system}", f"2@{system}", "1"]
        assert way.anchor.kind == "wanted"
        assert way.anchor_day == date(2025, 10, 1)
    # Seal registration sets item 1's date as well: its budget request must lie in
    # autumn 2023 like that of all others. Its RFP may wait; the money does not.
    way = chain_of(plan, "1", "late_start", "inkan")
    assert ids(way) == [
        *(f"{item}@inkan" for item in (15, 14, 11, 8, 7, 6, 5, 4, 3, 2)),
        "1",
    ]


def test_a_step_that_asks_for_money_or_spends_it_says_which() -> None:
    """On the way of 印鑑登録 items 11 and 8 name the ordinary budget of 2024."""
    way = chain_of(sample_plan(), "1", "late_start", "inkan")
    paid = {step.task.id: step.funding for step in way.steps if step.funding}
    assert list(paid) == ["11@inkan", "8@inkan"]
    for each in paid.values():
        assert each.occasion.way.id == "ordinary"
        assert each.occasion.fiscal_year == 2024


@pytest.mark.parametrize("field", [*BACKWARD, *FORWARD, "planned_start"])
def test_every_date_of_a_shared_task_is_told_for_the_system_asked_about(
    field: ChainField,
) -> None:
    """Three systems take as long as each other: the way goes through each one's own."""
    items = (
        Item("1", "municipality", 1, 2),
        Item("2", "system", 1, 2, ("1",)),
        Item("3", "municipality", 1, 2, ("2",)),
    )
    names = ("juki", "koseki", "kojin")
    systems = tuple(Business(name, cutover=date(2025, 10, 1)) for name in names)
    template = "likely" if field == "planned_start" else "maximum"
    plan = plan_of(Town(items, ("3",), systems, durations=template))
    asked = "3" if field in FORWARD else "1"
    for name in names:
        way = chain_of(plan, asked, field, name)
        assert way.field == field
        assert ids(way)[-2:] == [f"2@{name}", asked], name


def test_what_is_as_far_as_the_floor_is_not_the_reason() -> None:
    """Item 3 takes no time, and could begin when item 1 is over, on 2021-12-01."""
    items = (
        Item("1", "system", 2, 2),
        Item("3", "system", 0, 0, ("1",), waits=True),
    )
    town = Town(
        items,
        ("3",),
        (Business("juki", specification="first", cutover=date(2025, 10, 1)),),
        published=(("first", date(2021, 11, 30)),),
    )
    way = chain_of(plan_of(town), "3@juki", "early_start", "juki")
    assert (ids(way), way.anchor.kind) == (["3@juki"], "publication")
    assert way.steps[0].funding is None


@pytest.mark.parametrize("field", [*FORWARD, "planned_start"])
def test_what_is_under_way_has_its_record_for_a_reason(field: ChainField) -> None:
    """Begun on 2023-04-01, its planned and its early start are that day."""
    progress = """\
schema: stdmig.progress/1
tasks:
  - {item: 1, status: started, start: 2023-04-01}
"""
    plan = recorded_town(as_of=date(2023, 4, 10), progress=progress)
    way = chain_of(plan, "1", field, "juki")
    assert (way.field, way.anchor) == (field, Reason("progress", "1"))
    assert way.anchor_day == date(2023, 4, 1)
    assert ids(way) == ["1"]


def test_a_way_may_begin_where_the_money_lapses() -> None:
    """A contract that waits for last year's money is signed by 31 March."""
    items = (
        Item("1", "system", 1, 1, role="budget_request"),
        Item("2", "system", 12, 12, ("1",)),
        Item("3", "system", 1, 1, ("2",), role="contract"),
    )
    town = Town(
        items,
        ("3",),
        (Business("juki", cutover=date(2025, 8, 1)),),
        calendar=Calendar(),
    )
    # Item 3 could be begun on 2025-07-01, item 2 on 2024-07-01. Item 1 then lies in
    # autumn 2023, and its money, of fiscal 2024, lapses on 2025-03-31. Begun on that
    # day, item 3 leaves item 2 until 2024-03-31: it does not set the date of item 1,
    # which needs the last month of the window, 2023-10-01 to 10-31.
    way = chain_of(plan_of(town), "1@juki", "late_start", "juki")
    assert way.anchor == Reason("budget", "ordinary")
    assert way.anchor_day == date(2025, 3, 31)
    assert [(step.task.id, str(step.start)) for step in way.steps] == [
        ("3@juki", "2025-03-31"),
        ("1@juki", "2023-10-01"),
    ]


@pytest.mark.parametrize(
    ("task_id", "system", "anchor", "day", "first"),
    [
        ("15@juki", "juki", Reason("publication", "second"), "2022-08-31", "3@"),
        ("15@inkan", "inkan", Reason("as_of", "as_of"), "2021-10-01", "1"),
        ("3@koseki", "koseki", Reason("publication", "second"), "2022-08-31", "3@"),
        ("2@koseki", "koseki", Reason("as_of", "as_of"), "2021-10-01", "1"),
    ],
)
def test_anchors_of_early_dates(
    task_id: str, system: str, anchor: Reason, day: str, first: str
) -> None:
    """An early date leads back to a publication or to the as-of date."""
    plan = sample_plan()
    way = chain_of(plan, task_id, "early_start", system)
    assert plan.as_of == AS_OF
    assert way.anchor == anchor
    assert str(way.anchor_day) == day
    assert ids(way)[0].startswith(first)


@pytest.mark.parametrize("field", [*BACKWARD, *FORWARD, "planned_start"])
def test_what_is_over_has_its_record_for_a_reason(field: ChainField) -> None:
    """Nothing that comes later explains its dates: it was done when it was done."""
    progress = """\
schema: stdmig.progress/1
tasks:
  - {item: 1, status: done, start: 2023-04-01, finish: 2023-04-30}
  - {item: 8, status: done, start: 2023-09-11, finish: 2023-10-20}
"""
    plan = recorded_town(as_of=date(2024, 1, 10), progress=progress)
    name = "8@基幹:undecided"
    way = chain_of(plan, name, field, "juki")
    assert way.field == field
    assert way.anchor == Reason("progress", name)
    assert way.anchor_day == date(2023, 9, 11)
    (step,) = way.steps
    assert (step.task.id, step.months) == (name, None)
    assert (step.start, step.finish) == (date(2023, 9, 11), date(2023, 10, 20))
    # By the ordinary money of 2024; the soonest is what December votes.
    assert step.funding is not None
    year = 2023 if field == "earliest_start" else 2024
    assert step.funding.occasion.fiscal_year == year
