"""The budget request: the cells of the CSV, and formulas that agree (予算要求)."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from datetime import date
from decimal import ROUND_FLOOR, Decimal
from math import floor
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from stdmig.render.budget_csv import budget_csv
from stdmig.render.workbook import workbook
from stdmig.render.workbook.budget_formulas import LETTER, spoken
from stdmig.words import Language, Style
from tests.render.workbook.reading import (
    Table,
    Town,
    dossier_of,
    made,
    opened,
    plain,
    planned,
    table,
)

AMOUNT, REQUEST = "Amount (yen, with tax)", "Request (thousand yen)"
SUBJECT, CALCULATION = "Subject", "Calculation"


def of_csv(town: Town, language: Language = "en") -> list[dict[str, str]]:
    """Return the lines of ``stdmig export budget``."""
    whole = dossier_of(town)
    sample = whole.plan.inventory.sample
    data, refused = budget_csv(whole.lines, Style.of(language), "utf-8", sample=sample)
    assert not refused
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def sums(town: Town, heading: str) -> dict[str, int]:
    """Return the CSV's sums of a column by fiscal year; none where nothing is known."""
    found: dict[str, int] = defaultdict(int)
    for line in of_csv(town):
        if line[heading]:
            found[line["Fiscal year"]] += int(line[heading])
    return dict(found)


def _sheet(town: Town, *, values: bool = True) -> Table:
    return table(opened(made(town), values=values)["Budget request"])


def _in_csv(value: Any) -> str:
    """Return a cell as the CSV writes it."""
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    return str(value)


@pytest.mark.parametrize("town", ["sample", "priced", "designated"])
@pytest.mark.parametrize("language", ["ja", "en"])
def test_sheet_holds_the_cells_of_the_csv(town: Town, language: Language) -> None:
    """Column by column and line by line both formats say the same."""
    found = table(opened(made(town, language)).worksheets[2])
    rows = [
        {name: _in_csv(value) for name, value in row.items()} for row in found.dicts()
    ]
    assert rows == of_csv(town, language)


def test_unknown_amounts_are_empty_never_nought() -> None:
    """Without prices no cell of a sum or a line has a figure; the sums say so."""
    found = _sheet("sample")
    assert set(found.column(AMOUNT)) == set(found.column(REQUEST)) == {None}
    sheet, above = found.sheet, found.head - 1
    assert sheet.cell(above, found.columns[SUBJECT]).value == "Sum of all years"
    for row in (above, *range(found.rows[-1] + 1, sheet.max_row + 1)):
        assert sheet.cell(row, found.columns[AMOUNT]).value is None
        assert sheet.cell(row, found.columns[REQUEST]).value is None
    told = [sheet.cell(row, found.columns[CALCULATION]).value for row in _below(found)]
    by_year: dict[str, int] = defaultdict(int)
    for line in of_csv("sample"):
        by_year[line["Fiscal year"]] += 1
    assert told == [
        *(f"without amount: {number}" for number in by_year.values()),
        f"without amount: {sum(by_year.values())}",
    ]


def _below(found: Table) -> range:
    return range(found.rows[-1] + 1, found.sheet.max_row + 1)


@pytest.mark.parametrize("heading", [AMOUNT, REQUEST])
def test_sums_are_those_of_the_csv(heading: str) -> None:
    """By fiscal year and in all, the sums that are shown are the CSV's."""
    found = _sheet("priced")
    years = {
        found.cell(row, "Fiscal year").value: found.cell(row, heading).value
        for row in _below(found)
    }
    expected = sums("priced", heading)
    total = sum(expected.values())
    assert total > 0
    assert years.pop(None) == total
    assert {year: value for year, value in years.items() if value} == expected
    above = found.sheet.cell(found.head - 1, found.columns[heading])
    assert above.value == total


def test_sums_are_formulas() -> None:
    """They follow what is filled in, and span the lines alone."""
    shown, found = _sheet("priced"), _sheet("priced", values=False)
    first, last, letter = found.rows[0], found.rows[-1], LETTER["amount"]
    span = f"${letter}${first}:${letter}${last}"
    years = f"$A${first}:$A${last}"
    *by_year, total = _below(found)
    assert found.cell(total, AMOUNT).value == f'=IF(COUNT({span})=0,"",SUM({span}))'
    for row in by_year:
        assert found.cell(row, AMOUNT).value == (
            f"=IF(SUMPRODUCT(({years}=$A{row})*ISNUMBER({span}))=0,"
            f'"",SUMIFS({span},{years},$A{row}))'
        )
    assert shown.sheet.max_row == total


def test_line_follows_what_is_filled_in() -> None:
    """Amount, request, change, rest and sentence of a line are formulas."""
    found = _sheet("priced", values=False)
    row = found.rows[0]
    assert {
        name: found.cell(row, name).value
        for name in (AMOUNT, REQUEST, "Change (thousand yen)", "General revenue")
    } == {
        AMOUNT: f"=IF(AND(COUNT(P{row},R{row})=2,COUNT(S{row},$S$2)>0),ROUNDDOWN(ROUND("
        f'P{row}*R{row}*(100+IF(COUNT(S{row}),S{row},$S$2))/100,5),0),"")',
        REQUEST: f'=IF(COUNT(T{row}),ROUNDUP(T{row}/1000,0),"")',
        "Change (thousand yen)": f'=IF(COUNT(N{row},M{row})=2,N{row}-M{row},"")',
        "General revenue": f"=IF(AND(COUNT(N{row}),COUNT(V{row}:Y{row})),"
        f'N{row}-SUM(V{row}:Y{row}),"")',
    }
    assert found.cell(row, CALCULATION).value == (
        f'=IF(AND(COUNT(T{row}),Q{row}<>""),""&P{row}&" "&Q{row}&" x "&'
        f'TEXT(R{row},"#,##0")&" yen, tax "&IF(COUNT(S{row}),S{row},$S$2)&" %","")'
    )


def test_common_tax_rate_is_that_of_the_costs() -> None:
    """The rate for lines without one is the file's, or waits to be filled in."""
    assert _sheet("priced").sheet["S2"].value == 10
    assert _sheet("sample").sheet["S2"].value is None
    assert not _sheet("sample").sheet["S2"].protection.locked


def test_input_cells_are_open_and_tinted() -> None:
    """What finance fills in would stay open under protection; the rest would not."""
    found = _sheet("sample")
    row = found.rows[0]
    tinted = {
        name
        for name in found.columns
        if found.cell(row, name).fill.fill_type == "solid"
    }
    unlocked = {
        name for name in found.columns if not found.cell(row, name).protection.locked
    }
    assert tinted == unlocked
    assert unlocked == {
        *("Account", "Part", "Title", "Subtitle", "Project", "Node", "Subnode"),
        "Previous initial budget (thousand yen)",
        *("Quantity", "Unit", "Unit price (yen, without tax)", "Tax rate (%)"),
        *("National subsidy", "Prefectural subsidy", "Local bonds", "Other revenue"),
        *("Its limit (thousand yen)", "Way of contracting"),
    }


def test_figures_stand_as_figures() -> None:
    """Numbers are numbers to the right with separators, dates are dates."""
    found = _sheet("priced")
    (row,) = (row for row in found.rows if found.cell(row, "Quantity").value == 5.5)
    quantity, amount = found.cell(row, "Quantity"), found.cell(row, AMOUNT)
    assert quantity.number_format == "#,##0.0##_ "
    assert amount.value == 2_756_107
    assert amount.number_format == "#,##0_ "
    assert amount.alignment.horizontal == "right"
    assert found.cell(row, REQUEST).value == 2_757
    assert found.cell(row, CALCULATION).value == "5.5 か月 x 455,555 yen, tax 10 %"
    assert plain(found.cell(row, "Performance to").value) == date(2025, 9, 30)


def test_falls_bear_the_triangle_of_japanese_finance() -> None:
    """A change downwards is shown with △ to Japanese readers."""
    japanese = table(opened(made("priced", "ja")).worksheets[2])
    cell = japanese.sheet.cell(japanese.rows[0], 15)
    assert cell.number_format == '#,##0_ ;"△"#,##0_ '


def test_request_without_lines_is_an_empty_table() -> None:
    """A town that asks for nothing gets the form all the same."""
    whole = dossier_of("sample")._replace(lines=())
    found = table(opened(workbook(whole, Style.of("en")))["Budget request"])
    assert found.sheet.max_row == found.head + 0
    assert len(found.columns) == 36


def test_every_amount_is_what_its_formula_gives() -> None:
    """Wherever the product knows an amount, quantity, price and rate give it."""
    known = [line.amount for line in planned("priced").budget if line.amount.yen]
    assert known
    for each in known:
        assert each.quantity is not None
        assert each.unit_price is not None
        assert each.tax_rate is not None
        assert _reckoned(each.quantity, each.unit_price, each.tax_rate) == each.yen


def _reckoned(quantity: Decimal, price: int, rate: Decimal) -> int:
    """Return what the formula gives in binary fractions, as spreadsheets reckon."""
    return floor(round(float(quantity) * price * (100 + float(rate)) / 100, 5))


@given(
    st.decimals("0.01", "10000", places=2),
    st.integers(0, 500_000),
    st.sampled_from([Decimal(0), Decimal(8), Decimal(10)]),
)
@example(Decimal("0.1"), 30, Decimal(10))
@example(Decimal("1.1"), 100, Decimal(10))
@example(Decimal("5.5"), 455_555, Decimal(10))
def test_formula_loses_no_yen_to_binary_fractions(
    quantity: Decimal, price: int, rate: Decimal
) -> None:
    """The formula gives the same yen as decimals do."""
    gross = quantity * price * (100 + rate) / 100
    exact = int(gross.to_integral_value(ROUND_FLOOR))
    assert _reckoned(quantity, price, rate) == exact


def test_quotation_marks_do_not_end_a_sentence_of_a_formula() -> None:
    """A sentence with quotation marks stays one text between its cells."""
    assert spoken('say "\x01" now', {"\x01": "A1"}) == '"say """&A1&""" now"'


def test_last_day_of_the_request_is_a_date() -> None:
    """Days to ask by are dates, so that finance can sort by them."""
    found = _sheet("sample")
    assert set(found.column("Request due")) == {
        date(year, 10, 31) for year in (2021, 2022, 2023, 2024)
    }
