"""Names made harmless before any format sees them (表示用の文字列)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stdmig.render.one_line import one_line, shown_name
from stdmig.words import Name, Style


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("データ移行", "データ移行"),
        ("  two\r\n lines\t", "two lines"),
        ("a\u2028b\u0085c", "a b c"),
        ("姓　名", "姓　名"),
        ("𠮷 葛\U000e0100 👨\u200d👩", "𠮷 葛\U000e0100 👨\u200d👩"),
        ("red \x1b[31m", "red \ufffd[31m"),
        ("\x00\ud842\uffff\u202e", "\ufffd\ufffd\ufffd\ufffd"),
        ("\u200f左\u200eへ\u061c\u2067", "\ufffd左\ufffdへ\ufffd\ufffd"),
        ("\u206f\ufff9注\ufffb\ufdd0", "\ufffd\ufffd注\ufffd\ufffd"),
        ("", ""),
    ],
)
def test_one_line(written: str, shown: str) -> None:
    """Line breaks become blanks, unseen characters a visible sign, the rest stays."""
    assert one_line(written) == shown


@given(st.text(st.characters()))
def test_one_line_is_one_line_of_utf_8(written: str) -> None:
    """Whatever is written, the result is one line of sound Unicode."""
    shown = one_line(written)
    assert len(shown.splitlines()) <= 1
    assert shown.encode().decode() == shown
    assert one_line(shown) == shown


def test_name_is_shown_in_the_language() -> None:
    """The reader's own language comes first."""
    name = Name("移行\n計画", "Migration\nplan")
    assert shown_name(name, Style.of("en")) == "Migration plan"
