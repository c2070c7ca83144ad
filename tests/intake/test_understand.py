"""A list understood: rows, sheets, remarks, answers (一覧の読解)."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from stdmig.intake.inventory_list.understand import understand
from stdmig.intake.sheet.sheet import Cell
from tests.intake.sheets import (
    asked,
    by_proposals,
    day,
    only_unit,
    remarked,
    settled,
    sheet,
)
from tests.intake.usual_list import HEAD, ROW, usual_row


def test_one_row() -> None:
    """A row gives a unit that needs no id, and its contract under a readable one."""
    understood, told = settled(sheet(HEAD, ROW))

    assert told == []
    assert only_unit(understood) == (
        "koseki",
        None,
        {
            "name": "戸籍総合",
            "section": "町民課",
            "vendor": "甲社",
            "package": "戸籍ネオ",
        },
        ("戸籍ネオ",),
    )
    assert understood.draft.contracts == (
        (
            "戸籍ネオ",
            {"vendor": "甲社", "start": day("2020-04-01"), "end": day("2025-03-31")},
        ),
    )


def test_ditto_marks_repeat_the_cell_above() -> None:
    """〃, 同上 and their kin repeat; the contract is one and the same."""
    understood, told = settled(
        sheet(
            HEAD,
            ROW,
            ("戸籍附票", "〃", "同上", "”", "々", "〃", "〃"),
        )
    )

    assert told == []
    assert understood.draft.units[1].values == understood.draft.units[0].values
    assert [unit.contracts for unit in understood.draft.units] == [("戸籍ネオ",)] * 2
    assert remarked(understood) == [
        "list.xlsx[一覧]!A2 2 units of the same vendor over the same days: one"
        " contract, '戸籍ネオ'"
    ]


def test_ditto_mark_without_a_row_above_is_reported() -> None:
    """A mark in the first row repeats nothing and is left out."""
    understood, told = settled(sheet(HEAD, usual_row(vendor="〃")))

    assert told == ["STD023 list.xlsx[一覧]!D2 '〃' repeats nothing: no row above"]
    assert "vendor" not in only_unit(understood).values


def test_what_is_not_understood_is_left_out_with_its_cell() -> None:
    """A vague day, a strange fee and an unclear policy are named and not taken."""
    understood, told = settled(
        sheet(
            (*HEAD, "月額（税抜）", "対応方針", "予告期間"),
            (*usual_row(period="R6頃まで"), "別途", "リフト", "90日前"),
            (
                *usual_row(business="印鑑登録", period="R7.3.31～R2.4.1"),
                "一式",
                "継続",
                "3か月前",
            ),
        )
    )

    assert told == [
        "STD023 list.xlsx[一覧]!F2 'R6頃まで' was not understood as a date",
        "STD023 list.xlsx[一覧]!I2 'リフト' does not say clearly what becomes of the"
        " vendor; the policy stays undecided",
        "STD023 list.xlsx[一覧]!J2 '90日前' was not understood as months",
        "STD023 list.xlsx[一覧]!F3 'R7.3.31～R2.4.1' ends before it starts",
        "STD023 list.xlsx[一覧]!H3 '一式' was not understood as a fee",
    ]
    assert "policy" not in understood.draft.units[0].values
    assert understood.draft.units[1].values["policy"] == "stay"
    assert understood.draft.contracts[0].values == {
        "vendor": "甲社",
        "notice_months": 3,
    }


def test_comments_are_kept_in_the_note_with_their_cell() -> None:
    """A comment on a cell is never lost, and is said to be there."""
    commented = Cell("戸籍", note="再リースの見込み")
    understood, _ = settled(sheet(HEAD, usual_row(business=commented, note="要確認")))

    assert only_unit(understood).values["note"] == "要確認 / [A2] 再リースの見込み"
    assert remarked(understood) == [
        "list.xlsx[一覧]!A2 the comment on this cell was kept in the unit's note"
    ]


def test_name_of_the_town_in_the_title_is_proposed() -> None:
    """見本町 of the title is asked for, never simply taken."""
    table = sheet(("見本町 基幹系システム一覧",), HEAD, ROW)
    understood, _ = settled(table, answers={"municipality": "見本町（架空）"})

    assert asked(settled(table)[0]) == [
        ("municipality", "What is the municipality called?", "見本町")
    ]
    assert understood.draft.municipality == {"name": "見本町（架空）"}


def test_sheets_of_two_years_are_asked_about() -> None:
    """Two sheets with the same systems are never added up."""
    old, new = sheet(HEAD, ROW, name="R4"), sheet(HEAD, ROW, name="R5")
    ((id_, wording, proposal),) = asked(settled(old, new)[0])
    understood, _ = settled(old, new, answers={"sheets": "2"})

    assert (id_, proposal) == ("sheets", None)
    assert wording == (
        "Several tables list the same systems. Which of them are to be read?"
    )
    assert [(each.name, each.rows) for each in understood.sheets] == [
        ("R4", 0),
        ("R5", 1),
    ]


def test_hidden_sheet_and_hidden_row() -> None:
    """A hidden sheet is passed over, a hidden row is read and said to be hidden."""
    hidden = sheet(HEAD, ROW, name="旧")._replace(hidden=True)
    table = sheet(HEAD, ROW)._replace(hidden_rows=frozenset({1}))
    understood, _ = settled(table, hidden)

    assert len(understood.draft.units) == 1
    assert remarked(understood) == [
        "list.xlsx[一覧]!A2 this row is hidden or filtered out; it was read all the"
        " same"
    ]
    why = understood.sheets[1].why_not
    assert why is not None
    assert why.message == "hidden by its author"


def test_answers_that_fit_nothing_are_errors() -> None:
    """A choice that is none, and an answer to no question, are STD024."""
    table = sheet(HEAD, ROW)

    assert settled(table, answers={"missing": "kosekki"})[1] == [
        "STD024 list.xlsx[一覧]!A1 the answer 'kosekki' does not fit the question"
        " 'missing'"
    ]
    assert settled(table, answers={"missing": "none", "mising": "none"})[1] == [
        "STD024 list.xlsx[一覧]!A1 the list raises no question 'mising'"
    ]


def test_hostile_names_keep_every_character() -> None:
    """Formulas, quotes and long names pass into the draft as they stand."""
    name = '=HYPERLINK("x") </script> \u202e𠮷か\u3099"; DROP : # - [ {'
    understood, told = settled(
        sheet(HEAD, usual_row(name=name, package="null", vendor="012", section="yes"))
    )

    assert told == []
    assert only_unit(understood).values == {
        "name": name,
        "section": "yes",
        "vendor": "012",
        "package": "null",
    }
    assert only_unit(understood).contracts == ("null",)


def test_value_too_long_for_the_file_is_reported() -> None:
    """More than 1000 characters cannot stand in systems.yaml."""
    understood, told = settled(sheet(HEAD, usual_row(vendor="甲" * 1001)))

    assert told == [
        "STD023 list.xlsx[一覧]!D2 '" + "甲" * 57 + "...' is too long for one value"
    ]
    assert "vendor" not in only_unit(understood).values


WORDS = st.sampled_from(
    [
        *HEAD,
        *("契約終了日", "自", "至", "月額", "月額（税込）", "契約ID", "業務ID", "所管"),
        *("戸籍", "税総合", "財務会計", "〃", "同左", "R2.4.1", "R7.3.31", "合計"),
        *("R2.4.1～R7.3.31", "※注", "【税務課】", "甲社", "未定", "koseki", "見本町"),
    ]
)
CELLS = st.one_of(
    st.none(),
    WORDS.map(Cell),
    WORDS.map(lambda word: Cell(word, spread=True)),
    st.one_of(st.text(max_size=9), st.integers(), st.floats(), st.dates()).map(Cell),
    st.text(max_size=9).map(lambda note: Cell("x", note)),
)


@settings(max_examples=150)
@given(st.lists(st.lists(CELLS, min_size=4, max_size=4), min_size=1, max_size=7))
def test_no_sheet_raises_and_proposals_come_to_an_end(
    rows: list[list[Cell | None]],
) -> None:
    """Whatever a sheet holds, it is understood, and its questions run out."""
    table = sheet(*(tuple(row) for row in rows))
    understood, answers, _ = by_proposals(table)
    again, _ = understand((table,), answers, None)

    assert again == understood
    assert len({each.id for each in understood.questions}) == len(understood.questions)
    ids = [(unit.system, unit.id) for unit in understood.draft.units]
    assert len(set(ids)) == len(ids)
    named = {each.id for each in understood.draft.contracts}
    assert all(set(unit.contracts or ()) <= named for unit in understood.draft.units)


def test_no_package_is_not_a_package_of_that_name() -> None:
    """Who writes that there is none has not named one; the cell stays empty."""
    understood, told = settled(sheet(HEAD, usual_row(package="なし", vendor="無し")))

    assert told == []
    assert only_unit(understood)[2] == {"name": "戸籍総合", "section": "町民課"}
