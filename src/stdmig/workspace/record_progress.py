"""Progress into progress.yaml: the one that is there, or a new one (進捗の記録)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from stdmig.inventory import Inventory, Sources, System
from stdmig.inventory.recorded import StepMarks, TaskRecord, TaskSubject, TypedDay
from stdmig.words import Style
from stdmig.workspace.file_draft import FileDraft, file_draft
from stdmig.workspace.files import PROGRESS
from stdmig.workspace.task_names import subjects_of

if TYPE_CHECKING:
    from stdmig.workspace.file_draft import Edit


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
    sources: Sources,
    rows: Sequence[tuple[System, StepMarks]],
    style: Style,
    *,
    partly: bool = False,
) -> FileDraft:
    """
    Return ``progress.yaml`` with steps of systems recorded; see `tasks_draft`.

    Parameters
    ----------
    rows
        Each system once.
    partly
        Whether the others are recorded where one must be by hand.
    """
    from stdmig.inventory.editing.steps import set_steps

    return _draft(
        sources, lambda file: set_steps(file, rows, style), style, partly=partly
    )


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


def _draft(
    sources: Sources, edit: Edit, style: Style, *, partly: bool = False
) -> FileDraft:
    from stdmig.inventory.writing.new_progress import new_progress_yaml

    return file_draft(
        sources, PROGRESS, edit, lambda: new_progress_yaml(style), partly=partly
    )
