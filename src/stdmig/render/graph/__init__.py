"""The dependency graph as text, Mermaid, DOT and GraphML (前後関係の図)."""

from stdmig.render.graph.dot import graph_dot
from stdmig.render.graph.graph import (
    GraphEdge,
    GraphGroup,
    GraphNode,
    GraphView,
    graph_view,
)
from stdmig.render.graph.item_view import item_graph_view
from stdmig.render.graph.mermaid import graph_mermaid
from stdmig.render.graph.plan_view import plan_graph_view
from stdmig.render.graph.text import graph_text

__all__ = [
    "GraphEdge",
    "GraphGroup",
    "GraphNode",
    "GraphView",
    "graph_dot",
    "graph_mermaid",
    "graph_text",
    "graph_view",
    "item_graph_view",
    "plan_graph_view",
]
