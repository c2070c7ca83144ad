"""Which systems and units a list tells of, read or asked (業務の読解)."""

from __future__ import annotations

from stdmig.inventory import STATUTORY
from stdmig.inventory.draft import DraftSystem
from tests.intake.sheets import asked, by_proposals, only_unit, settled, sheet, skipped
from tests.intake.usual_list import HEAD, ROW, usual_row


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


def test_wide_name_is_asked_and_makes_several_units() -> None:
    """税総合 is no guess: the chosen systems are units under one contract."""
    table = sheet(HEAD, usual_row(business="税総合", name=None))
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
    understood, told = settled(sheet(HEAD, usual_row(business="税", name="軽自動車税")))

    assert told == []
    assert only_unit(understood).system == "keiji"


def test_name_with_two_systems_proposes_both() -> None:
    """戸籍・附票 is asked, with both as the proposal."""
    understood, answers, _ = by_proposals(sheet(HEAD, usual_row(business="戸籍・附票")))

    assert answers["system.A2"] == "koseki,fuhyo"
    assert [unit.system for unit in understood.draft.units] == ["koseki", "fuhyo"]


def test_unknown_name_offers_all_twenty() -> None:
    """A product's name is asked with all systems; it can be left out."""
    table = sheet(HEAD, usual_row(business="かるて", name=None), ROW)
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
    table = sheet(
        HEAD, ROW, usual_row(business="財務会計"), usual_row(business="人事給与")
    )
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
        usual_row(business="住民記録", name="住記"),
        usual_row(business="住民基本台帳", name="住記", note="No.1参照"),
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
        sheet(
            HEAD,
            usual_row(business="国保税", section="税務課"),
            usual_row(business="国保"),
        )
    )

    assert told == []
    assert [(unit.system, unit.id) for unit in understood.draft.units] == [
        ("kokuho", "kokuho-税務課"),
        ("kokuho", "kokuho-町民課"),
    ]


def test_blank_sections_are_filled_only_if_said() -> None:
    """A section that stands once for the rows below it is asked about, once."""
    table = sheet(HEAD, ROW, usual_row(business="印鑑登録", section=None), name=None)
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
