"""Which way to the money is the soonest, on dates counted by hand (予算の選択肢)."""

from __future__ import annotations

from datetime import date

import pytest

from stdmig.schedule import Plan, sooner_way
from tests.rules.planned import planned
from tests.schedule.test_budget_worked_examples import STAYING, all_stay

PROCEDURES = """\
schema: stdmig.procedures/1
phases: [{id: all, name: 全体}]
items:
  - {number: 8, id: request, name: 要求, phase: all, scope: procurement,
     months: {min: 1, max: 1}, role: budget_request}
  - {number: 11, id: contract, name: 契約, phase: all, scope: procurement,
     months: {min: 1, max: 2}, role: contract, after: [8]}
cutover: {after: [11]}
"""
SYSTEMS = """\
schema: stdmig.systems/1
municipality: {name: 見本市}
systems:
  - {id: inkan, units: [{section: 課, package: 印鑑}]}
  - {id: juki, units: [{section: 課, package: 基幹}]}
  - {id: koseki, units: [{section: 課, package: 基幹}]}
"""
TEMPLATE = """\
schema: stdmig.template/1
deadline: 2026-03-31
budget: {request: {from: "09-01", until: "10-31"}, notice: "02-10"}
council:
  sessions:
    - {id: june, name: 6月, from: "06-01", until: "06-30", request_until: "04-30"}
    - {id: september, name: 9月, from: "09-01", until: "09-30", request_until: "07-31"}
    - {id: december, name: 12月, from: "12-01", until: "12-31", request_until: "10-31"}
    - {id: march, name: 3月, from: "03-01", until: "03-31", votes_budget: true}
"""
BUSY = "blackouts:\n  - {system: %s, months: %s, name: 繁忙, confidence: stated}\n"
AUTUMN = date(2023, 11, 1)
"""The window of autumn 2023 is closed: an ordinary contract begins on 2025-04-01."""


def town(
    template: str = TEMPLATE, *, budgets: str = "{}", as_of: date = AUTUMN
) -> Plan:
    """Return the plan of three systems in two procurements."""
    planning = f"{{cutover: 2026-01-05, budgets: {budgets}}}"
    return planned(
        SYSTEMS,
        planning=planning,
        template=template,
        procedures=PROCEDURES,
        as_of=as_of,
    ).plan


def soonest(plan: Plan, name: str = "基幹:undecided") -> tuple[str, str, str] | None:
    """Return the way, until when it is asked for, and the cutover that it brings."""
    (purchase,) = (
        each for each in plan.network.purchases if each.procurement.id == name
    )
    found = sooner_way(plan, purchase)
    if found is None:
        return None
    assert found.early.purchase == purchase
    paid = found.early.occasion
    closes = date.fromordinal(paid.closes)
    return paid.way.id, closes.isoformat(), found.cutover.isoformat()


# By the June budget, asked for by 2024-04-30, there is money on 07-01 and the contract
# takes July and August; 09-01 is a Sunday.
JUNE = ("june", "2024-04-30", "2024-09-02")
# From the end of August (June) and of November (September) to the end of December both
# wait for the turn of the year; 2025-01-04 is a Saturday. By the December budget the
# contract is signed in February.
TIE = ("september", "2024-07-31", "2025-01-06")


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        (TEMPLATE, JUNE),
        # Only what is bought with it counts, but all of that.
        (TEMPLATE + BUSY % ("inkan", "[9, 10, 11, 12]"), JUNE),
        (TEMPLATE + BUSY % ("juki", "[9, 10, 11, 12]"), TIE),
        (TEMPLATE + BUSY % ("koseki", "[9, 10, 11, 12]"), TIE),
        # Closed until the ordinary budget's contract is signed as well: June 2025.
        (TEMPLATE + BUSY % ("juki", "[9, 10, 11, 12, 1, 2, 3, 4, 5]"), None),
    ],
)
def test_the_soonest_way(template: str, expected: tuple[str, str, str] | None) -> None:
    """The first cutover that all systems allow; of equals what is asked for last."""
    assert soonest(town(template)) == expected


@pytest.mark.parametrize(
    ("budgets", "as_of", "expected"),
    [
        ("{supplementary: []}", AUTUMN, None),
        ("{debt_obligation: false}", AUTUMN, None),
        # Asked for in October 2023 there is money on 2024-04-01, before that of June.
        ("{supplementary: [june]}", date(2023, 9, 1), None),
        # By the December budget already on 2024-01-01; the contract takes two months.
        ("{}", date(2023, 9, 1), ("december", "2023-10-31", "2024-03-01")),
    ],
)
def test_where_no_way_is_sooner(
    budgets: str, as_of: date, expected: tuple[str, str, str] | None
) -> None:
    """Ways that are not allowed, or that the ordinary budget outruns, are none."""
    assert soonest(town(budgets=budgets, as_of=as_of)) == expected


def test_the_city_whose_vendors_stay() -> None:
    """The June budget brings 2026-01-05 (see the worked examples) for 2026-10-01."""
    june = ("june", "2024-04-30", "2026-01-05")
    assert soonest(all_stay(), STAYING) == june
