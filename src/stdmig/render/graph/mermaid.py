"""The graph as a Mermaid flowchart, which code hosts draw in Markdown (Mermaid)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from stdmig.dates import shown
from stdmig.render.mermaid_text import MAX_CHARACTERS, escaped
from stdmig.render.one_line import shown_name
from stdmig.words import Style, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stdmig.render.graph.graph import GraphNode, GraphView

MAX_EDGES = 500
"""What Mermaid draws where its settings are left alone (``maxEdges``); a page cannot
raise it from inside a chart."""


def graph_mermaid(view: GraphView, style: Style) -> str:
    """
    Return the graph as a flowchart; dashed arrows are links that no source states.

    Nodes are named ``n1``, ``n2`` … in the order of the view, so that no name from
    the files can be taken for a word of the language.
    """
    ids = {node.id: f"n{place}" for place, node in enumerate(view.nodes, start=1)}
    lines = [
        "---",
        # A JSON string is a YAML string.
        f"title: {json.dumps(shown_name(view.title, style), ensure_ascii=False)}",
        "---",
        "flowchart TB",
    ]
    if any(edge.assumed for edge in view.edges):
        told = text("dashed: assumed, no source states it")
        lines.append(f"  %% {escaped(told.into(style))}")
    lines += _nodes(view, ids, style)
    for edge in view.edges:
        arrow = "-.->" if edge.assumed else "-->"
        lines.append(f"  {ids[edge.before]} {arrow} {ids[edge.after]}")
    critical = [ids[node.id] for node in view.nodes if node.critical]
    if critical:
        lines.append("  classDef critical stroke-width:4px")
        lines.append(f"  class {','.join(critical)} critical")
    return "".join(f"{line}\n" for line in lines)


def too_large(view: GraphView, chart: str) -> bool:
    """Return whether Mermaid refuses a chart unless its page allows larger ones."""
    return len(view.edges) > MAX_EDGES or len(chart) > MAX_CHARACTERS


def _nodes(view: GraphView, ids: dict[str, str], style: Style) -> Iterator[str]:
    """Yield the nodes, those of a group together where its first one stands."""
    for number, (group, nodes) in enumerate(view.groups.items(), start=1):
        indent = "  " if group is None else "    "
        if group is not None:
            title = escaped(shown_name(group.title, style))
            yield f'  subgraph g{number}["{title}"]'
        for node in nodes:
            yield indent + ids[node.id] + _shape(node, style)
        if group is not None:
            yield "  end"


def _shape(node: GraphNode, style: Style) -> str:
    """Return a node's label in its box; a cutover has round ends."""
    label = escaped(shown_name(node.title, style))
    if node.shown_start is not None:
        label += f"<br/>{shown(node.shown_start).into(style)}"
    if node.shown_finish is not None:
        label += f" - {shown(node.shown_finish).into(style)}"
    return f'(["{label}"])' if node.number is None else f'["{label}"]'
