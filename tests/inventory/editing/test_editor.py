"""Changes of a file that leave the rest of it byte for byte (編集)."""

from __future__ import annotations

from collections.abc import Callable
from difflib import SequenceMatcher
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from stdmig.inventory.document import Document, Path
from stdmig.inventory.editing import Editor, UnsafeError
from stdmig.inventory.editing.node import Node, read_node
from stdmig.inventory.source import Source
from stdmig.inventory.yaml_events import parse
from tests.helpers import ROOT

BLOCK = """\
# head
a: 1   # one

b:
  # about c
  c: "two"  # 2\tend
  d: >-
    some
    text

  e:
list:   # the list
  - id: x
    name: plain text
      going on
    # hint
  # heads y
  - id: y
    names: [p, q]
    # tail of y

  - {id: z, 名: '𠮷野'}   # in brackets
none: []
empty:
indented:
- one
-   two
-
last: 1
"""

FLOW = """\
{a: 1, "b": {c: two, d: , e},
 list: [ {id: x}, {id: y, names: [p, q]}, ],
 many: [
   one,   # first
   two,
   three
 ],
 pairs: {
   k: v,
   l: w
 },
 none: [], nothing: {}
}
"""


def variants() -> list[bytes]:
    """Return both texts in every shape that editors give a file."""
    shapes: list[Callable[[str], bytes]] = [
        lambda text: text.encode(),
        lambda text: text.replace("\n", "\r\n").encode(),
        lambda text: b"\xef\xbb\xbf" + text.rstrip("\n").encode(),
        lambda text: text.replace("\n", "\r\n").rstrip().encode(),
        lambda text: ("# 説明\t🏛\n\n" + text + "\n# end\n").encode(),
    ]
    files = [ROOT / "data/systems.yaml", ROOT / "examples/designated-town/systems.yaml"]
    return [shape(text) for text in (BLOCK, FLOW) for shape in shapes] + [
        file.read_bytes() for file in files
    ]


def opened(data: bytes) -> tuple[Document, Editor]:
    """Return a file as it reads, and an editor of it."""
    document, faults = parse(Source("x.yaml", data))
    assert document is not None
    assert faults == []
    return document, Editor(Source("x.yaml", data), document)


def edited(text: str, act: Callable[[Editor], None]) -> str:
    """Return a text after a change."""
    _, editor = opened(text.encode())
    act(editor)
    return editor.finish().decode()


def changed_lines(old: str, new: str) -> tuple[list[str], list[str]]:
    """Return the lines that went and those that came."""
    before, after = old.splitlines(keepends=True), new.splitlines(keepends=True)
    gone, come = [], []
    for kind, i, j, k, m in SequenceMatcher(None, before, after, False).get_opcodes():
        if kind != "equal":
            gone += before[i:j]
            come += after[k:m]
    return gone, come


def without(editor: Editor, *paths: Path) -> None:
    """Take several things out."""
    for path in paths:
        editor.remove(path)


CASES: tuple[tuple[Callable[[Editor], None], str, str], ...] = (
    (lambda e: e.set(("a",), 2), "a: 1   # one\n", "a: 2   # one\n"),
    (
        lambda e: e.set(("b", "c"), "x"),
        '  c: "two"  # 2\tend\n',
        '  c: "x"  # 2\tend\n',
    ),
    (lambda e: e.set(("b", "d"), "x"), "  d: >-\n    some\n    text\n", "  d: x\n"),
    (lambda e: e.set(("b", "e"), "x"), "  e:\n", "  e: x\n"),
    (
        lambda e: e.set(("list", 0, "name"), "- x"),
        "    name: plain text\n      going on\n",
        '    name: "- x"\n',
    ),
    (
        lambda e: e.set(("list", 2, "名"), "it's"),
        "  - {id: z, 名: '𠮷野'}   # in brackets\n",
        "  - {id: z, 名: 'it''s'}   # in brackets\n",
    ),
    (lambda e: e.insert(("b",), "m", [1, "a"], after="d"), "", "  m: [1, a]\n"),
    (
        lambda e: e.insert(("b",), "m", {"x": 1}, after=None),
        "",
        "  m:\n    x: 1\n",
    ),
    (
        lambda e: e.insert(("list", 1), "m", "v", after=None),
        "  - id: y\n",
        "  - m: v\n    id: y\n",
    ),
    (
        lambda e: e.insert(("list", 2), "m", "a, b", after="id"),
        "  - {id: z, 名: '𠮷野'}   # in brackets\n",
        "  - {id: z, m: \"a, b\", 名: '𠮷野'}   # in brackets\n",
    ),
    (lambda e: e.remove(("a",)), "a: 1   # one\n", ""),
    (lambda e: e.remove(("b", "d")), "  d: >-\n    some\n    text\n", ""),
    (
        lambda e: e.remove(("list", 0, "id")),
        "  - id: x\n    name: plain text\n",
        "  - name: plain text\n",
    ),
    (
        lambda e: e.remove(("list", 0)),
        "  - id: x\n    name: plain text\n      going on\n    # hint\n",
        "",
    ),
    (
        lambda e: e.remove(("list", 1)),
        "  - id: y\n    names: [p, q]\n    # tail of y\n",
        "",
    ),
    (
        lambda e: e.append(("list",), {"id": "m", "v": "a: b"}),
        "",
        '\n  - {id: m, v: "a: b"}\n',
    ),
    (
        lambda e: e.append(("list",), {"id": "m", "v": 1}, after=0),
        "",
        "\n  - id: m\n    v: 1\n",
    ),
    (
        lambda e: e.append(("none",), {"id": "m", "v": 1}),
        "none: []\n",
        "none:\n  - id: m\n    v: 1\n",
    ),
    (lambda e: e.append(("empty",), "x"), "empty:\n", "empty: [x]\n"),
    (lambda e: e.append(("indented",), "four"), "", "- four\n"),
    (lambda e: e.remove(("indented", 1)), "-   two\n", ""),
    (
        lambda e: without(e, *(("indented", n) for n in range(3))),
        "indented:\n- one\n-   two\n-\n",
        "indented: []\n",
    ),
    (
        lambda e: e.append(("list", 1, "names"), "r"),
        "    names: [p, q]\n",
        "    names: [p, q, r]\n",
    ),
    (
        lambda e: e.follow(("b", "c"), "x"),
        '  c: "two"  # 2\tend\n',
        '  c: ["two", x]  # 2\tend\n',
    ),
)


@pytest.mark.parametrize(("act", "gone", "come"), CASES, ids=range(len(CASES)))
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_change_touches_its_own_lines_alone(
    act: Callable[[Editor], None], gone: str, come: str, end: str
) -> None:
    """The lines that go and come are those of the change; the others stay."""
    old = BLOCK.replace("\n", end)
    new = edited(old, act)
    went, came = changed_lines(old, new)
    if sorted(went) != sorted(gone.replace("\n", end).splitlines(keepends=True)):
        # A line that stands in both may be told as changed by the comparison.
        assert old.replace(gone.replace("\n", end), come.replace("\n", end), 1) == new
        return
    assert "".join(came) == come.replace("\n", end)


FLOW_CASES: tuple[tuple[Callable[[Editor], None], str, str], ...] = (
    (lambda e: e.set(("b", "d"), 3), "d: , e}", "d: 3, e}"),
    (lambda e: e.set(("b", "e"), 3), "d: , e}", "d: , e: 3}"),
    (lambda e: e.remove(("b", "c")), "{c: two, d: ,", "{d: ,"),
    (
        lambda e: e.remove(("list", 1)),
        "{id: x}, {id: y, names: [p, q]}, ]",
        "{id: x}, ]",
    ),
    (lambda e: e.append(("many",), "four"), "   three\n", "   three,\n   four\n"),
    (
        lambda e: e.insert(("pairs",), "m", 1, after="k"),
        "   k: v,\n",
        "   k: v,\n   m: 1,\n",
    ),
    (lambda e: e.insert(("nothing",), "m", 1, after=None), "{}", "{m: 1}"),
    (lambda e: e.append(("none",), {"a": "b"}), "none: []", "none: [{a: b}]"),
    (
        lambda e: without(e, *(("b", key) for key in "cde")),
        "{c: two, d: , e}",
        "{}",
    ),
)


@pytest.mark.parametrize(("act", "old", "new"), FLOW_CASES, ids=range(len(FLOW_CASES)))
def test_brackets_keep_their_commas_and_lines(
    act: Callable[[Editor], None], old: str, new: str
) -> None:
    """Within brackets an entry comes and goes with its comma."""
    assert edited(FLOW, act) == FLOW.replace(old, new, 1)


def test_what_would_lose_a_comment_is_refused() -> None:
    """A change that would take somebody's remark along is not made."""
    with pytest.raises(UnsafeError, match="a comment between the brackets"):
        edited(FLOW, lambda editor: editor.remove(("many", 1)))
    with pytest.raises(UnsafeError, match="the value stands over several lines"):
        edited(BLOCK, lambda editor: editor.set(("list",), 1))


def test_nothing_to_do_gives_the_very_bytes() -> None:
    """A file without changes is handed back as it was."""
    for data in variants():
        assert opened(data)[1].finish() == data


def test_both_of_pyyamls_parsers_give_the_same_places() -> None:
    """Places do not depend on whether PyYAML's C extension is installed."""

    def places(node: Node) -> Any:
        below = [places(child) for _, child in node.children()]
        return node.start, node.end, node.value, below

    for data in variants():
        text = data.decode("utf-8-sig")
        assert places(read_node(text)) == places(read_node(text, yaml.SafeLoader))


def paths_of(value: object, path: Path = ()) -> list[tuple[Path, object]]:
    """Return every value of a document with the route to it."""
    below = (
        value.items()
        if isinstance(value, dict)
        else enumerate(value)
        if isinstance(value, list)
        else ()
    )
    found: list[tuple[Path, object]] = [(path, value)]
    for part, child in below:
        found += paths_of(child, (*path, part))
    return found


def plain(value: object) -> Any:
    """Return a document as lists and mappings that a test may change."""
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items()}
    return [plain(each) for each in value] if isinstance(value, list) else value


WORDS = st.sampled_from(
    ["x", "市民課", "null", "a: b", "a, b", "- c", "'", '"', "#", "012", "a\\b", "{"]
)
FILES = st.sampled_from(variants())


@given(data=FILES, draw=st.data())
def test_any_change_reads_as_meant_and_spares_the_other_lines(
    data: bytes, draw: st.DataObject
) -> None:
    """A change at a random place reads back as meant, and no other line moves."""
    document, editor = opened(data)
    wanted = plain(document.root)
    path, value = draw.draw(st.sampled_from(paths_of(document.root)[1:]))
    word = draw.draw(WORDS)
    owner: Any = wanted
    for part in path[:-1]:
        owner = owner[part]
    kinds = ["set", "remove"]
    kinds += ["insert"] if isinstance(value, dict) and value else []
    kinds += ["append"] if isinstance(value, list) else []
    kind = draw.draw(st.sampled_from(kinds))
    if kind == "set":
        editor.set(path, word)
        owner[path[-1]] = word
    elif kind == "remove":
        editor.remove(path)
        del owner[path[-1]]
    elif kind == "insert":
        after = draw.draw(st.sampled_from([*value, None]))  # type: ignore[misc]
        editor.insert(path, "neu", [word], after=after)
        owner[path[-1]]["neu"] = [word]
    else:
        editor.append(path, {"neu": word, "v": word})
        owner[path[-1]].append({"neu": word, "v": word})
    try:
        new = editor.finish()
    except UnsafeError:
        assert kind in ("set", "remove")
        return
    again, faults = parse(Source("x.yaml", new))
    assert faults == []
    assert again is not None
    assert again.root == wanted
    gone, come = changed_lines(data.decode(), new.decode())
    if kind in ("insert", "append"):
        assert len(gone) <= 2
        assert len(come) <= len(gone) + 4
    elif kind == "set":
        assert len(come) <= 1
    else:
        assert len(come) <= 2
    mark = b"\xef\xbb\xbf"
    assert new.startswith(mark) == data.startswith(mark)
    assert new.endswith(b"\n") == data.endswith(b"\n")
    if b"\r\n" in data:
        assert new.count(b"\n") == new.count(b"\r\n")
