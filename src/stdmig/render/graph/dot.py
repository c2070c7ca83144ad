"""The graph in the language of Graphviz (DOT)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stdmig.dates import shown
from stdmig.render.one_line import one_line, shown_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from stdmig.render.graph.graph import GraphNode, GraphView
    from stdmig.words import Style


def graph_dot(view: GraphView, style: Style) -> str:
    """
    Return the graph as a digraph whose nodes bear the ids of the tasks.

    Dashed edges are links that no source states; thick boxes are critical.
    """
    lines = [
        "digraph stdmig {",
        f"  label={_quoted(_entities(shown_name(view.title, style)))};",
        '  labelloc="t";',
        '  node [shape="box"];',
        *_nodes(view, style),
    ]
    for edge in view.edges:
        dashed = ' [style="dashed"]' if edge.assumed else ""
        lines.append(f"  {_quoted(edge.before)} -> {_quoted(edge.after)}{dashed};")
    return "".join(f"{line}\n" for line in (*lines, "}"))


def _nodes(view: GraphView, style: Style) -> Iterator[str]:
    """Yield the nodes, those of a group together where its first one stands."""
    for number, (group, nodes) in enumerate(view.groups.items(), start=1):
        indent = "  " if group is None else "    "
        if group is not None:
            yield f"  subgraph cluster_{number} {{"
            yield f"    label={_quoted(_entities(shown_name(group.title, style)))};"
        for node in nodes:
            yield f"{indent}{_quoted(node.id)} [{_attributes(node, style)}];"
        if group is not None:
            yield "  }"


def _attributes(node: GraphNode, style: Style) -> str:
    label = _quoted(_entities(shown_name(node.title, style)))
    if node.shown_start is not None:
        dates = shown(node.shown_start).into(style)
        if node.shown_finish is not None:
            dates += f" - {shown(node.shown_finish).into(style)}"
        # Two quoted strings joined, so that the line break is ours alone.
        label += f' + "\\n{dates}"'
    shape = ', shape="ellipse"' if node.number is None else ""
    return f"label={label}{shape}{', penwidth=3' if node.critical else ''}"


def _entities(words: str) -> str:
    """Return a label's text; Graphviz reads HTML character references in labels."""
    return words.replace("&", "&amp;")


def _quoted(words: str) -> str:
    """Return a text as a quoted string; quotation mark and backslash are escaped."""
    escaped = one_line(words).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
