"""Which budgets pay for a plan, and what other ways there are (予算の見通し)."""

from __future__ import annotations

from datetime import date

from stdmig.outlook import BudgetGroup, budget_groups
from tests.rules.planned import planned
from tests.schedule.sample import sample_plan


def _refs(group: BudgetGroup) -> dict[int, str]:
    return {year: " ".join(refs) for year, refs in group.paid.items()}


def test_one_budget_pays_for_the_whole_sample() -> None:
    """All 8 procurements are asked for in autumn 2023 and last until fiscal 2025."""
    (group,) = budget_groups(sample_plan())
    assert len(group.procurements) == 8
    assert group.planned.occasion.way.id == "ordinary"
    assert group.planned.occasion.fiscal_year == 2024
    assert group.debt_years == (2025,)
    # 11 to 14 and 16 end on 2025-03-31 at the latest; 15 and 17 begin after that. 14c
    # is the municipality's own work, and no contract is needed for it.
    assert _refs(group) == {2024: "11 12 13 14 16", 2025: "15 17"}
    # The last way in for all: the December budget of 2024, asked for by 10-31.
    assert group.last is not None
    assert group.last.occasion.way.id == "december"
    assert date.fromordinal(group.last.occasion.closes) == date(2024, 10, 31)


def test_ways_are_shown_where_the_planned_one_is_late() -> None:
    """By the ordinary budget the cutover is a year late, by any other eleven months.

    アクロシティ is closed from February (個人住民税) to August (後期高齢者医療), and on
    1 September (選挙人名簿の定時登録).
    """
    (group,) = budget_groups(sample_plan())
    wanted = date(2025, 10, 1)
    found = {each.way.id: each for each in group.options}
    # 8 in autumn 2024 and 11 on 2025-04-01, 18 months before.
    assert found["ordinary"].cutover == date(2026, 10, 1)
    # 7 is over on 2024-01-31, 8 on 03-31, in time for June's 04-30; 9 and 10 to 08-31:
    # 11 on 2024-09-01.
    assert found["june"].cutover == date(2026, 9, 2)
    # Voted on 2024-09-30: 11 on 10-01. Voted on 12-31: 11 on 2025-01-01.
    assert found["september"].cutover == date(2026, 9, 2)
    assert found["december"].cutover == date(2026, 9, 2)
    for each in group.options:
        assert each.missed_by == (each.cutover - wanted).days


def test_for_programs_every_procurement_stands_apart() -> None:
    """印鑑登録 has no item 12, and is in time by the ordinary budget."""
    groups = budget_groups(sample_plan(), apart=True)
    assert [len(each.procurements) for each in groups] == [1] * 8
    by_id = {each.procurements[0].id: each for each in groups}
    assert _refs(by_id["inkan"]) == {2024: "11 13 14 16", 2025: "15 17"}
    assert by_id["inkan"].options == ()
    assert _refs(by_id["koseki"])[2024] == "11 12 13 14 16"
    assert by_id["koseki"].options != ()


def test_a_reader_of_some_systems_sees_their_procurements() -> None:
    """税務課's view holds no budget of 生活保護."""
    (group,) = budget_groups(sample_plan(), frozenset({"seiho"}))
    assert [each.id for each in group.procurements] == ["生活保護システム:undecided"]


def test_different_cutovers_are_paid_by_different_budgets() -> None:
    """What is asked for first comes first."""
    found = budget_groups(
        planned(
            """\
            schema: stdmig.systems/1
            municipality: {name: 見本市}
            systems:
              - {id: juki, cutover: 2028-10-01, units: [{section: 市民課}]}
              - {id: kojin, cutover: 2026-10-01, units: [{section: 税務課}]}
            """
        ).plan
    )
    # With maximum durations item 11 begins 18 months before the cutover, on 2025-04-01.
    # No notice is recorded, so item 9, 5 months before that, waits for the vote of
    # 2024-03-31; the money of fiscal 2024 then lapses a day too early, and 11 begins on
    # 2025-03-31. Two years later it is the same.
    assert [
        (each.procurements[0].id, each.planned.occasion.fiscal_year) for each in found
    ] == [("kojin", 2024), ("juki", 2026)]


def test_nothing_is_told_where_no_window_is_known() -> None:
    """Without a window for requests there are no budgets to tell of."""
    town = planned(
        """\
        schema: stdmig.systems/1
        municipality: {name: 見本市}
        systems: [{id: juki, units: [{section: 市民課}]}]
        """,
        template="schema: stdmig.template/1\ndeadline: 2026-03-31\n",
    )
    assert budget_groups(town.plan) == ()
