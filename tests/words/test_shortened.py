"""Overlong words of a person are not told again whole (引用の短縮)."""

from __future__ import annotations

from stdmig.words import Style, text
from stdmig.words.shortened import LONGEST, shortened
from tests.command import call

ENGLISH = Style("en", era=False)


def test_overlong_value_is_its_beginning_and_length() -> None:
    """The first characters say which it is; its length says what is wrong."""
    inner = text("there is no system {name}", name="x" * 5000)
    told = shortened(text("error: {what}", what=inner)).into(ENGLISH)
    assert told == f"error: there is no system {'x' * 60}… (5000 characters)"


def test_value_of_the_longest_kind_stays_whole() -> None:
    """A long path is still copied whole from a message."""
    words = text("written: {file}", file="x" * LONGEST)
    assert shortened(words) == words


def test_overlong_folder_is_not_told_ten_times() -> None:
    """Every file of it is told with the beginning alone, whatever the command."""
    for words in ("check", "-w", "x" * 5000), ("explain", "x" * 5000, "--sample"):
        result = call(*words, "--lang", "en")
        assert result.code == 2
        assert "x" * 60 + "… (" in result.out + result.err
        assert "x" * 61 not in result.out + result.err
