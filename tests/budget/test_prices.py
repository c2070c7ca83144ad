"""What the lines come to: prices, quantities, tax, and what nobody gave."""

from __future__ import annotations

import pytest

from stdmig.budget import Amount
from tests.budget.town import TWO_UNITS, lines_of, sums
from tests.helpers import ENGLISH


def test_a_monthly_price_counts_the_months_of_each_year() -> None:
    """
    A price without a quantity is paid for every calendar month of the work.

    6 months of fiscal 2024 and 6 of 2025, 100,000 yen each, 10 % tax: 660,000 yen.
    """
    costs = "tax_rate: 10\ncosts: [{item: migration, unit: levy, unit_price: 100000}]\n"
    assert sums(lines_of(TWO_UNITS, costs), "migration") == [
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
    (line, _) = [
        each for each in lines_of(TWO_UNITS, costs) if each.cost_item == "cloud"
    ]
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
    found = [each for each in sums(lines_of(TWO_UNITS, costs), "migration")]
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
        for line in lines_of(TWO_UNITS, costs)
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
        for line in lines_of(TWO_UNITS, costs)
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
        assert sums(lines_of(TWO_UNITS, costs), "cloud")[0][2] == yen


def test_a_price_of_zero_is_a_price() -> None:
    """What is known to cost nothing is zero, which is not the same as unknown."""
    costs = "tax_rate: 10\ncosts: [{item: cloud, unit_price: 0}]\n"
    assert sums(lines_of(TWO_UNITS, costs), "cloud")[0] == (2025, "税務課", 0, [])


def test_a_tax_rate_of_zero_is_a_rate() -> None:
    """An untaxed cost has a sum."""
    costs = "tax_rate: 10\ncosts: [{item: cloud, unit_price: 10, tax_rate: 0}]\n"
    assert sums(lines_of(TWO_UNITS, costs), "cloud")[0] == (2025, "税務課", 60, [])


def test_a_price_without_a_tax_rate_has_no_sum() -> None:
    """Nobody said which tax applies, so the sum stays empty and the line says why."""
    costs = "costs: [{item: cloud, unit_price: 10}]\n"
    assert sums(lines_of(TWO_UNITS, costs), "cloud")[0] == (
        2025,
        "税務課",
        None,
        ["tax rate not given"],
    )


@pytest.mark.parametrize("subject", ["system: kokuho, ", ""])
def test_a_price_of_the_system_is_counted_once(subject: str) -> None:
    """Of two units of a system the first asks for the money, the other says so."""
    costs = f"tax_rate: 10\ncosts: [{{item: cloud, {subject}unit_price: 1000}}]\n"
    assert sums(lines_of(TWO_UNITS, costs), "cloud") == [
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
    assert sums(lines_of(TWO_UNITS, costs), "cloud") == [
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
    assert sums(lines_of(systems, costs), "advice") == [(2024, "保険年金課", 2200, [])]


def test_the_price_of_a_system_wins_over_that_of_all() -> None:
    """An entry that names the system is taken before the one that names nothing."""
    costs = """\
tax_rate: 10
costs:
  - {item: cloud, unit_price: 1000}
  - {item: cloud, system: kokuho, unit_price: 500}
"""
    assert sums(lines_of(TWO_UNITS, costs), "cloud")[0][2] == 3300


def test_a_system_without_a_unit_has_its_price() -> None:
    """Nobody is recorded who asks, and the price of the system still counts."""
    systems = """\
schema: stdmig.systems/1
municipality: {name: 見本市}
systems:
  - {id: koseki}
"""
    costs = "tax_rate: 10\ncosts: [{item: cloud, system: koseki, unit_price: 1000}]\n"
    assert sums(lines_of(systems, costs), "cloud") == [(2025, None, 6600, [])]
