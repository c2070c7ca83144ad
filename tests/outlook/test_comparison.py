"""Two plans held against each other, by hand-made pairs (計画の比較)."""

from __future__ import annotations

from datetime import date

import pytest

from stdmig.outlook.comparison import Fit, Sum, compare_outcomes
from stdmig.workspace.compare import outcome
from tests.compared import compared, town
from tests.rules.planned import planned

BEFORE = ("2025-10-01", "2025-10-01")
AFTER = ("2026-01-05", "2025-07-01")


def test_equal_plans_do_not_differ() -> None:
    """The same workspace read twice differs in nothing."""
    found = compared(town(*BEFORE), town(*BEFORE))
    assert found.is_empty
    assert found.money.total.yen is None
    assert found.money.total.before == found.money.total.after


def test_plans_of_two_days_are_not_compared() -> None:
    """What differs would be the day, not the plan."""
    first = outcome(town(*BEFORE))
    second = outcome(
        planned(
            "schema: stdmig.systems/1\nmunicipality: {name: 町}\nsystems: []\n",
            as_of=date(2022, 1, 1),
        )
    )
    with pytest.raises(ValueError, match="2021-10-01 is not 2022-01-01"):
        compare_outcomes(first, second)


def test_cutovers_move_by_days() -> None:
    """2025-10-01 to 2026-01-05 is 96 days later, to 2025-07-01 is 92 earlier."""
    found = compared(town(*BEFORE), town(*AFTER))
    assert [(each.system.id, each.days) for each in found.cutovers] == [
        ("kojin", 96),
        ("juki", -92),
    ]


def test_moved_cutover_opens_one_gap_and_closes_another() -> None:
    """The tax contract ends on 2025-09-30, the other on 2025-06-30."""
    found = compared(town(*BEFORE), town(*AFTER))
    assert [
        (each.coverage.agreement.id, each.kind, each.days) for each in found.contracts
    ] == [("tax", "opened", 96), ("base", "closed", -92)]


def test_requests_follow_the_gaps() -> None:
    """FY2025 no longer pays for the one contract, and pays for the other."""
    found = compared(town(*BEFORE), town(*AFTER))
    told = [
        (
            each.coverage.agreement.id,
            each.fiscal_year,
            each.before and (str(each.before.span.start), str(each.before.span.end)),
            each.after and (str(each.after.span.start), str(each.after.span.end)),
        )
        for each in found.asks
    ]
    assert told == [
        ("tax", 2025, None, ("2025-10-01", "2026-01-04")),
        ("base", 2025, ("2025-07-01", "2025-09-30"), None),
    ]


def test_findings_come_and_go_by_subject() -> None:
    """STD201 is new for one contract and gone for the other."""
    found = compared(town(*BEFORE), town(*AFTER))
    told = [
        (each.kind, dict(each.finding.hit.subject))
        for each in found.findings
        if each.finding.rule.code == "STD201"
    ]
    assert told == [("new", {"contract": "tax"}), ("gone", {"contract": "base"})]


def test_longer_and_shorter_gaps() -> None:
    """A gap that stays is longer or shorter by its days."""
    first = town("2025-12-01", "2025-10-01")
    second = town("2025-11-01", "2025-11-01")
    told = [(each.kind, each.days) for each in compared(first, second).contracts]
    assert told == [("shorter", -30), ("longer", 31)]


COSTS = """\
schema: stdmig.costs/1
tax_rate: 10
heading: {account: 一般会計}
costs:
  - {item: migration, system: kojin, unit_price: 12000000, quantity: 1}
"""


def test_line_of_the_budget_moves_a_year() -> None:
    """
    Twelve months of work for 2025-04-01 are all in FY2024, for 2026-04-01 in FY2025.

    12,000,000 yen and 10 per cent of tax; the other lines have no price.
    """
    before = town("2025-04-01", "2023-10-01", costs=COSTS)
    after = town("2026-04-01", "2023-10-01", costs=COSTS)
    money = compared(before, after).money
    (moved,) = [each for each in money.lines if each.line.cost_item == "migration"]
    assert moved.before is not None
    assert moved.after is not None
    assert (moved.before.fiscal_year, moved.after.fiscal_year) == (2024, 2025)
    sums = {each.key: (each.before.yen, each.after.yen) for each in money.years}
    assert sums[2024] == (13_200_000, None)
    assert sums[2025] == (None, 13_200_000)
    assert money.total.yen == 0
    assert money.total.is_partial
    assert money.shares == ()


def test_unpriced_is_not_zero() -> None:
    """Lines without any price have no sum; no lines at all come to zero."""
    money = compared(
        town("2025-04-01", "2025-10-01"), town("2026-04-01", "2025-10-01")
    ).money
    sums = {each.key: (each.before, each.after) for each in money.years}
    before, after = sums[2025]
    assert before.yen is None
    assert before.unpriced == before.lines
    assert sums[2026][0] == Sum(0, 0, 0)
    assert all(each.yen is None for each in money.years)
    assert after.lines > 0


def test_shares_tell_who_asks_for_more() -> None:
    """A dearer line is told by its account and section."""
    before = town(*BEFORE, costs=COSTS)
    after = town(*BEFORE, costs=COSTS.replace("12000000", "15000000"))
    (share,) = compared(before, after).money.shares
    assert share.key == ("一般会計", "税務課")
    assert share.yen == 3_300_000


STAYING = """\
schema: stdmig.systems/1
municipality: {name: 見本市}
systems:
  - id: kojin
    cutover: 2025-10-01
    units: [{section: 税務課, package: 税, policy: POLICY}]
"""


def test_staying_with_the_vendor_drops_request_and_choice() -> None:
    """Items 9 and 10 go; the others are the same tasks under another name."""
    switch = planned(STAYING.replace("POLICY", "switch"))
    stay = planned(STAYING.replace("POLICY", "stay"))
    found = compared(switch, stay)
    alone = [each for each in found.tasks if each.before is None or each.after is None]
    assert [(each.task.item.ref, each.after) for each in alone] == [
        ("9", None),
        ("10", None),
    ]
    (path,) = found.paths
    assert set(path.before.items) - set(path.after.items) == {"9", "10"}
    back = compared(stay, switch)
    assert [each.task.item.ref for each in back.tasks if each.before is None] == [
        "9",
        "10",
    ]


def test_tasks_move_with_their_system() -> None:
    """Twelve months of work move by as many days as the cutover."""
    found = compared(town(*BEFORE), town("2026-01-05", "2025-10-01"))
    moved = {each.task.id: each.days for each in found.moved}
    assert moved["3@kojin"] == 96
    assert "3@juki" not in moved


def test_system_of_one_plan_alone() -> None:
    """A system that is taken out is told as gone, with its contract and its tasks."""
    whole = planned(STAYING.replace("POLICY", "stay"))
    empty = planned(
        "schema: stdmig.systems/1\nmunicipality: {name: 見本市}\nsystems: []\n"
    )
    found = compared(whole, empty)
    (cutover,) = found.cutovers
    assert cutover.after is None
    assert cutover.days is None
    assert [each.kind for each in found.contracts] == ["gone"]
    assert all(each.after is None for each in found.tasks)
    assert found.fits == ()


def test_fit_is_told_by_its_days() -> None:
    """Sixteen months fit before 2025-10-01 from October 2021, not before 2022-06-01."""
    found = compared(town(*BEFORE), town("2022-06-01", "2025-10-01"))
    (change,) = found.fits
    assert change.system.id == "kojin"
    assert change.before == Fit("safe", 0)
    assert change.after.state == "none"
    assert change.after.days > 0
