"""The ministry's form brought into one workspace or several (ステップの取込み)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

import typer

from stdmig.cli.ask import ask_yes, can_ask, told_if_stopped
from stdmig.cli.exit_codes import UNUSABLE
from stdmig.cli.import_.writing import told_of
from stdmig.cli.language import READER, said
from stdmig.cli.output import complain, emit, screen, tell, tell_written
from stdmig.cli.session import tell_faults
from stdmig.diagnostics import Severity
from stdmig.render.changes import changes_text
from stdmig.render.steps_form.told import SeenForm, form_text
from stdmig.words import count, listing, text
from stdmig.workspace.import_steps import FormFile, StepsDraft, read_form, steps_draft
from stdmig.workspace.open import STEPS


class Wishes(NamedTuple):
    """
    What the person asked for.

    Attributes
    ----------
    sheet
        The sheet that is meant; None where it is to be found.
    as_of
        The day of the report; None where it is not known.
    with_table
        Whether the names of the steps are written too.
    yes, dry_run
        Whether nobody is asked, and whether nothing is written.
    """

    sheet: str | None
    as_of: date | None
    with_table: bool
    yes: bool
    dry_run: bool


def bring_steps(file: Path, workspaces: Sequence[Path | None], wishes: Wishes) -> None:
    """
    Read the form, show what it makes of each workspace, and write.

    A workspace that cannot take its rows does not keep the others from theirs.

    Raises
    ------
    typer.Exit
        With code 2 if anything is left undone: a workspace, a cell, a change that must
        be made by hand.
    KeyboardInterrupt
        If the person stops.
    """
    form = read_form(file)
    if not form.sheets:
        tell_faults(form.faults)
        raise typer.Exit(UNUSABLE)
    drafts = [
        steps_draft(each, form, wishes.sheet, wishes.as_of, READER)
        for each in workspaces
    ]
    for draft in drafts:
        _show(form, draft, wishes)
    undone = any(draft.faults for draft in drafts)
    able = [each for each in drafts if each.after is not None and _is_new(each, wishes)]
    if able and wishes.dry_run:
        tell(text("nothing was written (--dry-run)"))
    elif able and _is_agreed(able, wishes):
        undone |= not all([_write(each, wishes) for each in able])
    if undone:
        _end_undone(drafts)


def _is_new(draft: StepsDraft, wishes: Wishes) -> bool:
    return bool(draft.changes) or (wishes.with_table and draft.table is not None)


def _show(form: FormFile, draft: StepsDraft, wishes: Wishes) -> None:
    """Show what was read, what is wrong with it, and what would change."""
    name = draft.path.as_posix()
    if draft.seen is not None:
        emit(form_text(draft.seen, screen()), None, force=False)
        _tell_cells(form, draft.seen)
    if draft.faults:
        tell_faults(draft.faults)
    if draft.after is None:
        complain(text("{file}: nothing is written", file=name))
        return
    if draft.changes:
        emit(changes_text(name, draft.changes, screen()), None, force=False)
        if wishes.as_of is None:
            tell(
                text(
                    "the day of the report is not known; --as-of DATE writes it into"
                    " the records"
                )
            )
    else:
        emit(
            said(text("{file} says all of this already.", file=name)) + "\n",
            None,
            force=False,
        )
    _tell_table(draft, wishes)


def _tell_cells(form: FormFile, seen: SeenForm) -> None:
    """Tell the cells of the sheet that could not be read whole."""
    faults = [
        each
        for each in form.faults
        if each.severity is not Severity.ERROR and each.location.sheet == seen.sheet
    ]
    if faults:
        tell_faults(faults, warnings=50)


def _tell_table(draft: StepsDraft, wishes: Wishes) -> None:
    """Say what becomes of the names that the form gives the steps."""
    if not draft.names:
        return
    table = (draft.path.parent / STEPS).as_posix()
    if draft.table is None:
        if wishes.with_table:
            tell(text("{file} is there already; its names stay", file=table))
    elif wishes.with_table:
        tell(
            count(
                "{file}: a new file with the name of {n} step",
                "{file}: a new file with the names of {n} steps",
                draft.names,
                file=table,
            )
        )
    else:
        tell(
            count(
                "the form names {n} step; --write-steps writes it into {file}",
                "the form names {n} steps; --write-steps writes them into {file}",
                draft.names,
                file=table,
            )
        )


def _is_agreed(drafts: Sequence[StepsDraft], wishes: Wishes) -> bool:
    """Return whether the person wants it written."""
    if wishes.yes:
        return True
    names = listing(each.path.as_posix() for each in drafts)
    if not can_ask():
        complain(
            text("there is no terminal to ask at; nothing was written"),
            text("--yes writes without asking, --dry-run only shows"),
        )
        raise typer.Exit(UNUSABLE)
    with told_if_stopped():
        agreed = ask_yes(text("Write this into {file}?", file=names))
    if not agreed:
        tell(text("nothing was written"))
    return agreed


def _write(draft: StepsDraft, wishes: Wishes) -> bool:
    """Write the files of a workspace; return whether they are all there."""
    written: list[Path] = []
    with told_of(draft.path):
        written = draft.write(with_table=wishes.with_table)
    for path in written:
        tell_written(path)
    return bool(written)


def _end_undone(drafts: Sequence[StepsDraft]) -> None:
    """End as what the form says is not all written, whatever else was."""
    cells = sum(each.rejected for each in drafts)
    if cells:
        complain(
            count(
                "{n} cell named above is not understood; correct it in the form, or"
                " record the step by hand",
                "{n} cells named above are not understood; correct them in the form,"
                " or record the steps by hand",
                cells,
            )
        )
    raise typer.Exit(UNUSABLE)
