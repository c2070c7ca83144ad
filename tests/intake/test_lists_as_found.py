"""Lists as town halls have them: what they say is asked or told, and never lost."""

from __future__ import annotations

import pytest

from stdmig.intake.inventory_list.name_parts import name_parts
from stdmig.intake.inventory_list.recognise import recognise
from stdmig.intake.inventory_list.skipping import without_rows
from stdmig.intake.sheet.fault import CellFault, cell_faults
from stdmig.intake.sheet.sheet import Sheet
from stdmig.inventory.draft import DraftSystem
from stdmig.words import text
from tests.intake.sheets import (
    asked,
    by_proposals,
    only_unit,
    question_labels,
    remarked,
    settled,
    sheet,
)
from tests.intake.usual_list import PERIOD

# Names.


@pytest.mark.parametrize(
    ("written", "systems"),
    [
        ("住民税（法人）", ("hojin",)),
        ("住民税（個人）", ("kojin",)),
        ("住民税", ("kojin",)),
        ("市民税（個人・法人）", ("kojin", "hojin")),
        ("個人・法人住民税", ("kojin", "hojin")),
    ],
)
def test_whose_resident_tax(written: str, systems: tuple[str, ...]) -> None:
    """What stands in brackets behind 住民税 says whose it is."""
    assert recognise(written).systems == systems


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        (
            "固定資産（土地・家屋）\n軽自、収納消込",
            ("固定資産（土地・家屋）", "軽自", "収納消込"),
        ),
        ("児童手当・子ども・子育て支援", ("児童手当", "子ども・子育て支援")),
        ("国保（資格・給付）", ("国保（資格・給付）",)),
    ],
)
def test_names_that_a_cell_lists(written: str, parts: tuple[str, ...]) -> None:
    """Names are parted by marks, but not within brackets nor within a name."""
    assert name_parts(written) == parts


def test_every_name_of_a_cell_is_accounted_for() -> None:
    """What is none of the 20, no system, or unknown: nothing is lost."""
    table = sheet(
        ("業務名", "担当課"),
        ("住民記録、コンビニ交付、窓口発行君", "町民課"),
        ("個人市民税\n軽自\n収納消込", "税務課"),
    )
    open_, _ = settled(table)
    answers = {"system.A3": "kojin,keiji", "missing": "none"}
    left, _ = settled(
        table, answers={**answers, "beyond": "leave", "system.A2.3": "none"}
    )
    listed, _ = settled(
        table, answers={**answers, "beyond": "list", "system.A2.3": "inkan"}
    )

    assert asked(open_)[:3] == [
        (
            "beyond",
            "Some rows are none of the 20 systems: コンビニ交付. What becomes of them?",
            "leave",
        ),
        (
            "system.A3",
            "'個人市民税 軽自 収納消込' lists several systems. Which are meant?",
            "kojin,keiji",
        ),
        ("system.A2.3", "Which of the 20 systems is '窓口発行君'?", None),
    ]
    assert "list.xlsx[一覧]!A2 'コンビニ交付' is none of the 20 systems; left out" in (
        remarked(left)
    )
    assert "list.xlsx[一覧]!A3 '収納消込' was not taken for a system of its own" in (
        remarked(left)
    )
    assert [unit.system for unit in listed.draft.units] == [
        *("juki", "inkan", "kojin", "keiji", "コンビニ交付")
    ]


# Rows of nothing.

STATE = ("業務名", "担当課", "事業者", "パッケージ", "契約期間", "備考")


def test_row_of_a_system_that_the_prefecture_runs() -> None:
    """県が実施 and 該当なし name no vendor: whether it applies is asked."""
    table = sheet(
        STATE,
        ("戸籍", "町民課", "甲社", "戸籍くん", PERIOD, None),
        ("生活保護", "－", "県が実施", "－", "－", None),
        ("児童扶養手当", "－", "該当なし", "－", None, "県が実施"),
    )
    open_, _ = settled(table)
    understood, _, told = by_proposals(table)

    assert asked(open_)[:2] == [
        (
            "applies.A3",
            "Public assistance has no package, vendor or contract; its row says"
            " '県が実施'. Does the municipality have it?",
            "no",
        ),
        (
            "applies.A4",
            "Child rearing allowance has no package, vendor or contract, and the note"
            " '県が実施'. Does the municipality have it?",
            "no",
        ),
    ]
    assert told == []
    assert [unit.system for unit in understood.draft.units] == ["koseki"]
    assert [each for each in understood.draft.systems if each.values] == [
        DraftSystem("seiho", {"applies": False, "reason": "県が実施"}),
        DraftSystem("jifu", {"applies": False, "reason": "県が実施"}),
    ]


def test_work_by_hand_is_no_unit() -> None:
    """Excelで管理 is no product: the system has no unit, and that is told."""
    table = sheet(
        STATE,
        ("戸籍", "町民課", "甲社", "戸籍くん", PERIOD, None),
        (
            "子ども・子育て支援",
            "福祉課",
            "Excelで管理",
            "なし",
            "なし",
            "システム未導入",
        ),
    )
    understood, _ = settled(table)

    assert [unit.system for unit in understood.draft.units] == ["koseki"]
    assert DraftSystem("kodomo", {}) in understood.draft.systems
    assert (
        "list.xlsx[一覧]!C3 'Excelで管理' is no product; the system is listed without a"
        " unit"
    ) in remarked(understood)


def test_row_without_a_section_can_be_left_out() -> None:
    """A dash leaves the unit out, its contract too; the system stays listed."""
    table = sheet(
        STATE,
        ("戸籍", "町民課", "甲社", "戸籍くん", PERIOD, None),
        ("印鑑登録", "－", "乙社", "印鑑くん", PERIOD, None),
    )
    understood, told = settled(table, answers={"section": "-", "missing": "none"})

    assert told == []
    assert [unit.system for unit in understood.draft.units] == ["koseki"]
    assert [contract.id for contract in understood.draft.contracts] == ["戸籍くん"]
    assert understood.draft.systems[0] == DraftSystem("inkan", {})
    assert remarked(understood) == [
        "list.xlsx[一覧]!A3 the unit was left out, as its section is not known; the"
        " system is listed"
    ]


def test_several_sections_in_a_cell() -> None:
    """The first one is proposed, and the cell is kept in the note."""
    table = sheet(
        ("業務名", "担当課", "備考"),
        ("国保", "町民課／税務課", "資格と賦課"),
        ("就学", "教育委員会\n学校教育課", None),
    )
    understood, answers, _ = by_proposals(table)

    assert answers["sections.B2"] == "1"
    assert "sections.B3" not in answers
    assert understood.draft.units[0].values == {
        "section": "町民課",
        "note": "資格と賦課 / 担当課: 町民課／税務課",
    }
    assert question_labels(settled(table)[0], "sections.B2") == [
        ("1", "町民課"),
        ("2", "税務課"),
        ("all", "write all of them, as in the cell"),
    ]


# Contracts.


def test_counterparty_is_the_vendor_unless_it_leases() -> None:
    """契約の相手方 alone is asked about; where the row says リース it is no vendor."""
    table = sheet(
        ("業務名", "担当課", "契約の相手方", "契約期間"),
        ("戸籍", "町民課", "甲リース", PERIOD),
        ("印鑑登録", "町民課", "乙社", PERIOD),
    )
    understood, answers, _ = by_proposals(table)
    no, _ = settled(table, answers={"vendor.C1": "no", "missing": "none"})

    assert answers["vendor.C1"] == "yes"
    assert [unit.values.get("vendor") for unit in understood.draft.units] == [
        None,
        "乙社",
    ]
    assert remarked(understood)[0] == (
        "list.xlsx[一覧]!C2 '甲リース' was not taken for the vendor: the row tells of a"
        " lease"
    )
    assert [unit.values.get("vendor") for unit in no.draft.units] == [None, None]


def test_days_that_are_none_are_all_asked_as_they_stand() -> None:
    """R8/13/1 is asked like R7/2/29, without a proposal; 未定 is remarked."""
    head = ("業務名", "担当課", "契約満了")
    table = sheet(
        head,
        ("障害者福祉", "福祉課", "R8/13/1"),
        ("介護保険", "福祉課", "R7/2/29"),
        ("保育", "福祉課", "未定"),
    )
    open_, told = settled(table)
    unknown, left = settled(
        table, answers={"date.C2": "-", "date.C3": "-", "missing": "none"}
    )

    assert told == []
    assert asked(open_)[:2] == [
        (
            "date.C2",
            "The cell says 'R8/13/1': 'R8/13/1' has the month 13; months run from 1 to"
            " 12. Write the last day of the contract (such as 2026-03-31), or - where"
            " it is not known",
            None,
        ),
        (
            "date.C3",
            "The cell says 'R7/2/29': 'R7/2/29' does not exist; that month runs from"
            " 2025-02-01 to 2025-02-28. Write the last day of the contract (such as"
            " 2026-03-31), or - where it is not known",
            "2025-02-28",
        ),
    ]
    assert [line.partition(": ")[0] for line in left] == [
        "STD023 list.xlsx[一覧]!C2 'R8/13/1'",
        "STD023 list.xlsx[一覧]!C3 'R7/2/29'",
    ]
    assert "list.xlsx[一覧]!C4 '未定' gives no day; none was taken" in remarked(unknown)


def test_two_rows_of_a_system_can_stay_undecided() -> None:
    """Who does not know whether two rows are one system leaves the second one out."""
    table = sheet(
        STATE,
        ("戸籍", "町民課", "甲社", None, "R2.4.1～R4.3.31", None),
        ("戸籍総合", "町民課", "甲社", None, "R4.4.1～R7.3.31", None),
    )
    understood, _ = settled(table, answers={"same.A3": "skip", "missing": "none"})

    assert only_unit(understood).system == "koseki"
    assert len(understood.draft.contracts) == 1
    assert remarked(understood) == [
        "list.xlsx[一覧]!A3 this row was left out, as answered"
    ]


# What is passed over.


def test_columns_that_are_not_read_are_named_in_one_line() -> None:
    """Values below headings that mean nothing here are counted; row numbers are not."""
    table = sheet(
        ("No.", "業務名", "担当課", "次回更新予定日", None),
        (1, "戸籍", "町民課", "R8.4.1", "x"),
        (2, "印鑑登録", "町民課", "R8.4.1", None),
    )
    understood, _ = settled(table)

    assert remarked(understood)[-1] == (
        "list.xlsx[一覧]!D1 not read: D '次回更新予定日' (2 values, such as 'R8.4.1'),"
        " E '-' (1 value, 'x')"
    )


def test_formula_in_a_total_is_nobodys_concern() -> None:
    """What is wrong with a cell of a row that is no entry is not told."""
    table: Sheet = sheet(
        ("業務名", "担当課", "年額"), ("戸籍", "町民課", 1), ("合計", None, None)
    )
    faults = cell_faults(
        table, [CellFault(1, 2, text("{name}", name="a")), CellFault(2, 2, text("b"))]
    )
    understood, _ = settled(table)

    assert [
        str(each.location) for each in without_rows(faults, understood.skipped)
    ] == ["list.xlsx[一覧]!C2"]
