"""``stdmig import inventory``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from stdmig.cli.import_.options import AnswersGiven, SheetName, Yes
from stdmig.cli.language import said
from stdmig.cli.options import DryRun, Lang, Workspace
from stdmig.cli.town_options import NameOf
from stdmig.words import text


def inventory(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE", help=said(text("List of the systems (.xlsx or .csv)."))
        ),
    ],
    workspace: Workspace = None,
    sheet: SheetName = None,
    name: NameOf = None,
    answer: AnswersGiven = None,
    yes: Yes = False,
    dry_run: DryRun = False,
    lang: Lang = None,
) -> None:
    """Read the list, ask, and write."""
    from stdmig.cli.import_.bring import bring
    from stdmig.cli.questions import Questions

    questions = Questions.of(answer, yes=yes)
    bring(file, sheet, workspace, name, questions, dry_run=dry_run)
