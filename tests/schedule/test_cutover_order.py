"""Common days and orders that are wanted between systems (稼働の単位と順序)."""

from __future__ import annotations

import pytest

from stdmig.schedule import Plan, broken_orders
from stdmig.schedule.cutover_groups import cutover_groups
from tests.schedule.ordered import BUSY, bought, plan_of


def days_of(plan: Plan) -> dict[str, str]:
    """Return the day of every cutover."""
    return {each.system.id: str(each.day) for each in plan.cutovers}


def groups_of(plan: Plan) -> list[str]:
    """Return the groups in their order, each as the ids of its systems."""
    names = [system.id for system in plan.network.systems]
    return [
        " ".join(names[place] for place in group.systems)
        for group in cutover_groups(plan.network)
    ]


def test_a_procurement_is_cut_over_together_unless_told_otherwise() -> None:
    """Another deadline, another wanted day or another package makes another group."""
    plan = plan_of(
        bought("juki"),
        bought("kojin"),
        bought("kotei", "deadline: 2031-03-31"),
        bought("inkan", "cutover: 2025-11-04"),
        "id: koseki",
    )
    assert groups_of(plan) == ["juki kojin", "kotei", "inkan", "koseki"]
    # 住民基本台帳 alone might choose March; with 個人住民税 it cannot. For 2031 the
    # turn of the year is 2030-12-28 to 2031-01-05, 9 days.
    assert days_of(plan) == {
        "juki": "2026-01-05",
        "kojin": "2026-01-05",
        "kotei": "2031-01-06",
        "inkan": "2025-11-04",
        "koseki": "2026-01-05",
    }


def test_a_system_in_two_procurements_joins_them() -> None:
    """One system has one day, so both packages that it is bought in have it too."""
    units = "units: [{section: 甲, package: 基幹}, {section: 乙, package: 税}]"
    plan = plan_of(
        bought("juki"),
        f"id: kojin, {units}",
        "id: kotei, units: [{section: 丙, package: 税}]",
    )
    assert groups_of(plan) == ["juki kojin kotei"]


def test_what_is_wanted_together_has_one_day_over_procurements() -> None:
    """Joined with 個人住民税, 戸籍 keeps its black-out; either of them may say so."""
    as_of = "2026-02-01"
    # In February 2026 only 戸籍 has days left; joined, both are left on the deadline.
    alone = plan_of("id: koseki", "id: kojin", as_of=as_of)
    joined = plan_of("id: koseki, with: [kojin]", "id: kojin", as_of=as_of)
    assert days_of(alone) == {"koseki": "2026-03-23", "kojin": "2026-03-31"}
    assert days_of(joined) == {"koseki": "2026-03-31", "kojin": "2026-03-31"}
    assert groups_of(plan_of("id: koseki", "id: kojin, with: koseki")) == [
        "koseki kojin"
    ]


def test_a_wanted_day_is_shared() -> None:
    """What is wanted with a system takes over the day that is wanted for it."""
    plan = plan_of("id: koseki, with: [juki]", "id: juki, cutover: 2025-11-04")
    cutover = plan.cutover("koseki")
    assert (str(cutover.day), cutover.source) == ("2025-11-04", "chosen")
    assert cutover.reason == ("wanted", "juki")


@pytest.mark.parametrize(
    ("deadline", "day"), [("2025-11-04", "2025-11-04"), ("2025-11-03", "2025-01-06")]
)
def test_a_wanted_day_is_shared_up_to_the_own_deadline(deadline: str, day: str) -> None:
    """On its own deadline the other is in time; after it, another day is chosen."""
    plan = plan_of(
        f"id: koseki, with: [juki], deadline: {deadline}",
        "id: juki, cutover: 2025-11-04",
    )
    assert days_of(plan)["koseki"] == day


def test_a_shared_day_is_kept_whatever_day_it_is() -> None:
    """With a system that is wanted on a Sunday the other is cut over on it as well."""
    plan = plan_of(
        "id: koseki, with: [juki]", "id: juki, cutover: 2025-11-02", as_of="2025-09-01"
    )
    cutover = plan.cutover("koseki")
    # Ready on Saturday, 2025-11-01; the Monday is 文化の日.
    assert (str(cutover.day), str(cutover.early)) == ("2025-11-02", "2025-11-02")


def test_two_wanted_days_leave_the_third_to_choose() -> None:
    """Joined with two that want days of their own, it takes neither of them."""
    plan = plan_of(
        "id: juki, cutover: 2025-11-04",
        "id: inkan, cutover: 2025-11-05",
        "id: koseki, with: [juki, inkan]",
    )
    assert days_of(plan) == {
        "juki": "2025-11-04",
        "inkan": "2025-11-05",
        "koseki": "2026-01-05",
    }
    chosen = [each.choice is not None for each in plan.cutovers]
    assert chosen == [False, False, True]


def test_what_is_live_is_no_part_of_its_procurement_s_cutover() -> None:
    """個人住民税 is live, in its busy season; what is bought with it is to come."""
    plan = plan_of(
        bought("juki"),
        bought("kojin"),
        as_of="2025-03-01",
        live="{system: kojin, since: 2025-02-03}",
    )
    assert groups_of(plan) == ["juki", "kojin"]
    assert days_of(plan) == {"juki": "2026-01-05", "kojin": "2025-02-03"}
    assert plan.cutover("kojin").blackouts == ()


def test_an_order_is_kept_by_chosen_days() -> None:
    """
    The later one is chosen first, then the earlier one from the days before it.

    戸籍 takes 2026-01-05. Before it, of the months February 2025 to January 2026, the
    longest closure is that of May 2025 (05-03 to 05-06); 個人住民税 is closed then, so
    that it takes the latest 3-day weekend before: 2025-11-22 to 24.
    """
    plan = plan_of("id: koseki, after: [juki, kojin]", "id: juki", "id: kojin")
    assert days_of(plan) == {
        "koseki": "2026-01-05",
        "juki": "2025-05-07",
        "kojin": "2025-11-25",
    }
    assert groups_of(plan) == ["juki", "kojin", "koseki"]


def test_an_order_within_a_procurement_parts_it() -> None:
    """Bought together, but wanted one after the other: two days, the rest with one."""
    plan = plan_of(bought("juki"), bought("inkan", "after: [juki]"), bought("fuhyo"))
    assert groups_of(plan) == ["juki fuhyo", "inkan"]
    assert days_of(plan)["inkan"] > days_of(plan)["juki"]


def test_no_group_makes_a_circle() -> None:
    """
    Two packages, and an order each way between their systems: one of them is parted.

    基幹 (juki, inkan) and 税 (kojin, kotei) cannot both stay whole where kojin comes
    after juki and inkan after kotei.
    """
    tax = "units: [{section: 課, package: 税}]"
    plan = plan_of(
        bought("juki"),
        bought("inkan", "after: [kotei]"),
        f"id: kojin, after: [juki], {tax}",
        f"id: kotei, {tax}",
    )
    days = days_of(plan)
    assert days["juki"] < days["kojin"]
    assert days["kotei"] < days["inkan"]
    assert groups_of(plan) == ["kotei", "juki inkan", "kojin"]


@pytest.mark.parametrize("as_of", ["2026-01-05", "2026-01-03"])
def test_an_order_leaves_days_for_the_earlier_one(as_of: str) -> None:
    """The later one is not chosen so early that nothing is left before it."""
    # Seen from 2026-01-05, 戸籍 alone would take that day, the first after the longest
    # closure; 個人住民税 needs it, so that 戸籍 takes the latest 3-day weekend later.
    # The days from 2026-01-03 on are closed, and leave it no other.
    plan = plan_of("id: koseki, after: kojin", "id: kojin", as_of=as_of)
    assert days_of(plan) == {"koseki": "2026-03-23", "kojin": "2026-01-05"}


def test_likely_dates_keep_the_order_as_well() -> None:
    """What is wanted after another system is cut over a day later at the soonest."""
    plan = plan_of("id: juki", "id: koseki, after: [juki]")
    first, second = plan.scenario("likely").early.cutover
    assert first < second
    first, second = plan_of("id: juki", "id: koseki").scenario("likely").early.cutover
    assert first == second


@pytest.mark.parametrize(
    ("wish", "early", "earliest"),
    [
        # Begun on 2024-10-01: two months to 2024-12-01 (a Sunday), one to 11-01.
        ("", "2024-12-02", "2024-11-01"),
        ("after: [juki]", "2024-12-03", "2024-11-05"),
        ("with: [juki]", "2024-12-02", "2024-11-01"),
    ],
)
def test_forward_passes_keep_the_order(wish: str, early: str, earliest: str) -> None:
    """
    The first possible day of a system follows that of the one it is wanted after.

    2024-11-01 is a Friday before the long weekend of 文化の日 (to 11-04).
    """
    plan = plan_of("id: juki", f"id: koseki, {wish}")
    cutover = plan.cutover("koseki")
    assert (str(cutover.early), str(cutover.earliest)) == (early, earliest)


def test_forward_passes_keep_a_common_day() -> None:
    """What is wanted together is first possible on the first day allowed to both."""
    plan = plan_of("id: koseki, with: [kojin]", "id: kojin", as_of="2025-01-06")
    # Ready on 2025-03-06 and 02-06; 個人住民税 is closed until the end of June.
    assert {(str(each.early), str(each.earliest)) for each in plan.cutovers} == {
        ("2025-07-01", "2025-07-01")
    }


def test_what_is_never_allowed_leaves_the_later_one_its_day() -> None:
    """
    個人住民税 is closed all year: its day is the deadline, for want of an allowed one.

    戸籍, wanted after it, is chosen as if the order left it every day; that the order
    is broken is then told.
    """
    never = BUSY.replace("[2, 3, 4, 5, 6]", str([*range(1, 13)]))
    plan = plan_of("id: koseki, after: kojin", "id: kojin", template=never)
    assert days_of(plan) == {"koseki": "2026-01-05", "kojin": "2026-03-31"}
    assert [(each.first.system.id, each.cause) for each in broken_orders(plan)] == [
        ("koseki", "no_day")
    ]
