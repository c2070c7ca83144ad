"""The budgets of the sample city against dates computed by hand (予算の手計算)."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from stdmig.inventory import Inventory, load
from stdmig.network import expand
from stdmig.schedule import Plan, budget_options, schedule
from stdmig.schedule.passes import Backward, Forward
from tests.helpers import sample_city
from tests.schedule.sample import AS_OF, sample_inventory, sample_plan

ACROCITY = "アクロシティ住民情報システム:undecided"
STAYING = "アクロシティ住民情報システム:stay"


def with_cutover(inventory: Inventory, day: date) -> Inventory:
    """Return a town that wants another day."""
    template = inventory.template
    planning = template.planning.model_copy(update={"cutover": day})
    changed = template.model_copy(update={"planning": planning})
    return replace(inventory, template=changed)


@cache
def a_month_earlier() -> Plan:
    """Return the sample's plan with its cutover on 2025-09-01."""
    inventory = with_cutover(sample_inventory(), date(2025, 9, 1))
    return schedule(expand(inventory), AS_OF)


@cache
def all_stay() -> Plan:
    """Return the sample's plan if every unit stays with its vendor."""
    sources = sample_city()
    written = sources.systems.data.decode()
    stay = re.sub(r"policy: \w+", "policy: stay", written).encode()
    systems = sources.systems._replace(data=stay)
    inventory, faults = load(sources._replace(systems=systems))
    assert inventory is not None, faults
    return schedule(expand(inventory), AS_OF)


def span(plan: Plan, dates: Backward | Forward, task_id: str) -> tuple[str, str]:
    """Return first and last day of a task."""
    place = plan.network.place_of[task_id]
    first = date.fromordinal(dates.start[place])
    last = date.fromordinal(dates.finish[place] - 1)
    return first.isoformat(), last.isoformat()


def start(plan: Plan, dates: Backward | Forward, task_id: str) -> str:
    """Return the first day of a task."""
    return span(plan, dates, task_id)[0]


def test_all_of_the_sample_is_paid_from_fiscal_2024() -> None:
    """Every item 8 lies in autumn 2023; every item 11 begins from 2024-04-01 on."""
    plan = sample_plan()
    for purchase in plan.network.purchases:
        name = purchase.procurement.id
        asked = ("2023-09-01", "2023-10-31")
        assert span(plan, plan.late, f"8@{name}") == asked, name
        signed = "2024-08-01" if name == "inkan" else "2024-04-01"
        assert start(plan, plan.late, f"11@{name}") == signed, name
        paid = plan.funding(purchase)
        assert paid is not None
        assert paid.occasion.way.id == "ordinary", name
        assert paid.occasion.fiscal_year == 2024, name
        assert paid.in_time, name
        assert not paid.carried_over, name
        # 15 lasts until 2025-09-30, in fiscal 2025.
        assert paid.debt_years(date(2025, 9, 30)) == (2025,), name


# With minimum durations item 11 begins on 2025-01-01 (see test_worked_example): 2 (15),
# 4 (14), 2 (12) and 1 (11) months before 2025-10-01. Items 1 to 7 take 10 months
# (1 + 1 + 3 + 2 + 1 + 1 + 1), and 8 takes 2.
LAST_CHANCES = [
    # 8 must be over by 2024-10-31 for the December budget, but 9 (3 months) and 10 (1)
    # begin on 2024-09-01: 8 from 2024-07-01.
    ("december", "2023-09-01", "2024-07-01"),
    # Voted on 2024-09-30, asked for by 07-31: 8 from 2024-06-01.
    ("september", "2023-08-01", "2024-06-01"),
    # Voted on 2024-06-30, asked for by 04-30: 8 from 2024-03-01.
    ("june", "2023-05-01", "2024-03-01"),
    # Fiscal 2024 is asked for in autumn 2023: 8 from 2023-09-01, whatever comes after.
    ("ordinary", "2022-11-01", "2023-09-01"),
]


@pytest.mark.parametrize(("way", "first", "asked"), LAST_CHANCES)
def test_last_chance_of_item_1_by_each_way(way: str, first: str, asked: str) -> None:
    """A missed autumn costs a year, a missed session two or three months."""
    plan = sample_plan()
    late = plan.by_way(plan.network.purchases[0], way, quick=True).late
    assert start(plan, late, "1") == first
    assert start(plan, late, f"8@{ACROCITY}") == asked


def test_options_stand_by_the_day_on_which_they_must_be_begun() -> None:
    """The way that leaves the most time comes first."""
    plan = sample_plan()
    (purchase,) = (
        each for each in plan.network.purchases if each.procurement.id == ACROCITY
    )
    options = budget_options(plan, purchase, quick=True)
    assert [(each.way.id, each.first_start.isoformat()) for each in options] == [
        (way, first) for way, first, _ in LAST_CHANCES
    ]
    assert [each.missed_by for each in options] == [0, 0, 0, 0]
    # The last chance is the best of them, by the December budget.
    assert plan.funding(purchase, "quick") == options[0].late


def test_forward_with_ordinary_budgets_the_autumn_of_2023_is_missed() -> None:
    """Item 8 waits from 2024-02-01 to 09-01, and the cutover is a year late."""
    plan = sample_plan()
    # 7 lasts to 2024-01-31 (see test_worked_example); 8 in autumn 2024, money in April.
    assert span(plan, plan.early, f"7@{ACROCITY}") == ("2023-11-01", "2024-01-31")
    assert span(plan, plan.early, f"8@{ACROCITY}") == ("2024-09-01", "2024-10-31")
    assert span(plan, plan.early, f"11@{ACROCITY}") == ("2025-04-01", "2025-05-31")
    # 2024-02-29 lies between 2023-09-01 and 2024-09-01.
    assert plan.total_float(plan.network.place_of[f"8@{ACROCITY}"]) == -366
    assert plan.cutover("juki").early == date(2026, 10, 1)
    assert plan.cutover("juki").early > plan.deadline


def test_forward_with_minimum_durations_and_ordinary_budgets() -> None:
    """8 in autumn 2023 as well, 11 on 2024-04-01, ready on 2025-01-01.

    The cutover's own rule makes that 2025-01-06, a Monday: the first working day after
    the turn of the year.
    """
    plan = sample_plan()
    early = plan.by_way(plan.network.purchases[0], "ordinary", quick=True).early
    # 7 is over on 2023-04-30 (see test_worked_example). 8 from 2023-09-01; 9 and 10 to
    # 2024-02-29; 11 from 04-01 to 04-30, 12 to 06-30, 14 to 10-31, 15 to 12-31.
    assert span(plan, early, f"8@{ACROCITY}") == ("2023-09-01", "2023-10-31")
    assert span(plan, early, f"11@{ACROCITY}") == ("2024-04-01", "2024-04-30")
    juki = plan.network.systems.index(plan.cutover("juki").system)
    assert date.fromordinal(early.ready[juki]) == date(2025, 1, 1)
    assert date.fromordinal(early.cutover[juki]) == date(2025, 1, 6)


# A month earlier every late date of the chain is a month earlier, as far as item 11:
# from 2024-03-01, in fiscal 2023. Items 1 to 7 take 23 months (3 + 3 + 4 + 2 + 4 + 4 +
# 3).
@pytest.mark.parametrize(
    ("way", "asked", "first"),
    [
        # Fiscal 2023 is asked for in autumn 2022.
        ("ordinary", ("2022-09-01", "2022-10-31"), "2020-10-01"),
        # Voted on 2023-12-31, asked for by 10-31; but 9 and 10 (5 months) begin on
        # 2023-10-01: 8 from 08-01.
        ("december", ("2023-08-01", "2023-09-30"), "2021-09-01"),
    ],
)
def test_a_cutover_a_month_earlier(
    way: str, asked: tuple[str, str], first: str
) -> None:
    """By the ordinary budget it costs twelve months, by the December one a month."""
    plan = a_month_earlier()
    late = plan.by_way(plan.network.purchases[0], way, quick=False).late
    assert start(plan, late, f"11@{ACROCITY}") == "2024-03-01"
    assert span(plan, late, f"8@{ACROCITY}") == asked
    assert start(plan, late, "1") == first


def test_the_december_budget_is_named_first_a_month_earlier() -> None:
    """Both ways are shown; the one that may be begun later comes first."""
    plan = a_month_earlier()
    (purchase,) = (
        each for each in plan.network.purchases if each.procurement.id == ACROCITY
    )
    options = {each.way.id: each for each in budget_options(plan, purchase)}
    assert next(iter(options)) == "december"
    assert options["december"].first_start == date(2021, 9, 1)
    assert options["ordinary"].first_start == date(2020, 10, 1)
    for each in options.values():
        assert each.late is not None
        assert each.late.occasion.fiscal_year == 2023
        # Item 11 ends on 2024-04-30, a month after the money lapses.
        assert each.late.carried_over
        assert each.late.in_time


def test_the_safe_plan_takes_the_ordinary_budget() -> None:
    """The plan itself is the one by ordinary budgets, though it begins earlier."""
    plan = a_month_earlier()
    assert start(plan, plan.late, "1") == "2020-10-01"
    assert (
        plan.late
        == plan.by_way(plan.network.purchases[0], "ordinary", quick=False).late
    )


def test_all_vendors_stay_with_ordinary_budgets() -> None:
    """Without 9 and 10 the money is still there only on 2025-04-01."""
    plan = all_stay()
    assert f"9@{STAYING}" not in plan.network.place_of
    assert span(plan, plan.early, f"7@{STAYING}")[1] == "2024-01-31"
    assert span(plan, plan.early, f"8@{STAYING}") == ("2024-09-01", "2024-10-31")
    assert start(plan, plan.early, f"11@{STAYING}") == "2025-04-01"
    early = plan.cutover("kojin").early
    # As with a change of vendor: 9 and 10 fill the time from November to March there.
    assert early == date(2026, 10, 1)
    # April to September.
    assert (early - plan.deadline).days == 184


def test_all_vendors_stay_with_the_june_budget() -> None:
    """A supplementary budget with a debt obligation brings 2026-01-01 into reach."""
    plan = all_stay()
    early = plan.by_way(plan.network.purchases[0], "june", quick=False).early
    # 8 begins when 7 is over, and is over in time for 2024-04-30; voted on 06-30.
    spans = {
        ref: span(plan, early, name)
        for ref, name in {
            "8": f"8@{STAYING}",
            "11": f"11@{STAYING}",
            "12": "12@kojin",
            "14": "14@kojin",
            "15": "15@kojin",
        }.items()
    }
    assert spans == {
        "8": ("2024-02-01", "2024-03-31"),
        "11": ("2024-07-01", "2024-08-31"),
        "12": ("2024-09-01", "2024-12-31"),
        "14": ("2025-01-01", "2025-06-30"),
        "15": ("2025-07-01", "2025-12-31"),
    }
    kojin = plan.network.systems.index(plan.cutover("kojin").system)
    ready = date.fromordinal(early.ready[kojin])
    assert ready == date(2026, 1, 1)
    # The first working day after the turn of the year; January is not closed. From it
    # to the deadline are 26 + 28 + 31 days.
    day = date.fromordinal(early.cutover[kojin])
    assert day == date(2026, 1, 5)
    assert (plan.deadline - day).days == 85
    (purchase,) = (
        each for each in plan.network.purchases if each.procurement.id == STAYING
    )
    options = {each.way.id: each for each in budget_options(plan, purchase)}
    paid = options["june"].early
    assert paid is not None
    assert paid.occasion.fiscal_year == 2024
    assert paid.debt_years(ready) == (2025,)
