"""``stdmig init``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from stdmig.cli.ask import can_ask, tell_wrapped, told_if_stopped
from stdmig.cli.import_.options import AnswersGiven, SheetName, Yes
from stdmig.cli.language import said
from stdmig.cli.options import Lang
from stdmig.cli.target_folder import folder_named
from stdmig.cli.town_options import (
    Code,
    Designated,
    Lead,
    Live,
    NameOf,
    NotHere,
    Owned,
    told_by,
)
from stdmig.words import text


def init(
    target: Annotated[
        Path | None,
        typer.Argument(
            metavar="DIR",
            show_default=False,
            parser=folder_named,
            help=said(text("Folder to begin in, made if new; else this one.")),
        ),
    ] = None,
    name: NameOf = None,
    code: Code = None,
    lead_section: Lead = None,
    not_here: NotHere = None,
    live: Live = None,
    designated: Designated = None,
    section: Owned = None,
    source: Annotated[
        Path | None,
        typer.Option(
            "--from",
            metavar="FILE",
            help=said(text("Begin with a list of the systems (.xlsx or .csv).")),
        ),
    ] = None,
    sheet: SheetName = None,
    answer: AnswersGiven = None,
    yes: Yes = False,
    lang: Lang = None,
) -> None:
    """Write the files."""
    from stdmig.cli.beginning import begin_or_end, refuse_begun
    from stdmig.cli.import_.reading import read_or_end
    from stdmig.cli.questions import Questions
    from stdmig.cli.town import implied_answers, town_or_end
    from stdmig.inventory.draft import Draft

    folder = target or Path()
    questions = Questions.of(answer, yes=yes)
    told = told_by(name, code, lead_section, not_here, section, live, designated)
    refuse_begun(folder, named=target is not None)
    with told_if_stopped():
        listed = Draft({})
        asks = can_ask() and not yes
        if asks:
            _greet(folder)
            questions.tell_way_out()
        if source is not None:
            questions.implied = implied_answers(told)
            listed = read_or_end(source, sheet, questions, None).draft
            questions.refuse_unused()
        draft = town_or_end(told, listed, questions if asks else None)
    begin_or_end(folder, draft, named=target is not None)


def _greet(folder: Path) -> None:
    tell_wrapped(
        text(
            "After a few questions the files of the plan are written to {folder}. All"
            " of it can be changed in them later.",
            folder=folder.resolve().as_posix(),
        )
    )
