"""``stdmig export designated``."""

from __future__ import annotations

from typing import Annotated

import typer

from stdmig.cli.exit_codes import UNUSABLE
from stdmig.cli.export.inventory import Format
from stdmig.cli.language import said
from stdmig.cli.options import (
    AsOf,
    DatesOption,
    EncodingOption,
    Force,
    Lang,
    Output,
    Sample,
    Workspace,
)
from stdmig.cli.output import complain, emit, refuse_cells
from stdmig.cli.session import machine_style, plan_or_end, tell_circumstances
from stdmig.cli.spared_screen import spare_the_screen
from stdmig.words import text


def designated(
    workspace: Workspace = None,
    sample: Sample = False,
    as_of: AsOf = None,
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
    dates: DatesOption = None,
) -> None:
    """Write the table."""
    named = output is not None and output.suffix.lower() == ".xlsx"
    chosen = format or ("xlsx" if named else "csv")
    if chosen == "xlsx":
        spare_the_screen(output, "designated.xlsx")
        if encoding != "utf-8":
            complain(
                text("--encoding is for CSV"), text("add --format csv, or leave it out")
            )
            raise typer.Exit(UNUSABLE)
    planned = plan_or_end(workspace, sample, as_of)
    tell_circumstances(planned)
    style = machine_style(lang, planned.inventory)
    if chosen == "csv":
        from stdmig.render.designated.csv import designated_csv

        data, refused = designated_csv(planned.plan, style, encoding)
        refuse_cells(refused)
    else:
        from stdmig.render.designated.workbook import designated_workbook

        data = designated_workbook(planned.plan, style)
    emit(data, output, force=force)
