"""Progress into progress.yaml: the one that is there, or a new one (進捗の記録)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from stdmig.diagnostics import Diagnostic, Location
from stdmig.inventory import Inventory, Source, Sources, System, load
from stdmig.inventory.recorded import StepMarks, TaskRecord, TaskSubject, TypedDay
from stdmig.words import Style
from stdmig.workspace.acceptable import acceptable
from stdmig.workspace.file_draft import FileDraft
from stdmig.workspace.open import PROGRESS, STEPS, packaged
from stdmig.workspace.task_names import subjects_of

if TYPE_CHECKING:
    from stdmig.inventory.editing.change import Edited

    Edit = Callable[[Source], tuple[Edited | None, list[Diagnostic]]]
    """Makes another file of one, or says why it cannot."""


def tasks_draft(
    sources: Sources,
    inventory: Inventory,
    subjects: Iterable[TaskSubject],
    record: TaskRecord,
    style: Style,
) -> FileDraft:
    """
    Return ``progress.yaml`` with the state of tasks recorded; nothing is written.

    Parameters
    ----------
    sources, inventory
        The workspace as it was read.
    style
        Language of the remarks in the file.
    """
    # Imported here, so that no other command waits for the editor.
    from stdmig.inventory.editing.progress import set_tasks

    known = subjects_of(inventory)
    return _draft(
        sources, lambda file: set_tasks(file, subjects, record, known, style), style
    )


def live_draft(
    sources: Sources,
    systems: Iterable[System],
    since: TypedDay,
    note: str | None,
    style: Style,
) -> FileDraft:
    """Return ``progress.yaml`` with systems recorded as live; see `tasks_draft`."""
    from stdmig.inventory.editing.live import set_live

    return _draft(
        sources, lambda file: set_live(file, systems, since, note, style), style
    )


def steps_draft(
    sources: Sources, system: System, marks: StepMarks, style: Style
) -> FileDraft:
    """Return ``progress.yaml`` with steps of a system recorded; see `tasks_draft`."""
    from stdmig.inventory.editing.steps import set_steps

    return _draft(sources, lambda file: set_steps(file, system, marks, style), style)


def own_entries(
    inventory: Inventory, subjects: Iterable[TaskSubject]
) -> tuple[str, ...]:
    """Return the tasks of whole items that go on saying what their own entries say."""
    from stdmig.inventory.editing.progress import uncovered

    if inventory.progress is None:
        return ()
    known = subjects_of(inventory)
    return tuple(
        task
        for subject in subjects
        for task in uncovered(inventory.progress, subject, known)
    )


def _draft(sources: Sources, edit: Edit, style: Style) -> FileDraft:
    """Return what the file becomes once the whole workspace was read with it."""
    from stdmig.inventory.writing.begun_progress import begun_progress_yaml

    path = Path(sources.systems.name).with_name(PROGRESS)
    there = sources.progress
    source = there or Source(path.as_posix(), begun_progress_yaml(style))
    edited, faults = edit(source)
    before = there.data if there else None
    if edited is None:
        return FileDraft(path, before, None, faults)
    becomes = Source(source.name, edited.data)
    steps = sources.steps or packaged(STEPS)
    changed = sources._replace(progress=becomes, steps=steps)
    if faults := reading_faults(changed, becomes):
        return FileDraft(path, before, None, faults)
    return FileDraft(path, before, edited.data, [], edited.changes)


def reading_faults(sources: Sources, becomes: Source) -> list[Diagnostic]:
    """Return what would be wrong with a workspace in which a file becomes another."""
    from stdmig.inventory.editing.systems import would_be

    _, faults = load(sources, acceptable())
    where = Location(becomes.name)
    return [
        would_be(fault, becomes, where)
        if fault.location.file == becomes.name
        else fault
        for fault in faults
    ]
