"""What follows if the money of one contract comes by another way (予算の組み方)."""

from __future__ import annotations

from datetime import date

from stdmig.network import Purchase
from stdmig.schedule import Plan
from stdmig.schedule.scenario import Scenario
from tests.rules.planned import planned

PROCEDURES = """\
schema: stdmig.procedures/1
phases: [{id: all, name: 全体}]
items:
  - {number: 8, id: request, name: 要求, phase: all, scope: procurement,
     months: {min: 1, max: 2}, role: budget_request}
  - {number: 11, id: contract, name: 契約, phase: all, scope: procurement,
     months: {min: 1, max: 3}, role: contract, after: [8]}
  - {number: 12, id: kickoff, name: 開始, phase: all, scope: municipality,
     months: {min: 1, max: 1}, after: [11]}
  - {number: 13, id: build, name: 構築, phase: all, scope: system,
     months: {min: 1, max: 1}, after: [12]}
cutover: {after: [13]}
"""
SYSTEMS = """\
schema: stdmig.systems/1
municipality: {name: 見本市}
systems:
  - {id: juki, units: [{section: 課, procurement: first, package: 基幹}]}
  - {id: koseki, units: [{section: 課, procurement: second, package: 戸籍}]}
"""
TEMPLATE = """\
schema: stdmig.template/1
deadline: 2026-03-31
budget: {request: {from: "09-01", until: "10-31"}}
council:
  sessions:
    - {id: june, name: 6月, from: "06-10", until: "06-30", request_until: "04-30"}
"""


def town(*chose: str) -> tuple[Plan, Purchase, Purchase]:
    """Return two systems that are bought apart, and the ways that they chose."""
    ids = ("first", "second")
    choices = "".join(
        f"  - {{id: {each}, budget: {way}}}\n"
        for each, way in zip(ids, chose, strict=False)
    )
    plan = planned(
        SYSTEMS + (f"procurements:\n{choices}" if choices else ""),
        planning="{rfp_after: request}",
        template=TEMPLATE,
        procedures=PROCEDURES,
        as_of=date(2023, 4, 1),
    ).plan
    first, second = plan.network.purchases
    assert (first.procurement.id, second.procurement.id) == ids
    return plan, first, second


def contracts(plan: Plan, scenario: Scenario) -> list[str]:
    """Return the first days on which the two contracts can begin."""
    return [
        date.fromordinal(scenario.early.start[each.contract]).isoformat()
        for each in plan.network.purchases
    ]


def test_only_the_named_contract_leaves_the_way_that_it_chose() -> None:
    """
    In April June's money is asked for, and there on 1 July; the ordinary in 2024.

    What is asked for one contract is not the answer for the other.
    """
    plan, first, second = town("june", "june")
    june, ordinary = "2023-07-01", "2024-04-01"
    assert contracts(plan, plan.by_way(first, "ordinary", quick=True)) == [
        ordinary,
        june,
    ]
    assert contracts(plan, plan.by_way(second, "ordinary", quick=True)) == [
        june,
        ordinary,
    ]
    assert contracts(plan, plan.by_way(first, "june", quick=True)) == [june, june]


def test_what_chose_no_way_goes_along() -> None:
    """The second contract chose June and keeps it; the first follows whoever asks."""
    plan, first, second = town()
    both = plan.by_way(first, "ordinary", quick=True)
    assert contracts(plan, both) == ["2024-04-01", "2024-04-01"]
    assert plan.by_way(second, "ordinary", quick=True) is both
    plan, first, second = town("june")
    assert contracts(plan, plan.by_way(second, "ordinary", quick=True)) == [
        "2023-07-01",
        "2024-04-01",
    ]


def test_the_longest_and_the_shortest_durations_are_kept_apart() -> None:
    """
    Contract, start and building take 1 + 1 + 1 months at least, 3 + 1 + 1 at most.

    With two months for the request June's money of 2023 is out of reach: by 30 April
    2024 it is asked for, and there on 1 July 2024. 1 September 2024 is a Sunday.
    """
    plan, first, _second = town()
    quick = plan.by_way(first, "ordinary", quick=True)
    safe = plan.by_way(first, "ordinary", quick=False)
    assert [date.fromordinal(each).isoformat() for each in quick.early.cutover] == [
        "2024-07-01"
    ] * 2
    assert [date.fromordinal(each).isoformat() for each in safe.early.cutover] == [
        "2024-09-02"
    ] * 2
    assert contracts(plan, plan.by_way(first, "june", quick=False)) == [
        "2024-07-01",
        "2024-07-01",
    ]
    # The same question is answered once.
    assert plan.by_way(first, "ordinary", quick=True) is quick
    assert plan.by_way(first, "ordinary", quick=False) is safe


def test_under_a_contract_is_the_work_on_its_own_systems() -> None:
    """The start is one task for both systems; what another builds is not under it."""
    plan, first, second = town()
    names = [
        [plan.tasks[place].id for place in plan.network.under_contract(each)]
        for each in (first, second)
    ]
    assert [sorted(each) for each in names] == [
        ["11@first", "12", "13@juki"],
        ["11@second", "12", "13@koseki"],
    ]
