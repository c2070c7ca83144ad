"""``stdmig plan``."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from stdmig.cli.language import said
from stdmig.cli.next_steps import workspace_option
from stdmig.cli.options import (
    AsOf,
    DatesOption,
    EncodingOption,
    Force,
    Lang,
    Output,
    Sample,
    Section,
    Workspace,
)
from stdmig.cli.output import emit, emit_exactly, emit_table
from stdmig.cli.screen import screen
from stdmig.cli.session import (
    known_section,
    machine_style,
    plan_or_end,
    tell_circumstances,
)
from stdmig.schedule import assumptions, milestones
from stdmig.words import text
from stdmig.workspace.section import (
    assumptions_of,
    coverages_of,
    milestones_of,
    places_of,
    systems_of,
)

Format = Literal["text", "json", "csv"]
Grouping = Literal["item", "system", "section"]


def plan(
    workspace: Workspace = None,
    sample: Sample = False,
    as_of: AsOf = None,
    by: Annotated[
        Grouping, typer.Option("--by", help=said(text("What the rows are grouped by.")))
    ] = "item",
    full: Annotated[
        bool, typer.Option("--full", help=said(text("Show equal rows one by one.")))
    ] = False,
    section: Section = None,
    list_assumptions: Annotated[
        bool,
        typer.Option(
            "--assumptions", help=said(text("List the assumptions of the plan."))
        ),
    ] = False,
    format: Annotated[
        Format, typer.Option("--format", help=said(text("Output format of the plan.")))
    ] = "text",
    encoding: EncodingOption = "utf-8",
    output: Output = None,
    force: Force = False,
    lang: Lang = None,
    dates: DatesOption = None,
) -> None:
    """Show the schedule."""
    planned = plan_or_end(workspace, sample, as_of)
    section = known_section(section, planned.inventory)
    style = machine_style(lang, planned.inventory)
    if format != "text":
        tell_circumstances(planned)
    if format == "json":
        from stdmig.outlook import budget_groups
        from stdmig.render.plan.json import plan_json

        found = milestones(planned.plan)
        emit_exactly(
            plan_json(
                planned.plan,
                places_of(planned.plan, section),
                coverages_of(planned.coverages, section),
                milestones_of(planned.plan, found, section),
                assumptions_of(planned.plan, assumptions(planned.plan), section),
                style,
                budgets=budget_groups(
                    planned.plan, systems_of(planned.inventory, section), apart=True
                ),
                section=section,
                systems=systems_of(planned.inventory, section),
            ),
            output,
            force=force,
        )
    elif format == "csv":
        from stdmig.render.plan.csv import plan_csv

        places = places_of(planned.plan, section)
        emit_table(plan_csv(planned.plan, places, style, encoding), output, force=force)
    else:
        from stdmig.render.plan.text import plan_text
        from stdmig.workspace.plan_page import plan_page

        page = plan_page(planned, section)._replace(
            grouping=by,
            full=full,
            list_assumptions=list_assumptions,
            options=workspace_option(workspace),
        )
        emit(plan_text(page, screen(output)), output, force=force)
