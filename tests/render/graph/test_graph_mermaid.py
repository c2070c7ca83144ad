"""The graph as a Mermaid flowchart (Mermaid)."""

from __future__ import annotations

import json
import re

import pytest

from stdmig.render.graph import GraphView, graph_mermaid
from stdmig.render.graph.mermaid import MAX_EDGES, too_large
from stdmig.render.one_line import shown_name
from stdmig.words import Style

ENGLISH = Style.of("en")

# Inside quotation marks: nothing that Mermaid or HTML could read, only numeric codes.
_LABEL = r"""((?:[^"#&<>`;:{}\[\]|\\%*_~]|\#[0-9]+;)*)"""
_DATES = r"(<br/>[0-9-]{10}(?: - [0-9-]{10})?)?"
_LINES = {
    "direction": re.compile(r"flowchart TB"),
    "comment": re.compile(rf"  %% {_LABEL}"),
    "subgraph": re.compile(rf'  subgraph g[0-9]+\["{_LABEL}"\]'),
    "end": re.compile(r"  end"),
    "node": re.compile(rf' {{2,4}}(n[0-9]+)(?:\["|\(\["){_LABEL}{_DATES}"\]\)?'),
    "edge": re.compile(r"  (n[0-9]+) (-\.->|-->) (n[0-9]+)"),
    "class": re.compile(r"  classDef critical stroke-width:4px"),
    "critical": re.compile(r"  class (n[0-9,n]+) critical"),
}


def _read(chart: str) -> dict[str, list[re.Match[str]]]:
    """Return the lines by kind; every line must be of a known kind."""
    fence, title, closing, *lines = chart.split("\n")
    assert (fence, closing, lines.pop()) == ("---", "---", "")
    assert title.startswith("title: ")
    found: dict[str, list[re.Match[str]]] = {kind: [] for kind in _LINES}
    for line in lines:
        kinds = [(kind, rule.fullmatch(line)) for kind, rule in _LINES.items()]
        matches = [(kind, match) for kind, match in kinds if match]
        assert len(matches) == 1, line
        found[matches[0][0]].append(matches[0][1])
    return found


def _decoded(label: str) -> str:
    return re.sub(r"#([0-9]+);", lambda code: chr(int(code.group(1))), label)


@pytest.mark.parametrize("name", ["item_view", "plan_view", "hostile_view"])
def test_chart_is_made_of_known_lines(
    name: str, request: pytest.FixtureRequest
) -> None:
    """Labels decode to the names, and arrows are those of the view."""
    view: GraphView = request.getfixturevalue(name)
    found = _read(graph_mermaid(view, ENGLISH))
    ids = {node.id: f"n{place}" for place, node in enumerate(view.nodes, start=1)}
    assert {match[1]: _decoded(match[2]) for match in found["node"]} == {
        ids[node.id]: shown_name(node.title, ENGLISH) for node in view.nodes
    }
    assert [(match[1], match[2], match[3]) for match in found["edge"]] == [
        (ids[edge.before], "-.->" if edge.assumed else "-->", ids[edge.after])
        for edge in view.edges
    ]
    assert [_decoded(match[1]) for match in found["subgraph"]] == [
        shown_name(group.title, ENGLISH) for group in view.groups if group
    ]
    assert len(found["end"]) == len(found["subgraph"])


def test_assumed_links_are_dashed_and_explained(item_view: GraphView) -> None:
    """3 to 4 is in the plan's text, 1 to 2 is not; a comment says what dashes mean."""
    lines = graph_mermaid(item_view, ENGLISH).splitlines()
    assert "  n3 --> n4" in lines
    assert "  n1 -.-> n2" in lines
    assert "  %% dashed#58; assumed, no source states it" in lines


def test_cutover_has_round_ends_and_its_day(plan_view: GraphView) -> None:
    """A cutover is no task: another shape, one day."""
    chart = graph_mermaid(plan_view, ENGLISH)
    assert '(["First day of service<br/>2025-10-01"])' in chart


def test_critical_tasks_are_thick(plan_view: GraphView, item_view: GraphView) -> None:
    """The class names every critical task; without any there is no class."""
    chart = graph_mermaid(plan_view, ENGLISH)
    named = _read(chart)["critical"][0][1].split(",")
    critical = [
        f"n{place}"
        for place, node in enumerate(plan_view.nodes, start=1)
        if node.critical
    ]
    assert named == critical
    assert "critical" not in graph_mermaid(item_view, ENGLISH)


def test_title_is_a_quoted_string(hostile_view: GraphView) -> None:
    """The title stays one YAML string, whatever the municipality is called."""
    line = graph_mermaid(hostile_view, ENGLISH).splitlines()[1]
    title = json.loads(line.removeprefix("title: "))
    assert title == '"]; click x "javascript:alert(1)": order of the tasks'


def test_limits_of_mermaid_are_known(plan_view: GraphView) -> None:
    """The sample is drawn; one edge or character more than Mermaid's limit is not."""
    chart = graph_mermaid(plan_view, ENGLISH)
    assert not too_large(plan_view, chart)
    edges = plan_view.edges * 2
    assert too_large(plan_view._replace(edges=edges[: MAX_EDGES + 1]), chart)
    assert not too_large(plan_view._replace(edges=edges[:MAX_EDGES]), chart)
    assert too_large(plan_view, chart.ljust(50_001))
    assert not too_large(plan_view, chart.ljust(50_000))


def test_chart_is_the_same_every_time(plan_view: GraphView) -> None:
    """A chart kept in a repository changes only with the plan."""
    first, second = (graph_mermaid(plan_view, ENGLISH) for _ in range(2))
    assert first == second
