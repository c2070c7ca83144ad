"""Values as YAML, read back by every reader at hand (値の書き方)."""

from __future__ import annotations

from datetime import date

import pytest
import ruamel.yaml
import yaml
from hypothesis import given
from hypothesis import strategies as st

from stdmig.inventory.source import Source, control_character
from stdmig.inventory.writing.scalar import scalar, unwritable
from stdmig.inventory.yaml_events import parse
from tests.helpers import ENGLISH
from tests.hostile import ALL

QUOTED = (
    ("null", '"null"'),
    ("Yes", '"Yes"'),
    ("~", '"~"'),
    ("=", '"="'),
    ("012", '"012"'),
    ("462250", '"462250"'),
    ("1:30", '"1:30"'),
    ("1e3", '"1e3"'),
    ("0o17", '"0o17"'),
    (".5", '".5"'),
    ("2025-03-31", '"2025-03-31"'),
    ("a: b", '"a: b"'),
    ("a:", '"a:"'),
    ("a #1", '"a #1"'),
    ("#税", '"#税"'),
    ("- a", '"- a"'),
    ("@課", '"@課"'),
    ("`a`", '"`a`"'),
    ("[a]", '"[a]"'),
    (" a", '" a"'),
    ("a\u3000", '"a\u3000"'),
    ('"so"', "'\"so\"'"),
    ("'a\\b'", "'''a\\b'''"),
    ("a\nb", '"a\\nb"'),
    ("逆\u202eさ", '"逆\\u202eさ"'),
    ("", '""'),
)

PLAIN = (
    "市民課",
    "（株）〇〇情報",
    "(株)南日本情報",
    "Wel+",
    "it's",
    "a:b",
    "a#b",
    "R7.3.31",
    "令和7年3月31日",
    "2025-03",
    "1.2.3",
    "14c",
    "𠮷野家 🏛",
    "a, b [c]",
)


@pytest.mark.parametrize(("value", "written"), QUOTED)
def test_what_yaml_would_take_for_something_else_is_quoted(
    value: str, written: str
) -> None:
    """A text that is no plain text to some reader stands in quotation marks."""
    assert scalar(value) == written


@pytest.mark.parametrize("value", PLAIN)
def test_what_is_plain_to_everybody_is_written_as_it_is(value: str) -> None:
    """A name that no reader mistakes has no quotation marks."""
    assert scalar(value) == value


def test_brackets_want_quotes_where_a_line_does_not() -> None:
    """A comma ends a value within brackets alone."""
    assert (scalar("a, b"), scalar("a, b", flow=True)) == ("a, b", '"a, b"')


@pytest.mark.parametrize(
    ("value", "written"),
    [(True, "true"), (0, "0"), (1200000, "1200000"), (date(2025, 3, 31), "2025-03-31")],
)
def test_numbers_truth_and_days_are_no_texts(value: object, written: str) -> None:
    """Numbers, truth values and days are written without quotation marks."""
    assert scalar(value) == written  # type: ignore[arg-type]
    assert yaml.safe_load(f"a: {written}") == {"a": value}


def test_a_control_character_is_named_not_lost() -> None:
    """What no file may hold is said before it is written."""
    why = unwritable("a\x07b")
    assert why is not None
    assert why.into(ENGLISH) == "the control character U+0007 cannot stand here"
    assert unwritable("a\u2028b") is not None
    assert unwritable("課") is None


SIGNS = st.sampled_from(list("-?:,[]{}#&*!|>'\"%@`=~<.+ \t\n0123456789ey/_")).flatmap(
    lambda sign: st.sampled_from([sign, sign + " ", " " + sign, sign + "a", sign * 3])
)
TEXTS = (
    st.text()
    | st.lists(SIGNS | st.text(max_size=2), max_size=8).map("".join)
    | st.sampled_from([*ALL, "null", "yes", "012", "0x1F", "1_000", "-.inf", "<<"])
).filter(lambda value: control_character(value) is None)


@given(value=TEXTS, quote=st.sampled_from([None, '"', "'"]))
def test_every_reader_reads_every_text_back(value: str, quote: None) -> None:
    """Our reader, PyYAML (1.1) and ruamel (1.2) read the same text."""
    inside = scalar(value, flow=True)
    line = f"a: {scalar(value, quote=quote)}  # c\nb: {{c: {inside}, d: [{inside}]}}\n"
    wanted = {"a": value, "b": {"c": value, "d": [value]}}
    document, faults = parse(Source("x", line.encode()))
    assert faults == []
    assert document is not None
    assert document.root == wanted
    assert yaml.safe_load(line) == wanted
    assert ruamel.yaml.YAML(typ="safe", pure=True).load(line) == wanted
