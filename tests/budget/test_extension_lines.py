"""The lines that prolong contracts up to the cutover."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.helpers import ENGLISH
from tests.rules.planned import planned, sample

if TYPE_CHECKING:
    from decimal import Decimal

    from stdmig.budget import BudgetLine

COSTS = "schema: stdmig.costs/1\n"


def _extensions(lines: tuple[BudgetLine, ...]) -> list[BudgetLine]:
    return [line for line in lines if line.contract is not None]


def _one(contract: str, costs: str | None = None) -> list[BudgetLine]:
    """Return the lines of one contract, held to a cutover on 2025-10-01."""
    systems = f"""\
schema: stdmig.systems/1
municipality: {{name: 見本市, lead_section: 推進課}}
contracts:
  - {{id: tax, name: 税総合の契約, {contract}}}
systems:
  - {{id: kojin, units: [{{section: 税務課, contract: tax}}]}}
"""
    budget = planned(systems, planning="{cutover: 2025-10-01}", costs=costs).budget
    return _extensions(budget)


def _remarks(line: BudgetLine) -> list[str]:
    return [remark.into(ENGLISH) for remark in line.remarks]


def test_months_of_the_sample() -> None:
    """
    The months of every contract and fiscal year, as a hand counts them.

    From 2024-10-01 to 2025-09-30: October to March 6, April to September 6. 健康管理
    from 2025-04-01 on: 6. 生活保護: fiscal 2022, 2023 and 2024 whole, then 6.
    """
    months: dict[str, dict[int, Decimal | None]] = defaultdict(dict)
    for line in _extensions(sample().budget):
        months[str(line.contract)][line.fiscal_year] = line.amount.quantity
    assert months == {
        "acrocity": {2024: 6, 2025: 6},
        "welplus": {2024: 6, 2025: 6},
        "kenko": {2025: 6},
        "seiho": {2022: 12, 2023: 12, 2024: 12, 2025: 6},
    }
    units = {line.amount.unit for line in _extensions(sample().budget)}
    assert [unit.into(ENGLISH) for unit in units if unit] == ["month(s)"]


def test_spans_of_the_sample() -> None:
    """Each line is performed inside its fiscal year, from the gap's first day on."""
    spans = [
        (line.contract, line.fiscal_year, str(line.start), str(line.end))
        for line in _extensions(sample().budget)
    ]
    assert spans == [
        ("seiho", 2022, "2022-04-01", "2023-03-31"),
        ("seiho", 2023, "2023-04-01", "2024-03-31"),
        ("acrocity", 2024, "2024-10-01", "2025-03-31"),
        ("welplus", 2024, "2024-10-01", "2025-03-31"),
        ("seiho", 2024, "2024-04-01", "2025-03-31"),
        ("acrocity", 2025, "2025-04-01", "2025-09-30"),
        ("welplus", 2025, "2025-04-01", "2025-09-30"),
        ("kenko", 2025, "2025-04-01", "2025-09-30"),
        ("seiho", 2025, "2025-04-01", "2025-09-30"),
    ]


def test_who_asks_and_who_is_paid_in_the_sample() -> None:
    """A contract of one section is asked for by it, others by the lead section."""
    told = {
        line.contract: (line.section, line.counterparty, line.title.into(ENGLISH))
        for line in _extensions(sample().budget)
    }
    kyushu = "行政システム九州 株式会社 鹿児島支店"
    assert told == {
        "acrocity": (
            "デジタル行政推進課",
            kyushu,
            "アクロシティ住民情報システム: extension of the contract",
        ),
        "welplus": (
            "デジタル行政推進課",
            kyushu,
            "Wel+: extension of the contract",
        ),
        "kenko": (
            "健康増進課",
            "(株)南日本情報処理センター",
            "健康管理システム: extension of the contract",
        ),
        "seiho": (
            "社会福祉課",
            "北日本コンピューターサービス(株)",
            "生活保護システム: renewal of the contract",
        ),
    }


def test_debt_obligation_of_the_sample() -> None:
    """A contract over 31 March binds the later years, in the year it is signed."""
    years = [
        (line.contract, line.fiscal_year, line.debt_years)
        for line in _extensions(sample().budget)
        if line.debt_years
    ]
    assert years == [("acrocity", 2024, (2025,)), ("welplus", 2024, (2025,))]


def test_request_due_dates_of_the_sample() -> None:
    """Money of a fiscal year is asked for by 31 October before it."""
    due = {line.fiscal_year: str(line.request_due) for line in sample().budget}
    assert due == {
        2022: "2021-10-31",
        2023: "2022-10-31",
        2024: "2023-10-31",
        2025: "2024-10-31",
    }


def test_basis_of_the_sample() -> None:
    """Each line says which finding asks for it, and how much of the gap it covers."""
    told = [
        (line.contract, line.basis.into(ENGLISH))
        for line in _extensions(sample().budget)
    ]
    assert told == [
        ("seiho", "STD203: 365 of 1279 days to the cutover"),
        ("seiho", "STD203: 366 of 1279 days to the cutover"),
        ("acrocity", "STD201: 182 of 365 days of the gap"),
        ("welplus", "STD201: 182 of 365 days of the gap"),
        ("seiho", "STD203: 365 of 1279 days to the cutover"),
        ("acrocity", "STD201: 183 of 365 days of the gap"),
        ("welplus", "STD201: 183 of 365 days of the gap"),
        ("kenko", "STD201: 183 of 183 days of the gap"),
        ("seiho", "STD203: 183 of 1279 days to the cutover"),
    ]


def test_an_extension_is_new_in_its_first_year_and_a_renewal_never() -> None:
    """An extension is first asked for in one year; a yearly contract always was."""
    new = [
        (line.contract, line.fiscal_year)
        for line in _extensions(sample().budget)
        if line.is_new
    ]
    assert new == [("acrocity", 2024), ("welplus", 2024), ("kenko", 2025)]


def test_without_figures_every_amount_is_empty() -> None:
    """Where nobody gave a price, price and sum are unknown and never zero."""
    for line in _extensions(sample().budget):
        amount = line.amount
        assert (amount.unit_price, amount.tax_rate) == (None, None)
        assert (amount.yen, amount.thousands) == (None, None)
        assert _remarks(line) == ["unit price not given"]


def test_a_contract_without_a_gap_asks_for_nothing() -> None:
    """A contract that lasts to the eve of the cutover has no line; nor an unknown."""
    assert _one("end: 2025-09-30") == []
    assert _one("start: 2019-10-01") == []


def test_the_monthly_fee_of_the_contract_is_its_price() -> None:
    """
    The fee is asked for by the month, with the tax of the file.

    6 x 123,457 = 740,742; with 10 % 814,816.2, a fraction of a yen cut off; in
    thousands 815, rounded up.
    """
    costs = f"{COSTS}tax_rate: 10\n"
    first, second = _one("end: 2024-09-30, monthly_fee: 123457", costs)
    for line in (first, second):
        assert line.amount.quantity == 6
        assert line.amount.unit_price == 123457
        assert line.amount.tax_rate == 10
        assert line.amount.yen == 814816
        assert line.amount.thousands == 815
        assert line.remarks == ()


def test_a_fee_without_a_tax_rate_has_no_sum() -> None:
    """Nobody said which tax applies, so the sum is unknown though the fee is not."""
    line, _ = _one("end: 2024-09-30, monthly_fee: 100000")
    assert (line.amount.unit_price, line.amount.tax_rate) == (100000, None)
    assert (line.amount.yen, line.amount.thousands) == (None, None)
    assert _remarks(line) == ["tax rate not given"]


@pytest.mark.parametrize(
    ("entries", "unit_price", "tax_rate"),
    [
        # A price that names the contract wins over the contract's own fee,
        ("[{item: extension, contract: tax, unit_price: 200}]", 200, 10),
        # the fee over a price for all,
        ("[{item: extension, unit_price: 300}]", 100, 10),
        # and an entry without a price says only how to ask for the fee.
        ("[{item: extension, contract: tax, tax_rate: 8}]", 100, 8),
        ("[{item: extension, tax_rate: 8}]", 100, 8),
        ("[{item: cleansing, unit_price: 400}]", 100, 10),
        ("[]", 100, 10),
    ],
)
def test_the_most_exact_price_wins(
    entries: str, unit_price: int, tax_rate: int
) -> None:
    """An entry for the contract, then the contract's fee, then an entry for all."""
    costs = f"{COSTS}tax_rate: 10\ncosts: {entries}\n"
    line, _ = _one("end: 2024-09-30, monthly_fee: 100", costs)
    assert line.amount.unit_price == unit_price
    assert line.amount.tax_rate == tax_rate


def test_a_price_for_all_contracts_holds_where_none_has_a_fee() -> None:
    """An entry that names no contract is the price of each."""
    costs = f"{COSTS}tax_rate: 10\ncosts: [{{item: extension, unit_price: 300}}]\n"
    line, _ = _one("end: 2024-09-30", costs)
    # 6 x 300 x 1.1
    assert line.amount.yen == 1980


def test_a_lump_sum_is_paid_once_when_all_is_done() -> None:
    """
    A fixed quantity is asked for in the last fiscal year alone.

    1 x 3,000,001 with 10 %: 3,300,001.1 yen, in thousands 3,301.
    """
    costs = f"""\
{COSTS}tax_rate: 10
costs:
  - {{item: extension, contract: tax, unit_price: 3000001, quantity: 1, unit_name: 式}}
"""
    first, second = _one("end: 2024-09-30", costs)
    assert first.amount == (type(first.amount))()
    assert _remarks(first) == ["paid in the year in which it is completed"]
    assert second.amount.quantity == 1
    assert second.amount.yen == 3300001
    assert second.amount.thousands == 3301
    assert second.amount.unit is not None
    assert second.amount.unit.into(ENGLISH) == "式"
    assert second.remarks == ()


def test_heading_way_and_counterparty_come_from_the_entry() -> None:
    """What finance needs beside the price is taken over, over the common heading."""
    costs = f"""\
{COSTS}heading: {{account: 一般会計, node: 12 委託料}}
costs:
  - item: extension
    contract: tax
    method: 随意契約
    counterparty: 見本リース
    heading: {{node: 13 使用料}}
"""
    line, _ = _one("end: 2024-09-30, vendor: 見本情報", costs)
    assert line.heading.account == "一般会計"
    assert line.heading.node == "13 使用料"
    assert line.method == "随意契約"
    assert line.counterparty == "見本リース"


def test_the_counterparty_is_who_signed() -> None:
    """The leasing company is paid where it signed, the vendor where nobody else did."""
    (line, _) = _one("end: 2024-09-30, vendor: 見本情報, counterparty: 見本リース")
    assert line.counterparty == "見本リース"
    (line, _) = _one("end: 2024-09-30, vendor: 見本情報")
    assert line.counterparty == "見本情報"
    (line, _) = _one("end: 2024-09-30")
    assert line.counterparty is None


def test_what_is_under_way_is_remarked() -> None:
    """A year whose extension is recorded says so, lest it be asked for twice."""
    extension = "{start: 2024-10-01, end: 2025-03-31, state: voted}"
    first, second = _one(f"end: 2024-09-30, extensions: [{extension}]")
    assert _remarks(first) == ["extension voted", "unit price not given"]
    assert _remarks(second) == ["unit price not given"]


def test_what_is_renewed_is_remarked() -> None:
    """A single-year contract is renewed, not extended."""
    extension = "{start: 2024-04-01, end: 2025-03-31, state: voted}"
    first, second = _one(
        f"kind: single_year, end: 2024-03-31, extensions: [{extension}]"
    )
    assert _remarks(first) == ["renewal voted", "unit price not given"]
    assert _remarks(second) == ["unit price not given"]
    assert (first.fiscal_year, second.fiscal_year) == (2024, 2025)


def test_no_due_date_where_none_is_known() -> None:
    """A template without a request window gives no day to ask by."""
    systems = """\
schema: stdmig.systems/1
municipality: {name: 見本市}
systems:
  - {id: kojin, units: [{section: 税務課, contract: {end: 2024-09-30}}]}
"""
    template = "schema: stdmig.template/1\ndeadline: 2026-03-31\n"
    lines = planned(systems, template=template).budget
    assert {line.request_due for line in lines} == {None}


def test_a_request_window_in_spring_is_in_the_same_calendar_year() -> None:
    """Money of fiscal 2024 that is asked for until 15 January is due in 2024."""
    systems = """\
schema: stdmig.systems/1
municipality: {name: 見本市}
systems:
  - {id: kojin, units: [{section: 税務課, contract: {end: 2024-09-30}}]}
"""
    template = """\
schema: stdmig.template/1
deadline: 2026-03-31
budget: {request: {from: "11-01", until: "01-15"}}
"""
    lines = planned(systems, template=template).budget
    due = {line.fiscal_year: line.request_due for line in lines}
    assert due == {2024: date(2024, 1, 15), 2025: date(2025, 1, 15)}


@pytest.mark.parametrize(
    ("accounts", "shown"),
    [
        ("{name: 一般会計}", "一般会計"),
        (
            "[{name: 一般会計, share: 60}, {name: 国民健康保険特別会計, share: 40}]",
            "一般会計(60%)、国民健康保険特別会計(40%)",
        ),
    ],
)
def test_the_contract_names_its_accounts(accounts: str, shown: str) -> None:
    """The accounts of the contract stand in the request, with shares where split."""
    lines = _one(f"end: 2025-03-31, accounts: {accounts}")
    assert [line.heading.account for line in lines] == [shown]


def test_what_is_signed_has_no_line() -> None:
    """Days of a signed extension are asked for no more; the rest of its year is."""
    extension = "{start: 2024-10-01, end: 2025-06-30, state: signed}"
    (line,) = _one(f"end: 2024-09-30, extensions: [{extension}]")
    assert (line.fiscal_year, line.start, line.end) == (
        2025,
        date(2025, 7, 1),
        date(2025, 9, 30),
    )
    # 2025-07-01 to 2025-09-30: 31 + 31 + 30 of the 365 days from 2024-10-01 on.
    assert line.basis.into(ENGLISH) == "STD201: 92 of 365 days of the gap"
    assert line.debt_years == ()
    assert line.is_new
    whole = "{start: 2024-10-01, end: 2025-09-30, state: signed}"
    assert _one(f"end: 2024-09-30, extensions: [{whole}]") == []


def test_a_hole_between_signed_extensions_has_a_line() -> None:
    """What lies between two signed extensions is asked for by itself."""
    (line,) = _one(
        "end: 2024-09-30, extension_unit_months: 12, extensions:"
        " [{start: 2024-10-01, end: 2024-12-30, state: signed},"
        " {start: 2025-01-01, end: 2025-09-30, state: signed}]"
    )
    assert line.start == line.end == date(2024, 12, 31)


def test_an_extension_is_asked_for_as_it_is_sold() -> None:
    """
    Whole years from 2024-10-01 for a gap to 2025-09-29 and for one to 2025-09-30.

    A year from 2024-10-01 ends 2025-09-30. From 2025-03-01 it ends 2026-02-28: fiscal
    2024 pays for March, 2025 for eleven months, of which October to February are more
    than is needed.
    """
    first, second = _one("end: 2024-09-30, extension_unit_months: 12")
    assert (first.start, second.end) == (date(2024, 10, 1), date(2025, 9, 30))
    first, second = _one("end: 2025-02-28, extension_unit_months: 12, monthly_fee: 10")
    assert [(line.start, line.end) for line in (first, second)] == [
        (date(2025, 3, 1), date(2025, 3, 31)),
        (date(2025, 4, 1), date(2026, 2, 28)),
    ]
    assert [line.amount.quantity for line in (first, second)] == [1, 11]
    assert [line.debt_years for line in (first, second)] == [(2025,), ()]
    assert _remarks(first) == ["tax rate not given"]
    assert _remarks(second) == [
        "sold in units of 12 months: 2025-10-01 to 2026-02-28 is more than is needed",
        "tax rate not given",
    ]
    assert [line.basis.into(ENGLISH) for line in (first, second)] == [
        "STD201: 31 of 214 days of the gap",
        "STD201: 183 of 214 days of the gap",
    ]


def test_a_year_of_a_lease_is_paid_when_it_begins() -> None:
    """
    A second lease is priced by the year, whole, in the fiscal year in which it begins.

    From 2023-07-01 sold by the year to 2026-06-30: years begin 2023-07-01, 2024-07-01
    and 2025-07-01, and none in fiscal 2026. 600,000 yen with 10 %: 660,000.
    """
    lines = _one(
        "form: re_lease, end: 2023-06-30, annual_fee: 600000, at_end: returned,"
        " extension_unit_months: 12",
        f"{COSTS}tax_rate: 10\n",
    )
    assert [
        (line.fiscal_year, line.amount.quantity, line.amount.yen) for line in lines
    ] == [(2023, 1, 660000), (2024, 1, 660000), (2025, 1, 660000), (2026, None, None)]
    assert lines[0].amount.unit is not None
    assert lines[0].amount.unit.into(ENGLISH) == "year(s)"
    assert lines[0].debt_years == (2024, 2025, 2026)
    assert _remarks(lines[3]) == [
        "sold in units of 12 months: 2026-04-01 to 2026-06-30 is more than is needed",
        "the machine is returned at the end; its cost is not in this",
        "paid in the year in which each lease year begins",
    ]


def test_a_request_day_that_is_past_is_remarked_with_the_next_way() -> None:
    """As of 2024-11-01 fiscal 2025 is closed; the March session is in time."""
    systems = """\
schema: stdmig.systems/1
municipality: {name: 見本市}
systems:
  - {id: kojin, units: [{section: 税務課, contract: {end: 2025-03-31}}]}
"""
    template = """\
schema: stdmig.template/1
deadline: 2026-03-31
budget: {request: {from: "09-01", until: "10-31"}}
council:
  sessions:
    - {id: march, name: 3月定例会, name_en: March session, from: "03-01",
       until: "03-24", request_until: "01-31"}
"""
    lines = planned(
        systems,
        planning="{cutover: 2025-10-01}",
        template=template,
        as_of=date(2024, 11, 1),
    ).budget
    (line,) = _extensions(lines)
    assert line.request_due == date(2024, 10, 31)
    assert _remarks(line) == [
        "requests closed on 2024-10-31",
        "next: the supplementary budget of FY2024 in the March session, ask by"
        " 2025-01-31, voted by 2025-03-24, as a debt obligation",
        "unit price not given",
    ]
