"""The ministry's form brought into a workspace's progress (ステップの取込み)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from stdmig.diagnostics import Diagnostic, Location
from stdmig.intake.sheet.limits import NATIONAL
from stdmig.intake.sheet.read import read_sheets
from stdmig.intake.sheet.sheet import Sheet
from stdmig.intake.steps_form.read import Form, FormRows, SystemLine, find_form, rows_of
from stdmig.inventory import Inventory, Source, Sources, load
from stdmig.inventory.editing.change import Change
from stdmig.inventory.editing.step_records import StepRow, edit_step_records
from stdmig.inventory.progress import Status
from stdmig.inventory.step_states import states_of
from stdmig.inventory.steps import StepsFile
from stdmig.inventory.validate import validate
from stdmig.inventory.writing.new_steps import new_step_records_yaml, new_steps_yaml
from stdmig.inventory.yaml_events import parse
from stdmig.render.steps_form.told import SeenForm
from stdmig.words import Style, text
from stdmig.workspace.acceptable import acceptable
from stdmig.workspace.open import (
    PROGRESS,
    STEPS,
    Request,
    find_folder,
    packaged,
    read_workspace,
)
from stdmig.workspace.read import read_input
from stdmig.workspace.refusal import refusal
from stdmig.workspace.write_change import write_change
from stdmig.workspace.write_new import write_new


class FormFile(NamedTuple):
    """
    A file that holds the form, as it was read.

    Attributes
    ----------
    data
        Its bytes; None where it cannot be had.
    sheets
        Its tables.
    faults
        What could not be read of it.
    """

    name: str
    data: bytes | None
    sheets: tuple[Sheet, ...]
    faults: list[Diagnostic]


def read_form(file: Path) -> FormFile:
    """Return the tables of a file, and what could not be read of them."""
    name = file.as_posix()
    try:
        data = read_input(file)
    except (OSError, ValueError) as error:
        why = refusal(error) if isinstance(error, OSError) else str(error)
        message = text("cannot be read: {why}", why=why)
        return FormFile(name, None, (), [Diagnostic("STD020", message, Location(name))])
    return FormFile(name, data, *read_sheets(name, data, NATIONAL))


def steps_table(inventory: Inventory) -> StepsFile:
    """Return the table of the steps: that of the workspace, else the packaged one."""
    if inventory.steps is not None:
        return inventory.steps
    document, _ = parse(packaged(STEPS))
    assert document is not None
    table, _ = validate(document, StepsFile)
    assert table is not None
    return table


class StepsDraft(NamedTuple):
    """
    What a form makes of a workspace, not yet written.

    Attributes
    ----------
    path
        Of its ``progress.yaml``.
    before, after
        That file; `before` is None where there is none yet, `after` where it cannot
        be changed.
    changes
        For people to look through; empty where the file says all of it already.
    table
        A new ``steps.yaml`` with the names of the form; None where there is one, or
        the form has no names.
    names
        How many steps the form names.
    seen
        What was read; None where the form has nothing for this municipality.
    rejected
        How many of its cells are not understood.
    faults
        What is wrong; with `after`, what is left out or must be done by hand.
    """

    path: Path
    before: bytes | None
    after: bytes | None
    changes: tuple[Change, ...]
    table: bytes | None
    names: int
    seen: SeenForm | None
    rejected: int
    faults: list[Diagnostic]

    def write(self, *, with_table: bool) -> list[Path]:
        """
        Put the files in their places; return those that were written.

        Raises
        ------
        OSError
            If one cannot be written to.
        BeingWrittenError, ChangedMeanwhileError
            If somebody else writes it.
        """
        written = []
        new: dict[str, bytes] = {}
        if with_table and self.table is not None:
            new[STEPS] = self.table
        if self.after is not None and self.before is None and self.changes:
            new[PROGRESS] = self.after
        if new:
            write_new(self.path.parent, new)
            written += [self.path.parent / name for name in new]
        if self.after is not None and self.before is not None and self.changes:
            write_change(self.path, self.before, self.after)
            written.append(self.path)
        return written


def steps_draft(
    workspace: Path | None,
    file: FormFile,
    sheet: str | None,
    as_of: date | None,
    style: Style,
) -> StepsDraft:
    """
    Return what a form makes of a workspace; nothing is written.

    Parameters
    ----------
    sheet
        The sheet that is meant, where somebody named it.
    as_of
        The day of the report; None where it is not known.
    style
        How days are written where the file has none to go by.
    """
    path = find_folder(workspace) / PROGRESS
    opened = read_workspace(Request(workspace))
    inventory, sources = opened.inventory, opened.sources
    if inventory is None or sources is None:
        return _nothing(path, opened.faults)
    table = steps_table(inventory)
    known = {each.number: each.name for each in table.steps}
    form, faults = find_form(file.name, file.sheets, sheet, table.count, known)
    if form is None:
        return _nothing(path, faults)
    rows = rows_of(form, inventory.file)
    if isinstance(rows, Diagnostic):
        return _nothing(path, [rows])
    wanted, silent, kept = _wanted(inventory, table, rows, as_of)
    names = None
    has_table = sources.steps is not None and not sources.steps.packaged
    if form.layout.names and not has_table:
        names = new_steps_yaml(form.layout.names, table, file.name, style)
    draft = StepsDraft(
        path,
        None,
        None,
        (),
        names,
        len(form.layout.names),
        _seen(form, rows, inventory, silent, kept),
        len(rows.rejected),
        list(rows.rejected),
    )
    return _changed(draft, sources, wanted, style)


def _nothing(path: Path, faults: list[Diagnostic]) -> StepsDraft:
    return StepsDraft(path, None, None, (), None, 0, None, 0, faults)


def _seen(
    form: Form,
    rows: FormRows,
    inventory: Inventory,
    silent: Sequence[SystemLine],
    kept: int,
) -> SeenForm:
    return SeenForm(
        form.sheet.file,
        form.sheet.name,
        inventory.municipality.title,
        len(rows.lines),
        rows.others,
        rows.unnamed,
        form.layout.by == "order",
        tuple(form.layout.headings()),
        rows.beyond,
        tuple(each.system.title for each in silent),
        kept,
    )


def _wanted(
    inventory: Inventory, table: StepsFile, rows: FormRows, as_of: date | None
) -> tuple[list[StepRow], tuple[SystemLine, ...], int]:
    """Return the records, the systems without a word, and how many steps have none."""
    progress = inventory.progress
    records = {each.system: each for each in progress.steps} if progress else {}
    wanted, silent, kept = [], [], 0
    for line in rows.lines:
        if not line.states:
            silent.append(line)
            continue
        record = records.get(line.system.id)
        none_here = dict.fromkeys(range(1, table.count + 1), "not_applicable")
        if record is None and not line.system.applies and line.states == none_here:
            # The file says so of the whole system.
            continue
        before = (states_of(record, table.count) if record else None) or {}
        states: dict[int, Status] = before | line.states
        kept += table.count - len(line.states)
        wanted.append(StepRow(line.system.id, line.system.title, states, as_of))
    return wanted, tuple(silent), kept


def _changed(
    draft: StepsDraft, sources: Sources, wanted: Sequence[StepRow], style: Style
) -> StepsDraft:
    """Return a draft with what ``progress.yaml`` becomes."""
    source = sources.progress
    if source is None:
        data = new_step_records_yaml(wanted, style)
        changes = tuple(
            Change(
                ("steps", row.system),
                row.title,
                None,
                None,
                row.system,
                Location(draft.path.as_posix()),
            )
            for row in wanted
        )
    else:
        edited, by_hand = edit_step_records(source, wanted, style)
        draft.faults.extend(by_hand)
        if edited is None:
            return draft._replace(before=source.data)
        data, changes = edited
    becomes = sources._replace(
        progress=Source(draft.path.as_posix(), data),
        steps=sources.steps or packaged(STEPS),
    )
    _, faults = load(becomes, acceptable())
    if faults:
        draft.faults.extend(faults)
        return draft
    before = None if source is None else source.data
    return draft._replace(before=before, after=data, changes=changes)
