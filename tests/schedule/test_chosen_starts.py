"""Chosen starts and likely durations in the planned dates (着手日の選択)."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stdmig.inventory import Source
from stdmig.network import expand
from stdmig.schedule import (
    Plan,
    Reason,
    assumptions,
    chain,
    chain_fields,
    schedule,
    task_reasons,
    unkept_starts,
)
from tests.helpers import ENGLISH, sample_city, sound
from tests.schedule.generator import thousand_towns
from tests.schedule.sample import AS_OF, sample_plan
from tests.schedule.strategies import days, towns
from tests.schedule.town import (
    Business,
    Calendar,
    Item,
    Town,
    Unit,
    plan_of,
    sources,
)

DURATIONS = ("likely", "maximum", "minimum")


def _with_starts(town: Town, starts: dict[str, date], durations: str) -> Plan:
    """Return the plan of a town with chosen starts."""
    file = _starts_file(starts, durations)
    inventory = sound(sources(town)._replace(starts=file))
    return schedule(expand(inventory, town.as_of), town.as_of)


def _starts_file(starts: dict[str, date], durations: str) -> Source:
    written = {
        "schema": "stdmig.starts/1",
        "durations": durations,
        "starts": [
            {"task": name, "start": day.isoformat()} for name, day in starts.items()
        ],
    }
    return Source("starts.yaml", json.dumps(written).encode())


def _city(starts: dict[str, date], durations: str = "likely") -> Plan:
    """Return the plan of the sample city with chosen starts."""
    files = sample_city()._replace(starts=_starts_file(starts, durations))
    return schedule(expand(sound(files)), AS_OF)


def _days(plan: Plan, task: str) -> tuple[date, date]:
    dates = plan.dates(plan.network.place_of[task])
    return dates.planned_start, dates.planned_finish


def test_without_the_file_the_planned_dates_are_the_late_ones() -> None:
    """No third pass is made, no start is chosen, and nothing else has changed."""
    plan = schedule(sample_plan().network, AS_OF)
    assert plan.planned is plan.late
    assert plan.chosen == {}
    assert plan.timing_of(plan.planned) is plan.safe
    assert plan.scenario() == plan.scenario("safe")
    assert "_likely" not in plan.__dict__


def test_likely_durations_make_a_pass_of_their_own() -> None:
    """The template may ask for likely durations; budgets stay the ordinary ones."""
    files = sample_city()
    told = files.template.data.replace(b"durations: maximum", b"durations: likely")
    template = Source(files.template.name, told, packaged=True)
    plan = schedule(expand(sound(files._replace(template=template))), AS_OF)
    # Item 15 takes 2 to 6 months, so mostly 4; item 14 takes 4 to 6, so mostly 5.
    assert _days(plan, "15@kojin") == (date(2025, 6, 1), date(2025, 9, 30))
    assert _days(plan, "14@kojin") == (date(2025, 1, 1), date(2025, 5, 31))
    assert plan.planned is plan.scenario("likely").late
    assert plan.planned_early is plan.scenario("likely").early
    assert plan.timing_of(plan.planned) is plan.scenario("likely").timing
    assert plan.timing_of(plan.early) is plan.safe
    assert plan.timing_of(plan.earliest) is plan.quick
    # Likely dates are told from others where they are not the planned ones, too.
    usual = schedule(sample_plan().network, AS_OF)
    likely = usual.scenario("likely")
    assert usual.timing_of(likely.late) is usual.timing_of(likely.early)
    assert usual.timing_of(likely.late) is likely.timing
    assert plan.months(plan.planned, plan.network.place_of["15@kojin"]) == 4
    ways = plan.scenario("likely").timing.ways
    assert {way.kind for each in ways.values() for way in each} == {"ordinary"}


def test_likely_dates_lie_between_the_others() -> None:
    """A likely late start is never before the safe one, nor an early start after it."""
    plan = sample_plan()
    likely = plan.scenario("likely")
    for place in range(len(plan.tasks)):
        assert plan.late.start[place] <= likely.late.start[place]
        assert likely.early.finish[place] <= plan.early.finish[place]


def test_chosen_task_starts_on_its_day_and_others_stay() -> None:
    """Its months lead to the finish; what is not named keeps the likely late dates."""
    plan = _city({"14c": date(2023, 4, 10), "16@kojin": date(2025, 1, 6)})
    assert _days(plan, "14c") == (date(2023, 4, 10), date(2023, 9, 9))
    assert _days(plan, "16@kojin") == (date(2025, 1, 6), date(2025, 5, 5))
    own = {plan.network.place_of[name] for name in ("14c", "16@kojin")}
    for place in set(range(len(plan.tasks))) - own:
        assert plan.planned.start[place] == plan.scenario("likely").late.start[place]
    late = sample_plan().dates(sample_plan().network.place_of["14c"])
    assert plan.dates(plan.network.place_of["14c"]).late_start == late.late_start


def test_durations_of_the_file_count() -> None:
    """The same start ends later with longer durations, whatever the template says."""
    ends = {
        name: _days(_city({"14c": date(2023, 4, 10)}, name), "14c")[1]
        for name in DURATIONS
    }
    assert ends == {
        "minimum": date(2023, 8, 9),
        "likely": date(2023, 9, 9),
        "maximum": date(2023, 10, 9),
    }


def test_request_before_its_window_is_shown_when_it_opens() -> None:
    """So is one that no longer fits into the window: in that of the next year."""
    early = _city({"8@inkan": date(2023, 7, 3)})
    assert _days(early, "8@inkan") == (date(2023, 9, 1), date(2023, 10, 31))
    late = _city({"8@inkan": date(2023, 9, 4)})
    assert _days(late, "8@inkan") == (date(2024, 9, 1), date(2024, 10, 31))


def test_work_may_wait_for_its_vote() -> None:
    """An amendment that is begun early ends with the first vote after its months."""
    plan = _city({"17@kojin": date(2024, 10, 15)}, "maximum")
    assert _days(plan, "17@kojin") == (date(2024, 10, 15), date(2025, 3, 31))


def test_money_of_the_planned_dates_follows_the_chosen_request() -> None:
    """A request a year earlier is one for the budget of an earlier year."""
    plan = _city({"8@inkan": date(2022, 9, 1), "11@inkan": date(2023, 5, 1)})
    purchase = plan.network.purchase_of[plan.network.place_of["8@inkan"]]
    paid = plan.funding(purchase)
    assert paid is not None
    assert (paid.occasion.fiscal_year, paid.in_time) == (2023, True)
    assert paid.signed[0] == date(2023, 5, 1).toordinal()
    quick = plan.funding(purchase, "quick")
    assert quick is not None
    assert quick == sample_plan().funding(purchase, "quick")


def test_reason_of_a_chosen_start_is_the_choice() -> None:
    """Only its planned dates say so; the late and the early ones keep their reasons."""
    plan = _city({"16@kojin": date(2025, 1, 6)})
    place = plan.network.place_of["16@kojin"]
    told, before = task_reasons(plan, place), task_reasons(sample_plan(), place)
    assert told["planned_start"] == Reason("chosen", "16@kojin")
    assert told["planned_finish"] == Reason("chosen", "16@kojin")
    assert {name: each for name, each in told.items() if "planned" not in name} == {
        name: each for name, each in before.items() if "planned" not in name
    }


def test_chain_of_a_chosen_start_is_its_own_step() -> None:
    """It begins with the day that was chosen, and counts the likely months."""
    plan = _city({"8@inkan": date(2023, 7, 3)})
    system = plan.cutover("inkan").system
    found = chain(plan, plan.network.place_of["8@inkan"], "planned_start", system)
    assert (found.field, found.anchor) == ("planned_start", ("chosen", "8@inkan"))
    assert found.anchor_day == date(2023, 7, 3)
    assert [(step.task.id, step.start, step.months) for step in found.steps] == [
        ("8@inkan", date(2023, 9, 1), 2)
    ]


def test_chain_of_a_likely_start_leads_to_the_cutover() -> None:
    """A task that nobody chose is explained from the cutover with likely months."""
    plan = _city({})
    place = plan.network.place_of["14@kojin"]
    assert chain_fields(plan, place)[0] == "planned_start"
    found = chain(plan, place, "planned_start", plan.cutover("kojin").system)
    assert [(step.task.id, step.months) for step in found.steps] == [
        ("15@kojin", 4),
        ("14@kojin", 5),
    ]
    assert found.steps[-1].start == plan.dates(place).planned_start


def test_usual_dates_need_no_chain_of_their_own() -> None:
    """Where the planned dates are the late ones, these explain them."""
    plan = sample_plan()
    assert all(len(chain_fields(plan, place)) == 4 for place in range(len(plan.tasks)))


def test_middles_are_assumptions_where_likely_durations_count() -> None:
    """Each has its place in procedures.yaml; what has one duration has none."""
    likely, usual = assumptions(_city({})), assumptions(_city({}, "maximum"))
    added = {each.id: each for each in likely if each not in usual}
    assert {name.partition("-")[0] for name in added} == {"likely"}
    fifteen = added["likely-15"]
    assert fifteen.text.into(ENGLISH) == (
        "item 15 Tests and training mostly takes 4 months, the middle of 2 and 6,"
        " rounded up"
    )
    assert fifteen.location.file.endswith("procedures.yaml")
    assert "15@kojin" in fifteen.tasks
    assert "likely-8" not in added


def test_begun_work_keeps_its_days() -> None:
    """What progress tells is stronger than a choice."""
    progress = Source(
        "progress.yaml",
        b'schema: stdmig.progress/1\ntasks: [{task: "1", status: started,'
        b" start: 2021-09-01}]\n",
    )
    chosen = _starts_file({"1": date(2022, 1, 1)}, "likely")
    files = sample_city()._replace(starts=chosen, progress=progress)
    plan = schedule(expand(sound(files)), AS_OF)
    assert plan.chosen == {}
    assert _days(plan, "1") == (date(2021, 9, 1), date(2021, 10, 31))


def _late_starts(plan: Plan, durations: str) -> dict[str, date]:
    names = {"maximum": "safe", "likely": "likely", "minimum": "quick"}
    late = plan.scenario(names[durations]).late  # type: ignore[arg-type]
    return {
        task.id: date.fromordinal(day)
        for task, day in zip(plan.tasks, late.start, strict=True)
        if len(task.id.split()) == 1
    }


@given(towns(), st.sampled_from(DURATIONS))
def test_choosing_every_late_start_changes_no_date(town: Town, durations: str) -> None:
    """Named one by one, the late starts give the late dates."""
    before = _with_starts(town, {}, durations)
    after = _with_starts(town, _late_starts(before, durations), durations)
    assert after.planned.start == before.planned.start == before.planned_late.start
    assert after.planned.finish == before.planned.finish
    assert len(after.chosen) == len(after.tasks)


@pytest.mark.parametrize("durations", DURATIONS)
def test_choosing_every_late_start_changes_no_date_with_budgets(durations: str) -> None:
    """So it is where windows, money and sessions of the council bind."""
    for town in list(thousand_towns())[::40]:
        before = _with_starts(town, {}, durations)
        after = _with_starts(town, _late_starts(before, durations), durations)
        assert after.planned.start == before.planned.start
        assert after.planned.finish == before.planned.finish
        assert [after.funding(each) for each in after.network.purchases] == [
            before.funding(each) for each in before.network.purchases
        ]
        # Late dates can be kept where they are not before the early ones.
        early, late = before.planned_early, before.planned_late
        if all(a <= b for a, b in zip(early.finish, late.finish, strict=True)):
            paid = [after.funding(each) for each in after.network.purchases]
            if all(each is None or each.in_time for each in paid):
                assert list(unkept_starts(after)) == []


def test_a_request_before_its_window_is_possible_when_that_opens() -> None:
    """The day to which it is moved is named, not the last one that would still do."""
    items = (
        Item("1", "procurement", 1, 1, role="budget_request"),
        Item("2", "procurement", 1, 1, ("1",), role="contract"),
    )
    system = Business("juki", (Unit("a", procurement="p"),), cutover=date(2025, 4, 1))
    town = Town(items, ("2",), (system,), calendar=Calendar())
    (unkept,) = unkept_starts(_with_starts(town, {"1@p": date(2023, 7, 3)}, "maximum"))
    opens = date(2023, 9, 1)
    assert [(each.kind, each.day) for each in unkept.obstacles] == [("window", opens)]
    assert unkept.possible == opens
    # So it is where the chosen day is past, and the as-of date is before the window.
    town = town._replace(as_of=date(2023, 7, 10))
    (unkept,) = unkept_starts(_with_starts(town, {"1@p": date(2023, 7, 3)}, "maximum"))
    assert [each.kind for each in unkept.obstacles] == ["as_of", "window"]
    assert unkept.possible == opens


def test_money_of_each_chosen_contract_is_looked_at() -> None:
    """Of two contracts the second was chosen, on a day when its money has lapsed."""
    items = (
        Item("1", "procurement", 1, 1, role="budget_request"),
        Item("2", "procurement", 18, 18, ("1",)),
        Item("3", "procurement", 1, 1, ("2",), role="contract"),
    )
    systems = [
        Business(name, (Unit(name, procurement=name),), cutover=date(2026, 10, 1))
        for name in ("juki", "koseki")
    ]
    town = Town(items, ("3",), tuple(systems), calendar=Calendar())
    plan = _with_starts(town, {"3@koseki": date(2026, 8, 3)}, "maximum")
    (unkept,) = unkept_starts(plan)
    assert plan.tasks[unkept.place].id == "3@koseki"
    assert [(each.kind, str(each.day)) for each in unkept.obstacles] == [
        ("predecessor", "2026-09-01"),
        ("money", "2026-03-31"),
    ]
    assert unkept.possible is None


def test_the_nearest_day_is_named_where_several_have_the_same_finish() -> None:
    """A month from 29 January or from 1 February ends alike; the former is nearer."""
    items = (Item("1", "system", 1, 1),)
    system = Business("juki", cutover=date(2025, 4, 1))
    town = Town(items, ("1",), (system,), as_of=date(2023, 1, 29))
    plan = _with_starts(town, {"1@juki": date(2023, 1, 10)}, "maximum")
    assert plan.planned_early.start[0] == date(2023, 2, 1).toordinal()
    (unkept,) = unkept_starts(plan)
    assert unkept.possible == date(2023, 1, 29)


@given(towns(), st.data())
def test_possible_day_is_possible(town: Town, data: st.DataObject) -> None:
    """Whoever takes the day that is named instead meets nothing else with this task."""
    plan = plan_of(town)
    names = [task.id for task in plan.tasks]
    chosen = data.draw(st.dictionaries(st.sampled_from(names), days, max_size=4))
    durations = data.draw(st.sampled_from(DURATIONS))
    for each in unkept_starts(_with_starts(town, chosen, durations)):
        if each.possible is not None:
            name = names[each.place]
            again = _with_starts(town, chosen | {name: each.possible}, durations)
            assert each.place not in {other.place for other in unkept_starts(again)}


@given(towns(), st.data())
def test_every_finish_is_where_its_start_leads(town: Town, data: st.DataObject) -> None:
    """Whatever is chosen, a shown finish is the rule applied to the shown start."""
    names = [task.id for task in plan_of(town).tasks]
    chosen = data.draw(st.dictionaries(st.sampled_from(names), days, max_size=4))
    plan = _with_starts(town, chosen, data.draw(st.sampled_from(DURATIONS)))
    rules = plan.scenario().timing.tasks
    for place, rule in enumerate(rules):
        assert plan.planned.finish[place] == rule(plan.planned.start[place])
        if names[place] in chosen:
            day = chosen[names[place]]
            assert plan.dates(place).planned_start == day
