"""``stdmig import steps``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from stdmig.cli.import_.options import SheetName
from stdmig.cli.language import said
from stdmig.cli.options import DatesOption, DryRun, Lang, ReportDay
from stdmig.words import text


def steps(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FORM",
            help=said(
                text("Table of municipalities, systems and steps (.xlsx or .csv).")
            ),
        ),
    ],
    workspace: Annotated[
        list[Path] | None,
        typer.Option(
            "--workspace",
            "-w",
            metavar="DIR",
            help=said(
                text(
                    "Folder with systems.yaml; else this one, or its data folder. Of"
                    " several, each takes its own rows."
                )
            ),
        ),
    ] = None,
    into: Annotated[
        list[Path] | None,
        typer.Option(
            "--into",
            metavar="DIR|FILE",
            help=said(
                text(
                    "Folder that holds workspaces, or a portfolio.yaml that lists them:"
                    " each takes its own rows."
                )
            ),
        ),
    ] = None,
    sheet: SheetName = None,
    as_of: ReportDay = None,
    write_steps: Annotated[
        bool,
        typer.Option(
            "--write-steps",
            help=said(text("Write the names of the steps into a new steps.yaml too.")),
        ),
    ] = False,
    yes: Annotated[
        bool, typer.Option("--yes", help=said(text("Write without asking.")))
    ] = False,
    dry_run: DryRun = False,
    lang: Lang = None,
    dates: DatesOption = None,
) -> None:
    """Read the form, show what it changes, and write."""
    from stdmig.cli.import_.bring_steps import Wishes, bring_steps

    wishes = Wishes(sheet, as_of, with_table=write_steps, yes=yes, dry_run=dry_run)
    named: list[Path | None] = [*(workspace or ())]
    bring_steps(file, named if named or into else [None], into or [], wishes)
