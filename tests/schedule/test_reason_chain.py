"""The way from an anchor to a date, counted again step by step (理由の連鎖)."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from stdmig.inventory import System
from stdmig.schedule import Chain, Plan, Reason, chain
from stdmig.schedule.chain import ChainField
from tests.oracle import ONE_DAY, latest_start, months_later
from tests.schedule.generator import thousand_cases
from tests.schedule.sample import AS_OF, sample_plan

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


def _count_back(way: Chain, shown: date) -> None:
    limit = way.anchor_day
    for step in way.steps:
        assert step.start == latest_start(step.months, limit), step.task.id
        assert step.finish == months_later(step.start, step.months) - ONE_DAY
        limit = step.start
    assert limit == shown


def _count_forward(way: Chain, shown: date) -> None:
    published = way.anchor.kind == "publication"
    begins = way.anchor_day + ONE_DAY if published else way.anchor_day
    for step in way.steps:
        over = months_later(begins, step.months)
        assert step.start == latest_start(step.months, over), step.task.id
        assert step.finish == over - ONE_DAY, step.task.id
        begins = over
    assert way.steps[-1].start == shown


def _count_all(plan: Plan) -> None:
    for place, task in enumerate(plan.tasks):
        for system in task.systems:
            for field in (*BACKWARD, *FORWARD):
                way = chain(plan, place, field, system)
                assert way.field == field
                assert way.steps[-1].task is task
                shown: date = getattr(plan.dates(place), field)
                count = _count_back if field in BACKWARD else _count_forward
                count(way, shown)


def test_every_way_of_the_sample_leads_to_the_date_shown() -> None:
    """For each task and system the steps from the anchor give the date again."""
    _count_all(sample_plan())


def test_every_way_of_a_hundred_towns_leads_to_the_date_shown() -> None:
    """The same holds in random towns with their month ends and cutovers."""
    for case in thousand_cases()[:100]:
        _count_all(case.plan)


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
    # Seal registration does not set item 1's date; another system does.
    assert "2@inkan" not in ids(chain_of(plan, "1", "late_start", "inkan"))


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
