"""A list understood: units, contracts, questions, remarks (一覧の読解)."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from stdmig.intake.inventory_list.understand import understand
from stdmig.intake.sheet.sheet import Cell
from stdmig.inventory import STATUTORY
from stdmig.inventory.draft import DraftSystem
from tests.intake.sheets import (
    Given,
    asked,
    by_proposals,
    day,
    only_unit,
    remarked,
    settled,
    sheet,
    skipped,
)

HEAD = ("業務名", "システム名", "担当課", "事業者", "パッケージ", "契約期間", "備考")
ROW = ("戸籍", "戸籍総合", "町民課", "甲社", "戸籍ネオ", "R2.4.1～R7.3.31", None)


def _row(**changed: Given) -> tuple[Given, ...]:
    names = ("business", "name", "section", "vendor", "package", "period", "note")
    return tuple(changed.get(name, cell) for name, cell in zip(names, ROW, strict=True))


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


def test_missing_systems_are_asked_about_once() -> None:
    """What the list lacks is one question; agreeing lists them without units."""
    table = sheet(HEAD, ROW)
    understood, _ = settled(table)
    (question,) = understood.questions
    agreed, _ = settled(table, answers={"missing": "none"})
    without, _ = settled(table, answers={"missing": "seiho"})

    assert question.id == "missing"
    assert question.several
    assert [choice.key for choice in question.choices] == [
        *(key for key in STATUTORY if key != "koseki"),
        "none",
    ]
    assert agreed.questions == ()
    assert agreed.draft.systems == tuple(
        DraftSystem(key, {}) for key in STATUTORY if key != "koseki"
    )
    assert asked(without) == [
        (
            "reason.seiho",
            "Why does the municipality not have Public assistance? (- where it is not"
            " known)",
            "福祉事務所を設置していないため",
        )
    ]


def test_system_that_is_not_there_with_its_reason() -> None:
    """A reason in words makes the system one that does not apply."""
    answers = {"missing": "seiho", "reason.seiho": "県が行うため"}
    understood, told = settled(sheet(HEAD, ROW), answers=answers)

    assert told == []
    assert understood.questions == ()
    assert DraftSystem("seiho", {"applies": False, "reason": "県が行うため"}) in (
        understood.draft.systems
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
    understood, told = settled(sheet(HEAD, _row(vendor="〃")))

    assert told == ["STD023 list.xlsx[一覧]!D2 '〃' repeats nothing: no row above"]
    assert "vendor" not in only_unit(understood).values


def test_wide_name_is_asked_and_makes_several_units() -> None:
    """税総合 is no guess: the chosen systems are units under one contract."""
    table = sheet(HEAD, _row(business="税総合", name=None))
    open_, _ = settled(table)
    understood, told = settled(table, answers={"system.A2": "kojin,kotei"})

    assert asked(open_) == [
        (
            "system.A2",
            "'税総合' can mean several systems. Which are meant?",
            None,
        )
    ]
    assert [choice.key for choice in open_.questions[0].choices] == [
        *("kojin", "hojin", "kotei", "keiji", "none", "other")
    ]
    assert open_.draft.units == ()
    assert told == []
    assert [(unit.system, unit.contracts) for unit in understood.draft.units] == [
        ("kojin", ("戸籍ネオ",)),
        ("kotei", ("戸籍ネオ",)),
    ]


def test_name_of_the_unit_narrows_a_wide_business() -> None:
    """業務名 税 with システム名 軽自動車税 needs no question."""
    understood, told = settled(sheet(HEAD, _row(business="税", name="軽自動車税")))

    assert told == []
    assert only_unit(understood).system == "keiji"


def test_name_with_two_systems_proposes_both() -> None:
    """戸籍・附票 is asked, with both as the proposal."""
    understood, answers, _ = by_proposals(sheet(HEAD, _row(business="戸籍・附票")))

    assert answers["system.A2"] == "koseki,fuhyo"
    assert [unit.system for unit in understood.draft.units] == ["koseki", "fuhyo"]


def test_unknown_name_offers_all_twenty() -> None:
    """A product's name is asked with all systems; it can be left out."""
    table = sheet(HEAD, _row(business="かるて", name=None), ROW)
    open_, _ = settled(table)
    left, told = settled(table, answers={"system.A2": "none"})

    assert asked(open_)[0] == (
        "system.A2",
        "Which of the 20 systems is 'かるて'?",
        None,
    )
    assert [choice.key for choice in open_.questions[0].choices] == [
        *STATUTORY,
        "none",
        "other",
    ]
    assert told == []
    assert [unit.system for unit in left.draft.units] == ["koseki"]
    assert skipped(left) == [
        ("list.xlsx[一覧]!A2", "かるて", "none of the 20 systems; left out")
    ]


def test_systems_beyond_the_law_are_one_question() -> None:
    """財務会計 and 人事給与 are left out, or listed as beyond the law."""
    table = sheet(HEAD, ROW, _row(business="財務会計"), _row(business="人事給与"))
    open_, _ = settled(table)
    listed, _ = settled(table, answers={"beyond": "list", "same.A4": "two"})

    assert asked(open_) == [
        (
            "beyond",
            "Some rows are none of the 20 systems: 財務会計, 人事給与. What becomes of"
            " them?",
            "leave",
        )
    ]
    assert listed.draft.systems[:2] == (
        DraftSystem("財務会計", {"name": "財務会計", "statutory": False}),
        DraftSystem("人事給与", {"name": "人事給与", "statutory": False}),
    )


def test_one_system_under_two_names_is_asked() -> None:
    """住民記録 and 住民基本台帳 of one section are one unit if the person says so."""
    table = sheet(
        HEAD,
        _row(business="住民記録", name="住記"),
        _row(business="住民基本台帳", name="住記", note="No.1参照"),
    )
    open_, _ = settled(table)
    same, _ = settled(table, answers={"same.A3": "same"})
    two, _ = settled(table, answers={"same.A3": "two"})

    assert asked(open_) == [
        (
            "same.A3",
            "Basic resident register stands twice under 町民課: '住民記録 住記' and"
            " '住民基本台帳 住記'. One and the same system?",
            "same",
        )
    ]
    assert [unit.id for unit in same.draft.units] == [None]
    assert same.draft.units[0].values["note"] == "No.1参照"
    assert [unit.id for unit in two.draft.units] == ["juki-町民課", "juki-町民課-2"]


def test_two_sections_are_two_units() -> None:
    """国保 of two sections is two units with readable ids, and no question."""
    understood, told = settled(
        sheet(HEAD, _row(business="国保税", section="税務課"), _row(business="国保"))
    )

    assert told == []
    assert [(unit.system, unit.id) for unit in understood.draft.units] == [
        ("kokuho", "kokuho-税務課"),
        ("kokuho", "kokuho-町民課"),
    ]


def test_packages_of_one_vendor_over_the_same_days_are_asked() -> None:
    """Same vendor and days, other package: one contract or two is a question."""
    table = sheet(HEAD, ROW, _row(business="印鑑登録", package="印鑑くん"))
    each, _ = settled(table, answers={"contract.A2": "each"})
    one, _ = settled(table, answers={"contract.A2": "one"})

    assert asked(settled(table)[0]) == [
        (
            "contract.A2",
            "甲社 supplies 戸籍ネオ, 印鑑くん over the same days. One contract, or one"
            " for each?",
            "each",
        )
    ]
    assert [unit.contracts for unit in each.draft.units] == [
        ("戸籍ネオ",),
        ("印鑑くん",),
    ]
    assert [unit.contracts for unit in one.draft.units] == [("戸籍ネオ",)] * 2


def test_day_that_never_was_is_asked_with_its_probable_meaning() -> None:
    """平成36年 is proposed as 令和6年; any other period or a dash may be answered."""
    table = sheet(HEAD, _row(period="H31.4.1～H36.3.31"))
    ((id_, wording, proposal), *_) = asked(settled(table)[0])
    agreed, _ = settled(table, answers={"date.F2": "2019-04-01~2024-03-31"})
    unknown, told = settled(table, answers={"date.F2": "-"})
    _, refused = settled(table, answers={"date.F2": "来年"})

    assert (id_, proposal) == ("date.F2", "2019-04-01~2024-03-31")
    assert wording == (
        "The cell says 'H31.4.1～H36.3.31': 'H36.3.31' lies after its era: 平成 ended"
        " on 2019-04-30; write 令和6年3月31日. Write the first and the last day of the"
        " contract (such as 2021-04-01~2026-03-31), or - where they are not known"
    )
    assert agreed.draft.contracts[0].values["end"] == day("2024-03-31")
    assert unknown.draft.contracts == ()
    assert told == [
        "STD023 list.xlsx[一覧]!F2 'H31.4.1～H36.3.31': 'H36.3.31' lies after its era:"
        " 平成 ended on 2019-04-30; write 令和6年3月31日"
    ]
    assert refused == [
        "STD024 list.xlsx[一覧]!F2 the answer '来年' does not fit the question"
        " 'date.F2'"
    ]


def test_what_is_not_understood_is_left_out_with_its_cell() -> None:
    """A vague day, a strange fee and an unclear policy are named and not taken."""
    understood, told = settled(
        sheet(
            (*HEAD, "月額（税抜）", "対応方針", "予告期間"),
            (*_row(period="R6頃まで"), "別途", "リフト", "90日前"),
            (
                *_row(business="印鑑登録", period="R7.3.31～R2.4.1"),
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


def test_fees_with_tax_are_never_taken_silently() -> None:
    """税込 is asked: off with the tax, as it stands, or left out."""
    table = sheet((*HEAD, "月額（千円・税込）"), (*ROW, "330"))

    def fee(answer: str) -> object:
        answers = {"tax.H1": answer, "missing": "none"}
        understood, told = settled(table, answers=answers)
        assert told == []
        return understood.draft.contracts[0].values.get("monthly_fee")

    assert asked(settled(table)[0]) == [
        (
            "tax.H1",
            "The amounts under '月額（千円・税込）' include the consumption tax. What"
            " becomes of them?",
            "included",
        )
    ]
    assert [fee("included"), fee("without"), fee("skip")] == [300000, 330000, None]


def test_note_below_the_table_says_that_tax_is_not_in_the_fees() -> None:
    """※ 月額は税抜 settles what the heading leaves open, and is named."""
    understood, told = settled(
        sheet((*HEAD, "月額"), (*ROW, "180,000円"), ("※ 月額は税抜",))
    )

    assert told == []
    assert understood.draft.contracts[0].values["monthly_fee"] == 180000
    assert remarked(understood) == [
        "list.xlsx[一覧]!A3 the fees under '月額' were taken without tax, as this note"
        " says"
    ]


def test_amounts_of_one_contract_are_shares_only_if_said() -> None:
    """Two amounts in the rows of one contract are added up on request alone."""
    table = sheet(
        (*HEAD, "月額（税抜）"), (*ROW, 100), (*_row(business="印鑑登録"), 200)
    )
    added, _ = settled(table, answers={"fees.H2": "sum"})

    assert asked(settled(table)[0]) == [
        (
            "fees.H2",
            "The rows of the contract '戸籍ネオ' give 2 amounts. How are they meant?",
            "sum",
        )
    ]
    assert added.draft.contracts[0].values["monthly_fee"] == 300


def test_single_year_only_from_words() -> None:
    """A fiscal year's contract is single-year if the list says so, else remarked."""
    said, _ = settled(sheet(HEAD, _row(period="R4.4.1～R5.3.31（単年契約）")))
    silent, _ = settled(sheet(HEAD, _row(period="R4.4.1～R5.3.31")))

    assert said.draft.contracts[0].values["kind"] == "single_year"
    assert "kind" not in silent.draft.contracts[0].values
    assert remarked(silent) == [
        "list.xlsx[一覧]!A2 the contract '戸籍ネオ' lasts one fiscal year; nothing says"
        " that it is a single-year contract"
    ]


def test_contract_and_the_next_one_in_a_row() -> None:
    """Two periods in a cell are two contracts, in the order in which they run."""
    understood, told = settled(
        sheet(HEAD, _row(period="R2.4.1～R7.3.31\nR7.4.1～R9.3.31"))
    )

    assert told == []
    assert only_unit(understood).contracts == ("戸籍ネオ", "戸籍ネオ-2025")
    assert [contract.values["end"] for contract in understood.draft.contracts] == [
        day("2025-03-31"),
        day("2027-03-31"),
    ]


def test_comments_are_kept_in_the_note_with_their_cell() -> None:
    """A comment on a cell is never lost, and is said to be there."""
    commented = Cell("戸籍", note="再リースの見込み")
    understood, _ = settled(sheet(HEAD, _row(business=commented, note="要確認")))

    assert only_unit(understood).values["note"] == "要確認 / [A2] 再リースの見込み"
    assert remarked(understood) == [
        "list.xlsx[一覧]!A2 the comment on this cell was kept in the unit's note"
    ]


def test_blank_sections_are_filled_only_if_said() -> None:
    """A section that stands once for the rows below it is asked about, once."""
    table = sheet(HEAD, ROW, _row(business="印鑑登録", section=None), name=None)
    above, _ = settled(table, answers={"fill.C1": "above"})
    blank, _ = settled(table, answers={"fill.C1": "blank"})
    typed, _ = settled(table, answers={"fill.C1": "blank", "section": "住民課"})

    assert asked(settled(table)[0]) == [
        (
            "fill.C1",
            "Under '担当課' 1 row is blank below a filled one. Is it the same as"
            " above?",
            "above",
        )
    ]
    assert above.draft.units[1].values["section"] == "町民課"
    assert asked(blank) == [
        (
            "section",
            "Which section owns Seal registration? Its row names none. (In the list:"
            " 町民課; - leaves it out)",
            None,
        )
    ]
    assert [unit.system for unit in blank.draft.units] == ["koseki"]
    assert typed.draft.units[1].values["section"] == "住民課"


def test_section_in_a_row_of_its_own() -> None:
    """【税務課】 above its rows is their section."""
    understood, told = settled(
        sheet(("業務名", "事業者"), ("【税務課】",), ("固定資産税", "甲社"))
    )

    assert told == []
    assert only_unit(understood).values == {"section": "税務課", "vendor": "甲社"}
    assert skipped(understood) == [
        ("list.xlsx[一覧]!A2", "【税務課】", "names a section for the rows below")
    ]


def test_system_that_the_note_says_is_not_there() -> None:
    """生活保護 without anything but 県が実施 is asked, its note the reason."""
    table = sheet(HEAD, ROW, ("生活保護", None, "福祉課", None, None, None, "県が実施"))
    understood, _ = settled(table, answers={"applies.A3": "no"})

    assert asked(settled(table)[0]) == [
        (
            "applies.A3",
            "Public assistance has no package, vendor or contract, and the note"
            " '県が実施'. Does the municipality have it?",
            "no",
        )
    ]
    assert understood.draft.systems == (
        DraftSystem("seiho", {"applies": False, "reason": "県が実施"}),
    )
    assert [unit.system for unit in understood.draft.units] == ["koseki"]


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
        sheet(HEAD, _row(name=name, package="null", vendor="012", section="yes"))
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
    understood, told = settled(sheet(HEAD, _row(vendor="甲" * 1001)))

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


@settings(max_examples=150, deadline=None)
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
    understood, told = settled(sheet(HEAD, _row(package="なし", vendor="無し")))

    assert told == []
    assert only_unit(understood)[2] == {"name": "戸籍総合", "section": "町民課"}
