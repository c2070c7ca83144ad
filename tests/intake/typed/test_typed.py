"""What people type at the questions, read as they mean it (入力の読取り)."""

from __future__ import annotations

import pytest

from stdmig.intake.question import Choice, Question
from stdmig.intake.typed.choice import typed_choice
from stdmig.intake.typed.code import typed_code
from stdmig.intake.typed.systems import typed_systems
from stdmig.intake.typed.word import typed_word
from stdmig.inventory import STATUTORY
from stdmig.words import Name, Style, Text, text
from tests.helpers import ENGLISH
from tests.hostile import ALL

JAPANESE = Style.of("ja")


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("462250", "462250"),
        ("４６２２５０", "462250"),
        (" 46225-0 ", "462250"),
        # 札幌市, 東京都 and 那覇市: remainders of all kinds.
        ("011002", "011002"),
        ("130001", "130001"),
        ("472018", "472018"),
    ],
)
def test_code_is_read_with_its_check_digit(written: str, code: str) -> None:
    """Full-width digits, blanks and hyphens are no obstacle."""
    assert typed_code(written) == code


@pytest.mark.parametrize(
    ("written", "wrong"),
    [
        ("46225", "the code has 6 digits, such as 462250"),
        ("姶良市", "the code has 6 digits, such as 462250"),
        (
            "462251",
            "462251 is no code of a municipality: its last digit does not fit the"
            " others",
        ),
    ],
)
def test_mistyped_code_is_refused(written: str, wrong: str) -> None:
    """A digit too few and a digit that is wrong are both noticed."""
    told = typed_code(written)
    assert isinstance(told, Text)
    assert told.into(ENGLISH) == wrong


def test_every_single_wrong_digit_is_noticed() -> None:
    """The check digit finds whichever single digit was mistyped."""
    for place in range(6):
        for digit in "0123456789":
            code = "462250"[:place] + digit + "462250"[place + 1 :]
            assert isinstance(typed_code(code), Text) == (code != "462250")


@pytest.mark.parametrize(
    ("written", "ids"),
    [
        ("13", ("seiho",)),
        ("13,18", ("seiho", "nenkin")),
        ("１８、１３", ("seiho", "nenkin")),
        ("6-9", ("kojin", "hojin", "kotei", "keiji")),
        ("６〜９", ("kojin", "hojin", "kotei", "keiji")),
        ("6 ～ 7 13", ("kojin", "hojin", "seiho")),
        ("6ー7", ("kojin", "hojin")),
        ("生活保護、戸籍", ("koseki", "seiho")),
        ("seiho KOSEKI", ("koseki", "seiho")),
        ("Public assistance, 3", ("koseki", "seiho")),
        ("子ども・子育て支援", ("kodomo",)),
        ("13,13,12-13", ("jifu", "seiho")),
        # What town halls call them.
        ("国保", ("kokuho",)),
        ("住記、国保", ("juki", "kokuho")),
        ("住基 後期 介護", ("juki", "kaigo", "koki")),
        ("障がい者福祉", ("shogai",)),
        ("戸籍・附票", ("koseki", "fuhyo")),
        ("国民健康保険税,７", ("hojin", "kokuho")),
        ("", ()),
        (" 、, ", ()),
    ],
)
def test_systems_are_named_by_number_span_name_or_id(
    written: str, ids: tuple[str, ...]
) -> None:
    """Whatever the width, the comma and the dash of the keyboard are."""
    assert typed_systems(written) == ids


@pytest.mark.parametrize("word", ["0", "21", "9-6", "6-99", "2²", "zzz", "99999999999"])
def test_word_that_names_no_system_is_told(word: str) -> None:
    """Numbers beyond the list and unknown names are refused, with what would do."""
    told = typed_systems(f"13, {word}")
    assert isinstance(told, Text)
    assert "is none of the systems; write numbers from 1 to 20" in told.into(ENGLISH)


def test_mistyped_name_gets_a_hint() -> None:
    """The nearest name is proposed."""
    told = typed_systems("生活保誤")
    assert isinstance(told, Text)
    assert told.into(ENGLISH) == (
        "'生活保誤' is none of the systems; the nearest is Public assistance (13)"
    )


def test_name_of_several_systems_is_answered_with_their_numbers() -> None:
    """税務 can mean four: none of them is guessed."""
    told = typed_systems("税務")
    assert isinstance(told, Text)
    assert told.into(ENGLISH) == (
        "'税務' can mean several: Individual resident tax (6), Corporate resident tax"
        " (7), Fixed asset tax (8), Light vehicle tax (9)"
    )


def test_system_that_was_not_offered_is_told() -> None:
    """A known name is never called unknown."""
    told = typed_systems("国保", ("juki", "koseki"))
    assert isinstance(told, Text)
    assert told.into(ENGLISH) == "National health insurance is not among them"


def test_numbers_are_those_of_the_list_that_was_shown() -> None:
    """A shorter list has its own numbers."""
    assert typed_systems("2", ("seiho", "nenkin")) == ("nenkin",)
    assert typed_systems("1-20") == tuple(STATUTORY)


@pytest.mark.parametrize("name", ALL)
def test_hostile_name_stays_what_it_is(name: str) -> None:
    """A name loses nothing but the blanks around it."""
    assert typed_word(f"  {name} \n") == name


@pytest.mark.parametrize(
    ("written", "wrong"),
    [
        ("　 ", "this is empty"),
        ("あ" * 1001, "this is longer than 1000 characters (1001)"),
        ("a\x1b[31m", "the control character U+001B cannot stand here"),
        ("a\ud800", "the control character U+D800 cannot stand here"),
    ],
)
def test_word_that_no_file_can_hold_is_refused(written: str, wrong: str) -> None:
    """Nothing, too much and control characters are told."""
    told = typed_word(written)
    assert isinstance(told, Text)
    assert told.into(ENGLISH) == wrong


QUESTION = Question(
    "system.B5",
    text("?"),
    (),
    (Choice("juki", Name("住民基本台帳", "Register")), Choice("none", text("no"))),
)


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("juki", "juki"),
        (" ＪＵＫＩ", "juki"),
        ("住民基本台帳", "juki"),
        ("none", "none"),
        ("なし", "none"),
        ("１", "juki"),
        ("2", "none"),
        ("住記", "juki"),
    ],
)
def test_choice_is_known_by_number_key_and_names(written: str, key: str) -> None:
    """The reader's label and what town halls say are as good as the key."""
    assert typed_choice(written, QUESTION, JAPANESE) == key


@pytest.mark.parametrize(
    ("written", "wrong"),
    [
        ("", "write at least one number, such as 1"),
        ("戸籍", "Family register is not among them"),
        ("Register", "'register' is none of the systems; the nearest is"),
        ("juki,none", "'none' is none of the systems; write numbers from 1 to 1"),
    ],
)
def test_other_words_are_no_choice(written: str, wrong: str) -> None:
    """What else is typed is answered in a line, never with all the ids."""
    told = typed_choice(written, QUESTION, JAPANESE)
    assert isinstance(told, Text)
    assert told.into(ENGLISH).startswith(wrong)


def test_several_may_be_chosen_where_the_question_says_so() -> None:
    """Numbers, keys and names are joined, each once."""
    several = Question(
        "missing",
        text("?"),
        (),
        tuple(Choice(key, STATUTORY[key]) for key in ("juki", "kokuho", "koki")),
        several=True,
    )
    told = typed_choice("国保、3,juki １", several, JAPANESE)
    assert told == "juki,kokuho,koki"


def test_choices_without_systems_are_numbered() -> None:
    """Keys that are numbers already keep them; what else is typed is told."""
    choices = (Choice("keep", text("keep")), Choice("remove", text("remove")))
    question = Question("gone", text("?"), (), choices)
    assert typed_choice("２", question, JAPANESE) == "remove"
    told = typed_choice("nonsense", question, JAPANESE)
    assert isinstance(told, Text)
    assert told.into(ENGLISH) == "answer with one of: 1, 2"
    own = Question("sheets", text("?"), (), (Choice("2", Name("一覧")),), several=True)
    assert typed_choice("2", own, JAPANESE) == "2"
    assert isinstance(typed_choice("1", own, JAPANESE), Text)


@pytest.mark.parametrize("written", ["y", "Y", "ｙ", "yes", "はい"])
def test_yes_has_many_forms(written: str) -> None:
    """One letter is enough, in either width."""
    question = Question("x", text("?"), (), (Choice("yes", text("yes")),))
    assert typed_choice(written, question, ENGLISH) == "yes"


def test_any_words_answer_a_question_without_choices() -> None:
    """They are taken as they are."""
    assert typed_choice(" 税務課 ", Question("x", text("?"), ()), ENGLISH) == "税務課"
