"""Options of commands that show one result in every format (結果の引数)."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from stdmig.cli.language import said
from stdmig.words import text

Format = Literal["text", "json", "csv", "html", "xlsx"]
FormatOption = Annotated[
    Format, typer.Option("--format", help=said(text("Output format.")))
]
Seed = Annotated[
    int,
    typer.Option(
        "--seed",
        metavar="NUMBER",
        min=0,
        max=2**31 - 1,
        help=said(text("Beginning of the random numbers: the same gives the same.")),
    ),
]
Full = Annotated[
    bool,
    typer.Option(
        "--full", help=said(text("Show equal rows one by one, and all rows."))
    ),
]
