"""``stdmig compare``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from stdmig.cli.clock import today
from stdmig.cli.comparing import sides_or_end
from stdmig.cli.language import said
from stdmig.cli.messages import tell
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
from stdmig.cli.output import emit, emit_exactly, refuse_cells
from stdmig.cli.screen import screen
from stdmig.cli.session import known_section, machine_style
from stdmig.dates import shown
from stdmig.words import text
from stdmig.workspace.compare import compare_page, plan_sides

Format = Literal["text", "markdown", "json", "csv", "html"]


def compare(
    folders: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[BEFORE AFTER]",
            help=said(text("Two workspace folders.")),
            show_default=False,
        ),
    ] = None,
    rev: Annotated[
        list[str] | None,
        typer.Option(
            "--rev",
            metavar="REV",
            help=said(
                text(
                    "A revision of git against the folder of today, or two revisions"
                    " (HEAD~1, main, HEAD~1:old/folder)."
                )
            ),
        ),
    ] = None,
    scenario: Annotated[
        list[str] | None,
        typer.Option(
            "--scenario",
            metavar="NAME",
            help=said(
                text(
                    "The workspace against a scenario of scenarios.yaml, or two"
                    " scenarios."
                )
            ),
        ),
    ] = None,
    workspace: Workspace = None,
    sample: Sample = False,
    as_of: AsOf = None,
    section: Section = None,
    full: Annotated[
        bool, typer.Option("--full", help=said(text("Show every row of the tables.")))
    ] = False,
    format: Annotated[
        Format,
        typer.Option("--format", help=said(text("Output format of the comparison."))),
    ] = "text",
    encoding: EncodingOption = "utf-8",
    output: Output = None,
    force: Force = False,
    lang: Lang = None,
    dates: DatesOption = None,
) -> None:
    """Compare two plans."""
    before, after = sides_or_end(folders, rev, scenario, workspace, sample)
    section = known_section(section, after.inventory, before.inventory)
    sides = plan_sides(before, after, as_of, today())
    page = compare_page(before, after, sides[:2], section, sides.levels)
    style = machine_style(lang, after.inventory)
    if format != "text" and page.as_of_today:
        tell(text("as of {day} (today)", day=shown(sides.after.plan.as_of)))
    if format == "json":
        from stdmig.render.compare.json import compare_json

        emit_exactly(compare_json(page, style), output, force=force)
    elif format == "markdown":
        from stdmig.render.compare.markdown import compare_markdown

        emit_exactly(compare_markdown(page, style), output, force=force)
    elif format == "csv":
        from stdmig.render.compare.csv import compare_csv

        data, refused = compare_csv(page.comparison, style, encoding)
        refuse_cells(refused)
        emit(data, output, force=force)
    elif format == "html":
        from stdmig.render.html.compare import compare_html
        from stdmig.workspace.dossier import dossier

        html = compare_html(page, dossier(sides.after, section), style)
        emit_exactly(html, output, force=force)
    else:
        from stdmig.render.compare.text import compare_text

        words = compare_text(page._replace(full=full), screen(output))
        emit(words, output, force=force)
