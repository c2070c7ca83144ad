"""Tasks that do not apply: their neighbours are linked (対象外の作業)."""

from __future__ import annotations

from datetime import date
from functools import cache
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from stdmig.schedule import Plan
from stdmig.schedule.passes import Backward
from tests.network.by_hand import Unfolded, unfold
from tests.oracle import ONE_DAY, Oracle
from tests.schedule.generator import Case, thousand_cases
from tests.schedule.strategies import towns
from tests.schedule.town import Town, plan_of


def _absent(town: Town, ids: frozenset[str]) -> Town:
    entries = [{"task": each, "status": "not_applicable"} for each in sorted(ids)]
    return town._replace(progress={"tasks": entries})


@cache
def _cases() -> tuple[Case, ...]:
    """Return every third of the 1,000 towns with some tasks that do not apply."""
    random, found = Random(20261122), []
    for town, plan, _ in thousand_cases()[::3]:
        share = random.choice((0.1, 0.3, 0.6))
        ids = frozenset(
            task.id
            for task in plan.tasks
            if random.random() < (0.5 if task.item.role else share)
        )
        changed = _absent(town, ids)
        found.append(Case(changed, plan_of(changed), unfold(town, ids)))
    return tuple(found)


def _links(plan: Plan) -> dict[str, set[str]]:
    network = plan.network
    return {
        task.id: {network.tasks[other].id for other in network.before[place]}
        for place, task in enumerate(network.tasks)
        if place not in network.absent
    }


def test_the_towns_leave_out_what_they_should() -> None:
    """Requests, tenders and contracts are among what does not apply, alone or not."""
    pairs = set()
    for town, plan, _ in _cases():
        if town.calendar is None:
            continue
        gone = {plan.tasks[place].item.role for place in plan.network.absent}
        held = {task.item.role for task in plan.tasks} - {None}
        pairs.add((frozenset(gone & held), bool(plan.network.purchases)))
    roles = {frozenset(each) for each, _ in pairs}
    assert {
        frozenset({"contract"}),
        frozenset({"budget_request"}),
        frozenset({"contract", "rfp"}),
    } <= roles
    assert (frozenset({"contract"}), True) in pairs


def test_links_are_those_that_a_clerk_notes_without_what_does_not_apply() -> None:
    """What does not apply stands alone; the rest is linked as by hand."""
    for number, (_, plan, unfolded) in enumerate(_cases()):
        assert _links(plan) == unfolded.before, f"town {number}"
        network = plan.network
        ends = {
            system.id: {plan.tasks[place].id for place in network.before_cutover[at]}
            for at, system in enumerate(network.systems)
        }
        assert ends == unfolded.before_cutover, f"town {number}"
        for place in network.absent:
            assert not network.before[place]
            assert not network.after[place]
            assert not network.cutovers_after[place]


def test_early_dates_are_those_of_a_plain_forward_run() -> None:
    """Nothing that comes before what does not apply is forgotten, forward."""
    for number, (town, plan, unfolded) in enumerate(_cases()):
        where = f"town {number}"
        floors = unfolded.first_days(town)
        over = unfolded.oracle(town).finishes(floors)
        soon = unfolded.oracle(town, shortest=True).finishes(floors)
        for name in unfolded.before:
            place = plan.network.place_of[name]
            assert plan.early.finish[place] == over[name].toordinal(), (where, name)
            assert plan.earliest.finish[place] == soon[name].toordinal(), (where, name)
        for system in town.planned_systems:
            ends = unfolded.before_cutover[system.id]
            ready = max((over[name] for name in ends), default=town.as_of)
            day = town.first_cutover(system, ready)
            assert plan.cutover(system.id).early == day, where


def test_late_start_keeps_every_cutover_and_a_day_later_loses_one() -> None:
    """Nor is it backward: no task could begin later than it does, with either."""
    for number, (town, plan, unfolded) in enumerate(_cases()):
        _hold(number, plan, plan.late, unfolded, unfolded.oracle(town))
        quick = unfolded.oracle(town, shortest=True)
        _hold(number, plan, plan.last_chance, unfolded, quick)


def _hold(
    number: int, plan: Plan, dates: Backward, unfolded: Unfolded, oracle: Oracle
) -> None:
    lapses = {
        plan.tasks[place].id: date.fromordinal(day)
        for place, day in dates.bounds.items()
    }
    for name in unfolded.before:
        held = date.fromordinal(dates.start[plan.network.place_of[name]])
        kept, lost = oracle.lost(name, held, held + ONE_DAY, lapses=lapses)
        assert not kept, f"town {number}: {name} from {held} loses {kept}"
        assert lost, f"town {number}: {name} could start later than {held}"


@settings(max_examples=60)
@given(towns(), st.data())
def test_leaving_out_a_task_holds_nothing_up(town: Town, data: st.DataObject) -> None:
    """Without some tasks the others start no later forward, no earlier backward."""
    plan = plan_of(town)
    ids = frozenset(
        data.draw(st.lists(st.sampled_from([task.id for task in plan.tasks])))
    )
    less = plan_of(_absent(town, ids))
    for place, task in enumerate(plan.tasks):
        if task.id in ids:
            assert less.status(place) == "not_applicable"
            assert place not in less.critical_places
        else:
            assert less.early.start[place] <= plan.early.start[place]
            assert less.earliest.start[place] <= plan.earliest.start[place]
            assert less.total_float(place) >= plan.total_float(place)
            assert less.late.start[place] >= plan.late.start[place]
            assert less.last_chance.start[place] >= plan.last_chance.start[place]
    for one, other in zip(less.cutovers, plan.cutovers, strict=True):
        assert (one.early, one.earliest) <= (other.early, other.earliest)


def test_late_money_is_in_time_for_the_work_that_spends_it_first() -> None:
    """Also where no contract is made: by its first day, whichever work that is."""
    said = 0
    for number, (town, plan, unfolded) in enumerate(_cases()):
        oracle, late = unfolded.oracle(town), plan.late
        for each in plan.network.purchases if town.calendar else ():
            first = min(each.spending, key=lambda place: late.start[place])
            pair = plan.tasks[each.request].id, plan.tasks[first].id
            money = next(
                found
                for found in oracle.moneys
                if (found.request, found.contract) == pair
            )
            over = date.fromordinal(late.finish[each.request])
            signed = date.fromordinal(late.start[first])
            rfp = None if each.rfp is None else late.start[each.rfp]
            tender = None if rfp is None else date.fromordinal(rfp)
            last = oracle.lapses(money, over, tender, signed)
            paid = plan.funding(each, "safe")
            assert paid is not None
            assert paid.signed[0] == signed.toordinal()
            in_time = last is not None and signed <= last
            assert paid.in_time is in_time, f"town {number}: {pair}"
            said += not in_time
    assert said > 0
