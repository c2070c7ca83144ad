"""Options that several commands have in common (共通の引数)."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated, Literal

import typer

from stdmig.cli.language import READER, Dates, said
from stdmig.cli.suggest import suggest_sections
from stdmig.dates import parse_period
from stdmig.words import Language, Text, text


def day_of(written: str) -> date:
    """
    Return the day that an option names.

    Raises
    ------
    typer.BadParameter
        If it is none.
    """
    period = parse_period(written)
    if isinstance(period, Text):
        raise typer.BadParameter(period.into(READER))
    if period.is_month:
        message = text("a day is wanted here, not a month: '{value}'", value=written)
        raise typer.BadParameter(said(message))
    return period.first


Workspace = Annotated[
    Path | None,
    typer.Option(
        "--workspace",
        "-w",
        metavar="DIR",
        help=said(text("Folder with systems.yaml; else this one, or its data folder.")),
    ),
]
Sample = Annotated[
    bool,
    typer.Option("--sample", help=said(text("Use the packaged sample city."))),
]
AsOf = Annotated[
    date | None,
    typer.Option(
        "--as-of",
        metavar="DATE",
        parser=day_of,
        help=said(text("Plan as of this day (2021-10-01, R3.10.1).")),
    ),
]
ReportDay = Annotated[
    date | None,
    typer.Option(
        "--as-of",
        metavar="DATE",
        parser=day_of,
        help=said(text("Day of the report (2026-01-31, R8.1.31).")),
    ),
]
Lang = Annotated[
    Language | None,
    typer.Option("--lang", help=said(text("Language of everything that is printed."))),
]
DatesOption = Annotated[
    Dates | None,
    typer.Option(
        "--dates",
        help=said(text("Days as R7.10.1 (era) or 2025-10-01 (iso).")),
    ),
]


DryRun = Annotated[
    bool,
    typer.Option(
        "--dry-run", help=said(text("Show what would change; write nothing."))
    ),
]


def _output(written: str) -> Path | None:
    return None if written == "-" else Path(written)


Output = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        parser=_output,
        help=said(text("Write to this file instead of the screen.")),
    ),
]
Force = Annotated[
    bool,
    typer.Option("--force", help=said(text("Replace the file if it exists."))),
]
Section = Annotated[
    str | None,
    typer.Option(
        "--section",
        metavar="NAME",
        help=said(text("Only what concerns this section (担当課).")),
        autocompletion=suggest_sections,
    ),
]
EncodingOption = Annotated[
    Literal["utf-8", "cp932"],
    typer.Option(
        "--encoding",
        help=said(text("Encoding of CSV: UTF-8 (with a byte order mark) or CP932.")),
    ),
]
