"""
The graph as GraphML, for network analysis and drawing programs (GraphML).

Import this module where the format is asked for, not before: networkx is heavy.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import networkx

from stdmig.render.one_line import one_line, shown_name

if TYPE_CHECKING:
    from stdmig.render.graph.graph import GraphNode, GraphView
    from stdmig.words import Style


def graph_graphml(view: GraphView, style: Style) -> bytes:
    """
    Return the graph as UTF-8 XML.

    Nodes bear the ids of the tasks and have ``label``, ``group``, ``late_start``,
    ``late_finish`` (ISO 8601) and ``critical``, with ``planned_start`` and
    ``planned_finish`` where starts were chosen or likely durations count; edges have
    ``assumed``. What is not known is left out.
    """
    graph: networkx.DiGraph[str] = networkx.DiGraph()
    graph.graph["title"] = shown_name(view.title, style)
    for node in view.nodes:
        graph.add_node(one_line(node.id), **_data(node, style))
    for edge in view.edges:
        ends = one_line(edge.before), one_line(edge.after)
        graph.add_edge(*ends, assumed=edge.assumed)
    stream = BytesIO()
    # Not write_graphml, whose bytes depend on whether lxml is installed.
    networkx.write_graphml_xml(graph, stream, named_key_ids=True)
    return stream.getvalue()


def _data(node: GraphNode, style: Style) -> dict[str, str | bool]:
    """Return a node's attributes; GraphML knows neither days nor None."""
    data: dict[str, str | bool] = {"label": shown_name(node.title, style)}
    if node.group is not None:
        data["group"] = shown_name(node.group.title, style)
    if node.late_start is not None:
        data["late_start"] = node.late_start.isoformat()
    if node.late_finish is not None:
        data["late_finish"] = node.late_finish.isoformat()
    if node.planned_start is not None and node.planned_finish is not None:
        data["planned_start"] = node.planned_start.isoformat()
        data["planned_finish"] = node.planned_finish.isoformat()
    return data | {"critical": node.critical}
