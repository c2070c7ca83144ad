"""Columns as town halls have them: told by their values where no heading does (列)."""

from __future__ import annotations

import pytest

from stdmig.inventory.draft import Draft
from tests.intake.sheets import (
    asked,
    by_proposals,
    day,
    fields,
    question_ids,
    question_labels,
    settled,
    sheet,
)
from tests.intake.usual_list import PERIOD


@pytest.mark.parametrize("heading", ["対象システム", "対象", "業務区分", "利用業務"])
def test_weak_heading_names_systems_where_its_values_do(heading: str) -> None:
    """対象システム is the column of systems because system names stand below it."""
    names = ("戸籍", "印鑑登録", "住民記録")
    rows = [(name, "町民課", "甲社", PERIOD) for name in names]
    understood, told = settled(sheet((heading, "所管課", "業者", "履行期間"), *rows))

    assert told == []
    assert fields(understood)[0] == ("A", "system.name")
    assert [unit.system for unit in understood.draft.units] == [
        "koseki",
        "inkan",
        "juki",
    ]


def test_weak_heading_gives_way_and_marks_are_no_systems() -> None:
    """業務区分 beside 業務名 is not read, nor is 対象 above circles."""
    table = sheet(
        ("業務区分", "対象", "業務名", "担当課"), ("住民", "○", "戸籍", "町民課")
    )
    understood, _ = settled(table)

    assert fields(understood) == [("C", "system.name"), ("D", "unit.section")]
    assert [(each.heading, each.instead) for each in understood.unread] == [
        ("業務区分", "C"),
        ("対象", "C"),
    ]


def test_column_of_systems_that_no_heading_names_is_asked() -> None:
    """Three systems below any heading: the columns are offered with samples."""
    rows = [
        ("あ", name, "町民課", "甲社", PERIOD) for name in ("戸籍", "国保", "介護保険")
    ]
    table = sheet(("区", "なまえ", "担当課", "業者", "契約期間"), *rows)
    open_, told = settled(table)
    named, _ = settled(table, answers={"column.system": "B"})
    none, refused = settled(table, answers={"column.system": "none"})

    assert told == []
    assert asked(open_) == [
        (
            "column.system",
            "No heading was understood as that of the systems (業務名). Which column"
            " names them?",
            "B",
        )
    ]
    assert question_labels(open_, "column.system") == [
        ("A", "'区', such as 'あ'"),
        ("B", "'なまえ', such as '戸籍'"),
        ("none", "none of them; this is no list of systems"),
    ]
    assert [unit.system for unit in named.draft.units] == ["koseki", "kokuho", "kaigo"]
    assert none.draft == Draft({})
    assert refused == [
        "STD022 list.xlsx[一覧]!A1 no list of systems was found in: 一覧"
    ]


def test_list_of_no_system_is_an_error() -> None:
    """A list of which nothing is recognised is never made into files."""
    table = sheet(("業務名", "担当課", "事業者"), ("財務会計", "総務課", "甲社"))
    open_, _ = settled(table)
    understood, told = settled(table, answers={"beyond": "leave"})
    contracts, why = settled(
        sheet(("契約番号", "契約の相手方", "契約期間"), ("R1", "甲社", PERIOD))
    )

    assert question_ids(open_) == ["beyond"]
    assert told == [
        "STD022 list.xlsx[一覧]!A1 no row names a system that is to be listed; nothing"
        " can be written"
    ]
    assert (understood.draft, understood.questions) == (Draft({}), ())
    assert why[0].startswith("STD022 list.xlsx[一覧]!A1 no column names the systems")
    assert contracts.questions == ()


def test_columns_of_vendors_and_days_are_asked_by_their_values() -> None:
    """Firms and days below unknown headings are offered, with 'none' as a way out."""
    rows = [
        (name, "町民課", "株式会社甲", PERIOD, f"R7.{n}.1")
        for n, name in enumerate(("戸籍", "国保", "介護保険"), start=1)
    ]
    table = sheet(("業務名", "担当課", "相手", "いつ", "次回更新予定日"), *rows)
    open_, _ = settled(table)
    understood, answers, told = by_proposals(table)
    none, _ = settled(table, answers={"column.vendor": "none", "column.days": "none"})

    assert [(id_, proposal) for id_, _, proposal in asked(open_)][:2] == [
        ("column.vendor", "C"),
        ("column.days", "D"),
    ]
    assert [key for key, _ in question_labels(open_, "column.days")] == [
        *("D", "E", "E-first", "none")
    ]
    assert told == []
    assert understood.draft.units[0].values["vendor"] == "株式会社甲"
    assert understood.draft.contracts[0].values["end"] == day("2025-03-31")
    assert answers["column.days"] == "D"
    assert none.draft.contracts == ()
