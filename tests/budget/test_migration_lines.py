"""The lines of the work itself, per fiscal year, section, system and cost item."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from tests.budget.town import PROCEDURES, TWO_UNITS, lines_of, told
from tests.helpers import ENGLISH
from tests.rules.planned import planned, sample


def test_lines_of_one_system_in_the_sample() -> None:
    """
    Every cost item of a system falls into the fiscal years of its work.

    Item 14 is 2024-10-01 to 2025-03-31; 13 and 15 with it to 2025-09-30; item 16, four
    months before item 15 begins on 2025-04-01, from 2024-12-01.
    """
    lines = [told(line) for line in sample().budget if line.system == "kojin"]
    tax = "Individual resident tax"
    links = "Adaptation of links with existing systems"
    assert lines == [
        (2024, "税務課", f"{tax}: Data cleansing", "2024-10-01", "2025-03-31"),
        (2024, "税務課", f"{tax}: Migration", "2024-10-01", "2025-03-31"),
        (2024, "税務課", f"{tax}: {links}", "2024-12-01", "2025-03-31"),
        (2025, "税務課", f"{tax}: Migration", "2025-04-01", "2025-09-30"),
        (2025, "税務課", f"{tax}: Use of the cloud", "2025-10-01", "2026-03-31"),
    ]


@pytest.mark.parametrize(
    ("as_of", "years"),
    [
        # Back from 2025-10-01: 14 from 2024-10-01, the cloud to 2026-03-31.
        (date(2025, 3, 31), [2024, 2025]),
        (date(2025, 4, 1), [2025]),
        (date(2026, 4, 1), []),
    ],
)
def test_what_is_over_is_not_asked_for(as_of: date, years: list[int]) -> None:
    """A line that ends before the as-of date is none of a request any more."""
    systems = """\
schema: stdmig.systems/1
municipality: {name: 見本市}
systems:
  - {id: kojin, units: [{section: 税務課}]}
"""
    lines = planned(systems, planning="{cutover: 2025-10-01}", as_of=as_of).budget
    assert sorted({line.fiscal_year for line in lines}) == years


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
        "cleansing": "item 14: 2024-10-01 to 2025-03-31",
        "migration": "items 13, 14, 15: 2024-10-01 to 2025-09-30",
        "integration": "item 16: 2024-12-01 to 2025-03-31",
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
    (line, *_) = [each for each in lines_of(TWO_UNITS) if each.cost_item == "migration"]
    assert line.debt_years == (2025,)


@pytest.mark.parametrize(
    ("cutover", "years"),
    [
        # Signed on 2025-03-31; the last day of the contract is 2026-03-31.
        ("2026-04-01", (2025,)),
        # Signed on 2025-04-01; the last day is 2026-04-01, in the next fiscal year.
        ("2026-04-02", (2026,)),
    ],
)
def test_the_contract_runs_to_the_eve_of_the_cutover(
    cutover: str, years: tuple[int, ...]
) -> None:
    """A fiscal year that begins with the cutover is not bound, one before it is."""
    lines = planned(
        TWO_UNITS, planning=f"{{cutover: {cutover}}}", procedures=PROCEDURES
    ).budget
    bound = {line.debt_years for line in lines if line.cost_item == "migration"}
    assert bound == {years}


def test_the_last_of_several_contracts_binds() -> None:
    """
    Where two items sign, the town is bound by all of it when the last one ends.

    Item 1 ends on 2025-03-31, item 2 on 2025-05-31, in fiscal 2025.
    """
    procedures = PROCEDURES.replace(
        "drops_when: vendor_stays", "drops_when: vendor_stays\n    role: contract"
    )
    lines = planned(
        TWO_UNITS, planning="{cutover: 2026-06-01}", procedures=procedures
    ).budget
    bound = {line.debt_years for line in lines if line.cost_item == "migration"}
    assert bound == {(2026,)}


def test_without_a_contract_item_no_debt_is_claimed() -> None:
    """A procedure that names no such item says nothing of a debt obligation."""
    procedures = PROCEDURES.replace("    role: contract\n", "")
    assert {line.debt_years for line in lines_of(TWO_UNITS, None, procedures)} == {()}


def test_a_cost_of_a_dropped_item_is_not_asked_for() -> None:
    """Where the vendor stays there is no request for proposals, and no advice on it."""
    systems = TWO_UNITS.replace(
        "package: 国保, policy: switch", "package: 国保, policy: stay"
    )
    advised = [line.section for line in lines_of(systems) if line.cost_item == "advice"]
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
    advised = [line.section for line in lines_of(systems) if line.cost_item == "advice"]
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
        for line in lines_of(systems)
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
        for line in lines_of(systems)
    }
    assert paid == {
        ("juki", "migration"): "見本情報",
        ("juki", "cloud"): "the state",
        ("inkan", "advice"): None,
        ("inkan", "migration"): None,
        ("inkan", "cloud"): "the state",
    }


def test_the_counterparty_of_the_entry_is_likely_to_be_paid() -> None:
    """Who the town hall was quoted by is named before anybody else."""
    costs = "costs: [{item: cloud, unit: levy, counterparty: 見本クラウド}]\n"
    lines = [line for line in lines_of(TWO_UNITS, costs) if line.cost_item == "cloud"]
    assert lines[0].counterparty == "見本クラウド"
    assert not isinstance(lines[1].counterparty, str)


def test_two_units_of_one_section_are_told_apart() -> None:
    """Where a section has two units of a system, the line names the unit."""
    systems = TWO_UNITS.replace("section: 保険年金課", "section: 税務課")
    systems = systems.replace("{id: benefits,", "{id: benefits, name: 国保給付,")
    titles = [
        line.title.into(ENGLISH)
        for line in lines_of(systems)
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
    assert told(line)[3:] == ("2025-04-01", "2026-03-31")
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
    assert lines_of(systems) == ()


def test_work_without_a_price_has_no_quantity() -> None:
    """Months of work are no quantity: only the cloud is bought by the month."""
    quantities = {
        (line.cost_item, line.amount.quantity)
        for line in sample().budget
        if line.contract is None
    }
    assert quantities == {
        ("cleansing", None),
        ("migration", None),
        ("cloud", 6),
        ("integration", None),
    }
