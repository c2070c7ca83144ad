"""Read a list and settle what it leaves open (一覧の読取り)."""

from __future__ import annotations

from pathlib import Path

import typer

from stdmig.cli.exit_codes import UNUSABLE
from stdmig.cli.messages import complain
from stdmig.cli.nearest import known_here, nearest
from stdmig.cli.output import emit
from stdmig.cli.questions import Questions
from stdmig.cli.screen import screen
from stdmig.cli.session import tell_faults
from stdmig.diagnostics import Diagnostic, Severity
from stdmig.intake.inventory_list.skipping import without_rows
from stdmig.intake.inventory_list.understand import understand
from stdmig.intake.inventory_list.understood import Understood
from stdmig.intake.sheet.sheet import Sheet
from stdmig.inventory.systems import SystemsFile
from stdmig.render.understood import columns_text, conclusion_text
from stdmig.words import text
from stdmig.workspace.table_file import read_tables
from stdmig.workspace.understood_page import understood_page


def read_or_end(
    file: Path, sheet: str | None, questions: Questions, known: SystemsFile | None
) -> Understood:
    """
    Return what a list says, after everything it leaves open was answered.

    Parameters
    ----------
    file, sheet
        The list, and the worksheet of it that is meant.
    questions
        Where the answers come from.
    known
        ``systems.yaml`` as it is; None where there is none yet.

    Raises
    ------
    typer.Exit
        With code 2 if nothing can be read, or a question is left that nobody answers.
    KeyboardInterrupt
        If the person stops.
    """
    sheets, of_cells = _sheets_or_end(file, sheet)
    understood, faults = understand(sheets, questions.answers, known)
    told = list(faults)
    _tell_or_end([*without_rows(of_cells, understood.skipped), *faults])
    emit(columns_text(understood_page(file, understood), screen()), None, force=False)
    while questions.settle(understood.questions):
        understood, faults = understand(sheets, questions.answers, known)
        questions.take_back(understood.questions)
    # An answer may have made an earlier one needless; that is no fault.
    new = (fault for fault in faults if fault.code != "STD024" and fault not in told)
    _tell_or_end(list(new))
    emit(
        conclusion_text(understood_page(file, understood), screen()), None, force=False
    )
    return understood


def _sheets_or_end(
    file: Path, name: str | None
) -> tuple[tuple[Sheet, ...], list[Diagnostic]]:
    """Return the tables, and what is wrong with single cells."""
    _, _, sheets, faults = read_tables(file)
    if any(fault.severity is Severity.ERROR for fault in faults):
        _tell_or_end(faults)
    if name is None:
        return sheets, faults
    chosen = tuple(each for each in sheets if each.name == name)
    if not chosen:
        known = [each.name for each in sheets if each.name is not None]
        hints = nearest(name, known)
        if known and not hints:
            hints = [known_here(known)]
        complain(text("there is no worksheet '{name}'", name=name), *hints)
        raise typer.Exit(UNUSABLE)
    return chosen, [each for each in faults if each.location.sheet in (None, name)]


_WARNINGS = 50
"""Of a list that are told at once; whoever has more of them does not read them all."""


def _tell_or_end(faults: list[Diagnostic]) -> None:
    """Tell what is wrong with the list, and end where that is more than a warning."""
    if not faults:
        return
    tell_faults(faults, warnings=_WARNINGS)
    if any(fault.severity is Severity.ERROR for fault in faults):
        raise typer.Exit(UNUSABLE)
