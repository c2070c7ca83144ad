"""The ministry's form brought into one workspace or several (ステップの取込み)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

import typer

from stdmig.cli.ask import told_if_stopped
from stdmig.cli.exit_codes import UNUSABLE
from stdmig.cli.language import READER, said
from stdmig.cli.messages import complain, tell
from stdmig.cli.output import emit, emit_lines
from stdmig.cli.saving import UnsavedError, agreed, save
from stdmig.cli.screen import screen
from stdmig.cli.session import tell_faults
from stdmig.diagnostics import Severity
from stdmig.intake.sheet.limits import NATIONAL
from stdmig.render.changes import changes_text
from stdmig.render.steps_form.reading import SeenForm, form_text
from stdmig.words import count, listing, text
from stdmig.workspace.file_draft import FileDraft
from stdmig.workspace.files import STEPS
from stdmig.workspace.import_steps import FormDraft, Forms, form_draft
from stdmig.workspace.portfolio.places import list_places
from stdmig.workspace.table_file import TableFile, read_tables


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


def bring_steps(
    file: Path,
    workspaces: Sequence[Path | None],
    into: Sequence[Path],
    wishes: Wishes,
) -> None:
    """
    Read the form, show what it makes of each workspace, and write.

    A workspace that cannot take its rows does not keep the others from theirs.

    Parameters
    ----------
    workspaces
        The folders; None means the current one, or its ``data``.
    into
        Folders that hold workspaces, and lists of them; see `list_places`.

    Raises
    ------
    typer.Exit
        With code 2 if anything is left undone: a workspace, a cell, a change that must
        be made by hand.
    KeyboardInterrupt
        If the person stops.
    """
    table = read_tables(file, NATIONAL)
    if not table.sheets:
        tell_faults(table.faults)
        raise typer.Exit(UNUSABLE)
    listed = list_places(into)
    for broken in listed.broken:
        tell_faults(list(broken.faults))
    forms = Forms(table, wishes.sheet)
    drafts = [
        form_draft(each, forms, wishes.as_of, READER)
        for each in (*workspaces, *listed.places)
    ]
    for draft in drafts:
        _show(table, draft, wishes)
    undone = bool(listed.broken) or any(draft.progress.faults for draft in drafts)
    able = [each for each in drafts if _files(each, wishes)]
    if able and wishes.dry_run:
        tell(text("nothing was written (--dry-run)"))
    elif able and _is_agreed(able, wishes):
        undone |= not all([_write(_files(each, wishes)) for each in able])
    if undone:
        _end_undone(drafts)


def _files(draft: FormDraft, wishes: Wishes) -> list[FileDraft]:
    """Return the files of a workspace that are to be written."""
    if draft.progress.after is None:
        return []
    table = [draft.table] if wishes.with_table and draft.table is not None else []
    return [*table, draft.progress] if draft.progress.changes else table


def _show(form: TableFile, draft: FormDraft, wishes: Wishes) -> None:
    """Show what was read, what is wrong with it, and what would change."""
    progress = draft.progress
    name = progress.path.as_posix()
    if draft.seen is not None:
        emit(form_text(draft.seen, screen()), None, force=False)
        _tell_cells(form, draft.seen)
    if progress.faults:
        tell_faults(progress.faults)
    if progress.after is None:
        complain(text("{file}: nothing is written", file=name))
        return
    if progress.changes:
        emit(changes_text(name, progress.changes, screen()), None, force=False)
        if wishes.as_of is None:
            tell(
                text(
                    "the day of the report is not known; --as-of DATE writes it into"
                    " the records"
                )
            )
    else:
        emit_lines(said(text("{file} says all of this already.", file=name)))
    _tell_table(draft, wishes)


def _tell_cells(form: TableFile, seen: SeenForm) -> None:
    """Tell the cells of the sheet that could not be read whole."""
    faults = [
        each
        for each in form.faults
        if each.severity is not Severity.ERROR and each.location.sheet == seen.sheet
    ]
    if faults:
        tell_faults(faults, warnings=50)


def _tell_table(draft: FormDraft, wishes: Wishes) -> None:
    """Say what becomes of the names that the form gives the steps."""
    if not draft.names:
        return
    table = (draft.progress.path.parent / STEPS).as_posix()
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


def _is_agreed(drafts: Sequence[FormDraft], wishes: Wishes) -> bool:
    """Return whether the person wants it written."""
    if wishes.yes:
        return True
    with told_if_stopped():
        return agreed(listing(each.progress.path.as_posix() for each in drafts))


def _write(files: Sequence[FileDraft]) -> bool:
    """Write the files of a workspace; return whether they are all there."""
    try:
        for each in files:
            save(each)
    except UnsavedError:
        return False
    return True


def _end_undone(drafts: Sequence[FormDraft]) -> None:
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
