"""Towns with all that can move a date against the forward-only run (検算)."""

from __future__ import annotations

from datetime import date
from functools import cache
from random import Random
from typing import NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from stdmig.schedule import Plan
from stdmig.schedule.passes import Backward, Forward
from tests.oracle import ONE_DAY, Oracle
from tests.schedule.full_generator import full_towns, furnished
from tests.schedule.full_town import FullTown, Length, Recount, plan_of_full
from tests.schedule.generator import in_its_year
from tests.schedule.strategies import towns
from tests.schedule.town import Town

LENGTHS: tuple[Length, ...] = ("longest", "likely", "shortest")


class Case(NamedTuple):
    """A town, what the product plans for it, and its dates counted anew."""

    where: str
    full: FullTown
    plan: Plan
    recount: Recount


@cache
def cases() -> tuple[Case, ...]:
    """Return the towns, each read and planned once for all tests."""
    return tuple(
        Case(f"town {number}", full, plan_of_full(full), Recount(full))
        for number, full in enumerate(full_towns())
    )


def passes(plan: Plan, length: Length) -> tuple[Backward, Forward]:
    """Return both passes of the product with durations of some length."""
    match length:
        case "longest":
            return plan.late, plan.early
        case "likely":
            return plan.scenario("likely").late, plan.scenario("likely").early
    return plan.last_chance, plan.earliest


def applying(plan: Plan) -> list[tuple[int, str]]:
    """Return place and id of every task that applies; the others have no dates."""
    return [
        (place, task.id)
        for place, task in enumerate(plan.tasks)
        if plan.status(place) != "not_applicable"
    ]


def hold_cutovers(case: Case) -> None:
    """Check every cutover's day, the first possible one, and the earliest."""
    recount = case.recount
    early, soon = _ready(case, "longest"), _ready(case, "shortest")
    for cutover in case.plan.cutovers:
        name, where = cutover.system.id, f"{case.where}: {cutover.system.id}"
        since = case.full.live.get(name)
        if since is not None and since <= case.full.town.as_of:
            assert (cutover.day, cutover.early, cutover.earliest) == (since,) * 3, where
            continue
        system = next(each for each in case.full.town.systems if each.id == name)
        assert cutover.day == recount.cutover(system), where
        assert cutover.early == recount.first_cutover(system, early[name]), where
        assert cutover.earliest == recount.first_cutover(system, soon[name]), where


def _ready(case: Case, length: Length) -> dict[str, date]:
    """Return when each system is ready with durations of some length."""
    oracle = case.recount.oracle(length)
    return case.recount.ready(oracle, oracle.finishes(_floors(case, oracle)))


def hold_early(case: Case, length: Length) -> None:
    """Check the early finishes against a plain forward run, and the starts shown."""
    oracle = case.recount.oracle(length)
    over = oracle.finishes(_floors(case, oracle))
    _, early = passes(case.plan, length)
    for place, name in applying(case.plan):
        where = f"{case.where}, {length}: {name}"
        fact = oracle.facts.get(name)
        start = fact.begins if fact else oracle.latest_start(name, over[name])
        assert date.fromordinal(early.finish[place]) == over[name], where
        assert date.fromordinal(early.start[place]) == start, where


def hold_late(case: Case, length: Length) -> None:
    """Check that each late start keeps all cutovers, and a day later loses one."""
    oracle = case.recount.oracle(length)
    late, _ = passes(case.plan, length)
    lapses = {
        name: date.fromordinal(day)
        for place, day in late.bounds.items()
        if (name := case.plan.tasks[place].id) not in oracle.facts
    }
    for place, name in applying(case.plan):
        where = f"{case.where}, {length}: {name}"
        start = date.fromordinal(late.start[place])
        finish = date.fromordinal(late.finish[place])
        fact = oracle.facts.get(name)
        if fact and fact.final:
            assert (start, finish) == (fact.begins, fact.over), where
            continue
        assert finish == oracle.over(name, start), where
        kept, lost = oracle.lost(name, start, start + ONE_DAY, lapses=lapses)
        assert not kept, f"{where} from {start} loses {kept}"
        assert lost, f"{where} could start later than {start}"


def hold_planned(case: Case) -> None:
    """Check the planned dates: chosen starts, likely late dates, what is under way."""
    oracle = case.recount.oracle("likely")
    likely, _ = passes(case.plan, "likely")
    for place, name in applying(case.plan):
        where = f"{case.where}: {name}"
        planned = case.plan.dates(place)
        fact, chosen = oracle.facts.get(name), case.full.starts.get(name)
        if fact:
            days = fact.begins, fact.over
        elif chosen:
            days = case.recount.chosen(name, chosen, oracle)
        else:
            late = likely.start[place], likely.finish[place]
            days = date.fromordinal(late[0]), date.fromordinal(late[1])
        found = planned.planned_start, planned.planned_finish + ONE_DAY
        assert found == days, where


def hold_floats(case: Case) -> None:
    """Check that a task can slip by its free float, and moves another by a day more."""
    oracle = case.recount.oracle("longest")
    floors = _floors(case, oracle)
    over = oracle.finishes(floors)
    for place, name in applying(case.plan):
        where, free = f"{case.where}: {name}", case.plan.free_float(place)
        days = case.plan.dates(place)
        slack = (days.late_start - days.early_start).days
        assert case.plan.total_float(place) == slack, where
        if case.plan.is_over(place):
            assert free == slack == 0, where
            continue
        moved = [
            _behind(case, oracle, floors, over | {name: finish}, name)
            for late in (0, free, free + 1)
            for finish in (oracle.over(name, days.early_start + late * ONE_DAY),)
        ]
        assert moved[0] == moved[1] != moved[2], where


def _behind(
    case: Case,
    oracle: Oracle,
    floors: dict[str, date],
    over: dict[str, date],
    name: str,
) -> list[date]:
    """Return the early starts of all that follows a task, its cutovers among them."""
    starts = []
    for job in oracle.jobs.values():
        if name in job.after:
            waits = (oracle.next_day(each, job.id, over[each]) for each in job.after)
            finish = oracle.over(job.id, max([floors[job.id], *waits]))
            starts.append(oracle.latest_start(job.id, finish))
    ready = case.recount.ready(oracle, over)
    return starts + [
        max(goal.day, ready[goal.system]) for goal in oracle.goals if name in goal.after
    ]


def _floors(case: Case, oracle: Oracle) -> dict[str, date]:
    recount = case.recount
    assert set(oracle.jobs) == {name for _, name in applying(case.plan)}, case.where
    return recount.unfolded.first_days(recount.town)


def test_the_towns_hold_all_that_can_move_a_date() -> None:
    """Votes, variants, black-outs, closed dates, live systems and notes all occur."""
    found = full_towns()
    live = [len(each.town.systems) > len(each.open_town.systems) for each in found]
    assert sum(live) > 15
    for each in (
        [full for full in found if full.town.calendar and full.town.calendar.sittings],
        [full for full in found if full.in_full],
        [full for full in found if any(busy.stated for busy in full.busy)],
        [full for full in found if any(not busy.stated for busy in full.busy)],
        [full for full in found if full.shut],
        [full for full in found if full.noted],
    ):
        assert len(each) > 50


def test_the_towns_hold_all_that_can_happen_to_money() -> None:
    """No contract, no work after it, several moneys for one task, money that lapses."""
    networks = [case.plan.network for case in cases()]
    bought = [each for network in networks for each in network.purchases]
    assert sum(len(each.spending) > 1 for each in bought) > 20
    assert sum(not each.signs for each in bought) > 20
    assert sum(bool(network.unspent) for network in networks) > 2
    asked = [
        plan.safe.paid[place]
        for plan in (case.plan for case in cases())
        for place in plan.safe.money
    ]
    assert len(asked) > 40
    assert sum(len(keys) > 1 for keys in asked) > 3


def test_cutovers_are_those_of_the_wall_calendar() -> None:
    """Every chosen day is the best one that black-outs and closed dates leave."""
    for case in cases():
        hold_cutovers(case)


def test_early_dates_agree_in_all_lengths() -> None:
    """With the longest, the likely and the shortest months early dates agree."""
    for case in cases():
        for length in LENGTHS:
            hold_early(case, length)


def test_late_dates_agree_in_all_lengths() -> None:
    """With the longest, the likely and the shortest months late dates agree."""
    for case in cases():
        for length in LENGTHS:
            hold_late(case, length)


def test_planned_dates_agree() -> None:
    """Chosen starts, likely durations and work under way are planned as they must."""
    for case in cases():
        hold_planned(case)


def test_floats_agree() -> None:
    """Total floats are those of the dates shown; free floats move nothing."""
    for case in cases():
        hold_floats(case)


@settings(max_examples=100)
@given(towns(), st.integers(0, 2**32))
def test_small_towns_agree_in_everything(town: Town, seed: int) -> None:
    """All of this holds in towns that hypothesis can make smaller."""
    random = Random(seed)
    full = furnished(random, in_its_year(random, _within_a_year(town)))
    case = Case(repr(full), full, plan_of_full(full), Recount(full))
    hold_cutovers(case)
    hold_planned(case)
    hold_floats(case)
    for length in LENGTHS:
        hold_early(case, length)
        hold_late(case, length)


def _within_a_year(town: Town) -> Town:
    """Return a town in which no request is too long for a window of one year."""
    items = (
        item._replace(shortest=min(item.shortest, 9), longest=min(item.longest, 9))
        for item in town.items
    )
    return town._replace(items=tuple(items))
