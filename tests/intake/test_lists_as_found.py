"""Lists as town halls have them: what they say is asked or told, and never lost."""

from __future__ import annotations

import pytest

from stdmig.intake.inventory_list.name_parts import name_parts
from stdmig.intake.inventory_list.recognise import recognise
from stdmig.intake.inventory_list.skipping import without_rows
from stdmig.intake.inventory_list.understood import Understood
from stdmig.intake.sheet.fault import CellFault, cell_faults
from stdmig.intake.sheet.sheet import Sheet
from stdmig.inventory.draft import Draft, DraftSystem
from stdmig.words import text
from tests.intake.sheets import (
    Given,
    asked,
    by_proposals,
    day,
    fields,
    merged,
    only_unit,
    remarked,
    settled,
    sheet,
    spoken,
)

PERIOD = "R2.4.1～R7.3.31"


def _ids(understood: Understood) -> list[str]:
    return [question.id for question in understood.questions]


def _labels(understood: Understood, id_: str) -> list[tuple[str, str]]:
    (question,) = [each for each in understood.questions if each.id == id_]
    return [(each.key, spoken(each.label)) for each in question.choices]


# The column of systems.


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
    assert _labels(open_, "column.system") == [
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

    assert _ids(open_) == ["beyond"]
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
    assert [key for key, _ in _labels(open_, "column.days")] == [
        *("D", "E", "E-first", "none")
    ]
    assert told == []
    assert understood.draft.units[0].values["vendor"] == "株式会社甲"
    assert understood.draft.contracts[0].values["end"] == day("2025-03-31")
    assert answers["column.days"] == "D"
    assert none.draft.contracts == ()


# Amounts.

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
    assert _labels(open_, "add.E2") == [
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
    assert _labels(settled(table)[0], "sections.B2") == [
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
