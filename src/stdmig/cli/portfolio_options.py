"""Options of ``stdmig portfolio`` (団体の集計の引数)."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated, Literal

import typer

from stdmig.cli.language import said
from stdmig.cli.options import day_of
from stdmig.words import text

Format = Literal["text", "json", "csv", "html", "xlsx"]

Places = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="DIR|FILE",
        help=said(
            text(
                "Workspaces, folders that hold workspaces, or a portfolio.yaml that"
                " lists them; else the portfolio.yaml of this folder."
            )
        ),
        show_default=False,
    ),
]
More = Annotated[
    list[Path] | None,
    typer.Option(
        "--workspace",
        "-w",
        metavar="DIR",
        help=said(text("The same, named as other commands name it.")),
    ),
]
OneDay = Annotated[
    date | None,
    typer.Option(
        "--as-of",
        metavar="DATE",
        parser=day_of,
        help=said(
            text(
                "One day from which all municipalities are looked at; else today. The"
                " days in their own templates do not count."
            )
        ),
    ),
]
FormatOption = Annotated[
    Format,
    typer.Option(
        "--format",
        help=said(
            text(
                "Text, JSON or CSV of all figures, one HTML page, or an Excel workbook;"
                " none holds prices."
            )
        ),
    ),
]
Top = Annotated[
    int,
    typer.Option(
        "--top",
        metavar="N",
        min=1,
        help=said(text("How many rows of each table the text shows.")),
    ),
]
Systems = Annotated[
    list[str] | None,
    typer.Option(
        "--system",
        metavar="SYSTEM",
        help=said(text("Only this system of every municipality, by id or name.")),
    ),
]
Prefectures = Annotated[
    list[str] | None,
    typer.Option(
        "--prefecture",
        metavar="NAME",
        help=said(
            text(
                "Only the municipalities of this prefecture, by name or by the first"
                " two digits of their codes."
            )
        ),
    ),
]
Jobs = Annotated[
    int | None,
    typer.Option(
        "--jobs",
        metavar="N",
        min=1,
        help=said(text("Processes that read and plan; else one for each core.")),
    ),
]
Cache = Annotated[
    Path | None,
    typer.Option(
        "--cache",
        metavar="DIR",
        help=said(
            text(
                "Folder that keeps the results of unchanged workspaces for the next"
                " run; else the user's own. It may be deleted at any time."
            )
        ),
    ),
]
NoCache = Annotated[
    bool,
    typer.Option("--no-cache", help=said(text("Read every workspace, keep nothing."))),
]
