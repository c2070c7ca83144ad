"""What ``stdmig risk`` is asked for, in its own words (確率の引数)."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from stdmig.cli.language import said
from stdmig.cli.suggest import suggest_systems
from stdmig.words import text

ShapeName = Literal["pert", "triangular"]

Samples = Annotated[
    int,
    typer.Option(
        "--samples",
        metavar="NUMBER",
        min=1,
        max=10_000_000,
        help=said(text("How many random runs are made.")),
    ),
]
ShapeOption = Annotated[
    ShapeName,
    typer.Option(
        "--shape",
        help=said(text("How durations spread between shortest, likely and longest.")),
    ),
]
Together = Annotated[
    float,
    typer.Option(
        "--together",
        metavar="0..1",
        min=0,
        max=1,
        help=said(
            text(
                "How much the tasks of one vendor slip together: 0 not at all, 1"
                " wholly."
            )
        ),
    ),
]
System = Annotated[
    list[str] | None,
    typer.Option(
        "--system",
        metavar="SYSTEM",
        help=said(text("Only this system, by id or name.")),
        autocompletion=suggest_systems,
    ),
]
