"""The lines of the work itself, per fiscal year, section, system and cost item."""

from __future__ import annotations

from collections import Counter

import pytest

from stdmig.budget import Amount, BudgetLine
from tests.helpers import ENGLISH
from tests.rules.planned import planned, sample

PROCEDURES = """\
schema: stdmig.procedures/1
phases: [{id: all, name: 全体}]
items:
  - number: 1
    id: request
    name: 提案依頼
    phase: all
    scope: procurement
    months: {min: 2, max: 2}
    drops_when: vendor_stays
  - number: 2
    id: contract
    name: 契約
    phase: all
    scope: procurement
    months: {min: 2, max: 2}
    after: [1]
    role: contract
  - number: 3
    id: work
    name: 作業
    phase: all
    scope: system
    months: {min: 12, max: 12}
    after: [2]
cutover: {after: [3]}
cost_items:
  - {id: advice, name: 助言, name_en: Advice, items: [1]}
  - {id: migration, name: 移行, name_en: Migration, items: [3]}
  - {id: cloud, name: クラウド利用, name_en: Cloud, from_cutover: true}
"""
"""For a cutover on 2025-10-01 item 3 lasts from 2024-10-01 to 2025-09-30, item 2 from
2024-08-01 to 2024-09-30 and item 1 from 2024-06-01 to 2024-07-31."""

TWO_UNITS = """\
schema: stdmig.systems/1
municipality: {name: 見本市}
systems:
  - id: kokuho
    units:
      - {id: levy, section: 税務課, package: 税総合, policy: switch}
      - {id: benefits, section: 保険年金課, package: 国保, policy: switch}
"""


def _lines(
    systems: str, costs: str | None = None, procedures: str = PROCEDURES
) -> tuple[BudgetLine, ...]:
    return planned(
        systems,
        planning="{cutover: 2025-10-01}",
        procedures=procedures,
        costs=None if costs is None else f"schema: stdmig.costs/1\n{costs}",
    ).budget


def _told(line: BudgetLine) -> tuple[int, str | None, str, str, str]:
    title = line.title.into(ENGLISH)
    return line.fiscal_year, line.section, title, str(line.start), str(line.end)


def _sums(
    lines: tuple[BudgetLine, ...], item: str
) -> list[tuple[int, str | None, int | None, list[str]]]:
    return [
        (
            line.fiscal_year,
            line.section,
            line.amount.yen,
            [remark.into(ENGLISH) for remark in line.remarks],
        )
        for line in lines
        if line.cost_item == item
    ]


def test_lines_of_one_system_in_the_sample() -> None:
    """
    Every cost item of a system falls into the fiscal years of its work.

    Item 14 is 2024-10-01 to 2025-03-31; 13 and 15 with it to 2025-09-30; item 16, four
    months before item 15 begins on 2025-04-01, from 2024-12-01.
    """
    lines = [_told(line) for line in sample().budget if line.system == "kojin"]
    tax = "Individual resident tax"
    links = "Adaptation of links with existing systems"
    assert lines == [
        (2024, "税務課", f"{tax}: Data cleansing", "2024-10-01", "2025-03-31"),
        (2024, "税務課", f"{tax}: Migration", "2024-10-01", "2025-03-31"),
        (2024, "税務課", f"{tax}: {links}", "2024-12-01", "2025-03-31"),
        (2025, "税務課", f"{tax}: Migration", "2025-04-01", "2025-09-30"),
        (2025, "税務課", f"{tax}: Use of the cloud", "2025-10-01", "2026-03-31"),
    ]


def test_every_section_of_the_sample_has_its_lines() -> None:
    """
    Each unit and each system without one has five lines: 20 + 3 of them.

    A system of two sections has them for both.
    """
    lines = [line for line in sample().budget if line.system is not None]
    counted = Counter((line.system, line.section) for line in lines)
    assert set(counted.values()) == {5}
    assert len(counted) == 23
    assert [section for system, section in counted if system == "kokuho"] == [
        "税務課",
        "保険年金課",
    ]
    assert [system for system, section in counted if section is None] == [
        "inkan",
        "koseki",
        "fuhyo",
    ]


def test_lines_stand_by_fiscal_year() -> None:
    """The request begins with the first fiscal year, whatever it asks for."""
    years = [line.fiscal_year for line in sample().budget]
    assert years == sorted(years)
    assert set(years) == {2022, 2023, 2024, 2025}


def test_a_cost_is_new_in_its_first_year() -> None:
    """The second year of the same cost is continued."""
    lines = [line for line in sample().budget if line.system == "kojin"]
    assert [(line.cost_item, line.fiscal_year, line.is_new) for line in lines] == [
        ("cleansing", 2024, True),
        ("migration", 2024, True),
        ("integration", 2024, True),
        ("migration", 2025, False),
        ("cloud", 2025, True),
    ]


def test_debt_obligation_of_the_sample() -> None:
    """
    The contract is signed on 2024-05-31 and runs to the cutover: it binds fiscal 2025.

    The cloud is paid for from the cutover to the end of that fiscal year.
    """
    years = {
        line.cost_item: line.debt_years
        for line in sample().budget
        if line.system == "kojin"
    }
    assert years == {
        "cleansing": (2025,),
        "migration": (2025,),
        "integration": (2025,),
        "cloud": (),
    }


def test_what_in_the_plan_asks_for_a_line() -> None:
    """The basis names the work items and their dates, or the cutover."""
    told = {
        line.cost_item: line.basis.into(ENGLISH)
        for line in sample().budget
        if line.system == "kojin"
    }
    assert told == {
        "cleansing": "items 14: 2024-10-01 to 2025-03-31",
        "migration": "items 13, 14, 15: 2024-10-01 to 2025-09-30",
        "integration": "items 16: 2024-12-01 to 2025-03-31",
        "cloud": "cutover 2025-10-01",
    }


def test_without_figures_every_amount_is_empty() -> None:
    """Where nobody gave a price, price and sum are unknown and never zero."""
    for line in sample().budget:
        assert (line.amount.unit_price, line.amount.yen) == (None, None)
        assert line.amount.thousands is None
        assert [each.into(ENGLISH) for each in line.remarks] == ["unit price not given"]


def test_the_contract_is_found_by_its_role() -> None:
    """
    Whatever its number, the item of that role says when the contract is signed.

    It ends on 2024-09-30 in fiscal 2024, its work in fiscal 2025.
    """
    (line, *_) = [each for each in _lines(TWO_UNITS) if each.cost_item == "migration"]
    assert line.debt_years == (2025,)


def test_without_a_contract_item_no_debt_is_claimed() -> None:
    """A procedure that names no such item says nothing of a debt obligation."""
    procedures = PROCEDURES.replace("    role: contract\n", "")
    assert {line.debt_years for line in _lines(TWO_UNITS, None, procedures)} == {()}


def test_a_cost_of_a_dropped_item_is_not_asked_for() -> None:
    """Where the vendor stays there is no request for proposals, and no advice on it."""
    systems = TWO_UNITS.replace(
        "package: 国保, policy: switch", "package: 国保, policy: stay"
    )
    advised = [line.section for line in _lines(systems) if line.cost_item == "advice"]
    assert advised == ["税務課"]


def test_a_dropped_item_stays_dropped_in_a_common_purchase() -> None:
    """The unit whose vendor stays has no part in what the others of its purchase do."""
    systems = """\
schema: stdmig.systems/1
municipality: {name: 見本市}
systems:
  - id: kojin
    units: [{section: 税務課, policy: stay, procurement: all}]
  - id: juki
    units: [{section: 市民課, policy: switch, procurement: all}]
"""
    advised = [line.section for line in _lines(systems) if line.cost_item == "advice"]
    assert advised == ["市民課"]


def test_a_purchase_named_like_another_system_is_not_that_system() -> None:
    """
    A unit bought under the id of another system keeps its own work's dates.

    Item 3 of kojin ends on 2025-12-31, that of juki on 2025-09-30.
    """
    systems = """\
schema: stdmig.systems/1
municipality: {name: 見本市}
systems:
  - {id: juki, units: [{section: 市民課, procurement: kojin}]}
  - id: kojin
    cutover: 2026-01-01
    units: [{section: 税務課, procurement: tax}]
"""
    ends = {
        (line.system, str(line.end))
        for line in _lines(systems)
        if line.cost_item == "migration" and line.fiscal_year == 2025
    }
    assert ends == {("juki", "2025-09-30"), ("kojin", "2025-12-31")}


def test_the_vendor_that_stays_is_likely_to_be_paid() -> None:
    """A present vendor is named where it stays; the cloud's fee goes to the state."""
    systems = """\
schema: stdmig.systems/1
municipality: {name: 見本市}
systems:
  - {id: juki, units: [{section: 市民課, vendor: 見本情報, policy: stay}]}
  - {id: inkan, units: [{section: 市民課, vendor: 見本情報, policy: undecided}]}
"""
    paid = {
        (line.system, line.cost_item): line.counterparty
        if line.counterparty is None or isinstance(line.counterparty, str)
        else line.counterparty.into(ENGLISH)
        for line in _lines(systems)
    }
    assert paid == {
        ("juki", "migration"): "見本情報",
        ("juki", "cloud"): "the state",
        ("inkan", "advice"): None,
        ("inkan", "migration"): None,
        ("inkan", "cloud"): "the state",
    }


def test_a_monthly_price_counts_the_months_of_each_year() -> None:
    """
    A price without a quantity is paid for every calendar month of the work.

    6 months of fiscal 2024 and 6 of 2025, 100,000 yen each, 10 % tax: 660,000 yen.
    """
    costs = "tax_rate: 10\ncosts: [{item: migration, unit: levy, unit_price: 100000}]\n"
    assert _sums(_lines(TWO_UNITS, costs), "migration") == [
        (2024, "税務課", 660000, []),
        (2024, "保険年金課", None, ["unit price not given"]),
        (2025, "税務課", 660000, []),
        (2025, "保険年金課", None, ["unit price not given"]),
    ]


@pytest.mark.parametrize(
    "unit_name", ["月", "か月", "ヶ月", "ヵ月", "箇月", "ｶ月", "month"]
)
def test_a_price_per_month_is_counted_in_months(unit_name: str) -> None:
    """However a month is written as the unit, the months of the plan are counted."""
    costs = (
        "tax_rate: 10\n"
        f"costs: [{{item: cloud, unit_price: 1000, unit_name: {unit_name}}}]\n"
    )
    (line, _) = [each for each in _lines(TWO_UNITS, costs) if each.cost_item == "cloud"]
    assert line.amount.quantity == 6
    assert line.amount.yen == 6600
    assert line.amount.unit is not None
    assert line.amount.unit.into(ENGLISH) == unit_name


@pytest.mark.parametrize("unit_name", ["式", "人月", "台"])
def test_a_price_for_something_else_is_not_multiplied_by_months(unit_name: str) -> None:
    """How many sets or person-months there are, nobody said: the sum is unknown."""
    costs = (
        "tax_rate: 10\n"
        f"costs: [{{item: migration, unit: levy, unit_price: 5000000,"
        f" unit_name: {unit_name}}}]\n"
    )
    found = [each for each in _sums(_lines(TWO_UNITS, costs), "migration")]
    assert found[0] == (
        2024,
        "税務課",
        None,
        ["paid in the year in which it is completed"],
    )
    assert found[2] == (2025, "税務課", None, ["quantity not given"])


def test_a_lump_sum_is_paid_once_in_the_last_year() -> None:
    """
    A fixed quantity is asked for when all is done, and not by the month.

    2.5 x 1,000,000 with 8 %: 2,700,000 yen.
    """
    costs = """\
costs:
  - item: migration
    unit: levy
    unit_price: 1000000
    quantity: 2.5
    unit_name: 人月
    tax_rate: 8
"""
    lines = [
        line
        for line in _lines(TWO_UNITS, costs)
        if line.cost_item == "migration" and line.section == "税務課"
    ]
    first, last = lines
    assert first.amount == Amount()
    assert [each.into(ENGLISH) for each in first.remarks] == [
        "paid in the year in which it is completed"
    ]
    assert (last.amount.yen, last.amount.thousands) == (2700000, 2700)


def test_a_lump_sum_without_a_unit_is_no_month() -> None:
    """A quantity of which nobody said what it counts has no unit."""
    costs = (
        "tax_rate: 10\n"
        "costs: [{item: migration, unit: levy, unit_price: 1, quantity: 3}]\n"
    )
    last = [
        line
        for line in _lines(TWO_UNITS, costs)
        if line.cost_item == "migration" and line.section == "税務課"
    ][-1]
    assert last.amount.quantity == 3
    assert last.amount.unit is None


def test_thousands_are_rounded_up() -> None:
    """One yen over a thousand is another thousand: 1,000 stays 1, 1,001 is 2."""
    assert Amount(yen=1000).thousands == 1
    assert Amount(yen=1001).thousands == 2
    assert Amount(yen=1).thousands == 1
    assert Amount(yen=0).thousands == 0
    assert Amount().thousands is None


def test_a_fraction_of_a_yen_is_cut_off() -> None:
    """6 x 15 x 1.1 is 99 yen exactly; 6 x 16 x 1.1 is 105.6, asked for as 105."""
    for unit_price, yen in ((15, 99), (16, 105)):
        costs = f"tax_rate: 10\ncosts: [{{item: cloud, unit_price: {unit_price}}}]\n"
        assert _sums(_lines(TWO_UNITS, costs), "cloud")[0][2] == yen


def test_a_price_of_zero_is_a_price() -> None:
    """What is known to cost nothing is zero, which is not the same as unknown."""
    costs = "tax_rate: 10\ncosts: [{item: cloud, unit_price: 0}]\n"
    assert _sums(_lines(TWO_UNITS, costs), "cloud")[0] == (2025, "税務課", 0, [])


def test_a_tax_rate_of_zero_is_a_rate() -> None:
    """An untaxed cost has a sum."""
    costs = "tax_rate: 10\ncosts: [{item: cloud, unit_price: 10, tax_rate: 0}]\n"
    assert _sums(_lines(TWO_UNITS, costs), "cloud")[0] == (2025, "税務課", 60, [])


def test_a_price_without_a_tax_rate_has_no_sum() -> None:
    """Nobody said which tax applies, so the sum stays empty and the line says why."""
    costs = "costs: [{item: cloud, unit_price: 10}]\n"
    assert _sums(_lines(TWO_UNITS, costs), "cloud")[0] == (
        2025,
        "税務課",
        None,
        ["tax rate not given"],
    )


@pytest.mark.parametrize("subject", ["system: kokuho, ", ""])
def test_a_price_of_the_system_is_counted_once(subject: str) -> None:
    """Of two units of a system the first asks for the money, the other says so."""
    costs = f"tax_rate: 10\ncosts: [{{item: cloud, {subject}unit_price: 1000}}]\n"
    assert _sums(_lines(TWO_UNITS, costs), "cloud") == [
        (2025, "税務課", 6600, []),
        (2025, "保険年金課", None, ["counted in the line of 税務課"]),
    ]


def test_a_price_of_the_system_passes_over_a_unit_with_its_own() -> None:
    """The first unit has its own price, so the second asks for the system's."""
    costs = """\
tax_rate: 10
costs:
  - {item: cloud, system: kokuho, unit_price: 1000}
  - {item: cloud, unit: levy, unit_price: 500}
"""
    assert _sums(_lines(TWO_UNITS, costs), "cloud") == [
        (2025, "税務課", 3300, []),
        (2025, "保険年金課", 6600, []),
    ]


def test_a_price_of_the_system_passes_over_a_unit_without_the_work() -> None:
    """The first unit has no request for proposals, so the second asks for advice."""
    systems = TWO_UNITS.replace(
        "package: 税総合, policy: switch", "package: 税総合, policy: stay"
    )
    costs = """\
tax_rate: 10
costs: [{item: advice, system: kokuho, unit_price: 1000}]
"""
    assert _sums(_lines(systems, costs), "advice") == [(2024, "保険年金課", 2200, [])]


def test_the_price_of_a_system_wins_over_that_of_all() -> None:
    """An entry that names the system is taken before the one that names nothing."""
    costs = """\
tax_rate: 10
costs:
  - {item: cloud, unit_price: 1000}
  - {item: cloud, system: kokuho, unit_price: 500}
"""
    assert _sums(_lines(TWO_UNITS, costs), "cloud")[0][2] == 3300


def test_a_system_without_a_unit_has_its_price() -> None:
    """Nobody is recorded who asks, and the price of the system still counts."""
    systems = """\
schema: stdmig.systems/1
municipality: {name: 見本市}
systems:
  - {id: koseki}
"""
    costs = "tax_rate: 10\ncosts: [{item: cloud, system: koseki, unit_price: 1000}]\n"
    assert _sums(_lines(systems, costs), "cloud") == [(2025, None, 6600, [])]


def test_two_units_of_one_section_are_told_apart() -> None:
    """Where a section has two units of a system, the line names the unit."""
    systems = TWO_UNITS.replace("section: 保険年金課", "section: 税務課")
    systems = systems.replace("{id: benefits,", "{id: benefits, name: 国保給付,")
    titles = [
        line.title.into(ENGLISH)
        for line in _lines(systems)
        if line.cost_item == "cloud"
    ]
    assert titles == [
        "National health insurance (levy): Cloud",
        "National health insurance (国保給付): Cloud",
    ]


def test_a_cutover_on_1_april_pays_for_the_whole_year() -> None:
    """The cloud is used from the cutover to the end of that fiscal year."""
    lines = planned(
        TWO_UNITS, planning="{cutover: 2025-04-01}", procedures=PROCEDURES
    ).budget
    (line, _) = [each for each in lines if each.cost_item == "cloud"]
    assert _told(line)[3:] == ("2025-04-01", "2026-03-31")
    assert line.amount.quantity == 12


def test_a_system_that_does_not_apply_costs_nothing() -> None:
    """What the town has none of is in no line."""
    systems = """\
schema: stdmig.systems/1
municipality: {name: 見本町}
systems:
  - id: seiho
    applies: false
    reason: 福祉事務所を置かないため
    units: [{section: 福祉課, contract: {end: 2022-03-31}}]
"""
    assert _lines(systems) == ()
