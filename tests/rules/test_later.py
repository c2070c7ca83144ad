"""What a finding says is made when somebody reads it."""

from __future__ import annotations

from collections.abc import Iterator

from stdmig.rules.later import Later, LaterData
from stdmig.words import Text, text
from tests.helpers import ENGLISH


def test_sentences_are_made_once_and_only_when_read() -> None:
    """Who only counts findings pays for no sentence, who reads pays once."""
    asked: list[str] = []

    def make() -> Iterator[Text]:
        asked.append("made")
        yield text("item 3 waits")
        yield text("it is 0")

    later = Later(make)
    assert asked == []
    assert [each.into(ENGLISH) for each in later] == ["item 3 waits", "it is 0"]
    assert (len(later), later[1].into(ENGLISH), len(later[:1])) == (2, "it is 0", 1)
    assert asked == ["made"]


def test_figures_are_made_once_and_only_when_read() -> None:
    """They read like any mapping, in the order in which they were made."""
    asked: list[str] = []

    def make() -> dict[str, int]:
        asked.append("made")
        return {"days": 3, "months": 1}

    later = LaterData(make)
    assert asked == []
    assert dict(later) == {"days": 3, "months": 1}
    assert (len(later), list(later), later["days"]) == (2, ["days", "months"], 3)
    assert asked == ["made"]
