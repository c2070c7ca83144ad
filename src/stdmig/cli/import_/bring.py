"""A list brought into a workspace, or made into one (一覧の取込み)."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

import typer

from stdmig.cli.ask import ask_yes, can_ask, tell_wrapped, told_if_stopped
from stdmig.cli.beginning import begin_or_end, refuse_begun
from stdmig.cli.exit_codes import UNUSABLE
from stdmig.cli.import_.questions import Questions
from stdmig.cli.import_.reading import read_or_end
from stdmig.cli.language import READER, said
from stdmig.cli.next_steps import tell_next
from stdmig.cli.output import complain, complain_of, emit, screen, tell, tell_written
from stdmig.cli.session import tell_faults
from stdmig.cli.told import Told
from stdmig.cli.wizard import implied_answers, town_or_end
from stdmig.inventory import Inventory, Source, Sources
from stdmig.inventory.draft import Draft
from stdmig.inventory.editing.change import Edited
from stdmig.inventory.systems import SystemsFile
from stdmig.render.changes import changes_text
from stdmig.words import count, listing, text
from stdmig.workspace import Request, read_workspace
from stdmig.workspace.import_inventory import (
    GONE,
    about_gone,
    change,
    gone_units,
)
from stdmig.workspace.open import PROGRESS, SYSTEMS, find_folder
from stdmig.workspace.write_change import (
    BeingWrittenError,
    ChangedMeanwhileError,
    write_change,
)


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
        agreed = _agreed(folder, file, sheet, questions, dry_run=dry_run)
    if agreed.becomes is not None:
        _write_or_end(agreed.source, agreed.becomes)
        if not agreed.by_hand:
            tell_next(folder, named=named)
    if agreed.by_hand:
        _end_undone(agreed)


class _Agreed(NamedTuple):
    """
    What the person agreed to.

    Attributes
    ----------
    becomes
        What the file becomes; None where nothing is to be written.
    by_hand
        How many changes could not be made, and are left to the person.
    """

    source: Source
    becomes: Edited | None
    by_hand: int


def _end_undone(agreed: _Agreed) -> None:
    """End as what was asked for is not all done, whatever else was."""
    complain(
        count(
            "{n} change named above could not be made in {file}; make it by hand",
            "{n} changes named above could not be made in {file}; make them by hand",
            agreed.by_hand,
            file=agreed.source.name,
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


def _agreed(
    folder: Path, file: Path, sheet: str | None, questions: Questions, *, dry_run: bool
) -> _Agreed:
    """Return the file and what it becomes, once the person agreed."""
    opened = read_workspace(Request(folder))
    if opened.inventory is None or opened.sources is None:
        tell_faults(opened.faults)
        raise typer.Exit(UNUSABLE)
    known = opened.inventory.file
    draft = read_or_end(file, sheet, questions, known).draft
    _tell_live(folder, opened.inventory, draft)
    removed = _removed(known, draft, questions)
    questions.refuse_unused()
    edited, by_hand = _edited_or_end(opened.sources, draft, removed)
    source = opened.sources.systems
    if not edited.changes:
        if not by_hand:
            already = text("{file} says all of this already.", file=source.name)
            emit(said(already) + "\n", None, force=False)
        return _Agreed(source, None, by_hand)
    emit(changes_text(source.name, edited.changes, screen()), None, force=False)
    if dry_run:
        tell(text("nothing was written (--dry-run)"))
        return _Agreed(source, None, by_hand)
    if not questions.yes:
        _agree_or_end(source, questions)
    return _Agreed(source, edited, by_hand)


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


def _edited_or_end(
    sources: Sources, draft: Draft, removed: tuple[str, ...]
) -> tuple[Edited, int]:
    """Return what the file becomes, and how many changes are left to the person."""
    changed = change(sources, draft, removed, READER)
    if changed.faults:
        tell_faults(changed.faults)
    if changed.edited is None:
        complain(text("nothing was written"))
        raise typer.Exit(UNUSABLE)
    return changed.edited, len(changed.faults)


def _agree_or_end(source: Source, questions: Questions) -> None:
    if not can_ask():
        complain(
            text("there is no terminal to ask at; nothing was written"),
            text("--yes writes without asking, --dry-run only shows"),
        )
        raise typer.Exit(UNUSABLE)
    questions.tell_way_out()
    if not ask_yes(text("Write this into {file}?", file=source.name)):
        tell(text("nothing was written"))
        raise typer.Exit


def _write_or_end(source: Source, edited: Edited) -> None:
    try:
        write_change(Path(source.name), source.data, edited.data)
    except ChangedMeanwhileError:
        complain(
            text(
                "{file} was changed by somebody else meanwhile; nothing was written",
                file=source.name,
            ),
            text("run the command again"),
        )
        raise typer.Exit(UNUSABLE) from None
    except BeingWrittenError as error:
        complain(
            text(
                "{file} is being written by somebody else; nothing was written",
                file=source.name,
            ),
            text(
                "run the command again; if nobody else is at work, delete {lock}, which"
                " a command that was stopped has left behind",
                lock=error.lock.as_posix(),
            ),
        )
        raise typer.Exit(UNUSABLE) from None
    except OSError as error:
        complain_of(source.name, error)
        raise typer.Exit(UNUSABLE) from None
    tell_written(Path(source.name))
