"""Words that people type for a name, whatever their keyboard makes of it (表記ゆれ)."""

from __future__ import annotations

import pytest

from stdmig.inventory.alike import meant, spelled
from stdmig.inventory.prefectures import find_prefecture

KNOWN = {"kojin": 1, "子ども・子育て支援": 2, "システムＡ": 3, "Wel": 4, "WEL": 5}


@pytest.mark.parametrize(
    ("word", "thing"),
    [
        ("kojin", 1),
        ("ＫＯＪＩＮ", 1),
        (" kojin\u3000", 1),
        ("子ども･子育て支援", 2),
        ("ｼｽﾃﾑA", 3),
        ("WEL", 5),
    ],
)
def test_name_is_meant_in_any_width(word: str, thing: int) -> None:
    """Half-width kana, full-width letters, capitals and blanks name the same thing."""
    assert meant(word, KNOWN) == thing


@pytest.mark.parametrize("word", ["", "koji", "wel", "Ｗｅl", "子ども子育て支援"])
def test_what_is_not_clear_is_not_taken(word: str) -> None:
    """Two things that only width or capitals tell apart are never mixed up."""
    assert meant(word, KNOWN) is None
    assert spelled(word, KNOWN) is None


def test_two_names_of_one_thing_are_clear() -> None:
    """A thing that has a name in both widths is meant by a third spelling of it."""
    assert meant("Abc", {"ABC": 1, "ａｂｃ": 1}) == 1


def test_prefecture_is_known_by_full_width_figures() -> None:
    """Codes and names are understood as a Japanese keyboard writes them."""
    assert find_prefecture("４６") == "46"
    assert find_prefecture("ＫＡＧＯＳＨＩＭＡ") == "46"
