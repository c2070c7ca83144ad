"""``stdmig export inventory``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from stdmig.cli.exit_codes import UNUSABLE
from stdmig.cli.language import said
from stdmig.cli.options import (
    EncodingOption,
    Force,
    Lang,
    Output,
    Sample,
    Section,
    Workspace,
)
from stdmig.cli.output import complain, emit, refuse_cells
from stdmig.cli.session import known_section, machine_style, open_or_end
from stdmig.cli.spared_screen import spare_the_screen
from stdmig.words import text

Format = Literal["xlsx", "csv"]


def inventory(
    workspace: Workspace = None,
    sample: Sample = False,
    section: Section = None,
    format: Annotated[
        Format | None,
        typer.Option(
            "--format",
            help=said(text("Output format; without it, what the file's name ends in.")),
        ),
    ] = None,
    encoding: EncodingOption = "utf-8",
    output: Output = None,
    force: Force = False,
    lang: Lang = None,
) -> None:
    """Write the list."""
    # Imported here, so that no other command waits for what it does not need.
    from stdmig.render.inventory_list.listing import listing

    chosen = format or _format_of(output)
    if chosen == "xlsx":
        spare_the_screen(output, "list.xlsx")
    if chosen == "xlsx" and encoding != "utf-8":
        complain(
            text("--encoding is for CSV"), text("add --format csv, or leave it out")
        )
        raise typer.Exit(UNUSABLE)
    opened = open_or_end(workspace, sample)
    style = machine_style(lang, opened)
    listed = listing(opened.file, known_section(opened, section))
    if chosen == "csv":
        from stdmig.render.inventory_list.csv import list_csv

        data, refused = list_csv(listed, style, encoding)
        refuse_cells(refused)
    else:
        from stdmig.render.inventory_list.workbook import list_workbook

        data = list_workbook(listed, style, sample=sample)
    emit(data, output, force=force)


def _format_of(output: Path | None) -> Format:
    """Return what the name of a file says; a workbook where it says nothing."""
    return "csv" if output and output.suffix.lower() == ".csv" else "xlsx"
