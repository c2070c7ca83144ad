"""Options of whatever reads a list (一覧の読取りの引数)."""

from __future__ import annotations

from typing import Annotated

import typer

from stdmig.cli.language import said
from stdmig.words import text

SheetName = Annotated[
    str | None,
    typer.Option(
        "--sheet",
        metavar="NAME",
        help=said(text("Worksheet to read, where the file has several.")),
    ),
]
AnswersGiven = Annotated[
    list[str] | None,
    typer.Option(
        "--answer",
        metavar="ID=KEY",
        help=said(text("Answer to a question, given beforehand.")),
    ),
]
Yes = Annotated[
    bool,
    typer.Option(
        "--yes",
        help=said(text("Take every proposed answer, and write without asking.")),
    ),
]
