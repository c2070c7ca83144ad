"""A sample is the plan's own pass with the months that were drawn (標本と日程計算)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stdmig.dates import months
from stdmig.risk.build import build
from stdmig.risk.draws import Sampler, Source
from stdmig.risk.grid import MONTH, Value
from stdmig.risk.latest_start import NEVER, LatestStarts
from stdmig.risk.luck import Luck
from stdmig.risk.model import Model, forward
from stdmig.risk.way_back import ways_back
from stdmig.schedule import Plan, Timing, needs_vote
from stdmig.schedule.passes import Forward
from stdmig.schedule.passes import forward as forward_pass
from stdmig.schedule.progress import settle
from stdmig.schedule.timing import timing
from tests.schedule.full_generator import full_towns
from tests.schedule.full_town import FullTown, Noted, plan_of_full
from tests.schedule.generator import thousand_cases
from tests.schedule.ordered import plan_of as ordered
from tests.schedule.sample import sample_plan
from tests.schedule.strategies import towns
from tests.schedule.town import (
    SITTINGS,
    Business,
    Calendar,
    Item,
    Town,
    Unit,
    plan_of,
)

SAMPLES = 4


def _rules(plan: Plan, months: list[int]) -> Timing:
    """Return the rules of the plan with other months, by ordinary budgets."""
    rules = timing(plan.network, months, ordinary_only=True)
    rules = replace(rules, cutovers=plan.safe.cutovers, order=plan.safe.order)
    return settle(plan.network, rules, plan.progress, plan.as_of)


def _pass(plan: Plan, rules: Timing, first: int | None = None) -> Forward:
    """Return the forward pass, of which nothing begins before a first day."""
    today = plan.as_of.toordinal()
    floors = [
        each.day
        if first is None
        else first
        if each.day == today
        else max(first, each.day)
        for each in plan.floors
    ]
    return forward_pass(plan.ahead, rules, floors, today)


def _model(plan: Plan) -> Model:
    return build(plan, Sampler(Luck(1000, 1), 0.0), "pert")


def _compare(plan: Plan, random: Random) -> None:
    model = _model(plan)
    months = [
        [random.randint(each.min, each.max) for each in plan.durations]
        for _ in range(SAMPLES)
    ]
    rules = [_rules(plan, each) for each in months]
    drawn: list[Value] = []
    for place, source in enumerate(model.sources):
        if place in plan.safe.settled:
            ends = [each.settled[place].finish for each in rules]
            drawn.append(np.array([model.grid.at(end) for end in ends], np.int32))
        elif isinstance(source, Source):
            drawn.append(np.array([each[place] * MONTH for each in months], np.int32))
        else:
            drawn.append(source or 0)
    run = forward(model, drawn)
    passes = [_pass(plan, each) for each in rules]
    for system in model.systems:
        place = system.place
        cutover = np.broadcast_to(np.asarray(run.cutover[place], np.int32), SAMPLES)
        days = [each.cutover[place] for each in passes]
        assert model.grid.days(cutover).tolist() == days
    for place in range(len(plan.tasks)):
        finish = np.broadcast_to(np.asarray(run.finish[place], np.int32), SAMPLES)
        days = [each.finish[place] for each in passes]
        assert model.grid.days(finish).tolist() == days
    latest = LatestStarts(model, drawn, run)
    for system, back in zip(model.systems, ways_back(model), strict=True):
        if back is None:
            continue
        limit = plan.cutovers[system.place].day.toordinal()
        start = latest.of(back, model.grid.at(limit))
        starts = np.broadcast_to(np.asarray(start, np.int32), SAMPLES)
        for each, found in zip(rules, starts, strict=True):
            _is_last_day(plan, model, each, system.place, int(found))


def _is_last_day(
    plan: Plan, model: Model, rules: Timing, system: int, found: int
) -> None:
    """Hold a latest start against the pass that begins on it, and a day later."""
    limit = plan.cutovers[system].day.toordinal()

    def kept(first: int) -> bool:
        return _pass(plan, rules, first).ready[system] <= limit

    if found == NEVER:
        assert not kept(plan.as_of.toordinal() - 6000)
        return
    day = int(model.grid.days(np.array([found], np.int32))[0])
    assert not kept(day + 1)
    # What is settled ends today perhaps, whatever might have begun before.
    assert kept(day) or (plan.safe.settled and day < plan.as_of.toordinal())


@pytest.mark.parametrize("part", range(4))
def test_random_towns_agree(part: int) -> None:
    """Every date of every sample and every latest start, over a part of the towns."""
    random = Random(part)
    for case in thousand_cases()[part::16]:
        _compare(case.plan, random)


STATES = st.sampled_from(("done", "started", "not_applicable", None, None))


@settings(max_examples=40)
@given(towns(), st.data())
def test_towns_with_progress_agree(town: Town, data: st.DataObject) -> None:
    """What has begun, is over or has months left is settled as in the plan."""
    tasks = []
    for task in plan_of(town).tasks:
        state = data.draw(STATES)
        entry: dict[str, object] = {"task": task.id, "status": state}
        ago = timedelta(data.draw(st.integers(0, 200)))
        if state in {"done", "started"} and data.draw(st.booleans()):
            entry["start"] = (town.as_of - ago).isoformat()
        if state == "started" and data.draw(st.booleans()):
            entry["remaining_months"] = data.draw(st.integers(0, 9))
        if state is not None:
            tasks.append(entry)
    plan = plan_of(town._replace(progress={"tasks": tasks}))
    _compare(plan, Random(data.draw(st.integers(0, 99))))


@pytest.mark.parametrize("as_of", ["2021-10-01", "2024-02-29", "2025-07-31"])
def test_sample_with_its_votes_agrees(as_of: str) -> None:
    """The sample city amends ordinances, and its council votes on four days."""
    plan = sample_plan(date.fromisoformat(as_of))
    ordinances = (place for place, task in enumerate(plan.tasks) if needs_vote(task))
    assert all(plan.safe.tasks[place] is not months(4) for place in ordinances)
    _compare(plan, Random(1))


def test_towns_with_all_that_can_move_a_date_agree() -> None:
    """Votes, variants, black-outs, progress, and money of every kind."""
    random = Random(20261122)
    for full in full_towns()[::3]:
        _compare(plan_of_full(full), random)


def test_a_vote_is_waited_for_with_money_that_lapses() -> None:
    """
    Without a contract an ordinance spends the money; it must still be voted on.

    The June budget that was asked for lapses on 2025-03-31, and the next one pays from
    2025-07-01: two months of work end on 2025-08-31, the session on 2025-09-30.
    """
    items = (
        Item("1", "procurement", 1, 1, role="budget_request"),
        Item("2", "procurement", 1, 1, ("1",), role="contract"),
        Item("3", "system", 2, 2, ("2",), role="ordinance"),
    )
    town = Town(
        items,
        ("3",),
        (Business("juki", (Unit("a", procurement="wave"),), cutover=date(2028, 4, 3)),),
        as_of=date(2025, 4, 10),
        calendar=Calendar(sittings=SITTINGS, choices=(("wave", "june"),)),
    )
    notes = (
        Noted("1@wave", "done", finish=date(2024, 4, 30)),
        Noted("2@wave", "not_applicable"),
    )
    plan = plan_of_full(FullTown(town, noted=notes))
    place = plan.network.place_of["3@juki"]
    assert place in plan.safe.money
    assert plan.early.finish[place] == date(2025, 10, 1).toordinal()
    _compare(plan, Random(1))


def test_wanted_order_agrees() -> None:
    """Systems that come after others, or with them, and in black-outs."""
    plan = ordered(
        "id: juki, after: [kojin]",
        "id: koseki, with: [juki]",
        "id: kojin, after: [kotei]",
        "id: kotei",
        "id: hojin, cutover: 2025-05-04",
    )
    assert plan.safe.order
    model = _model(plan)
    for drawn in ([MONTH, MONTH, 2 * MONTH, MONTH, MONTH], [2 * MONTH] * 5):
        run = forward(model, drawn)
        rules = _rules(plan, [each // MONTH for each in drawn])
        days = [
            int(model.grid.days(np.atleast_1d(np.asarray(each, np.int32)))[0])
            for each in run.cutover
        ]
        assert days == _pass(plan, rules).cutover
