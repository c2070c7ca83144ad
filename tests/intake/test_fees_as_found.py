"""Fees as town halls have them: their unit, tax and span (料金)."""

from __future__ import annotations

import pytest

from tests.intake.sheets import (
    Given,
    asked,
    by_proposals,
    fields,
    merged,
    question_labels,
    remarked,
    settled,
    sheet,
)
from tests.intake.usual_list import PERIOD

FEES: tuple[tuple[Given, ...], ...] = (
    ("業務名", "担当課", "事業者", "契約期間", "年額", merged("年額")),
    (
        *(merged(each) for each in ("業務名", "担当課", "事業者", "契約期間")),
        *("賃借料（千円）", "保守料（千円）"),
    ),
    ("戸籍", "町民課", "甲社", PERIOD, 12000, 2400),
    ("印鑑登録", "町民課", "乙社", PERIOD, "1に含む", None),
)


def test_unit_in_the_bottom_row_of_headings() -> None:
    """千円 below a merged 年額 counts, and the fees of two columns are added up."""
    open_, told = settled(sheet(*FEES))
    answers = {"add.E2": "sum", "tax.E2": "without", "missing": "none"}
    understood, _ = settled(sheet(*FEES), answers=answers)

    assert told == []
    assert [each.heading for each in open_.columns][-2:] == [
        "年額 ＞ 賃借料（千円）",
        "年額 ＞ 保守料（千円）",
    ]
    assert question_labels(open_, "add.E2") == [
        ("sum", "all of them, added up (12,000 + 2,400 → 14,400,000 yen)"),
        ("E", "only '年額 ＞ 賃借料（千円）' (12,000 → 12,000,000 yen)"),
        ("F", "only '年額 ＞ 保守料（千円）' (2,400 → 2,400,000 yen)"),
        ("skip", "not known: leave them out"),
    ]
    assert [each.values.get("annual_fee") for each in understood.draft.contracts] == [
        14400000,
        None,
    ]
    assert remarked(understood) == [
        "list.xlsx[一覧]!E2 the fees under '年額 ＞ 賃借料（千円）',"
        " '年額 ＞ 保守料（千円）' were added up",
        "list.xlsx[一覧]!E4 '1に含む' gives no amount; none was taken",
    ]


def test_headings_divided_below_in_a_csv() -> None:
    """賃借料 and 保守料 below one unmerged 年額 belong to the headings."""
    table = sheet(
        ("業務名", "担当課", "年額", None),
        (None, None, "賃借料（千円・税抜）", "保守料（千円・税抜）"),
        ("戸籍", "町民課", "120", "24"),
        name=None,
    )
    understood, answers, _ = by_proposals(table)

    assert [letters for letters, _ in fields(understood)] == ["A", "B", "C", "D"]
    assert answers["add.C2"] == "sum"
    assert understood.draft.contracts[0].values["annual_fee"] == 144000


def test_one_fee_with_tax_and_without_is_not_added_up() -> None:
    """月額（税抜） and 月額（税込） are one amount; the left column counts."""
    table = sheet(
        ("業務名", "担当課", "月額（税抜）", "月額（税込）"),
        ("戸籍", "町民課", 1000, 1100),
    )
    understood, _, told = by_proposals(table)

    assert told == []
    assert understood.draft.contracts[0].values["monthly_fee"] == 1000
    assert [(each.letters, each.instead) for each in understood.unread] == [("D", "C")]


def test_unit_above_the_table_and_very_small_fees() -> None:
    """（単位：千円） above the table counts; without it 120 yen are remarked."""
    rows = (("業務名", "担当課", "年額（税抜）"), ("戸籍", "町民課", 120))
    noted, _ = settled(sheet((None, None, "（単位：千円）"), *rows))
    bare, _ = settled(sheet(*rows))

    assert noted.draft.contracts[0].values["annual_fee"] == 120000
    assert remarked(noted) == [
        "list.xlsx[一覧]!C1 the amounts under '年額（税抜）' were read in the unit"
        " named here"
    ]
    assert remarked(bare) == [
        "list.xlsx[一覧]!C2 1 amount under '年額（税抜）' is very small, such as 120"
        " yen; is a unit such as 千円 missing in the heading?"
    ]


@pytest.mark.parametrize(
    ("amount", "monthly", "said"),
    [
        (6000000, 100000, "R list.xlsx[一覧]!D2 the total of 6,000,000 yen over 60"),
        (
            6000001,
            None,
            "STD023 list.xlsx[一覧]!D2 the total of 6,000,001 yen was left",
        ),
    ],
)
def test_total_over_the_whole_contract(
    amount: int, monthly: int | None, said: str
) -> None:
    """A total is the fee of its months where they divide it, else it is left out."""
    table = sheet(
        ("業務名", "担当課", "契約期間", "契約金額（税抜）"),
        ("戸籍", "町民課", PERIOD, amount),
    )
    answers = {"fee.D1": "total", "missing": "none"}
    understood, told = settled(table, answers=answers)
    lines = [*told, *(f"R {each}" for each in remarked(understood))]

    assert understood.draft.contracts[0].values.get("monthly_fee") == monthly
    assert any(line.startswith(said) for line in lines)
    assert asked(settled(table)[0])[0][1] == (
        f"What are the amounts under '契約金額（税抜）' ({amount:,} → {amount:,} yen)?"
    )
