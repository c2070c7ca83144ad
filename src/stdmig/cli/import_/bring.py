"""A list brought into a workspace, or made into one (一覧の取込み)."""

from __future__ import annotations

import os
from pathlib import Path

import typer

from stdmig.cli.ask import can_ask, tell_wrapped, told_if_stopped
from stdmig.cli.beginning import begin_or_end, refuse_begun
from stdmig.cli.exit_codes import UNUSABLE
from stdmig.cli.import_.reading import read_or_end
from stdmig.cli.known_beforehand import Told
from stdmig.cli.language import READER, said
from stdmig.cli.messages import complain, tell
from stdmig.cli.next_steps import tell_next
from stdmig.cli.output import emit, emit_lines
from stdmig.cli.questions import Questions
from stdmig.cli.saving import agreed, save_or_end
from stdmig.cli.screen import screen
from stdmig.cli.session import tell_faults, workspace_or_end
from stdmig.cli.town import implied_answers, town_or_end
from stdmig.inventory import Inventory
from stdmig.inventory.draft import Draft
from stdmig.inventory.systems import SystemsFile
from stdmig.render.changes import changes_text
from stdmig.words import count, listing, text
from stdmig.workspace.file_draft import FileDraft
from stdmig.workspace.files import PROGRESS, SYSTEMS
from stdmig.workspace.import_inventory import (
    GONE,
    about_gone,
    gone_units,
    list_draft,
)
from stdmig.workspace.open import find_folder


def bring(
    file: Path,
    sheet: str | None,
    workspace: Path | None,
    name: str | None,
    questions: Questions,
    *,
    dry_run: bool,
) -> None:
    """
    Read the list, ask, and write ``systems.yaml``, or all files where none is.

    Parameters
    ----------
    file, sheet
        The list, and the worksheet of it that is meant.
    workspace
        The folder; None means the current one, or its ``data``.
    name
        Of the municipality, where it is not known yet.
    questions
        Where the answers come from.
    dry_run
        Whether everything is done but the writing.

    Raises
    ------
    typer.Exit
        With code 2 if nothing could be written, or a change is left to be made by
        hand: a job that goes on must not take the file for what the list says.
    KeyboardInterrupt
        If the person stops.
    """
    folder = find_folder(workspace)
    named = workspace is not None
    if not os.path.lexists(folder / SYSTEMS):
        refuse_begun(folder, named=named)
        with told_if_stopped():
            town = _new_town(file, sheet, name, questions)
        begin_or_end(folder, town, named=named, dry_run=dry_run)
        return
    _refuse_name(name)
    with told_if_stopped():
        made = _draft(folder, file, sheet, questions)
        wanted = _is_wanted(made, questions, dry_run=dry_run)
    if wanted:
        save_or_end(made)
        if not made.faults:
            tell_next(folder, named=named)
    if made.faults:
        _end_undone(made)


def _end_undone(made: FileDraft) -> None:
    """End as what was asked for is not all done, whatever else was."""
    complain(
        count(
            "{n} change named above could not be made in {file}; make it by hand",
            "{n} changes named above could not be made in {file}; make them by hand",
            len(made.faults),
            file=made.path.as_posix(),
        )
    )
    raise typer.Exit(UNUSABLE)


def _new_town(
    file: Path, sheet: str | None, name: str | None, questions: Questions
) -> Draft:
    told = Told(name)
    questions.implied = implied_answers(told)
    listed = read_or_end(file, sheet, questions, None).draft
    questions.refuse_unused()
    asks = can_ask() and not questions.yes
    return town_or_end(told, listed, questions if asks else None)


def _refuse_name(name: str | None) -> None:
    if name is not None:
        complain(
            text("--name is for a folder without systems.yaml; change the name there")
        )
        raise typer.Exit(UNUSABLE)


def _draft(
    folder: Path, file: Path, sheet: str | None, questions: Questions
) -> FileDraft:
    """Return what the file becomes, once all questions are answered."""
    sources, inventory = workspace_or_end(folder)
    known = inventory.file
    draft = read_or_end(file, sheet, questions, known).draft
    _tell_live(folder, inventory, draft)
    removed = _removed(known, draft, questions)
    questions.refuse_unused()
    made = list_draft(sources, draft, removed, READER)
    if made.faults:
        tell_faults(made.faults)
    if made.after is None:
        complain(text("nothing was written"))
        raise typer.Exit(UNUSABLE)
    return made


def _is_wanted(made: FileDraft, questions: Questions, *, dry_run: bool) -> bool:
    """Show what would change; return whether the person wants it written."""
    name = made.path.as_posix()
    if not made.changes:
        if not made.faults:
            already = text("{file} says all of this already.", file=name)
            emit_lines(said(already))
        return False
    emit(changes_text(name, made.changes, screen()), None, force=False)
    if dry_run:
        tell(text("nothing was written (--dry-run)"))
        return False
    if questions.yes or agreed(name, questions.tell_way_out):
        return True
    raise typer.Exit


def _tell_live(folder: Path, inventory: Inventory, draft: Draft) -> None:
    """Say which live systems of the list ``progress.yaml`` lacks; nobody writes it."""
    recorded = inventory.progress.live if inventory.progress else ()
    known = {each.system for each in recorded}
    lacking = [each.system for each in draft.live or () if each.system not in known]
    if lacking:
        tell_wrapped(
            text(
                "live according to the list; write them into {file}: {systems}",
                file=(folder / PROGRESS).as_posix(),
                systems=listing(lacking),
            )
        )


def _removed(known: SystemsFile, draft: Draft, questions: Questions) -> tuple[str, ...]:
    """Return the ids of the units that the person wants out of the file."""
    gone = gone_units(known, draft)
    if not gone:
        return ()
    questions.settle([about_gone(gone)])
    if questions.answers[GONE] == "keep":
        return ()
    return tuple(placed.id for placed in gone)
