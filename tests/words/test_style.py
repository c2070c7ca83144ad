"""Language and calendar of a reader (表示の書式)."""

from __future__ import annotations

from stdmig.words import LANGUAGES, Style


def test_japanese_readers_have_eras() -> None:
    """Japanese goes with the Japanese calendar unless somebody says otherwise."""
    assert Style.of("ja") == Style("ja", era=True)


def test_english_readers_have_iso_dates() -> None:
    """English goes with ISO dates unless somebody says otherwise."""
    assert Style.of("en") == Style("en", era=False)


def test_default_reader_is_japanese() -> None:
    """A style that nobody chose is that of a Japanese town hall."""
    assert Style() == Style.of("ja")


def test_every_language_has_a_custom() -> None:
    """Each language that is offered can be asked for its customary style."""
    assert [Style.of(language).language for language in LANGUAGES] == ["ja", "en"]
