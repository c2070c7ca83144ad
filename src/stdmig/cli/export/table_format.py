"""A table as a workbook or as CSV: which one is meant (一覧表の形式)."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from stdmig.cli.exit_codes import UNUSABLE
from stdmig.cli.language import said
from stdmig.cli.messages import complain
from stdmig.cli.options import EncodingOption
from stdmig.cli.spared_screen import spare_the_screen
from stdmig.words import text

TableFormat = Literal["xlsx", "csv"]
TableFormatOption = Annotated[
    TableFormat | None,
    typer.Option(
        "--format",
        help=said(text("Output format; without it, what the file's name ends in.")),
    ),
]


def format_or_end(
    wanted: TableFormat | None,
    output: Path | None,
    encoding: EncodingOption,
    *,
    usual: TableFormat,
    file: str,
) -> TableFormat:
    """
    Return the format that is wanted, else what the name of the file ends in.

    Parameters
    ----------
    usual
        The format where the name says nothing.
    file
        A name for a workbook, such as a person would give it.

    Raises
    ------
    typer.Exit
        With code 2 if a workbook would go to a terminal, or an encoding is wanted
        for it.
    """
    by_ending: dict[str, TableFormat] = {".xlsx": "xlsx", ".csv": "csv"}
    ending = "" if output is None else output.suffix.lower()
    chosen = wanted or by_ending.get(ending, usual)
    if chosen == "xlsx":
        spare_the_screen(output, file)
        if encoding != "utf-8":
            complain(
                text("--encoding is for CSV"), text("add --format csv, or leave it out")
            )
            raise typer.Exit(UNUSABLE)
    return chosen
