"""Words stand out from their ground by day and by night (WCAG 2.2, 1.4.3)."""

from __future__ import annotations

import re

import pytest

from stdmig.render.html.colours import colours_css

PAIRS = (
    ("ink", "paper"),
    ("ink", "ground"),
    ("ink", "band"),
    ("ink", "next-soft"),
    ("muted", "card"),
    ("muted", "ground"),
    ("muted", "band"),
    ("accent", "ground"),
    ("accent", "card"),
    ("accent", "next-soft"),
    ("bad", "card"),
    ("bad", "bad-soft"),
    ("bad", "next-soft"),
    ("warn", "ground"),
    ("warn", "warn-soft"),
    ("good", "card"),
    ("critical", "card"),
    ("paper", "ink"),
    ("ink", "cover"),
)


def _colours() -> tuple[dict[str, str], dict[str, str]]:
    day, night = re.findall(r":root\{([^}]*)\}", colours_css())
    found = [dict(re.findall(r"--([\w-]+):([^;]+);", each)) for each in (day, night)]
    return found[0], found[1]


def _light(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("words", PAIRS, ids="/".join)
@pytest.mark.parametrize("night", [False, True], ids=["day", "night"])
def test_words_can_be_read(words: tuple[str, str], *, night: bool) -> None:
    """At least 4.5 to 1."""
    colours = _colours()[night]
    one, other = sorted((_light(colours[name]) for name in words), reverse=True)
    assert (one + 0.05) / (other + 0.05) >= 4.5
