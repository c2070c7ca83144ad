"""Which budget pays, how long its money lasts, and what it binds (予算の充当)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

import pytest

from stdmig.network import expand
from stdmig.schedule import Funding, Plan, budget_options, schedule
from stdmig.schedule.funding import funding, late_pass
from stdmig.schedule.passes import LAPSE, Backward, Forward, backward
from tests.oracle import ONE_DAY, Money, Oracle
from tests.schedule.generator import Case, thousand_cases
from tests.schedule.sample import AS_OF, sample_inventory
from tests.schedule.test_budget_worked_examples import ACROCITY, span, start
from tests.schedule.town import (
    SITTINGS,
    Business,
    Calendar,
    Item,
    Town,
    Unit,
    plan_of,
)


@cache
def sample_after(rfp_after: str) -> Plan:
    """Return the sample's plan if its request for proposals waits for something."""
    inventory = sample_inventory()
    template = inventory.template
    planning = template.planning.model_copy(update={"rfp_after": rfp_after})
    changed = template.model_copy(update={"planning": planning})
    return schedule(expand(replace(inventory, template=changed)), AS_OF)


def test_with_the_informal_notice_the_sample_needs_a_year_more() -> None:
    """
    Waiting for the notice, item 11 must begin by the end of the fiscal year before.

    Item 11 could begin on 2024-04-01, item 9 on 2023-11-01. That is after the notice
    of February 2023 and before the next, so item 8 lies in autumn 2022; its money, of
    fiscal 2023, lapses on 2024-03-31. Item 11 begins on that day.
    """
    plan = sample_after("notice")
    assert span(plan, plan.late, f"8@{ACROCITY}") == ("2022-09-01", "2022-10-31")
    # Two months from 03-31 are over on 05-31.
    assert span(plan, plan.late, f"11@{ACROCITY}") == ("2024-03-31", "2024-05-30")
    # 10 takes 2 months, to 03-30; 9 takes 3: from 2023-10-31 to 2024-01-30.
    assert start(plan, plan.late, f"10@{ACROCITY}") == "2024-01-31"
    assert start(plan, plan.late, f"9@{ACROCITY}") == "2023-10-31"
    place = plan.network.place_of[f"11@{ACROCITY}"]
    assert plan.late.cause[place] == LAPSE
    paid = plan.funding(plan.network.purchase_of[place])
    assert paid is not None
    assert paid.in_time
    assert paid.carried_over
    assert paid.occasion.fiscal_year == 2023
    assert date.fromordinal(paid.occasion.lapses) == date(2024, 3, 31)


def test_with_the_informal_notice_item_9_of_inkan_has_just_enough_time() -> None:
    """印鑑登録 tenders from 2024-03-01, after the notice of 2024-02-10."""
    plan = sample_after("notice")
    assert start(plan, plan.late, "9@inkan") == "2024-03-01"
    assert span(plan, plan.late, "8@inkan") == ("2023-09-01", "2023-10-31")
    assert start(plan, plan.late, "11@inkan") == "2024-08-01"


@pytest.mark.parametrize(
    ("after", "tender", "signed", "cutover"),
    [
        # 8 is over on 2024-10-31 in every case; 9 and 10 take 5 months.
        ("request", "2024-11-01", "2025-04-01", "2026-10-01"),
        # 9 from 2025-02-11, 10 from 05-11, 11 from 07-11: 18 months more.
        # 2027-01-11 is a holiday, 成人の日.
        ("notice", "2025-02-11", "2025-07-11", "2027-01-12"),
        # The December session votes a debt obligation on 2024-12-31. 2026-12-01 is a
        # day of 定時登録.
        ("debt_vote", "2025-01-01", "2025-06-01", "2026-12-02"),
        # From 2027-03-01 on the package is closed, to 1 September.
        ("vote", "2025-04-01", "2025-09-01", "2027-09-02"),
    ],
)
def test_what_the_request_for_proposals_waits_for(
    after: str, tender: str, signed: str, cutover: str
) -> None:
    """Forward, item 9 begins on the day after what it waits for."""
    plan = sample_after(after)
    # Shown is the latest start that gives the same finish, here the same day.
    assert start(plan, plan.early, f"9@{ACROCITY}") == tender
    assert start(plan, plan.early, f"11@{ACROCITY}") == signed
    assert plan.cutover("juki").early.isoformat() == cutover


TOWN = Town(
    (
        Item("1", "procurement", 2, 2, role="budget_request"),
        Item("2", "procurement", 1, 1, ("1",), role="contract"),
        Item("3", "system", 6, 6, ("2",)),
    ),
    ("3",),
    (Business("juki", (Unit("a", procurement="wave"),), cutover=date(2025, 4, 1)),),
    calendar=Calendar(sittings=SITTINGS),
)


def paid_by(town: Town, name: Any = "safe") -> tuple[Plan, Funding]:
    """Return a town's plan, and what pays for its only procurement."""
    plan = plan_of(town)
    (purchase,) = plan.network.purchases
    paid = plan.funding(purchase, name)
    assert paid is not None
    return plan, paid


def test_the_fiscal_year_is_that_of_the_start_of_the_contract() -> None:
    """Item 2 from 2024-09-01 is paid from fiscal 2024, asked for in autumn 2023."""
    plan, paid = paid_by(TOWN)
    assert span(plan, plan.late, "2@wave") == ("2024-09-01", "2024-09-30")
    assert span(plan, plan.late, "1@wave") == ("2023-09-01", "2023-10-31")
    assert (paid.occasion.way.id, paid.occasion.fiscal_year) == ("ordinary", 2024)
    assert not paid.carried_over
    assert paid.debt_years(date(2025, 3, 31)) == ()
    assert paid.debt_years(date(2025, 4, 1)) == (2025,)
    assert paid.debt_years(date(2027, 3, 31)) == (2025, 2026)


def test_the_last_chance_takes_the_quickest_way() -> None:
    """On 2024-09-01 the June budget pays, asked for by 2024-04-30."""
    # The September one is voted on 09-30, too late for 09-01.
    plan, paid = paid_by(TOWN, "quick")
    assert span(plan, plan.last_chance, "1@wave") == ("2024-03-01", "2024-04-30")
    assert (paid.occasion.way.id, paid.occasion.fiscal_year) == ("june", 2024)
    assert paid.in_time


def test_a_procurement_takes_the_way_that_it_chose() -> None:
    """Chosen, the June budget pays in the safe plan as well."""
    calendar = Calendar(sittings=SITTINGS, choices=(("wave", "june"),))
    plan, paid = paid_by(TOWN._replace(calendar=calendar))
    assert paid.occasion.way.id == "june"
    assert span(plan, plan.late, "1@wave") == ("2024-03-01", "2024-04-30")
    # And in the last chance, though December's would be later for a later contract.
    _, quick = paid_by(TOWN._replace(calendar=calendar), "quick")
    assert quick.occasion.way.id == "june"


def test_a_contract_signed_after_31_march_is_carried_over() -> None:
    """Item 2 from 2024-03-15 to 04-14 begins in fiscal 2023 and ends in 2024."""
    system = TOWN.systems[0]._replace(cutover=date(2024, 10, 15))
    plan, paid = paid_by(TOWN._replace(systems=(system,)))
    assert span(plan, plan.late, "2@wave") == ("2024-03-15", "2024-04-14")
    assert span(plan, plan.late, "1@wave") == ("2022-09-01", "2022-10-31")
    assert paid.in_time
    assert paid.carried_over


def test_choosing_for_longer_than_money_lasts_says_so() -> None:
    """After 18 months of choosing the money of any autumn has lapsed."""
    # Asked for by 10-31, it is there from 1 April to 31 March: 17 months later.
    choosing = Item("9", "procurement", 18, 18, ("1",))
    contract = TOWN.items[1]._replace(after=("9",))
    items = (TOWN.items[0], choosing, contract, TOWN.items[2])
    plan, paid = paid_by(TOWN._replace(items=items))
    # The dates stay as the cutover allows: 9 from 2023-03-01, 1 in autumn 2022.
    assert span(plan, plan.late, "2@wave") == ("2024-09-01", "2024-09-30")
    assert span(plan, plan.late, "1@wave") == ("2022-09-01", "2022-10-31")
    assert plan.late.bounds == {}
    assert not paid.in_time
    # It is the money of autumn 2022, not of 2023, in which nobody asks.
    assert paid.occasion.fiscal_year == 2023
    assert paid.carried_over


def test_contracts_of_the_municipality_are_paid_as_each_procurement_chose() -> None:
    """One contract for two procurements is two purchases, each with its own way."""
    items = (TOWN.items[0], TOWN.items[1]._replace(scope="municipality"), TOWN.items[2])
    units = (Unit("a", procurement="wave"), Unit("b", procurement="other"))
    system = TOWN.systems[0]._replace(units=units)
    calendar = Calendar(sittings=SITTINGS, choices=(("wave", "june"),))
    plan = plan_of(TOWN._replace(items=items, systems=(system,), calendar=calendar))
    found = {
        each.procurement.id: paid.occasion.way.id
        for each in plan.network.purchases
        if (paid := plan.funding(each))
    }
    assert found == {"wave": "june", "other": "ordinary"}


def test_without_a_calendar_nothing_is_known_of_the_money() -> None:
    """Where no window is recorded there is no funding, and nothing waits for it."""
    plan = plan_of(TOWN._replace(calendar=None))
    (purchase,) = plan.network.purchases
    assert plan.funding(purchase) is None
    assert span(plan, plan.late, "1@wave") == ("2024-07-01", "2024-08-31")


def _moneys(case: Case, *, shortest: bool) -> dict[tuple[str, str], Money]:
    return {
        (each.request, each.contract): each
        for each in case.unfolded.moneys(case.town, shortest=shortest)
    }


def _lapses(
    case: Case, oracle: Oracle, dates: Backward | Forward, *, shortest: bool
) -> dict[tuple[str, str], tuple[date, date | None]]:
    """Return when contracts begin, and until when they could, as the oracle sees it."""
    tasks, found = case.plan.tasks, {}
    for each in case.plan.network.purchases:
        pair = tasks[each.request].id, tasks[each.contract].id
        money = _moneys(case, shortest=shortest)[pair]
        signed = date.fromordinal(dates.start[each.contract])
        tender = None
        if money.rfp is not None:
            place = case.plan.network.place_of[money.rfp]
            tender = date.fromordinal(dates.start[place])
        over = date.fromordinal(dates.finish[each.request])
        found[pair] = signed, oracle.lapses(money, over, tender, signed)
    return found


def _towns_with_money() -> list[Case]:
    return [case for case in thousand_cases() if case.town.calendar]


def test_the_towns_have_all_kinds_of_money() -> None:
    """Hundreds of towns have windows, choices, and money that lapses."""
    cases = _towns_with_money()
    assert len(cases) > 400
    assert sum(bool(case.plan.late.bounds) for case in cases) > 100
    assert sum(bool(case.plan.last_chance.bounds) for case in cases) > 100
    calendars = [case.town.calendar for case in cases if case.town.calendar]
    assert sum(bool(each.choices) for each in calendars) > 30
    assert {each.rfp_after for each in calendars} == {
        *("request", "notice", "vote", "debt_vote")
    }


def test_no_late_plan_signs_after_its_money_lapsed_unless_it_says_so() -> None:
    """With ordinary budgets money is in time just where it is said to be."""
    said = 0
    for number, case in enumerate(_towns_with_money()):
        plan, oracle = case.plan, case.unfolded.oracle(case.town)
        lapses = _lapses(case, oracle, plan.late, shortest=False)
        for each in plan.network.purchases:
            pair = plan.tasks[each.request].id, plan.tasks[each.contract].id
            signed, last = lapses[pair]
            paid = plan.funding(each, "safe")
            assert paid is not None
            in_time = last is not None and signed <= last
            assert paid.in_time is in_time, f"town {number}: {pair}"
            said += not in_time
    assert said > 10


def test_money_that_lapses_is_signed_for_on_its_last_day_and_no_later() -> None:
    """A contract held by its money begins on the last day that is left to it."""
    held = 0
    for number, case in enumerate(_towns_with_money()):
        plan, oracle = case.plan, case.unfolded.oracle(case.town)
        network, timing = plan.network, plan.safe
        days = [each.day.toordinal() for each in plan.cutovers]
        for place, bound in plan.late.bounds.items():
            where = f"town {number}: {plan.tasks[place].id}"
            last = date.fromordinal(bound)
            assert (last.month, last.day) == (3, 31), where
            # Without this bound, or a day later, some of its money would have lapsed.
            others = {key: day for key, day in plan.late.bounds.items() if key != place}
            for bounds in (others, {**others, place: bound + 1}):
                dates = backward(network, timing, days, bounds)
                if dates.start[place] <= bound:
                    continue
                lapses = _lapses(case, oracle, dates, shortest=False)
                assert any(
                    lapse is None or lapse < signed
                    for (_, contract), (signed, lapse) in lapses.items()
                    if contract == plan.tasks[place].id
                ), where
                held += 1
    assert held > 200


def test_requests_for_ordinary_money_lie_in_its_window() -> None:
    """In either direction, what pays is a budget that the request's days belong to."""
    for number, case in enumerate(_towns_with_money()):
        plan = case.plan
        for dates in (plan.late, plan.early):
            for each in plan.network.purchases:
                paid = funding(plan.network, plan.safe, dates, each)
                assert paid is not None
                where = f"town {number}: {plan.tasks[each.request].id}"
                assert paid.asked[1] - 1 <= paid.occasion.closes, where
                assert paid.occasion.usable <= paid.signed[0], where
                if paid.occasion.way.kind == "ordinary":
                    assert paid.occasion.opens <= paid.asked[0], where


def test_early_contracts_wait_for_the_vote() -> None:
    """Forward, no contract begins before its money, no RFP before what it waits for."""
    for number, case in enumerate(_towns_with_money()):
        plan = case.plan
        for shortest, dates in ((False, plan.early), (True, plan.earliest)):
            oracle = case.unfolded.oracle(case.town, shortest=shortest)
            for earlier, later in oracle.waits:
                before, after = (
                    plan.network.place_of[earlier],
                    plan.network.place_of[later],
                )
                over = date.fromordinal(dates.finish[before])
                begins = date.fromordinal(dates.start[after])
                where = f"town {number}: {later}"
                assert begins >= oracle.next_day(earlier, later, over), where
                assert over - ONE_DAY < begins, where


def test_a_late_pass_without_money_is_a_plain_one() -> None:
    """Where nothing is known of budgets, no contract is moved."""
    for case in thousand_cases()[:50]:
        if case.town.calendar is None:
            plan = case.plan
            days = [each.day.toordinal() for each in plan.cutovers]
            plain = backward(plan.network, plan.safe, days)
            assert late_pass(plan.network, plan.safe, days) == plain


def test_a_way_whose_money_lapses_too_soon_is_not_offered() -> None:
    """After the notice of a December there is no time to choose until 31 March."""
    # In sight from 12-01, lapsed on 03-31; 9 and 10 take 4 months at least, to 03-31.
    plan = sample_after("notice")
    place = plan.network.place_of[f"11@{ACROCITY}"]
    purchase = plan.network.purchase_of[place]
    for quick in (False, True):
        offered = {each.way.id for each in budget_options(plan, purchase, quick=quick)}
        assert "december" not in offered
        assert {"ordinary", "june", "september"} <= offered
