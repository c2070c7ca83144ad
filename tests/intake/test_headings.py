"""Headings in every shape that lists have (見出しの読取り)."""

from __future__ import annotations

import pytest

from stdmig.intake.inventory_list.column import meaning_of
from stdmig.intake.inventory_list.headings import HEADINGS
from stdmig.intake.inventory_list.understood import title_of
from stdmig.inventory.draft import Draft
from stdmig.inventory.list_columns import LIST_COLUMNS, ListColumn
from tests.helpers import ENGLISH
from tests.intake.sheets import fields, merged, settled, sheet, skipped


@pytest.mark.parametrize("column", LIST_COLUMNS, ids=lambda each: each.heading.en)
def test_our_own_headings_are_read_exactly(column: ListColumn) -> None:
    """Each heading of the list that we write is read as its field."""
    heading, field = column.heading, f"{column.owner}.{column.key}"

    for words in (heading.ja, heading.en or ""):
        meaning = meaning_of((words,))
        assert meaning is not None
        assert (meaning.field, meaning.exact, meaning.turn) == (field, True, 0)


@pytest.mark.parametrize("field", HEADINGS)
def test_every_usual_heading_is_read_as_its_field(field: str) -> None:
    """Each heading of the table of synonyms means its field, and has a title."""
    own = {each.heading.ja for each in LIST_COLUMNS}
    for heading in HEADINGS[field].split():
        meaning = meaning_of((heading,))
        assert meaning is not None, heading
        assert meaning.field == field or heading in own, heading
    assert title_of(field).into(ENGLISH)


@pytest.mark.parametrize(
    ("parts", "field"),
    [
        (("業　務　名",), "system.name"),
        (("①業務名",), "system.name"),
        (("業務名※1",), "system.name"),
        (("業務\n名称",), "system.name"),
        (("(1) 業務名",), "system.name"),
        (("ヴェンダー名",), "unit.vendor"),
        (("ベンダ",), "unit.vendor"),
        (("事業者（現行）",), "unit.vendor"),
        (("現行事業者名",), "unit.vendor"),
        (("現行システム", "事業者"), "unit.vendor"),
        (("現行システム", "名　称"), "unit.name"),
        (("契約期間（開始）",), "contract.start"),
        (("契約期間", "自"), "contract.start"),
        (("現　行　契　約", "契約期間", "至"), "contract.end"),
        (("リース期間", "満了日"), "contract.end"),
        (("月額\n（円・税抜）",), "contract.monthly_fee"),
        (("費用（千円・税込）", "年額"), "contract.annual_fee"),
        (("備　　考",), "unit.note"),
        (("移行予定時期",), "system.cutover"),
        (("特定移行支援システム", "該当"), "system.designated"),
        (("標準準拠システム", "稼働開始日"), "system.since"),
        (("標準準拠システムへの", "移行状況"), "system.state"),
    ],
)
def test_shapes_of_headings(parts: tuple[str, ...], field: str) -> None:
    """Spaces, numbers, brackets, groups and line breaks do not hide a heading."""
    meaning = meaning_of(parts)

    assert meaning is not None
    assert meaning.field == field


@pytest.mark.parametrize(
    "parts",
    [
        ("次期システム", "事業者"),
        ("標準準拠システム", "ベンダー"),
        ("連絡先\n電話番号",),
        ("更新時期",),
        ("自",),
        ("現行システム稼働開始日",),
        ("甲社",),
    ],
)
def test_headings_that_are_not_read(parts: tuple[str, ...]) -> None:
    """What is about another system, or about anything, is no column of ours."""
    assert meaning_of(parts) is None


def test_next_contract_is_told_from_the_present_one() -> None:
    """A period below 次契約 belongs to the contract that takes over."""
    assert meaning_of(("次契約", "契約期間")) == ("contract.period", False, 1)
    assert meaning_of(("次期契約期間",)) == ("contract.period", False, 1)


def test_three_rows_of_merged_headings() -> None:
    """Title, groups, sub-groups and days: the lowest heading says what it is."""
    understood, told = settled(
        sheet(
            ("見本町　情報システム一覧", merged("見本町　情報システム一覧")),
            (None, None, None, None, "令和5年6月1日現在"),
            (
                "番号",
                "業務・システム",
                merged("業務・システム"),
                "契約",
                merged("契約"),
            ),
            (merged("番号"), "業務名", "担当課", "契約期間", merged("契約期間")),
            (merged("番号"), merged("業務名"), merged("担当課"), "自", "至"),
            (1, "戸籍", "町民課", "R2.4.1", "R7.3.31"),
        )
    )

    assert told == []
    assert fields(understood) == [
        ("B", "system.name"),
        ("C", "unit.section"),
        ("D", "contract.start"),
        ("E", "contract.end"),
    ]
    assert [(each.letters, each.heading) for each in understood.unread] == [
        ("A", "番号")
    ]
    assert {each.place.line for each in understood.columns} == {5}
    (read,) = understood.sheets
    assert read.rows == 1


def test_groups_that_a_csv_forgot_to_merge() -> None:
    """A group stands in the first of its columns only; the others belong to it too."""
    understood, _ = settled(
        sheet(
            ("業務名", "担当課", "契約期間", None, "備考"),
            (None, None, "開始", "終了", None),
            ("戸籍", "町民課", "R2.4.1", "R7.3.31", "※要確認"),
            name=None,
        )
    )

    assert fields(understood) == [
        ("A", "system.name"),
        ("B", "unit.section"),
        ("C", "contract.start"),
        ("D", "contract.end"),
        ("E", "unit.note"),
    ]


def test_second_column_of_a_meaning_is_not_read() -> None:
    """Of two columns that say the same the left one counts; the other is reported."""
    understood, _ = settled(
        sheet(("業務名", "担当課", "所管課"), ("戸籍", "町民課", "住民課"))
    )

    assert [(each.letters, each.instead) for each in understood.unread] == [("C", "B")]


def test_rows_that_are_no_entries() -> None:
    """Totals, notes, column numbers, repeated headings and struck rows are skipped."""
    understood, told = settled(
        sheet(
            ("業務名", "担当課", "事業者", "備考"),
            ("(1)", "(2)", "(3)", "(4)"),
            ("戸籍", "町民課", "甲社"),
            (),
            ("業務名", "担当課", "事業者", "備考"),
            ("印鑑登録", "町民課", "甲社"),
            ("欠", None, "乙社"),
            ("小計", None, 2),
            ("合　計", None, 2),
            ("※ 令和5年現在",),
            ("（注）単年度契約を除く",),
        )
    )

    assert told == []
    assert [unit.system for unit in understood.draft.units] == ["koseki", "inkan"]
    assert skipped(understood) == [
        ("list.xlsx[一覧]!A2", "(1)", "numbers the columns"),
        ("list.xlsx[一覧]!A5", "業務名", "repeats the headings"),
        ("list.xlsx[一覧]!A7", "欠", "struck off by its author"),
        ("list.xlsx[一覧]!A8", "小計", "a total"),
        ("list.xlsx[一覧]!A9", "合 計", "a total"),
        ("list.xlsx[一覧]!A10", "※ 令和5年現在", "a note"),
        ("list.xlsx[一覧]!A11", "（注）単年度契約を除く", "a note"),
    ]


def test_table_on_its_side_is_refused_with_the_way_out() -> None:
    """Headings below each other cannot be read, and the message says what to do."""
    understood, told = settled(
        sheet(
            ("業務名", "戸籍", "印鑑登録"),
            ("担当課", "町民課", "町民課"),
            ("事業者", "甲社", "甲社"),
            ("契約期間", "R2.4.1～R7.3.31", "R2.4.1～R7.3.31"),
        )
    )

    assert told == ["STD022 list.xlsx[一覧]!A1 no list of systems was found in: 一覧"]
    assert understood.draft == Draft({})


def test_nothing_to_read() -> None:
    """No table at all, and tables without headings, are STD022."""
    assert settled()[1] == ["STD022 -:1:1 no list of systems was found in: -"]
    legend = sheet(("記入要領",), ("１ 和暦で記入すること。",), name="凡例")
    assert settled(legend)[1] == [
        "STD022 list.xlsx[凡例]!A1 no list of systems was found in: 凡例"
    ]


def test_values_tell_what_a_vague_heading_means() -> None:
    """所管 above sections is the section, above ministries the ministry."""
    sections, _ = settled(sheet(("業務名", "所管"), ("戸籍", "町民課")))
    ministries, _ = settled(sheet(("業務名", "所管"), ("戸籍", "法務省")))
    people, told = settled(
        sheet(("業務名", "担当", "事業者"), ("戸籍", "佐藤", "甲社"))
    )

    assert fields(sections)[1] == ("B", "unit.section")
    assert fields(ministries)[1] == ("B", "system.ministry")
    assert told == []
    assert fields(people) == [("A", "system.name"), ("C", "unit.vendor")]
