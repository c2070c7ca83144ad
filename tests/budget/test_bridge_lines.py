"""The lines of the bridges between two cutover days."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from stdmig.workspace.section import lines_of
from tests.helpers import ENGLISH
from tests.rules.planned import planned, sample

if TYPE_CHECKING:
    from stdmig.budget import BudgetLine

SYSTEMS = """\
schema: stdmig.systems/1
municipality: {name: 見本市, lead_section: 推進課}
systems:
  - {id: juki, cutover: 2026-01-05, units: [{section: 市民課}]}
  - {id: kojin, cutover: 2026-05-07, units: [{section: 税務課}]}
  - {id: hojin, cutover: 2026-05-07, units: [{section: 税務課}]}
  - {id: seiho, cutover: 2026-05-07, units: [{section: 福祉課}]}
links:
  - {from: juki, to: kojin, data: 宛名}
  - {from: juki, to: hojin, data: 宛名}
"""


def _bridges(systems: str = SYSTEMS, costs: str | None = None) -> list[BudgetLine]:
    written = None if costs is None else f"schema: stdmig.costs/1\n{costs}"
    lines = planned(systems, costs=written).budget
    return [line for line in lines if line.cost_item == "bridge"]


def _remarks(line: BudgetLine) -> list[str]:
    return [remark.into(ENGLISH) for remark in line.remarks]


def test_one_line_per_fiscal_year() -> None:
    """From 2026-01-05 to 2026-05-06 the bridge falls into fiscal 2025 and 2026."""
    first, second = _bridges()
    assert [
        (line.fiscal_year, line.start, line.end, line.is_new, line.request_due)
        for line in (first, second)
    ] == [
        (2025, date(2026, 1, 5), date(2026, 3, 31), True, date(2024, 10, 31)),
        (2026, date(2026, 4, 1), date(2026, 5, 6), False, date(2025, 10, 31)),
    ]
    assert first.debt_years == second.debt_years == (2026,)
    assert (first.system, first.contract) == (None, None)
    assert first.title.into(ENGLISH) == (
        "Temporary bridge of the cutovers 2026-01-05 and 2026-05-07"
    )
    assert first.basis.into(ENGLISH) == "STD401: 2 pairs of systems apart"


def test_nobody_gave_a_price() -> None:
    """Without a price there is neither a sum nor a quantity, and the line says so."""
    line, _ = _bridges()
    assert (line.amount.yen, line.amount.unit_price, line.amount.quantity) == (
        *(None, None, None),
    )
    assert _remarks(line) == ["joint test needed", "unit price not given"]
    assert (line.method, line.counterparty) == (None, None)


def test_a_price_for_the_whole_is_paid_in_the_last_year() -> None:
    """1 x 3,000,000 yen with 10 % tax is 3,300,000 yen, paid when it is done."""
    first, second = _bridges(
        costs="""\
tax_rate: 10
costs:
  - {item: bridge, unit_price: 3000000, quantity: 1, unit_name: 式, method: 随意契約}
"""
    )
    assert first.amount.yen is None
    assert _remarks(first) == [
        "joint test needed",
        "paid in the year in which it is completed",
    ]
    assert second.amount.yen == 3_300_000
    assert second.method == "随意契約"
    assert _remarks(second) == ["joint test needed"]


def test_a_price_by_the_month() -> None:
    """January to March are 3 months, April and May 2: 100,000 yen each, without tax."""
    first, second = _bridges(
        costs="costs: [{item: bridge, unit_price: 100000, tax_rate: 0}]\n"
    )
    assert (first.amount.yen, second.amount.yen) == (300_000, 200_000)


def test_who_asks() -> None:
    """Several sections ask through the lead section, a single one by itself."""
    line, _ = _bridges()
    assert (line.section, line.sections) == ("推進課", ("市民課", "税務課"))
    assert lines_of((line,), "税務課") == (line,)
    assert lines_of((line,), "福祉課") == ()
    (alone, _) = _bridges(SYSTEMS.replace("市民課", "税務課"))
    assert (alone.section, alone.sections) == ("税務課", ("税務課",))


def test_no_bridge_in_the_sample() -> None:
    """All cutovers of the sample fall on one day: nothing is asked for."""
    assert {line.cost_item for line in sample().budget} == {
        *("cleansing", "migration", "cloud", "integration", "extension")
    }
