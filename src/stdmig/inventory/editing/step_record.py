"""The record of one system's steps, changed where it stands (ステップの更新)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from stdmig.dates import shown
from stdmig.inventory.document import Path
from stdmig.inventory.editing.change import Change
from stdmig.inventory.editing.editor import Editor
from stdmig.inventory.editing.recording import (
    Editing,
    Opened,
    anchor,
    number_or_word,
    spelled,
)
from stdmig.inventory.editing.remark import remark_on
from stdmig.inventory.progress import ProgressFile
from stdmig.inventory.recorded import StepMarks
from stdmig.inventory.step_records import StepRecord, numbers
from stdmig.inventory.step_states import NAMED, spans
from stdmig.inventory.systems import System
from stdmig.inventory.writing.collection import Data, in_brackets
from stdmig.words import Text, text

Made: TypeAlias = tuple[Change, Editing]

_ORDER = ("system", "as_of", *NAMED, "counts", "note")
"""The order in which people find the keys of a record."""


def written_steps(steps: Iterable[int]) -> Data:
    """Return steps as a file has them: ``[1-23, 25]``, one alone without brackets."""
    each = spans(steps)
    return each[0] if len(each) == 1 else each


class RecordChange:
    """
    A record that the file has, and what makes another of it.

    Parameters
    ----------
    place
        Which of the records it is.
    marks
        What it is to say.
    days
        Days of the file as they are written, the nearest first.
    """

    def __init__(
        self,
        opened: Opened[ProgressFile],
        system: System,
        place: int,
        marks: StepMarks,
        days: tuple[object, ...],
    ) -> None:
        self._opened, self._system, self._marks = opened, system, marks
        self._place, self._days = place, days
        self._path: Path = ("steps", place)
        self._raw = opened.raw(*self._path)
        self._record = opened.file.steps[place]
        self._after = _states(self._record, marks)

    def __iter__(self) -> Iterator[Made]:
        """Yield every change with what makes it; they belong together."""
        said = self._remark()
        for number, (change, act) in enumerate(self._needed()):
            first = said if number == 0 and said is not None else change.remark
            yield change._replace(remark=first), act

    def _needed(self) -> Iterator[Made]:
        marks, record = self._marks, self._record
        states = list(self._new_states())
        if marks.as_of is not None:
            if marks.as_of.period.first != record.as_of:
                yield self._put("as_of", spelled(marks.as_of, self._days))
        elif states and self._loses_day():
            yield self._without("as_of", str(self._raw["as_of"]))
        yield from states
        if marks.note is not None and marks.note != record.note:
            yield self._put("note", marks.note)

    def _new_states(self) -> Iterator[Made]:
        record = self._record
        if record.counts is not None and self._marks.named:
            yield self._without_counts()
        for state in NAMED:
            if sorted(numbers(getattr(record, state))) != self._after[state]:
                yield self._state(state)

    def _loses_day(self) -> bool:
        return self._marks.whole and bool(self._raw.get("as_of"))

    def _remark(self) -> Text | None:
        """Return what was said of the old state and still stands there."""
        record, marks = self._record, self._marks
        if record.as_of is not None and marks.as_of is None and not marks.whole:
            return text(
                "the day on which this is so is still {day}; --as-of DATE changes it",
                day=shown(record.as_of),
            )
        return remark_on(self._raw, "done", ())

    def _without_counts(self) -> Made:
        counts = self._record.counts
        assert counts is not None
        before = in_brackets(
            {key: value for key in NAMED if (value := getattr(counts, key))}
        )
        change, act = self._without("counts", before)
        if self._marks.whole:
            return change, act
        said = text("steps that are not named count as not begun from now on")
        return change._replace(remark=said), act

    def _state(self, state: str) -> Made:
        old, steps = self._raw.get(state), self._after[state]
        if state not in self._raw:
            return self._put(state, written_steps(steps))
        here = (*self._path, state)
        written = [str(each) for each in spans(steps)]
        change = self._opened.change(
            here, self._system.title, state, old, written or None
        )
        if isinstance(old, list) and self._is_over_lines(state):
            return change, _one_by_one(here, old, written)
        if not steps:
            return change, lambda editor: editor.remove(here)
        return change, lambda editor: editor.set(here, written_steps(steps))

    def _is_over_lines(self, state: str) -> bool:
        """Return whether the steps stand on lines of their own, which may say more."""
        node = self._opened.root.child("steps")
        entry = node.child(self._place) if node is not None else None
        steps = entry.child(state) if entry is not None else None
        return steps is not None and not steps.in_brackets

    def _put(self, key: str, data: Data) -> Made:
        here = (*self._path, key)
        change = self._opened.change(
            here, self._system.title, key, self._raw.get(key), data
        )
        if key in self._raw:
            return change, lambda editor: editor.set(here, data)
        stays = [each for each in self._raw if not self._goes(each)]
        behind = anchor(_ORDER, key, stays)
        return change, lambda editor: editor.insert(self._path, key, data, after=behind)

    def _goes(self, key: str) -> bool:
        """Return whether a key is taken out, so that nothing can stand behind it."""
        if key == "as_of":
            return self._loses_day()
        return key == "counts" or self._after.get(key) == []

    def _without(self, key: str, before: str) -> Made:
        here = (*self._path, key)
        change = self._opened.change(here, self._system.title, key, before, None)
        return change, lambda editor: editor.remove(here)


def _states(record: StepRecord, marks: StepMarks) -> dict[str, list[int]]:
    """Return the steps in each state, once what is named has its new one."""
    found: dict[str, list[int]] = {}
    for state in NAMED:
        kept = set(numbers(getattr(record, state))) - marks.named
        found[state] = sorted(kept.union(getattr(marks, state)))
    return found


def _one_by_one(path: Path, old: list[object], new: list[str]) -> Editing:
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
