"""``stdmig graph``."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from stdmig.cli.language import READER, said
from stdmig.cli.messages import tell
from stdmig.cli.options import AsOf, DatesOption, Force, Lang, Output, Sample, Workspace
from stdmig.cli.output import emit, emit_exactly
from stdmig.cli.session import machine_style, plan_or_end, tell_circumstances
from stdmig.words import text

Format = Literal["text", "mermaid", "dot", "graphml"]
Subject = Literal["items", "plan"]


def graph(
    of: Annotated[
        Subject,
        typer.Option("--of", help=said(text("The work items, or the whole plan."))),
    ] = "items",
    workspace: Workspace = None,
    sample: Sample = False,
    as_of: AsOf = None,
    format: Annotated[
        Format, typer.Option("--format", help=said(text("Output format of the graph.")))
    ] = "text",
    output: Output = None,
    force: Force = False,
    lang: Lang = None,
    dates: DatesOption = None,
) -> None:
    """Draw the dependency graph."""
    from stdmig.render.graph import item_graph_view, plan_graph_view

    planned = plan_or_end(workspace, sample, as_of)
    tell_circumstances(planned)
    if of == "items":
        view = item_graph_view(planned.inventory)
    else:
        view = plan_graph_view(planned.plan)
    style = machine_style(lang, planned.inventory)
    if format == "mermaid":
        from stdmig.render.graph.mermaid import graph_mermaid, too_large

        chart = graph_mermaid(view, style)
        emit_exactly(chart, output, force=force)
        if too_large(view, chart):
            tell(
                text("Mermaid refuses a chart of this size unless it is configured to")
            )
    elif format == "dot":
        from stdmig.render.graph.dot import graph_dot

        emit_exactly(graph_dot(view, style), output, force=force)
    elif format == "graphml":
        from stdmig.render.graph.graphml import graph_graphml

        emit(graph_graphml(view, style), output, force=force)
    else:
        from stdmig.render.graph.text import graph_text

        emit(graph_text(view, READER), output, force=force)
