"""progress.yaml changed where steps of the ministry are recorded (ステップの記録)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from stdmig.diagnostics import Diagnostic
from stdmig.inventory.editing.change import Edited
from stdmig.inventory.editing.editor import Editor
from stdmig.inventory.editing.make import make
from stdmig.inventory.editing.recording import (
    LISTS,
    Editing,
    Opened,
    open_file,
    spelled,
    written_days,
)
from stdmig.inventory.editing.step import Step
from stdmig.inventory.editing.step_record import RecordChange, written_steps
from stdmig.inventory.progress import ProgressFile
from stdmig.inventory.recorded import StepMarks
from stdmig.inventory.source import Source
from stdmig.inventory.step_states import NAMED
from stdmig.inventory.systems import System
from stdmig.inventory.writing.collection import Data, Remarked
from stdmig.inventory.writing.comment import remark
from stdmig.words import Style


def set_steps(
    source: Source, rows: Iterable[tuple[System, StepMarks]], style: Style
) -> tuple[Edited | None, list[Diagnostic]]:
    """
    Record the state of steps in ``progress.yaml``.

    A step that is not named keeps its state, and a record that says all of it already
    stays byte for byte. Where the file has counts in place of numbers, the numbers
    take their place. A system without a record gets one behind the last.

    Parameters
    ----------
    source
        The file.
    rows
        Each system once.
    style
        Language of the remarks behind new records.

    Returns
    -------
    The changed file and its changes; None where the file is at fault. With it
    ``STD025`` for the records that must be changed by hand; the others are changed
    all the same.
    """
    opened, faults = open_file(source, ProgressFile)
    if opened is None:
        return None, faults
    by_hand: list[Diagnostic] = []
    steps = _steps(opened, rows, style)
    data, changes = make(source, opened.document, steps, by_hand)
    return (None if data is None else Edited(data, changes)), by_hand


def _steps(
    opened: Opened[ProgressFile],
    rows: Iterable[tuple[System, StepMarks]],
    style: Style,
) -> Iterator[Step]:
    places = {each.system: place for place, each in enumerate(opened.file.steps)}
    for system, marks in rows:
        place = places.get(system.id)
        if place is None:
            yield _added(opened, system, marks, style)
            continue
        made = list(RecordChange(opened, system, place, marks, _days(opened, place)))
        if made:
            changes = tuple(change for change, _ in made)
            yield Step(changes, _together([act for _, act in made]))


def _added(
    opened: Opened[ProgressFile], system: System, marks: StepMarks, style: Style
) -> Step:
    told: dict[str, Data] = {"system": system.id}
    if marks.as_of is not None:
        told["as_of"] = spelled(marks.as_of, _days(opened))
    for state in NAMED:
        if steps := getattr(marks, state):
            told[state] = written_steps(steps)
    if marks.note is not None:
        told["note"] = marks.note
    data = Remarked(told, remark(system.title, style), flat=opened.is_flat("steps"))
    whole = opened.change(("steps",), system.title, None, None, system.id)
    values = (
        opened.change(("steps",), system.title, key, None, value)
        for key, value in told.items()
        if key != "system"
    )
    return Step((whole, *values), opened.add("steps", LISTS, data))


def _together(acts: list[Editing]) -> Editing:
    def act(editor: Editor) -> None:
        for each in acts:
            each(editor)

    return act


def _days(opened: Opened[ProgressFile], place: int | None = None) -> tuple[object, ...]:
    root = opened.document.root
    return (
        *written_days(root.get("steps"), ("as_of",), place),
        *written_days(root.get("live"), ("since",)),
        *written_days(root.get("tasks"), ("start", "finish")),
    )
