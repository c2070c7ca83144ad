"""Pages of lines: whatever the words are, a terminal obeys our colours alone (彩色)."""

from __future__ import annotations

import pytest

from stdmig.render.painted import Part, line, page

NAME = "逆\u202e\u200f\x1b]8;;http://x\x1b\\\x9b2J"
SHOWN = "逆\ufffd\ufffd\ufffd]8;;http://x\ufffd\\\ufffd2J"


@pytest.mark.parametrize(
    ("colour", "shown"),
    [
        (False, f"{SHOWN} {SHOWN}\n"),
        (True, f"\x1b[1m{SHOWN}\x1b[0m {SHOWN}\n"),
    ],
)
def test_words_never_act(colour: bool, shown: str) -> None:
    """Links, controls and directions in a name are seen, not obeyed."""
    assert page([line(Part(NAME, "bold"), f" {NAME}")], colour=colour) == shown
