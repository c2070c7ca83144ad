"""The graph for Graphviz, read back by a reader of its own (DOT)."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, NamedTuple

import pytest

from stdmig.render.graph import GraphView, graph_dot
from stdmig.render.one_line import one_line, shown_name
from stdmig.words import Style

if TYPE_CHECKING:
    from collections.abc import Iterator

ENGLISH = Style.of("en")

# The lexical rules of https://graphviz.org/doc/info/lang.html, as far as they are used.
_TOKEN = re.compile(
    r'\s*(?:(?P<text>"(?:[^"\\\n]|\\.)*")|(?P<word>[A-Za-z_][A-Za-z_0-9]*|[0-9]+)'
    r"|(?P<sign>->|[{}\[\];=,+]))"
)


class _Graph(NamedTuple):
    """What a reader of DOT would draw."""

    nodes: dict[str, dict[str, str]]
    edges: list[tuple[str, str, dict[str, str]]]
    labels: list[str]


def _tokens(source: str) -> Iterator[str]:
    place = 0
    source = source.rstrip()
    while place < len(source):
        match = _TOKEN.match(source, place)
        assert match, source[place : place + 80]
        place = match.end()
        yield match.group().strip()


class _Reader:
    """A reader of statements; anything unexpected fails."""

    def __init__(self, source: str) -> None:
        self.tokens = list(_tokens(source))
        self.graph = _Graph({}, [], [])

    def take(self, *wanted: str) -> str:
        token = self.tokens.pop(0)
        assert not wanted or token in wanted, (token, wanted)
        return token

    def value(self) -> str:
        token = self.take()
        while self.tokens[0] == "+":
            self.take("+")
            token = token[:-1] + self.take()[1:]
        return token

    def attributes(self) -> dict[str, str]:
        found: dict[str, str] = {}
        if self.tokens[0] == "[":
            self.take("[")
            while True:
                name = self.take()
                self.take("=")
                found[name] = self.value()
                if self.take(",", "]") == "]":
                    break
        return found

    def statements(self) -> None:
        self.take("{")
        while self.tokens[0] != "}":
            name = self.take()
            if name == "subgraph":
                assert self.take().startswith("cluster_")
                self.statements()
                continue
            if self.tokens[0] == "=":
                self.take("=")
                value = self.value()
                if name == "label":
                    self.graph.labels.append(value)
            elif self.tokens[0] == "->":
                self.take("->")
                other = self.take()
                self.graph.edges.append((name, other, self.attributes()))
            elif name != "node":
                self.graph.nodes[name] = self.attributes()
            else:
                self.attributes()
            self.take(";")
        self.take("}")


def _read(source: str) -> _Graph:
    reader = _Reader(source)
    reader.take("digraph")
    reader.take("stdmig")
    reader.statements()
    assert reader.tokens == []
    return reader.graph


def _name(token: str) -> str:
    """Return the text of a quoted string."""
    return re.sub(r"\\(.)", r"\1", token[1:-1])


def _label(token: str) -> list[str]:
    """Return the lines that Graphviz draws for a label."""
    drawn = re.sub(
        r"\\(.)", lambda sign: "\n" if sign[1] == "n" else sign[1], token[1:-1]
    )
    return html.unescape(drawn).split("\n")


@pytest.mark.parametrize("name", ["item_view", "plan_view", "hostile_view"])
def test_source_reads_back_as_the_view(
    name: str, request: pytest.FixtureRequest
) -> None:
    """Nodes, labels, clusters and edges are those of the view, and nothing else."""
    view: GraphView = request.getfixturevalue(name)
    graph = _read(graph_dot(view, ENGLISH))
    drawn = {
        _name(node): _label(attributes["label"])[0]
        for node, attributes in graph.nodes.items()
    }
    assert drawn == {
        one_line(node.id): shown_name(node.title, ENGLISH) for node in view.nodes
    }
    assert [
        (_name(before), _name(after), attributes == {"style": '"dashed"'})
        for before, after, attributes in graph.edges
    ] == [
        (one_line(edge.before), one_line(edge.after), edge.assumed)
        for edge in view.edges
    ]
    assert [_label(label)[0] for label in graph.labels] == [
        shown_name(view.title, ENGLISH),
        *(shown_name(group.title, ENGLISH) for group in view.groups if group),
    ]


def test_dates_stand_below_the_name(plan_view: GraphView) -> None:
    """A task has its late span on a second line, a cutover its day."""
    nodes = _read(graph_dot(plan_view, ENGLISH)).nodes
    assert nodes['"15@juki"'] == {
        "label": '"15 Tests and training\\n2025-04-01 - 2025-09-30"',
        "penwidth": "3",
    }
    assert nodes['"cutover@juki"'] == {
        "label": '"First day of service\\n2025-10-01"',
        "shape": '"ellipse"',
    }


def test_backslash_in_a_name_is_no_escape(hostile_view: GraphView) -> None:
    r"""``\N`` would otherwise be replaced by the node's id, and ``\"`` end nothing."""
    source = graph_dot(hostile_view, ENGLISH)
    assert '"6 back\\\\slash \\\\N \\\\" + ' in source
