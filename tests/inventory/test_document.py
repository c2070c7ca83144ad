"""Places of values in a file (位置)."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from stdmig.diagnostics import Location
from stdmig.inventory import Document, Path, Source
from stdmig.inventory.document import line_starts, location
from stdmig.inventory.yaml_events import parse

WRITTEN = """\
schema: stdmig.systems/1
contracts: [{id: a}, {id: b}]
systems:
  - id: juki
    units:
      - section: 市民課
        contract:
          end: 2024-09-30
      - section:
"""


def _document() -> Document:
    document, faults = parse(Source("a/systems.yaml", WRITTEN.encode()))
    assert faults == []
    assert document is not None
    return document


def _place(path: Path, *, key: bool = False) -> tuple[int, int]:
    location = _document().locate(path, key=key)
    assert location.file == "a/systems.yaml"
    return location.line, location.column


def test_values() -> None:
    """A value stands where its first character is."""
    assert _place(("schema",)) == (1, 9)
    assert _place(("contracts",)) == (2, 12)
    assert _place(("contracts", 1)) == (2, 22)
    assert _place(("contracts", 1, "id")) == (2, 27)
    assert _place(("systems", 0, "id")) == (4, 9)
    assert _place(("systems", 0, "units", 0, "contract", "end")) == (8, 16)


def test_keys() -> None:
    """A key stands where its first character is, its owner before it."""
    assert _place(("systems",), key=True) == (3, 1)
    assert _place(("systems", 0, "units", 0, "contract", "end"), key=True) == (8, 11)


def test_entries() -> None:
    """An entry of a list stands after its hyphen, and the list at its first one."""
    assert _place(("systems",)) == (4, 3)
    assert _place(("systems", 0)) == (4, 5)
    assert _place(("systems", 0, "units", 1)) == (9, 9)


def test_blank_value() -> None:
    """A value that was left out stands right behind its colon."""
    assert _place(("systems", 0, "units", 1, "section")) == (9, 17)


def test_nothing() -> None:
    """The whole document stands where it begins."""
    assert _document().locate(()) == Location("a/systems.yaml", 1, 1)


def test_what_the_file_does_not_have() -> None:
    """A missing key is shown at its owner, and a step beyond the end at the last."""
    assert _place(("systems", 0, "name")) == (4, 5)
    assert _place(("systems", 7)) == (4, 3)
    assert _place(("systems", 0, "id", "deeper")) == (4, 9)


def test_tag_of_a_choice() -> None:
    """A step that only the validator knows, the kind of a choice, is skipped."""
    path = ("systems", 0, "units", 0, "contract", "inline", "end")

    assert _place(path) == (8, 16)


@given(
    st.lists(st.sampled_from(["", "a", "市民課", "𠮷: 1"]), min_size=1),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.data(),
)
def test_lines_are_counted_as_people_do(
    lines: list[str], ending: str, data: st.DataObject
) -> None:
    """Line and column follow from the characters before, whatever ends the lines."""
    line = data.draw(st.integers(0, len(lines) - 1))
    column = data.draw(st.integers(0, len(lines[line])))
    at = len(ending.join([*lines[:line], ""])) + column

    found = location("a", at, line_starts(ending.join(lines)))

    assert found == Location("a", line + 1, column + 1)


def test_places_behind_what_was_dropped() -> None:
    """What is refused and not read does not move the places of what follows it."""
    written = b"a: 1\nb: {x: [1, 2]}\na: [3, {y: 4}]\n? [c, d]\n: {z: 5}\ne: [6]\n"
    document, faults = parse(Source("s", written))
    assert document is not None
    assert [(fault.code, fault.location.line) for fault in faults] == [
        ("STD004", 3),
        ("STD003", 4),
    ]
    assert dict(document.root) == {"a": "1", "b": {"x": ["1", "2"]}, "e": ["6"]}
    assert document.locate(("b", "x", 1)) == Location("s", 2, 12)
    assert document.locate(("e",), key=True) == Location("s", 6, 1)
    assert document.locate(("e", 0)) == Location("s", 6, 5)
