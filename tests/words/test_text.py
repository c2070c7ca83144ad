"""Lazy sentences in both languages (訳し分ける文)."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stdmig.words import Name, Readable, Style, Text, count, in_style, listing, text

JAPANESE = Style.of("ja")
ENGLISH = Style.of("en")


class Season(NamedTuple):
    """A value that is written by calendar, not by language."""

    def into(self, style: Style) -> str:
        """Return the spring of 2025 as the reader's calendar has it."""
        return "R7" if style.era else "2025"


def test_english_message_is_its_own_key() -> None:
    """An English reader sees the message with its values filled in."""
    said = text("{file}: the packaged file is used", file="procedures.yaml")
    assert said.into(ENGLISH) == "procedures.yaml: the packaged file is used"


def test_japanese_comes_from_the_catalogue() -> None:
    """A Japanese reader sees the translation, whose word order is its own."""
    said = text("{file}: the packaged file is used", file="procedures.yaml")
    assert said.into(JAPANESE) == "procedures.yamlは同梱のものを使っています"


@pytest.mark.parametrize(
    ("word", "japanese"),
    [("error", "エラー"), ("warning", "警告"), ("note", "注意")],
)
def test_severities_have_their_words(word: str, japanese: str) -> None:
    """The three severities are called what Japanese public offices call them."""
    assert Text(word).into(JAPANESE) == japanese
    assert Text(word).into(ENGLISH) == word


def test_message_without_a_translation_stays_english() -> None:
    """A message that no catalogue knows is shown in English rather than not at all."""
    assert Text("no catalogue knows {what}", (("what", "this"),)).into(JAPANESE) == (
        "no catalogue knows this"
    )


@pytest.mark.parametrize(
    ("n", "english", "japanese"),
    [(0, "0 days", "0日"), (1, "1 day", "1日"), (2, "2 days", "2日")],
)
def test_count_has_a_plural_in_english_alone(
    n: int, english: str, japanese: str
) -> None:
    """English says one day and two days; Japanese has one form for every number."""
    days = count("{n} day", "{n} days", n)
    assert days.into(ENGLISH) == english
    assert days.into(JAPANESE) == japanese


def test_count_fills_further_values() -> None:
    """A sentence that counts may hold other values beside the number."""
    said = count(
        "{name}: the nationally provided product counts as a change of vendor"
        " for {n} unit",
        "{name}: the nationally provided product counts as a change of vendor"
        " for {n} units",
        2,
        name="国民健康保険",
    )
    assert said.into(ENGLISH) == (
        "国民健康保険: the nationally provided product counts as a change of vendor"
        " for 2 units"
    )
    assert said.into(JAPANESE) == (
        "国民健康保険の2件が採用する国提供システムは、事業者の切替えとして扱う"
    )


def test_text_inside_a_text_follows_the_outer_reader() -> None:
    """A text among the values is translated when, and into what, the whole is."""
    said = text(
        "{months} and {days}",
        months=count("{n} month", "{n} months", 1),
        days=count("{n} day", "{n} days", 3),
    )
    assert said.into(ENGLISH) == "1 month and 3 days"
    assert said.into(JAPANESE) == "1か月と3日"


def test_nesting_goes_as_deep_as_it_likes() -> None:
    """A text in a text in a text is still one sentence of one language."""
    days = count("{n} day", "{n} days", 2)
    said = text("{name} (sample)", name=text("{what}", what=days))
    assert said.into(ENGLISH) == "2 days (sample)"
    assert said.into(JAPANESE) == "2日（見本）"


def test_name_inside_a_text_is_the_one_of_the_language() -> None:
    """A name with an English form takes it in an English sentence."""
    said = text("{name}: findings", name=Name("姶良市", "Aira City"))
    assert said.into(ENGLISH) == "Aira City: findings"
    assert said.into(JAPANESE) == "姶良市の点検結果"


def test_calendar_reaches_the_values() -> None:
    """Whether years are eras is the reader's choice in either language."""
    said = text("{name}: findings", name=Season())
    assert said.into(Style("en", era=True)) == "R7: findings"
    assert said.into(Style("ja", era=False)) == "2025の点検結果"


def test_same_text_is_equal_and_hashable() -> None:
    """Two texts with the same message and values are one entry of a set."""
    assert text("{what}", what=1) == text("{what}", what=1)
    assert len({text("{what}", what=1), text("{what}", what=1)}) == 1
    assert text("{what}", what=1) != text("{what}", what=2)


def test_listing_uses_the_comma_of_the_language() -> None:
    """An enumeration has the comma and the names of its reader's language."""
    names = listing([Name("戸籍", "Family register"), "X", Name("印鑑登録")])
    assert names.into(ENGLISH) == "Family register, X, 印鑑登録"
    assert names.into(JAPANESE) == "戸籍、X、印鑑登録"


def test_listing_of_one_is_that_one() -> None:
    """An enumeration of a single name has no comma."""
    assert listing(["X"]).into(JAPANESE) == "X"


def test_plain_values_are_written_as_they_are() -> None:
    """What is not readable is written as Python writes it."""
    assert in_style(3, JAPANESE) == "3"
    assert in_style("町", ENGLISH) == "町"


def test_texts_and_names_are_readable() -> None:
    """Texts and names may stand wherever something readable is wanted."""
    assert isinstance(text("{what}", what=1), Readable)
    assert isinstance(Name("町"), Readable)


@given(st.text(), st.sampled_from([JAPANESE, ENGLISH]))
def test_braces_in_a_value_mean_nothing(value: str, style: Style) -> None:
    """A value is shown as it is, even where it looks like a pattern itself."""
    assert text("{what}", what=value).into(style) == value
    assert text("{name} (sample)", name=value).into(style).startswith(value)


@given(st.integers(min_value=2))
def test_any_larger_number_is_plural(n: int) -> None:
    """From two on, English has its plural and Japanese the same form as for one."""
    assert count("{n} unit", "{n} units", n).into(ENGLISH) == f"{n} units"
    assert count("{n} unit", "{n} units", n).into(JAPANESE) == f"{n}件"
