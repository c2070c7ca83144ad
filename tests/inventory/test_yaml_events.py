"""YAML as strings with places, compared with PyYAML's own reading (読込み)."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from stdmig.diagnostics import Location
from stdmig.inventory import Document, Source
from stdmig.inventory.document import Mapping, Sequence
from stdmig.inventory.yaml_builder import MAX_DEPTH
from stdmig.inventory.yaml_events import parse
from tests.helpers import ENGLISH

# Characters that a file may hold; the others are refused before any event.
CHARACTERS = st.characters(
    exclude_categories=["Cs", "Cc", "Cn", "Zl", "Zp"],
    include_characters="\n\t",
    exclude_characters="\ufeff",
)
WORDS = st.text(CHARACTERS, max_size=20)
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.sampled_from(["no", "010", "22:00", "null", "<<", "*", "2024-09-30", "'"])
    | WORDS
)
DATA = st.dictionaries(
    WORDS,
    st.recursive(
        SCALARS,
        lambda inner: (
            st.lists(inner, max_size=4) | st.dictionaries(WORDS, inner, max_size=4)
        ),
        max_leaves=20,
    ),
    max_size=4,
)
FLOW = st.sampled_from([True, False, None])


def _read(text: str) -> Document:
    document, faults = parse(Source("a.yaml", text.encode()))
    assert [fault.message.into(ENGLISH) for fault in faults] == []
    assert document is not None
    return document


def _as_written(value: Any) -> Any:
    """Return what PyYAML resolved, each scalar turned back into its text."""
    match value:
        case None:
            return None
        case bool():
            return "true" if value else "false"
        case dict():
            return {key: _as_written(inner) for key, inner in value.items()}
        case list():
            return [_as_written(inner) for inner in value]
    return str(value)


@given(DATA, FLOW, st.booleans())
def test_same_as_pyyaml(data: dict[str, Any], flow: bool | None, wide: bool) -> None:
    """Whatever PyYAML dumps is read back in its structure, every scalar as text."""
    text = yaml.safe_dump(data, default_flow_style=flow, allow_unicode=wide)

    assert _read(text).root == _as_written(yaml.safe_load(text))


@given(DATA, FLOW)
def test_places_point_at_what_they_say(data: dict[str, Any], flow: bool | None) -> None:
    """At the place of a key or a scalar stands its first character, or a quote."""
    text = yaml.safe_dump(data, default_flow_style=flow, allow_unicode=True)
    document = _read(text)

    for location, written in _written(document, document.root, ()):
        line = text.split("\n")[location.line - 1]
        assert line[location.column - 1] in (written[:1], '"', "'")


def _written(
    document: Document, node: Any, path: tuple[str | int, ...]
) -> list[tuple[Location, str]]:
    """Return every key and every scalar below `node` with its place."""
    if isinstance(node, Mapping):
        keys = [(document.locate((*path, key), key=True), key) for key in node]
        steps: list[tuple[str | int, Any]] = [*node.items()]
    elif isinstance(node, Sequence):
        keys, steps = [], [*enumerate(node)]
    else:
        return [(document.locate(path), node)] if isinstance(node, str) else []
    below = [_written(document, inner, (*path, step)) for step, inner in steps]
    return keys + [place for places in below for place in places]


@pytest.mark.parametrize("before", ["a", "市", "𠮷", "\u3000", "か\u3099"])
def test_columns_count_code_points(before: str) -> None:
    """A character before a value counts once, however wide and however encoded."""
    document = _read(f"a: {{{before * 10}: {before * 10}, end: x}}\n")
    length = 10 * len(before)

    # `a: {` is four characters; then follow the word, `: `, the word and `, `.
    assert document.locate(("a", "end"), key=True) == Location(
        "a.yaml", 1, 9 + 2 * length
    )
    assert document.locate(("a", "end")) == Location("a.yaml", 1, 14 + 2 * length)


def test_columns_after_several_lines() -> None:
    """A value of several lines moves what follows it by its lines alone."""
    document = _read("note: |\n  一行目\n  二行目\nend: 未定\n")

    assert document.root == {"note": "一行目\n二行目\n", "end": "未定"}
    assert document.locate(("note",)) == Location("a.yaml", 1, 7)
    assert document.locate(("end",)) == Location("a.yaml", 4, 6)


@pytest.mark.parametrize("blank", ["", "~", "null", "Null", "NULL"])
def test_blank_scalars(blank: str) -> None:
    """An empty value is None, with or without one of the words for it."""
    assert _read(f"end: {blank}\n").root == {"end": None}


@pytest.mark.parametrize("quote", ["'", '"'])
def test_quoted_words_for_nothing(quote: str) -> None:
    """In quotes the words for nothing are words."""
    written = _read(f"a: {quote}null{quote}\nb: {quote}{quote}\n")

    assert written.root == {"a": "null", "b": ""}


def test_deepest_nesting() -> None:
    """Fifty levels are read, the mapping at the top being the first."""
    lists = MAX_DEPTH - 1

    node: Any = _read(f"a: {'[' * lists}{']' * lists}\n").root["a"]

    for _ in range(lists - 1):
        (node,) = node
    assert node == []


@pytest.mark.parametrize("bracket", ["[", "{a: "])
def test_bomb_of_brackets(bracket: str) -> None:
    """A million brackets are refused at the one too many, and nothing else is said."""
    document, (fault,) = parse(Source("a.yaml", b"a: " + bracket.encode() * 1_000_000))

    assert document is None
    assert fault.message.into(ENGLISH) == "nested more than 50 levels deep"
    # `a: ` is three characters; 49 brackets are sound.
    assert fault.location == Location("a.yaml", 1, 4 + 49 * len(bracket))


def test_bomb_of_aliases() -> None:
    """Aliases that would multiply into billions are refused one by one, unexpanded."""
    lines = [b"a0: &a0 [x, x]"]
    lines += [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]".encode() for n in range(1, 40)]

    _, faults = parse(Source("a.yaml", b"\n".join(lines)))

    # One anchor each, and two aliases in all but the first.
    assert len(faults) == 40 + 2 * 39
    assert {fault.code for fault in faults} == {"STD003"}


def test_marks_of_one_document() -> None:
    """A file may begin with ``---`` and end with ``...``."""
    assert _read("---\na: b\n...\n").root == {"a": "b"}


def test_first_of_two_values_counts() -> None:
    """Of a key that stands twice the first value stays, so that it is checked too."""
    document, (fault,) = parse(Source("a.yaml", b"a: b\na: {c: d}\n"))

    assert document is not None
    assert document.root == {"a": "b"}
    assert document.locate(("a",)) == Location("a.yaml", 1, 4)
    assert fault.location == Location("a.yaml", 2, 1)


@given(st.text(max_size=200))
def test_no_text_is_too_much(text: str) -> None:
    """Any text at all gives a document or faults with places inside it."""
    data = text.encode("utf-8", "surrogatepass")

    document, faults = parse(Source("a.yaml", data))

    assert (document is not None) or faults
    lines = text.replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1
    assert all(1 <= fault.location.line <= lines for fault in faults)


@given(st.binary(max_size=200))
def test_no_bytes_are_too_much(data: bytes) -> None:
    """Any bytes at all give a document or faults."""
    document, faults = parse(Source("a.yaml", data))

    assert (document is not None) or faults
