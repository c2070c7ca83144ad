"""Proper names in both languages (名称)."""

from __future__ import annotations

from stdmig.words import Name, Style


def test_name_in_japanese_is_the_japanese_one() -> None:
    """A Japanese reader sees the Japanese name even where an English one is known."""
    assert Name("個人住民税", "Individual resident tax").into(Style.of("ja")) == (
        "個人住民税"
    )


def test_name_in_english_is_the_english_one() -> None:
    """An English reader sees the English name where it is known."""
    assert Name("個人住民税", "Individual resident tax").into(Style.of("en")) == (
        "Individual resident tax"
    )


def test_name_without_english_stays_japanese() -> None:
    """A name that is known in Japanese alone is shown as it is, never invented."""
    assert Name("行政システム九州").into(Style.of("en")) == "行政システム九州"
    assert Name("行政システム九州", "").into(Style.of("en")) == "行政システム九州"


def test_calendar_does_not_change_a_name() -> None:
    """Whether dates are eras has nothing to do with names."""
    name = Name("戸籍", "Family register")
    assert name.into(Style("en", era=True)) == "Family register"
    assert name.into(Style("ja", era=False)) == "戸籍"
