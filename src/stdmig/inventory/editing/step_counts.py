"""progress.yaml changed where counts of steps are reported (ステップ数の更新)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from stdmig.dates import Period
from stdmig.diagnostics import Diagnostic
from stdmig.inventory.document import Path
from stdmig.inventory.editing.change import Change, Edited
from stdmig.inventory.editing.editor import Editor
from stdmig.inventory.editing.recording import (
    LISTS,
    Editing,
    Opened,
    anchor,
    made,
    open_file,
    spelled,
    written_days,
)
from stdmig.inventory.editing.step import Step
from stdmig.inventory.progress import ProgressFile
from stdmig.inventory.recorded import TypedDay
from stdmig.inventory.source import Source
from stdmig.inventory.step_records import StepRecord, numbers
from stdmig.inventory.systems import System
from stdmig.inventory.told_progress import ToldSteps
from stdmig.inventory.writing.collection import Data, Remarked, in_brackets
from stdmig.inventory.writing.comment import remark
from stdmig.inventory.writing.day import day_in_file
from stdmig.words import Style, text

_LIST: Path = ("steps",)
_STATES = ("done", "started", "not_applicable")
_ORDER = ("system", "as_of", "counts", "note")


def set_step_counts(
    source: Source, told: Iterable[tuple[System, ToldSteps]], style: Style
) -> tuple[Edited | None, list[Diagnostic]]:
    """
    Record in ``progress.yaml`` how many steps of systems are in which state.

    A record that says the same of that day is left as it is, be it in counts or in
    numbers of steps. Where it says something else, counts take the place of numbers:
    which steps they are nobody said. Everything else stays byte for byte.

    Returns
    -------
    The changed file and its changes; None where the file is at fault, or a change
    must be made by hand (``STD025``).
    """
    opened, faults = open_file(source, ProgressFile)
    if opened is None:
        return None, faults
    return made(source, opened.document, _steps(opened, told, style))


def counts_of(record: StepRecord) -> dict[str, int]:
    """Return how many steps are in which state, whichever way that is written."""
    counted = record.counts
    return {
        state: len(numbers(getattr(record, state)))
        if counted is None
        else getattr(counted, state)
        for state in _STATES
    }


def says(record: StepRecord, told: ToldSteps) -> bool:
    """Return whether a record has the counts that are told."""
    return tuple(counts_of(record).values()) == told[:3]


def _steps(
    opened: Opened[ProgressFile],
    told: Iterable[tuple[System, ToldSteps]],
    style: Style,
) -> Iterator[Step]:
    places = {each.system: place for place, each in enumerate(opened.file.steps)}
    new = []
    for system, steps in told:
        place = places.get(system.id)
        if place is None:
            new.append((system, steps))
        else:
            yield from _Changed(opened, system, place, steps, style).steps()
    if new:
        yield _added(opened, new, style)


def _added(
    opened: Opened[ProgressFile], new: list[tuple[System, ToldSteps]], style: Style
) -> Step:
    """Return the step that puts in the systems that the file has not, all at once."""
    flat = opened.is_flat("steps")
    entries: list[Data] = []
    changes = []
    for system, told in new:
        data: dict[str, Data] = {"system": system.id}
        if told.as_of is not None:
            data["as_of"] = _day(opened, told.as_of, style)
        data["counts"] = told.counts or {"done": 0}
        entries.append(Remarked(data, remark(system.title, style), flat=flat))
        changes.append(opened.change(_LIST, system.title, None, None, system.id))
        changes += [
            opened.change(_LIST, system.title, key, None, _shown(value))
            for key, value in data.items()
            if key != "system"
        ]
    return Step(tuple(changes), _adding(opened, entries))


def _adding(opened: Opened[ProgressFile], entries: list[Data]) -> Editing:
    before = [each for each in LISTS[: LISTS.index("steps")] if each in opened.raw()]

    def act(editor: Editor) -> None:
        if "steps" not in opened.document.root:
            editor.insert((), "steps", entries, after=before[-1])
            return
        for each in entries:
            editor.append(_LIST, each)

    return act


class _Changed:
    """A record that the file has, and what makes it say something else."""

    def __init__(
        self,
        opened: Opened[ProgressFile],
        system: System,
        place: int,
        told: ToldSteps,
        style: Style,
    ) -> None:
        self._opened, self._system = opened, system
        self._told, self._style = told, style
        self._path: Path = ("steps", place)
        self._raw = opened.raw(*self._path)
        self._record = opened.file.steps[place]

    def steps(self) -> Iterator[Step]:
        """Yield the step that changes the record, all of its keys or none."""
        changes: list[Change] = []
        acts: list[Editing] = []
        told, record = self._told, self._record
        differs = not says(record, told)
        if told.as_of is not None and told.as_of != record.as_of:
            self._put(
                "as_of", _day(self._opened, told.as_of, self._style), changes, acts
            )
        elif differs and told.as_of is None and record.as_of is not None:
            # The old day is not the one on which the new counts were true.
            self._take("as_of", changes, acts)
        if differs:
            self._counts(changes, acts)
        if changes:
            yield Step(tuple(changes), _all(acts))

    def _counts(self, changes: list[Change], acts: list[Editing]) -> None:
        record, told = self._record, self._told
        before = {key: n for key, n in counts_of(record).items() if n}
        after = told.counts or {"done": 0}
        change = self._change("counts", in_brackets(before), in_brackets(after))
        if record.counts is None:
            named = [state for state in _STATES if state in self._raw]
            if named:
                wording = text("the numbers of the steps go; only counts were told")
                change = change._replace(remark=wording)
            acts += [_removing((*self._path, state)) for state in named]
            if "counts" in self._raw:
                acts.append(_setting((*self._path, "counts"), after))
            else:
                kept = [key for key in self._raw if key not in _STATES]
                after_key = anchor(_ORDER, "counts", kept)
                acts.append(_inserting(self._path, "counts", after, after_key))
        else:
            acts += self._each_count(after)
        changes.append(change)

    def _each_count(self, after: Mapping[str, int]) -> Iterator[Editing]:
        written = self._raw["counts"]
        known = written if isinstance(written, dict) else {}
        here = (*self._path, "counts")
        last = next(reversed(known), None)
        for state in _STATES:
            number = after.get(state, 0)
            if state in known:
                if str(known[state]) != str(number):
                    yield _setting((*here, state), number)
            elif number:
                yield _inserting(here, state, number, last)

    def _put(
        self, key: str, data: Data, changes: list[Change], acts: list[Editing]
    ) -> None:
        changes.append(self._change(key, self._raw.get(key), _shown(data)))
        if key in self._raw:
            acts.append(_setting((*self._path, key), data))
        else:
            kept = [each for each in self._raw if each not in _STATES]
            after = anchor(_ORDER, key, kept)
            acts.append(_inserting(self._path, key, data, after))

    def _take(self, key: str, changes: list[Change], acts: list[Editing]) -> None:
        changes.append(self._change(key, self._raw.get(key), None))
        acts.append(_removing((*self._path, key)))

    def _change(self, key: str, before: object, after: object) -> Change:
        path = (*self._path, key)
        return self._opened.change(path, self._system.title, key, before, after)


def _day(opened: Opened[ProgressFile], day: date, style: Style) -> date | str:
    """Return a day as the file writes its days, else as its reader does."""
    root = opened.document.root
    written = (
        *written_days(root.get("steps"), ("as_of",)),
        *written_days(root.get("live"), ("since",)),
    )
    typed = TypedDay(Period(day, day), str(day_in_file(day, style)))
    return spelled(typed, written)


def _shown(data: Data) -> str:
    return in_brackets(data) if isinstance(data, Mapping) else str(data)


def _setting(path: Path, data: Data) -> Editing:
    return lambda editor: editor.set(path, data)


def _removing(path: Path) -> Editing:
    return lambda editor: editor.remove(path)


def _inserting(path: Path, key: str, data: Data, after: str | None) -> Editing:
    return lambda editor: editor.insert(path, key, data, after=after)


def _all(acts: list[Editing]) -> Editing:
    def act(editor: Editor) -> None:
        for each in acts:
            each(editor)

    return act
