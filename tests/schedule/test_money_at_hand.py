"""Money that lapses before it is spent, and what nobody asks for (失効・対象外)."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stdmig.render.explain.money import money_words
from stdmig.schedule import Plan, chain
from stdmig.schedule.budget_way import budget_ways
from stdmig.schedule.funding import funding
from stdmig.schedule.money_at_hand import money_from
from stdmig.schedule.reasons import backward_reason, forward_reason
from tests.budget_days import ways_of
from tests.helpers import ENGLISH
from tests.oracle import ONE_DAY
from tests.schedule.test_budget_worked_examples import span, start
from tests.schedule.town import SITTINGS, Business, Calendar, Item, Town, Unit, plan_of

SLOW = Town(
    (
        Item("1", "procurement", 2, 2, role="budget_request"),
        Item("2", "procurement", 13, 13, ("1",)),
        Item("3", "procurement", 1, 1, ("2",), role="contract"),
        Item("4", "system", 6, 6, ("3",)),
    ),
    ("4",),
    (Business("juki", (Unit("a", procurement="wave"),), cutover=date(2028, 4, 3)),),
    as_of=date(2024, 3, 1),
    calendar=Calendar(sittings=SITTINGS),
)
"""Item 2 takes longer than any money lasts."""


def test_a_contract_waits_for_the_next_budget_of_the_way_that_it_chose() -> None:
    """
    Asked by 2024-04-30, June's money lapses on 2025-03-31; item 2 ends on 2025-05-31.

    June's next is there from 2025-07-01. Ordinary money would be asked for again in the
    autumn of 2025, and item 3 begin as soon as item 2 is over.
    """
    june = Calendar(sittings=SITTINGS, choices=(("wave", "june"),))
    plan = plan_of(SLOW._replace(calendar=june))
    assert span(plan, plan.early, "2@wave") == ("2024-05-01", "2025-05-31")
    assert span(plan, plan.early, "3@wave") == ("2025-07-01", "2025-07-31")
    assert span(plan, plan.earliest, "3@wave") == ("2025-07-01", "2025-07-31")
    (purchase,) = plan.network.purchases
    paid = funding(plan.network, plan.safe, plan.early, purchase)
    assert paid is not None
    assert (paid.in_time, paid.occasion.fiscal_year) == (True, 2025)
    place = plan.network.place_of["3@wave"]
    assert forward_reason(plan, plan.early, place) == ("budget", "2@wave")
    ordinary = plan_of(SLOW)
    assert span(ordinary, ordinary.early, "1@wave") == ("2024-09-01", "2024-10-31")
    assert span(ordinary, ordinary.early, "3@wave")[0] == "2025-12-01"


@pytest.mark.parametrize(
    ("as_of", "begins"),
    [
        # Asked again in the autumn of 2025, the money is there from 2026-04-01 on.
        ("2025-06-01", "2026-04-20"),
        # It lapses on 2026-03-31, and the autumn of 2025 is past.
        ("2026-01-15", "2027-04-01"),
    ],
)
def test_money_that_was_asked_for_and_lapses_must_be_asked_for_again(
    as_of: str, begins: str
) -> None:
    """Asked for in 2024; the choice ends on 2026-04-19, three months after 01-20."""
    tasks: list[dict[str, object]] = [
        {"task": "1@wave", "status": "done", "finish": "2024-10-31"},
        {"task": "2@wave", "status": "started", "start": "2025-03-20"},
    ]
    today = date.fromisoformat(as_of)
    plan = plan_of(SLOW._replace(as_of=today, progress={"tasks": tasks}))
    assert span(plan, plan.early, "2@wave")[1] == "2026-04-19"
    assert span(plan, plan.early, "3@wave")[0] == begins
    assert plan.cutover("juki").early >= date.fromisoformat(begins)
    place = plan.network.place_of["3@wave"]
    found = chain(plan, place, "early_start", plan.network.systems[0])
    told = money_words(found.steps[-1])
    assert told is not None
    assert told.into(ENGLISH) == (
        "money of FY2025 lapses on 2026-03-31: it must be asked for again"
    )
    # The late plan asks once: by then item 3 should have begun.
    assert span(plan, plan.late, "3@wave")[0] <= "2026-03-31"


@given(
    st.sampled_from(("ordinary", "june", "december")),
    st.none() | st.integers(0, 1500),
    st.integers(0, 2500),
    st.integers(0, 3000),
)
def test_money_at_hand_is_that_of_the_wall_calendar(
    way: str, asked: int | None, as_of: int, day: int
) -> None:
    """Day by day: the first on which a budget pays that was, or can be, asked for."""
    zero = date(2020, 1, 1).toordinal()
    known = budget_ways(plan_of(SLOW).inventory.template)
    ways = tuple(each for each in known if each.id == way)
    over = None if asked is None else zero + asked
    rule = money_from(ways, over, zero + as_of)
    budgets = ways_of(Calendar(sittings=SITTINGS))[way]
    usable = budgets
    if over is not None:
        later = [each for each in budgets if each.closes.toordinal() >= over - 1]
        usable = (later[0], *(e for e in later if e.closes.toordinal() >= zero + as_of))
        day = max(day, later[0].usable.toordinal() - zero)
    found = date.fromordinal(rule(zero + day))
    wanted = date.fromordinal(zero + day)
    while not any(each.usable <= wanted <= each.lapses for each in usable):
        wanted += ONE_DAY
    assert found == wanted
    assert rule(zero + day + 1) >= rule(zero + day)


@pytest.mark.parametrize(
    ("asked", "as_of", "day", "pays"),
    [
        # Asked for by 2020-04-30, June's budget of 2020 lapsed on 2021-03-31; requests
        # for that of 2021 close on the as-of date, or closed on the day before.
        (date(2020, 4, 30), date(2021, 4, 30), date(2021, 4, 30), date(2021, 7, 1)),
        (date(2020, 4, 30), date(2021, 5, 1), date(2021, 5, 1), date(2022, 7, 1)),
        # Asked for until 2021-05-01, it is the budget of 2022 that pays.
        (date(2021, 5, 1), date(2022, 6, 1), date(2022, 8, 1), date(2022, 8, 1)),
        (date(2021, 4, 30), date(2022, 6, 1), date(2022, 8, 1), date(2023, 7, 1)),
    ],
)
def test_requests_are_taken_up_to_their_last_day(
    asked: date, as_of: date, day: date, pays: date
) -> None:
    """On the day on which requests close money can be asked for, and no day later."""
    known = budget_ways(plan_of(SLOW).inventory.template)
    ways = tuple(each for each in known if each.id == "june")
    rule = money_from(ways, asked.toordinal() + 1, as_of.toordinal())
    assert date.fromordinal(rule(day.toordinal())) == pays


def test_a_contract_that_two_requests_pay_for_waits_for_both() -> None:
    """
    One is paid by June's budget, which comes once a year, the other by the ordinary.

    Whichever procurement is read last, the money of the other lapses no less.
    """
    items = (
        Item("1", "procurement", 1, 1, role="budget_request"),
        Item("2", "municipality", 13, 13),
        Item("3", "municipality", 1, 1, ("1", "2"), role="contract"),
    )
    units = Unit("a", procurement="wave"), Unit("b", procurement="other")
    for bought in (units, units[::-1]):
        town = Town(
            items,
            ("3",),
            (Business("juki", bought, cutover=date(2028, 4, 3)),),
            as_of=date(2024, 3, 1),
            calendar=Calendar(sittings=SITTINGS, choices=(("wave", "june"),)),
        )
        plan = plan_of(town)
        assert span(plan, plan.early, "2")[1] == "2025-03-31"
        # June's of 2024 has lapsed, that of 2025 is voted on 06-30.
        assert span(plan, plan.early, "3") == ("2025-07-01", "2025-07-31")
        asked = [
            {"task": "1@wave", "status": "done", "finish": "2025-04-30"},
            {"task": "1@other", "status": "done", "finish": "2025-10-31"},
        ]
        plan = plan_of(
            town._replace(as_of=date(2026, 5, 10), progress={"tasks": asked})
        )
        # The ordinary one pays until 2027-03-31, June's of 2025 has lapsed; that of
        # 2026 can no more be asked for. Item 2 ends on 2027-06-09.
        assert span(plan, plan.early, "2")[1] == "2027-06-09"
        # June's is asked for in spring 2027, the ordinary one in autumn 2026.
        assert span(plan, plan.early, "3") == ("2027-07-01", "2027-07-31")
        place = plan.network.place_of["3"]
        assert len(plan.safe.paid[place]) == len(bought)


CITY = Town(
    (
        Item("1", "procurement", 2, 2, role="budget_request"),
        Item("2", "procurement", 1, 1, ("1",), role="rfp"),
        Item("3", "procurement", 1, 1, ("2",), role="contract"),
        Item("4", "system", 6, 6, ("3",)),
        Item("5", "system", 2, 2, ("3",)),
    ),
    ("4", "5"),
    (
        Business("juki", (Unit("a", procurement="wave"),), cutover=date(2025, 4, 1)),
        Business("kojin", (Unit("b", procurement="wave"),), cutover=date(2025, 4, 1)),
    ),
    as_of=date(2023, 2, 1),
    calendar=Calendar(sittings=SITTINGS, rfp_after="vote"),
)
"""With all that there is to do, item 2 waits for the vote of 2024-03-31."""


def city_without(*tasks: str) -> Plan:
    """Return the city's plan where some tasks do not apply."""
    entries = [{"task": each, "status": "not_applicable"} for each in tasks]
    return plan_of(CITY._replace(progress={"tasks": entries}))


def test_without_a_request_nothing_waits_for_money() -> None:
    """Forward all begins on 2023-02-01; backward, items 3 and 2 a month each."""
    asks = city_without()
    assert start(asks, asks.early, "2@wave") == "2024-04-01"
    assert start(asks, asks.late, "3@wave") == "2024-09-01"
    assert span(asks, asks.late, "1@wave") == ("2023-09-01", "2023-10-31")
    plan = city_without("1@wave")
    assert plan.network.purchases == ()
    assert start(plan, plan.early, "2@wave") == "2023-02-01"
    assert span(plan, plan.early, "3@wave") == ("2023-03-01", "2023-03-31")
    assert plan.cutover("juki").early == date(2023, 10, 2)
    assert start(plan, plan.late, "2@wave") == "2024-08-01"
    assert [plan.tasks[each].id for each in plan.critical_paths[0].places] == [
        "2@wave",
        "3@wave",
        "4@juki",
    ]


def test_what_nothing_spends_is_asked_for_in_its_window() -> None:
    """
    Only the cutover follows item 3: item 1 is asked for from 2023-09-01 all the same.

    Proposals, in item 2, wait for the vote of 2024-03-31; there is no purchase.
    """
    ends = CITY._replace(items=CITY.items[:3], before_cutover=("3",))
    entries = [{"task": "3@wave", "status": "not_applicable"}]
    plan = plan_of(ends._replace(progress={"tasks": entries}))
    assert plan.network.purchases == ()
    (asked,) = plan.network.unspent
    assert asked.procurement.id == "wave"
    assert [plan.tasks[each].id for each in (asked.request, asked.rfp or 0)] == [
        "1@wave",
        "2@wave",
    ]
    assert span(plan, plan.early, "1@wave") == ("2023-09-01", "2023-10-31")
    assert start(plan, plan.early, "2@wave") == "2024-04-01"
    assert plan.cutover("juki").early == date(2024, 5, 1)
    assert start(plan, plan.late, "2@wave") == "2025-03-01"
    assert span(plan, plan.late, "1@wave") == ("2023-09-01", "2023-10-31")
    place = plan.network.place_of["1@wave"]
    assert forward_reason(plan, plan.early, place).kind == "as_of"
    assert backward_reason(plan, plan.late, place) == ("budget", "2@wave")


def test_the_work_that_spends_first_says_which_money_pays() -> None:
    """
    Without a contract item 4 of juki begins in October 2024, 5 of kojin in 2026.

    Paid by the June budget, it is that of 2024, whichever system stands first.
    """
    kojin = CITY.systems[1]._replace(cutover=date(2026, 10, 1))
    june = Calendar(sittings=SITTINGS, choices=(("wave", "june"),))
    for systems in ((CITY.systems[0], kojin), (kojin, CITY.systems[0])):
        entries = [{"task": "3@wave", "status": "not_applicable"}]
        plan = plan_of(
            CITY._replace(systems=systems, calendar=june, progress={"tasks": entries})
        )
        assert start(plan, plan.late, "4@juki") == "2024-10-01"
        (purchase,) = plan.network.purchases
        paid = plan.funding(purchase, "safe")
        assert paid is not None
        assert date.fromordinal(paid.signed[0]) == date(2024, 10, 1)
        assert paid.occasion.fiscal_year == 2024
        assert paid.in_time


def test_without_a_tender_the_contract_still_waits_for_its_money() -> None:
    """What the proposals wait for goes with them; 2024-04-01 binds the contract."""
    plan = city_without("2@wave")
    (purchase,) = plan.network.purchases
    assert purchase.rfp is None
    assert span(plan, plan.early, "1@wave") == ("2023-09-01", "2023-10-31")
    assert start(plan, plan.early, "3@wave") == "2024-04-01"
    assert span(plan, plan.late, "1@wave") == ("2023-09-01", "2023-10-31")
    paid = plan.funding(purchase, "safe")
    assert paid is not None
    assert (paid.tendered, paid.occasion.fiscal_year) == (None, 2024)


def test_without_a_contract_the_work_that_follows_waits_for_the_money() -> None:
    """The request keeps its window, and no work it pays for begins before April."""
    plan = city_without("3@wave")
    (purchase,) = plan.network.purchases
    names = [plan.tasks[place].id for place in purchase.spending]
    assert sorted(names) == ["4@juki", "4@kojin", "5@juki", "5@kojin"]
    assert span(plan, plan.early, "1@wave") == ("2023-09-01", "2023-10-31")
    # Asked for in April, proposals are there in May.
    assert {start(plan, plan.early, each) for each in names} == {"2024-05-01"}
    plan = city_without("2@wave", "3@wave")
    assert {start(plan, plan.early, each) for each in names} == {"2024-04-01"}
    assert start(plan, plan.late, "4@juki") == "2024-10-01"
    assert span(plan, plan.late, "1@wave") == ("2023-09-01", "2023-10-31")
    place = plan.network.place_of["5@kojin"]
    assert forward_reason(plan, plan.early, place) == ("budget", "1@wave")
    (purchase,) = plan.network.purchases
    paid = plan.funding(purchase, "safe")
    assert paid is not None
    assert paid.in_time
    assert not paid.carried_over
    assert paid.debt_years(date(2027, 3, 31)) == ()
    assert plan.network.under_contract(purchase) == sorted(purchase.spending)
