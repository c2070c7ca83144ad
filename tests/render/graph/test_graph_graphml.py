"""The graph as GraphML, read back by networkx and by a strict XML parser (GraphML)."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import networkx
import pytest

from stdmig.render.graph.graphml import graph_graphml
from stdmig.render.one_line import one_line, shown_name
from stdmig.words import Style

if TYPE_CHECKING:
    from stdmig.render.graph import GraphView

ENGLISH = Style.of("en")


@pytest.mark.parametrize("name", ["item_view", "plan_view", "hostile_view"])
def test_file_reads_back_as_the_view(name: str, request: pytest.FixtureRequest) -> None:
    """Nodes with all that is known of them, and edges, survive the round trip."""
    view: GraphView = request.getfixturevalue(name)
    graph = networkx.read_graphml(BytesIO(graph_graphml(view, ENGLISH)))
    assert graph.is_directed()
    expected = {}
    for node in view.nodes:
        known = {
            "label": shown_name(node.title, ENGLISH),
            "group": node.group and shown_name(node.group.title, ENGLISH),
            "late_start": node.late_start and node.late_start.isoformat(),
            "late_finish": node.late_finish and node.late_finish.isoformat(),
            "critical": node.critical,
        }
        expected[one_line(node.id)] = {
            key: value for key, value in known.items() if value is not None
        }
    assert dict(graph.nodes(data=True)) == expected
    assert {(a, b): data for a, b, data in graph.edges(data=True)} == {
        (one_line(edge.before), one_line(edge.after)): {"assumed": edge.assumed}
        for edge in view.edges
    }


def test_unknown_dates_are_left_out(item_view: GraphView) -> None:
    """A graph without dates has no empty ones."""
    assert b"late_" not in graph_graphml(item_view, ENGLISH)


def test_file_is_utf_8_and_says_whose_it_is(item_view: GraphView) -> None:
    """Japanese is written as itself, and the graph carries its title."""
    data = graph_graphml(item_view, Style("en", era=False))
    assert data.startswith(b"<?xml version='1.0' encoding='utf-8'?>\n<graphml ")
    assert data.endswith(b"</graphml>\n")
    title = ElementTree.fromstring(data).find(".//{*}graph/{*}data[@key='title']")
    assert title is not None
    assert title.text == "Aira City (sample): order of the work items"


def test_names_in_japanese_are_readable_in_the_file(hostile_view: GraphView) -> None:
    """No character references stand where characters can."""
    assert "の𠮷野家　葛\U000e0100" in graph_graphml(hostile_view, ENGLISH).decode()


def test_file_is_the_same_every_time(plan_view: GraphView) -> None:
    """The bytes change only with the plan."""
    first, second = (graph_graphml(plan_view, ENGLISH) for _ in range(2))
    assert first == second
