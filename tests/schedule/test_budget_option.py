"""What a way to the money means for one procurement, by hand (予算の選択肢)."""

from __future__ import annotations

from datetime import date

from stdmig.schedule import BudgetOption, Plan, budget_options
from tests.rules.planned import planned

PROCEDURES = """\
schema: stdmig.procedures/1
phases: [{id: all, name: 全体}]
items:
  - {number: 1, id: start, name: 開始, phase: all, scope: municipality,
     months: {min: 1, max: 1}}
  - {number: 8, id: request, name: 要求, phase: all, scope: procurement,
     months: {min: 1, max: 1}, role: budget_request, after: [1]}
  - {number: 10, id: survey, name: 調査, phase: all, scope: procurement,
     months: {min: %d, max: %d}}
  - {number: 11, id: contract, name: 契約, phase: all, scope: procurement,
     months: {min: 1, max: 1}, role: contract, after: [8, 10]}
cutover: {after: [11]}
"""
SYSTEMS = """\
schema: stdmig.systems/1
municipality: {name: 見本市}
systems:
  - {id: juki, cutover: 2026-01-05, units: [{section: 課, package: 基幹}]}
  - {id: koseki, cutover: 2025-03-03, units: [{section: 課, package: 戸籍}]}
"""
TEMPLATE = """\
schema: stdmig.template/1
deadline: 2026-03-31
budget: {request: {from: "09-01", until: "10-31"}}
council:
  sessions:
    - {id: december, name: 12月, from: "12-01", until: "12-31", request_until: "10-31"}
"""


def town(
    survey: int = 1, *, as_of: date = date(2023, 4, 1), progress: str | None = None
) -> Plan:
    """Return the plan of two systems, bought apart, with a survey of some months."""
    return planned(
        SYSTEMS,
        template=TEMPLATE,
        procedures=PROCEDURES % (survey, survey),
        progress=progress,
        as_of=as_of,
    ).plan


def options(plan: Plan) -> dict[str, BudgetOption]:
    """Return the ways of the first procurement, by their ids."""
    purchase = plan.network.purchases[0]
    assert purchase.procurement.id == "基幹:undecided"
    found = budget_options(plan, purchase)
    assert all(each.purchase == purchase for each in found)
    return {each.way.id: each for each in found}


def test_the_first_day_is_that_of_the_own_cutovers() -> None:
    """
    What another system needs sooner is no matter of this procurement.

    For 2026-01-05 the contract begins on 2025-12-05: the ordinary budget of fiscal 2025
    is asked for in October 2024, after item 1 in September. By the December one, voted
    on 2025-12-31, it is too late for 2026-01-05; that of 2024 is used by 2025-03-31.
    戸籍, for 2025-03-03, would need item 1 in September 2023.
    """
    plan = town()
    found = options(plan)
    assert {name: str(each.first_start) for name, each in found.items()} == {
        "ordinary": "2024-09-01",
        "december": "2024-09-01",
    }
    assert str(plan.dates(plan.network.place_of["1"]).late_start) == "2023-09-01"


def test_a_way_whose_money_lapses_in_the_early_dates_is_asked_for_again() -> None:
    """
    A survey of 24 months, begun on 2023-04-01, ends on 2025-03-31.

    Ordinary money is asked for in autumn 2023, again in autumn 2024, and there on
    2025-04-01: the contract lasts to 04-30. What the December session of 2024 votes
    lapses on 2025-03-31; that of 2025 pays from 2026-01-01, and the first day after
    the contract is Monday, 2026-02-02, 28 days after 01-05. Back from 2026-01-05 the
    contract begins on 2025-12-05, the survey on 2023-12-05; by December's money the
    contract begins on 2025-03-31, the survey on 2023-03-31.
    """
    found = options(town(24))
    assert {name: str(each.first_start) for name, each in found.items()} == {
        "ordinary": "2023-12-05",
        "december": "2023-03-31",
    }
    early = [each.early for each in found.values() if each.early]
    assert [str(date.fromordinal(each.occasion.closes)) for each in early] == [
        "2024-10-31",
        "2025-10-31",
    ]
    assert [each.occasion.fiscal_year for each in early] == [2025, 2025]
    assert all(each.in_time for each in early)
    assert [str(each.cutover) for each in found.values()] == [
        "2025-05-01",
        "2026-02-02",
    ]
    assert [each.missed_by for each in found.values()] == [0, 28]


def test_money_may_be_signed_for_on_its_last_day() -> None:
    """
    A survey of 12 months, begun on 2023-03-31, ends on 2024-03-30.

    What the December session of 2023 votes can still be signed for on 2024-03-31,
    though the contract goes on until April.
    """
    found = options(town(12, as_of=date(2023, 3, 31)))["december"].early
    assert found is not None
    assert date.fromordinal(found.signed[0]) == date(2024, 3, 31)
    assert date.fromordinal(found.occasion.lapses) == date(2024, 3, 31)
    assert date.fromordinal(found.occasion.closes) == date(2023, 10, 31)


def test_a_way_whose_money_lapses_before_the_vendor_is_chosen_is_none() -> None:
    """
    A choice of 20 months after a request in autumn is over when ordinary money lapses.

    That of a December session may be asked for long before.
    """
    items = PROCEDURES.replace("{min: %d, max: %d}}", "{min: %d, max: %d}, after: [8]}")
    assert items != PROCEDURES
    plan = planned(
        SYSTEMS,
        template=TEMPLATE,
        procedures=items % (20, 20),
        as_of=date(2023, 4, 1),
    ).plan
    assert list(options(plan)) == ["december"]


SHARED = """\
schema: stdmig.procedures/1
phases: [{id: all, name: 全体}]
items:
  - {number: 8, id: request, name: 要求, phase: all, scope: procurement,
     months: {min: 1, max: 1}, role: budget_request}
  - {number: 9, id: rfp, name: 募集, phase: all, scope: municipality,
     months: {min: 1, max: 1}, role: rfp, after: [8]}
  - {number: 10, id: choice, name: 選定, phase: all, scope: procurement,
     months: {min: 14, max: 14}, drops_when: vendor_stays, after: [9]}
  - {number: 11, id: contract, name: 契約, phase: all, scope: procurement,
     months: {min: 1, max: 1}, role: contract, after: [9, 10]}
cutover: {after: [11]}
"""
TOGETHER = """\
schema: stdmig.systems/1
municipality: {name: 見本市}
systems:
  - id: juki
    units:
      - {section: 市民課, policy: stay, package: 基幹}
      - {section: 支所, policy: switch, package: 窓口}
"""


def test_a_way_whose_money_lapses_in_the_late_dates_is_none() -> None:
    """
    One tender for all, after the vote, and a choice of 14 months for 窓口 alone.

    For 2026-03-02 the contracts begin on 2026-02-02, that choice on 2024-12-02 and the
    tender on 2024-11-02: all is asked for in autumn 2023, and the money lapses on
    2025-03-31. In the early dates 基幹 is signed in time, from 2024-05-01 on.
    """
    plan = planned(
        TOGETHER,
        planning="{cutover: 2026-03-02, rfp_after: vote}",
        template=TEMPLATE.partition("council:")[0],
        procedures=SHARED,
        as_of=date(2023, 4, 1),
    ).plan
    purchase = plan.network.purchases[0]
    assert purchase.procurement.id == "基幹:stay"
    assert date.fromordinal(plan.early.start[purchase.contract]) == date(2024, 5, 1)
    assert date.fromordinal(plan.late.start[purchase.contract]) == date(2026, 2, 2)
    assert budget_options(plan, purchase) == ()


def test_once_all_is_done_the_request_was_the_first_task() -> None:
    """
    Nothing is left to begin, so the day is that of the request for the money.

    It can only have been the ordinary budget: that of the December session had lapsed
    on the eve of the contract.
    """
    progress = """\
schema: stdmig.progress/1
tasks:
  - {item: 1, status: done, start: 2023-04-01, finish: 2023-04-30}
  - {item: 8, status: done, start: 2023-09-11, finish: 2023-10-20}
  - {item: 10, status: done, start: 2023-04-01, finish: 2023-04-30}
  - {item: 11, status: done, start: 2024-04-01, finish: 2024-04-30}
"""
    found = options(town(as_of=date(2024, 10, 1), progress=progress))
    assert {name: str(each.first_start) for name, each in found.items()} == {
        "ordinary": "2023-09-11"
    }
