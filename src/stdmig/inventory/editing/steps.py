"""progress.yaml changed where steps of the ministry are recorded (ステップの記録)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from stdmig.dates import shown
from stdmig.diagnostics import Diagnostic
from stdmig.inventory.document import Path
from stdmig.inventory.editing.change import Edited
from stdmig.inventory.editing.editor import Editor
from stdmig.inventory.editing.progress import LISTS
from stdmig.inventory.editing.recording import (
    Editing,
    Opened,
    anchor,
    made,
    number_or_word,
    open_file,
    spelled,
    written_days,
)
from stdmig.inventory.editing.remark import remark_on
from stdmig.inventory.editing.step import Step
from stdmig.inventory.progress import ProgressFile
from stdmig.inventory.recorded import StepMarks
from stdmig.inventory.source import Source
from stdmig.inventory.step_records import StepRecord, numbers
from stdmig.inventory.systems import System
from stdmig.inventory.writing.collection import Data, Remarked, in_brackets
from stdmig.inventory.writing.comment import remark
from stdmig.words import Style, Text, text

STATES = ("done", "started", "not_applicable")
_ORDER = ("system", "as_of", *STATES, "counts", "note")


def set_steps(
    source: Source, system: System, marks: StepMarks, style: Style
) -> tuple[Edited | None, list[Diagnostic]]:
    """
    Record the state of steps of a system in ``progress.yaml``; see `set_tasks`.

    A step that is not named keeps its state. Where the file has counts in place of
    numbers, the numbers take their place.
    """
    opened, faults = open_file(source, ProgressFile)
    if opened is None:
        return None, faults
    return made(source, opened.document, _steps(opened, system, marks, style))


def spans(steps: Sequence[int]) -> tuple[str, ...]:
    """Return numbers of steps as they are written: ``1-23``, ``25``."""
    found: list[list[int]] = []
    for number in sorted(set(steps)):
        if found and found[-1][1] == number - 1:
            found[-1][1] = number
        else:
            found.append([number, number])
    return tuple(f"{a}-{b}" if a < b else f"{a}" for a, b in found)


def _steps(
    opened: Opened[ProgressFile], system: System, marks: StepMarks, style: Style
) -> Iterator[Step]:
    for place, record in enumerate(opened.file.steps):
        if record.system == system.id:
            yield from _Changed(opened, system, place, record, marks).steps()
            return
    told: dict[str, Data] = {"system": system.id}
    if marks.as_of is not None:
        told["as_of"] = spelled(marks.as_of, _days(opened))
    for state, steps in _states(None, marks).items():
        if steps:
            told[state] = _data(spans(steps))
    if marks.note is not None:
        told["note"] = marks.note
    data = Remarked(told, remark(system.title, style), flat=opened.is_flat("steps"))
    changes = (
        opened.change(("steps",), system.title, None, None, system.id),
        *(
            opened.change(("steps",), system.title, key, None, _shown(value))
            for key, value in told.items()
            if key != "system"
        ),
    )
    yield Step(changes, opened.add("steps", LISTS, data))


def _states(record: StepRecord | None, marks: StepMarks) -> dict[str, list[int]]:
    """Return the steps in each state, once what is named has its new one."""
    moved = {step for steps in marks[:4] for step in steps}
    found: dict[str, list[int]] = {}
    for state in STATES:
        before = numbers(getattr(record, state)) if record is not None else []
        kept = [step for step in before if step not in moved]
        found[state] = sorted({*kept, *getattr(marks, state)})
    return found


def _data(written: Sequence[str]) -> Data:
    """Return spans as they are written: one alone without brackets."""
    each = [number_or_word(span) for span in written]
    return each[0] if len(each) == 1 else each


def _shown(data: Data) -> str:
    """Return a value on one line, without the brackets of a list."""
    return ", ".join(map(str, data)) if isinstance(data, list) else str(data)


class _Changed:
    """A record that the file has, and the steps from it to another."""

    def __init__(
        self,
        opened: Opened[ProgressFile],
        system: System,
        place: int,
        record: StepRecord,
        marks: StepMarks,
    ) -> None:
        self._opened = opened
        self._system = system
        self._place = place
        self._path: Path = ("steps", place)
        self._raw = opened.raw(*self._path)
        self._record = record
        self._marks = marks

    def steps(self) -> Iterator[Step]:
        """Yield what must be done."""
        changes = list(self._needed())
        for number, step in enumerate(changes):
            said = None if number else self._remark()
            first, *others = step.changes
            noted = first._replace(remark=said or first.remark)
            yield step._replace(changes=(noted, *others))

    def _needed(self) -> Iterator[Step]:
        marks, record = self._marks, self._record
        if marks.as_of is not None and marks.as_of.period.first != record.as_of:
            yield self._put("as_of", spelled(marks.as_of, _days(self._opened)))
        after = _states(record, marks)
        if record.counts is not None and any(marks[:4]):
            yield self._without_counts()
        for state in STATES:
            before = numbers(getattr(record, state))
            if sorted(before) != after[state]:
                yield self._state(state, spans(after[state]))
        if marks.note is not None and marks.note != record.note:
            yield self._put("note", marks.note)

    def _remark(self) -> Text | None:
        """Return what was said of the old state and still stands there."""
        record, told = self._record, self._marks.as_of
        if record.as_of is not None and told is None:
            return text(
                "the day on which this is so is still {day}; --as-of DATE changes it",
                day=shown(record.as_of),
            )
        return remark_on(self._raw, "done", ())

    def _without_counts(self) -> Step:
        here = (*self._path, "counts")
        counts = self._record.counts
        assert counts is not None
        shown_counts = in_brackets(
            {key: value for key in STATES if (value := getattr(counts, key))}
        )
        change = self._opened.change(
            here, self._system.title, "counts", shown_counts, None
        )
        said = text("steps that are not named count as not begun from now on")
        return Step((change._replace(remark=said),), lambda editor: editor.remove(here))

    def _state(self, state: str, written: tuple[str, ...]) -> Step:
        here = (*self._path, state)
        old = self._raw.get(state)
        if state not in self._raw:
            return self._put(state, _data(written))
        before = ", ".join(map(str, old)) if isinstance(old, list) else old
        after = ", ".join(written) or None
        change = self._opened.change(here, self._system.title, state, before, after)
        if isinstance(old, list) and self._is_over_lines(state):
            return Step((change,), _one_by_one(here, old, written))
        if not written:
            return Step((change,), lambda editor: editor.remove(here))
        return Step((change,), lambda editor: editor.set(here, _data(written)))

    def _is_over_lines(self, state: str) -> bool:
        """Return whether the steps stand on lines of their own, which may say more."""
        node = self._opened.root.child("steps")
        entry = node.child(self._place) if node is not None else None
        steps = entry.child(state) if entry is not None else None
        return steps is not None and not steps.in_brackets

    def _put(self, key: str, data: Data) -> Step:
        here = (*self._path, key)
        change = self._opened.change(
            here, self._system.title, key, self._raw.get(key), _shown(data)
        )
        if key in self._raw:
            return Step((change,), lambda editor: editor.set(here, data))
        return Step((change,), _inserting(self._path, key, data, self._raw))


def _inserting(path: Path, key: str, data: Data, raw: Mapping[str, object]) -> Editing:
    after = anchor(_ORDER, key, [each for each in raw if each != "counts"])
    return lambda editor: editor.insert(path, key, data, after=after)


def _one_by_one(path: Path, old: list[object], new: tuple[str, ...]) -> Editing:
    """Return what changes a list over lines: an entry that stays keeps its remark."""
    gone = [place for place, each in enumerate(old) if str(each) not in new]
    fresh = [each for each in new if each not in map(str, old)]

    def act(editor: Editor) -> None:
        for place, each in zip(gone, fresh, strict=False):
            editor.set((*path, place), number_or_word(each))
        for place in gone[len(fresh) :]:
            editor.remove((*path, place))
        for each in fresh[len(gone) :]:
            editor.append(path, number_or_word(each))

    return act


def _days(opened: Opened[ProgressFile]) -> tuple[object, ...]:
    root = opened.document.root
    return (
        *written_days(root.get("steps"), ("as_of",)),
        *written_days(root.get("live"), ("since",)),
        *written_days(root.get("tasks"), ("start", "finish")),
    )
