"""The critical path against its definition, step by step (クリティカルパス)."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import TypeAlias

from hypothesis import given

from stdmig.network import Network
from stdmig.schedule import Plan, schedule
from tests.network.by_hand import Unfolded, unfold
from tests.oracle import Oracle
from tests.schedule.generator import standard_town, thousand_cases
from tests.schedule.sample import AS_OF, sample_plan
from tests.schedule.strategies import towns
from tests.schedule.test_budget_option import town as recorded_town
from tests.schedule.town import Business, Calendar, Item, Town, Unit, plan_of

ACROCITY = "アクロシティ住民情報システム:undecided"


def ids(network: Network, places: tuple[int, ...]) -> list[str]:
    """Return the ids of tasks by their places."""
    return [network.tasks[place].id for place in places]


def paths(plan: Plan) -> dict[str, list[str]]:
    """Return the critical path of every system."""
    return {
        system.id: ids(plan.network, path.places)
        for system, path in zip(plan.network.systems, plan.critical_paths, strict=True)
    }


def by_definition(town: Town, system: Business) -> tuple[list[str], date]:
    """Return a system's path and its start, found as its definition says."""
    unfolded, oracle = unfold(town), unfold(town).oracle(town)
    number = {item.ref: item.number for item in town.items}

    def order(name: str) -> tuple[int, str]:
        return number[name.partition("@")[0]], name

    starts, limits = _in_time(unfolded, oracle, town.cutover(system), system)
    chain = [min(starts, key=lambda name: (starts[name], order(name)))]
    while True:
        last = chain[-1]
        setters = [
            name
            for name in starts
            if last in unfolded.before[name]
            and oracle.last_day(last, name, starts[name]) == limits[last]
        ]
        if not setters:
            return chain, starts[chain[0]]
        chain.append(min(setters, key=order))


Days: TypeAlias = dict[str, date]


def _in_time(
    unfolded: Unfolded, oracle: Oracle, cutover: date, system: Business
) -> tuple[Days, Days]:
    """Return late starts and finishes for one cutover, with money that lasts so far."""
    signed_by: Days = {}
    tries = 0
    while True:
        starts, limits = _late(unfolded, oracle, cutover, system, signed_by)
        lapsed = {
            money.contract: day
            for money in oracle.moneys
            if money.request in starts
            and money.contract in starts
            and (
                day := oracle.lapses(
                    money,
                    oracle.over(money.request, starts[money.request]),
                    starts.get(money.rfp or ""),
                    starts[money.contract],
                )
            )
            and day < starts[money.contract]
        }
        if not lapsed:
            return starts, limits
        tries += 1
        # Two years earlier it is as two years later: choosing takes too long.
        signed_by = {} if tries > 2 else signed_by | lapsed
        if not signed_by:
            return _late(unfolded, oracle, cutover, system, {})


def _late(
    unfolded: Unfolded,
    oracle: Oracle,
    cutover: date,
    system: Business,
    signed_by: Days,
) -> tuple[Days, Days]:
    starts: Days = {}
    limits: Days = {}

    def wait_by(name: str, limit: date) -> None:
        """Let a task be over by a day, and all before it by its own start."""
        if name not in limits or limit < limits[name]:
            limits[name] = limit
            start = oracle.latest_start(name, limit)
            starts[name] = min(start, signed_by.get(name, start))
            for earlier in unfolded.before[name]:
                wait_by(earlier, oracle.last_day(earlier, name, starts[name]))

    for name in unfolded.before_cutover[system.id]:
        wait_by(name, cutover)
    return starts, limits


def _check(town: Town, plan: Plan, where: str) -> None:
    found = paths(plan)
    for system, path in zip(town.planned_systems, plan.critical_paths, strict=True):
        chain, start = by_definition(town, system)
        assert found[system.id] == chain, f"{where}: {system.id}"
        assert date.fromordinal(path.start) == start, f"{where}: {system.id}"
    firsts = [path.start for path in plan.critical_paths]
    assert plan.critical_system == firsts.index(min(firsts)), where


def test_paths_follow_the_definition_in_towns_with_all_17_items() -> None:
    """In 300 random towns every path and the overall one are as defined."""
    for number, case in enumerate(thousand_cases()[:300]):
        _check(case.town, case.plan, f"town {number}")


@given(towns())
def test_paths_follow_the_definition(town: Town) -> None:
    """In small towns of every shape paths are as defined."""
    _check(town, plan_of(town), "the town")


def test_a_path_leads_down_to_its_own_cutover() -> None:
    """Each task of a path is before the next, the last before the cutover."""
    plan = sample_plan()
    network = plan.network
    for system, path in enumerate(plan.critical_paths):
        for place, follower in pairwise(path.places):
            assert follower in network.after[place]
        assert path.places[-1] in network.before_cutover[system]


def test_paths_of_the_sample() -> None:
    """Paths of the sample run 1 to 12, 14, 15; ties go to the smallest id."""
    found = paths(sample_plan())
    # Item 1 is followed by item 2 of each system of the procurement, all from
    # 2022-01-01: 2@hojin is the first of their ids.
    assert found["juki"] == [
        "1",
        "2@hojin",
        "3@hojin",
        *(f"{item}@{ACROCITY}" for item in range(4, 12)),
        "12@juki",
        "14@juki",
        "15@juki",
    ]
    # Seal registration alone: 14 characters and the other systems' surveys before it
    # could wait until 2024, so its own chain it is, without 12. Its 11 begins on
    # 2024-08-01, so its 9 could wait until 2024-03-01; but the money of fiscal 2024 is
    # asked for by 2023-10-31, and so it is 11 that follows 8.
    assert found["inkan"] == [
        "1",
        *(f"{item}@inkan" for item in range(2, 9)),
        "11@inkan",
        "14@inkan",
        "15@inkan",
    ]
    # The electoral roll has no 12 either; its procurement's 11 ends with its own 14.
    assert found["senkyo"][-4:] == [
        f"8@{ACROCITY}",
        f"11@{ACROCITY}",
        "14@senkyo",
        "15@senkyo",
    ]


def test_starts_of_the_sample_s_paths() -> None:
    """All paths begin on 2021-10-01, with item 12 or without."""
    plan = sample_plan()
    starts = {
        system.id: str(date.fromordinal(path.start))
        for system, path in zip(plan.network.systems, plan.critical_paths, strict=True)
    }
    # Without item 12 there are four months more before 11, but 8 must lie in autumn
    # 2023 all the same: 2023-09-01 less 3 (7) less 4 (6) less 4 (5) less 2 (4) less 4
    # (3) less 3 (2) less 3 (1).
    assert set(starts.values()) == {"2021-10-01"}


def test_the_overall_path_is_that_of_the_first_system_to_begin() -> None:
    """Of the systems that must begin first, the first of the file is named."""
    plan = sample_plan()
    assert plan.critical_system is not None
    assert plan.network.systems[plan.critical_system].id == "juki"


def test_the_overall_path_is_not_always_the_first_system_s() -> None:
    """A system that is cut over earlier than those before it must begin first."""
    town = standard_town(
        (
            Business("juki", cutover=date(2026, 1, 1)),
            Business("kojin", cutover=date(2025, 1, 1)),
            Business("kokuho", cutover=date(2025, 1, 1)),
        )
    )
    assert plan_of(town).critical_system == 1


def test_paths_do_not_depend_on_the_as_of_date() -> None:
    """Looked at four years later, the same tasks are critical."""
    plan, later = sample_plan(), schedule(sample_plan().network, date(2025, 10, 1))
    assert plan.as_of == AS_OF
    assert plan.critical_paths == later.critical_paths
    assert plan.critical_system == later.critical_system
    assert plan.critical_places == later.critical_places


def test_critical_tasks_are_those_on_some_path() -> None:
    """A task is critical just if it stands on the path of a system."""
    plan = sample_plan()
    on_some = {name for path in paths(plan).values() for name in path}
    assert {plan.tasks[place].id for place in plan.critical_places} == on_some
    assert "16@juki" not in on_some
    assert "14c" not in on_some


def test_ties_go_to_the_smaller_number_not_to_the_smaller_text() -> None:
    """Of items 9 and 10 side by side the path takes 9, though '10' sorts first."""
    town = Town(
        (
            Item("1", "system", 1, 1),
            Item("10", "system", 2, 2, ("1",)),
            Item("9", "system", 2, 2, ("1",)),
        ),
        ("10", "9"),
        (Business("juki"),),
    )
    assert paths(plan_of(town))["juki"] == ["1@juki", "9@juki"]


def test_a_tie_for_the_first_task_goes_to_the_smaller_number() -> None:
    """Of two tasks that must begin on one day, the path begins with item 9."""
    town = Town(
        (
            Item("10", "system", 2, 2),
            Item("9", "system", 1, 1),
            Item("11", "system", 1, 1, ("9",)),
        ),
        ("10", "11"),
        (Business("juki", cutover=date(2025, 10, 1)),),
    )
    # Both 10 and 9 must begin on 2025-08-01, for two months or for one and one.
    assert paths(plan_of(town))["juki"] == ["9@juki", "11@juki"]


def test_a_tie_within_an_item_goes_to_the_smaller_id() -> None:
    """Of one item in two procurements of a system the smaller id is followed."""
    town = Town(
        (
            Item("1", "system", 1, 1),
            Item("2", "procurement", 1, 1, ("1",)),
        ),
        ("2",),
        (
            Business(
                "juki",
                (Unit("b", procurement="late"), Unit("a", procurement="early")),
            ),
        ),
    )
    assert paths(plan_of(town))["juki"] == ["1@juki", "2@early"]


def test_an_item_without_duration_before_the_cutover_is_on_the_path() -> None:
    """A task that begins and ends on the cutover is followed, not jumped over."""
    town = Town(
        (Item("1", "system", 1, 1), Item("2", "system", 0, 0, ("1",))),
        ("1", "2"),
        (Business("juki"),),
    )
    assert paths(plan_of(town))["juki"] == ["1@juki", "2@juki"]


def test_another_system_s_cutover_does_not_make_a_path() -> None:
    """A path is that of its own cutover, though the shared task must begin earlier."""
    town = Town(
        (
            Item("1", "municipality", 1, 1),
            Item("2", "system", 1, 1, ("1",)),
        ),
        ("2",),
        (
            Business("juki", cutover=date(2025, 10, 1)),
            Business("kojin", cutover=date(2024, 4, 1)),
        ),
    )
    plan = plan_of(town)
    # Task 1 must begin on 2024-02-01 for kojin; juki's own path begins 2025-08-01.
    assert str(plan.dates(plan.network.place_of["1"]).late_start) == "2024-02-01"
    assert [str(date.fromordinal(path.start)) for path in plan.critical_paths] == [
        "2025-08-01",
        "2024-02-01",
    ]
    assert paths(plan)["juki"] == ["1", "2@juki"]


def test_what_is_over_hides_nothing_beside_it() -> None:
    """Of two tasks side by side the second is done: the path is the first alone."""
    items = Item("1", "system", 1, 1), Item("2", "system", 2, 2)
    done = {"status": "done", "start": "2021-04-01", "finish": "2021-05-31"}
    system = Business("juki", cutover=date(2025, 10, 1))
    town = Town(items, ("1", "2"), (system,))
    plan = plan_of(town._replace(progress={"tasks": [{"task": "2@juki", **done}]}))
    assert paths(plan)["juki"] == ["1@juki"]
    (path,) = plan.critical_paths
    assert date.fromordinal(path.start) == date(2025, 9, 1)
    entries = [{"task": f"{number}@juki", **done} for number in (1, 2)]
    (path,) = plan_of(town._replace(progress={"tasks": entries})).critical_paths
    assert (path.places, date.fromordinal(path.start)) == ((), date(2025, 10, 1))


def test_a_purchase_whose_tender_nothing_waits_for_is_left_alone() -> None:
    """Proposals for one system are on no path of another that is bought with it."""
    items = (
        Item("1", "procurement", 1, 1, role="budget_request"),
        Item("2", "procurement", 1, 1, ("1",), drops="vendor_stays", role="rfp"),
        Item("3", "procurement", 1, 1, ("1",), role="contract"),
    )
    systems = [
        Business(name, (Unit(name, policy, procurement="p"),), cutover=day)
        for name, policy, day in (
            ("juki", "stay", date(2025, 10, 1)),
            ("kojin", "switch", date(2025, 11, 4)),
        )
    ]
    plan = plan_of(Town(items, ("2", "3"), tuple(systems), calendar=Calendar()))
    # Asked for in October 2024, spent in September 2025.
    assert paths(plan) == {"juki": ["1@p", "3@p"], "kojin": ["1@p", "3@p"]}
    start = date(2024, 10, 1).toordinal()
    assert [path.start for path in plan.critical_paths] == [start, start]


def test_a_path_keeps_the_contract_before_its_money_lapses() -> None:
    """Asked for in October 2023, it is spent by 2025-03-31: item 2 is no hurry."""
    items = (
        Item("1", "system", 1, 1, role="budget_request"),
        Item("2", "system", 12, 12, ("1",)),
        Item("3", "system", 1, 1, ("2",), role="contract"),
    )
    system = Business("juki", cutover=date(2025, 8, 1))
    plan = plan_of(Town(items, ("3",), (system,), calendar=Calendar()))
    assert paths(plan) == {"juki": ["1@juki", "3@juki"]}
    assert str(date.fromordinal(plan.critical_paths[0].start)) == "2023-10-01"


def test_money_that_was_asked_for_lapses_on_the_path_too() -> None:
    """
    What is asked for in autumn 2023 lapses on 2025-03-31, asked for or to be asked for.

    So the contract of 基幹 begins on that day, as in the plan, long before the
    2025-12-05 that its cutover leaves; that of 戸籍, on 2025-02-03, is to begin first.
    """
    progress = """\
schema: stdmig.progress/1
tasks:
  - {item: 1, status: done, start: 2023-04-01, finish: 2023-04-30}
  - {item: 8, status: done, start: 2023-09-11, finish: 2023-10-20}
  - {item: 10, status: done, start: 2023-04-01, finish: 2023-04-30}
"""
    plan = recorded_town(as_of=date(2023, 12, 1), progress=progress)
    assert paths(plan) == {
        "juki": ["11@基幹:undecided"],
        "koseki": ["11@戸籍:undecided"],
    }
    starts = [date.fromordinal(each.start) for each in plan.critical_paths]
    assert starts == [date(2025, 3, 31), date(2025, 2, 3)]
    place = plan.network.place_of["11@基幹:undecided"]
    assert plan.dates(place).late_start == starts[0]
    assert plan.critical_system == 1
