"""Which of several budgets pays for a contract, and what waits for two (予算の充当)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import NamedTuple

import pytest

from stdmig.schedule import Funding, Plan
from stdmig.schedule.funding import funding
from stdmig.schedule.settled import Settled
from tests.schedule.town import (
    SITTINGS,
    Business,
    Calendar,
    Item,
    Town,
    Unit,
    plan_of,
)

ITEMS = (
    Item("8", "procurement", 1, 1, role="budget_request"),
    Item("9", "procurement", 1, 1, ("8",), role="rfp"),
    Item("11", "procurement", 1, 1, ("9",), role="contract"),
)


class Days(NamedTuple):
    """Starts and finishes of some tasks, by their places."""

    start: dict[int, int]
    finish: dict[int, int]


def town(after: str = "request", *sittings: int) -> Plan:
    """Return the plan of one system, bought alone, with some of the four sessions."""
    held = tuple(SITTINGS[each] for each in sittings) or SITTINGS
    calendar = Calendar(sittings=held, rfp_after=after)
    system = Business("juki", (Unit("a", procurement="p"),), cutover=date(2026, 4, 1))
    return plan_of(Town(ITEMS, ("11",), (system,), calendar=calendar))


def paid(
    plan: Plan,
    asked: str,
    tender: str,
    signed: str,
    *,
    safe: bool = False,
    over: int = 0,
) -> Funding | None:
    """
    Return what pays for a contract on a day, asked for until another (inclusive).

    With `over` the request is a fact.
    """
    (purchase,) = plan.network.purchases
    assert purchase.rfp is not None
    starts = {
        purchase.request: date.fromisoformat(asked).toordinal() - 20,
        purchase.rfp: date.fromisoformat(tender).toordinal(),
        purchase.contract: date.fromisoformat(signed).toordinal(),
    }
    finishes = {place: day + 21 for place, day in starts.items()}
    timing = plan.safe if safe else plan.quick
    if over:
        known = Settled(starts[purchase.request], finishes[purchase.request], over=True)
        timing = replace(timing, settled={purchase.request: known})
    return funding(plan.network, timing, Days(starts, finishes), purchase)


@pytest.mark.parametrize(
    ("after", "asked", "tender", "signed", "way", "year", "in_time"),
    [
        # June's, September's and the ordinary one of 2025 could all pay.
        ("request", "2024-10-20", "2025-09-01", "2025-10-15", "ordinary", 2025, True),
        # Too late for the ordinary one: of the others that which is asked for last.
        ("request", "2025-03-20", "2025-09-01", "2025-10-15", "september", 2025, True),
        # On the last day of the window, and on the day after it.
        ("request", "2023-10-31", "2024-09-01", "2024-10-15", "ordinary", 2024, True),
        ("request", "2023-11-01", "2024-09-01", "2024-10-15", "september", 2024, True),
        # The last day of the fiscal year, and the day after it.
        ("request", "2023-10-20", "2024-12-01", "2025-03-31", "ordinary", 2024, True),
        ("request", "2024-05-20", "2025-02-01", "2025-03-31", "december", 2024, True),
        # Between 1 April and the vote of June 2026 nothing that was asked for in 2025
        # after the window pays: what lapsed last is named.
        ("request", "2025-11-20", "2026-05-01", "2026-06-15", None, 0, False),
        # No proposals may be asked for before the vote on 2024-03-31.
        ("vote", "2023-10-20", "2024-04-01", "2024-10-15", "ordinary", 2024, True),
        ("vote", "2023-10-20", "2024-03-31", "2024-10-15", "december", 2023, False),
        # Where they need not wait, September's of 2023 is none for May 2024.
        ("request", "2023-07-20", "2023-11-01", "2024-05-01", "ordinary", 2024, True),
        ("vote", "2023-07-20", "2023-11-01", "2024-05-01", "september", 2023, False),
    ],
)
def test_of_several_budgets_one_pays(
    after: str,
    asked: str,
    tender: str,
    signed: str,
    way: str | None,
    year: int,
    in_time: bool,
) -> None:
    """First that the tender may begin, then money that lasts, the ordinary first."""
    found = paid(town(after), asked, tender, signed)
    if way is None:
        assert found is None
        return
    assert found is not None
    assert (found.occasion.way.id, found.occasion.fiscal_year) == (way, year)
    assert found.in_time is in_time


def test_what_was_asked_for_comes_when_it_comes() -> None:
    """Asked for by 2023-10-31, the ordinary money is that of fiscal 2024."""
    days = ("2023-10-31", "2023-11-01", "2023-12-01")
    assert paid(town(), *days, safe=True) is None
    found = paid(town(), *days, safe=True, over=True)
    assert found is not None
    assert (found.occasion.way.id, found.occasion.fiscal_year) == ("ordinary", 2024)


def test_proposals_wait_for_the_debt_obligation_of_the_first_session() -> None:
    """Asked for in autumn 2024, it is voted in December, not only next March."""
    plan = town("debt_vote", 2)
    place = plan.network.place_of["9@p"]
    assert str(plan.dates(place).early_start) == "2022-01-01"
    (purchase,) = plan.network.purchases
    found = plan.funding(purchase)
    assert found is not None
    assert found.tendered is not None
    voted = date.fromordinal(found.tendered)
    assert (voted.month, voted.day) == (1, 1)


@pytest.mark.parametrize("chose", [("june", "ordinary"), ("ordinary", "june")])
def test_a_tender_for_two_waits_for_the_money_of_both(chose: tuple[str, str]) -> None:
    """
    Two purchases with one request and one tender: June's money and the ordinary.

    Asked for in September 2022, the ordinary budget is voted on 2023-03-31, June's on
    2023-06-30.
    """
    items = (
        ITEMS[0]._replace(scope="municipality"),
        ITEMS[1]._replace(scope="municipality"),
        ITEMS[2],
    )
    names = ("juki", "koseki")
    systems = tuple(
        Business(name, (Unit(name, procurement=name),), cutover=date(2026, 4, 1))
        for name in names
    )
    choices = tuple(zip(names, chose, strict=True))
    calendar = Calendar(sittings=SITTINGS, rfp_after="vote", choices=choices)
    plan = plan_of(Town(items, ("11",), systems, date(2022, 5, 1), calendar=calendar))
    assert len(plan.network.purchases) == 2
    assert str(plan.dates(plan.network.place_of["9"]).early_start) == "2023-07-01"
