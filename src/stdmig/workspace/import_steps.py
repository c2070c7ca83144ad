"""The ministry's form brought into a workspace's progress (ステップの取込み)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from stdmig.dates import Period
from stdmig.diagnostics import Diagnostic
from stdmig.intake.steps_form.find import Form, find_form
from stdmig.intake.steps_form.read import FormRows, SystemLine, rows_of
from stdmig.inventory import Inventory, System
from stdmig.inventory.editing.change import Change
from stdmig.inventory.progress import Status
from stdmig.inventory.recorded import StepMarks, TypedDay
from stdmig.inventory.step_states import states_of
from stdmig.inventory.steps import StepsFile
from stdmig.inventory.writing.day import day_in_file
from stdmig.inventory.writing.new_steps import new_steps_yaml
from stdmig.render.steps_form.reading import SeenForm
from stdmig.words import Style
from stdmig.workspace.file_draft import FileDraft
from stdmig.workspace.files import PROGRESS, STEPS, source_of
from stdmig.workspace.open import Request, find_folder, read_workspace
from stdmig.workspace.record_progress import steps_draft
from stdmig.workspace.steps_table import steps_table
from stdmig.workspace.table_file import TableFile


class FormDraft(NamedTuple):
    """
    What a form makes of a workspace, not yet written.

    Attributes
    ----------
    progress
        Its ``progress.yaml``, with what is wrong, is left out or must be done by hand;
        without changes where the file says all of it already.
    table
        A new ``steps.yaml`` with the names of the form; None where there is one, or
        the form has no names.
    names
        How many steps the form names.
    seen
        What was read; None where the form has nothing for this municipality.
    rejected
        How many of its cells are not understood.
    """

    progress: FileDraft
    table: FileDraft | None = None
    names: int = 0
    seen: SeenForm | None = None
    rejected: int = 0


class Forms:
    """
    The form in a file, found once for all workspaces that name the steps alike.

    Parameters
    ----------
    file
        What was read of it.
    sheet
        The sheet that is meant, where somebody named it.
    """

    def __init__(self, file: TableFile, sheet: str | None) -> None:
        self.file, self._sheet = file, sheet
        self._found: dict[StepsFile, tuple[Form | None, list[Diagnostic]]] = {}

    def find(self, table: StepsFile) -> tuple[Form | None, list[Diagnostic]]:
        """Return the form, or why there is none; see `find_form`."""
        if table not in self._found:
            known = {each.number: each.name for each in table.steps}
            name, sheets = self.file.name, self.file.sheets
            found = find_form(name, sheets, self._sheet, table.count, known)
            self._found[table] = found
        return self._found[table]


def form_draft(
    workspace: Path | None,
    forms: Forms,
    as_of: date | None,
    style: Style,
) -> FormDraft:
    """
    Return what a form makes of a workspace; nothing is written.

    Parameters
    ----------
    forms
        The file.
    as_of
        The day of the report; None where it is not known.
    style
        Language of the remarks, and how days are written where the file has none to
        go by.
    """
    folder = find_folder(workspace)
    nothing = FileDraft(folder / PROGRESS, None, None, [])
    inventory, faults, sources = read_workspace(Request(workspace))
    if inventory is None or sources is None:
        return FormDraft(nothing._replace(faults=faults))
    table = steps_table(inventory)
    form, faults = forms.find(table)
    if form is None:
        return FormDraft(nothing._replace(faults=faults))
    rows = rows_of(form, inventory.file)
    if isinstance(rows, Diagnostic):
        return FormDraft(nothing._replace(faults=[rows]))
    day = None
    if as_of is not None:
        day = TypedDay(Period(as_of, as_of), str(day_in_file(as_of, style)))
    wanted, silent, kept = _wanted(inventory, table, rows, day)
    progress = steps_draft(sources, wanted, style, partly=True)
    named, own = form.layout.names, source_of(sources, STEPS)
    names = None
    if named and (own is None or own.packaged):
        written = new_steps_yaml(named, table, forms.file.name, style)
        names = FileDraft(folder / STEPS, None, written, [])
    return FormDraft(
        progress._replace(
            faults=[*rows.rejected, *progress.faults],
            changes=tuple(each for each in progress.changes if not _is_detail(each)),
        ),
        names,
        len(named),
        _seen(form, rows, inventory, silent, kept),
        len(rows.rejected),
    )


def _is_detail(change: Change) -> bool:
    """Return whether it tells what a new record says: that one is new is enough."""
    return change.key is not None and change.path == ("steps",)


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
    inventory: Inventory, table: StepsFile, rows: FormRows, as_of: TypedDay | None
) -> tuple[list[tuple[System, StepMarks]], tuple[SystemLine, ...], int]:
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
        kept += table.count - len(line.states)
        wanted.append((line.system, _marks(before | line.states, table, as_of)))
    return wanted, tuple(silent), kept


def _marks(
    states: dict[int, Status], table: StepsFile, as_of: TypedDay | None
) -> StepMarks:
    every = range(1, table.count + 1)

    def these(state: Status) -> tuple[int, ...]:
        return tuple(each for each in every if states.get(each, "not_started") == state)

    return StepMarks(
        done=these("done"),
        started=these("started"),
        not_applicable=these("not_applicable"),
        not_started=these("not_started"),
        as_of=as_of,
        whole=True,
    )
