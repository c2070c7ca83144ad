"""The steps in progress.yaml changed where a report differs (ステップの進捗の更新)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from stdmig.dates import parse_period
from stdmig.diagnostics import Diagnostic, Location
from stdmig.inventory.document import Document, Path
from stdmig.inventory.editing.change import Change, Edited
from stdmig.inventory.editing.editor import Editor
from stdmig.inventory.editing.make import make
from stdmig.inventory.editing.node import read_node
from stdmig.inventory.editing.spelling import respelled
from stdmig.inventory.editing.step import Step
from stdmig.inventory.editing.systems import would_be
from stdmig.inventory.progress import ProgressFile, Status
from stdmig.inventory.source import Source, decode
from stdmig.inventory.step_records import StepRecord, numbers
from stdmig.inventory.step_states import NAMED, spans, steps_in
from stdmig.inventory.validate import validate
from stdmig.inventory.writing.collection import Data, Remarked, as_read
from stdmig.inventory.writing.day import day_in_file
from stdmig.inventory.yaml_events import parse
from stdmig.words import Name, Style

_LIST: Path = ("steps",)
_ORDER = ("system", "as_of", *NAMED)
"""The order in which people find the keys of a record."""


class StepRow(NamedTuple):
    """
    What a record is to say of the steps of one system.

    Attributes
    ----------
    title
        What the system is called.
    states
        The state of every step; what is not here is not begun.
    as_of
        The day on which this was so; None where that is not known.
    """

    system: str
    title: Name
    states: Mapping[int, Status]
    as_of: date | None = None

    def values(self, day: date | str | None) -> dict[str, Data]:
        """Return the keys and values of a new record."""
        found: dict[str, Data] = {"system": self.system}
        if day is not None:
            found["as_of"] = day
        for state in NAMED:
            if steps := steps_in(self.states, state):
                found[state] = spans(steps)
        return found


def edit_step_records(
    source: Source, rows: Iterable[StepRow], style: Style
) -> tuple[Edited | None, list[Diagnostic]]:
    """
    Change ``progress.yaml`` so that it says how far the steps of some systems are.

    A record whose steps are the same is left as it is, unless it is of another day;
    new records follow the last in the file's style. Where the steps of a record change
    and the day is not known, the day of the old ones is taken out.

    Parameters
    ----------
    source
        The file.
    rows
        Each system once.
    style
        How days are written in a file that has none.

    Returns
    -------
    The changed file and its changes; None where the file is at fault, or would be.
    With it ``STD025`` for what must be changed by hand.
    """
    document, file, faults = _read(source)
    decoded, _ = decode(source)
    if document is None or file is None or decoded is None or faults:
        return None, faults
    node = read_node(decoded).child("steps")
    entries = node.entries if node is not None else None
    flat = not entries or entries[-1].style == "{"
    differences = _Differences(document, file, style, flat=flat)
    by_hand: list[Diagnostic] = []
    data, changes = make(source, document, differences.steps(rows), by_hand)
    if data is None:
        return None, by_hand
    changed = Source(source.name, data)
    _, _, faults = _read(changed)
    if faults:
        where = Location(source.name)
        return None, by_hand + [would_be(each, changed, where) for each in faults]
    return Edited(data, changes), by_hand


def _read(
    source: Source,
) -> tuple[Document | None, ProgressFile | None, list[Diagnostic]]:
    document, faults = parse(source)
    if document is None:
        return None, None, faults
    file, wrong = validate(document, ProgressFile)
    return document, file, faults + wrong


class _Differences:
    """A file, and what makes it say something else of the steps."""

    def __init__(
        self, document: Document, file: ProgressFile, style: Style, *, flat: bool
    ) -> None:
        self._document, self._file, self._style = document, file, style
        self._flat = flat
        listed = document.root.get("steps") or []
        # A list of one may be written without its dash.
        self._written = listed if isinstance(listed, list) else [listed]
        self._days = [day for each in self._written if (day := each.get("as_of"))]

    def steps(self, rows: Iterable[StepRow]) -> Iterator[Step]:
        """Yield what must be done."""
        places = {each.system: place for place, each in enumerate(self._file.steps)}
        new = []
        for row in rows:
            place = places.get(row.system)
            if place is None:
                new.append(row)
            else:
                yield from self._changed(place, self._file.steps[place], row)
        if new:
            yield self._added(new)

    def _changed(self, place: int, record: StepRecord, row: StepRow) -> Iterator[Step]:
        """Yield the step that changes a record, all of its keys or none."""
        path: Path = (*_LIST, place)
        written = self._written[place]
        wanted: dict[str, Data] = {}
        for state in NAMED:
            steps = steps_in(row.states, state)
            if steps != tuple(sorted(numbers(getattr(record, state)))):
                wanted[state] = spans(steps) or None
        if record.counts is not None:
            wanted["counts"] = None
        if row.as_of is not None and row.as_of != record.as_of:
            wanted["as_of"] = self._spelled(row.as_of, written.get("as_of"))
        elif wanted and row.as_of is None and record.as_of is not None:
            wanted["as_of"] = None
        changes, acts = [], []
        for key in (*_ORDER, "counts"):
            if key not in wanted or (key not in written and wanted[key] is None):
                continue
            before, data = written.get(key), wanted[key]
            changes.append(self._change((*path, key), row, key, before, data))
            acts.append(_act(path, key, data, written))
        if changes:
            yield Step(tuple(changes), _all(acts))

    def _added(self, rows: list[StepRow]) -> Step:
        data = [
            Remarked(row.values(self._spelled(row.as_of)), "", flat=self._flat)
            for row in rows
        ]
        changes = tuple(
            Change(
                (*_LIST, row.system),
                row.title,
                None,
                None,
                row.system,
                self._document.locate(_LIST),
            )
            for row in rows
        )
        last = list(self._document.root)[-1]

        def act(editor: Editor) -> None:
            if "steps" not in self._document.root:
                editor.insert((), "steps", data, after=last)
                return
            for each in data:
                editor.append(_LIST, each)

        return Step(changes, act)

    def _spelled(self, day: date | None, old: str | None = None) -> date | str | None:
        """Return a day as its place in the file, or else the first one, has it."""
        if day is None:
            return None

        def is_right(written: str) -> bool:
            period = parse_period(written)
            return isinstance(period, tuple) and not period.is_month

        return respelled(day, old, self._days[:1], is_right) or day_in_file(
            day, self._style
        )

    def _change(
        self, path: Path, row: StepRow, key: str, before: object, after: Data
    ) -> Change:
        where = self._document.locate(path)
        return Change(path, row.title, key, _shown(before), _shown(after), where)


def _all(acts: list[Callable[[Editor], None]]) -> Callable[[Editor], None]:
    def act(editor: Editor) -> None:
        for each in acts:
            each(editor)

    return act


def _shown(value: object) -> str | None:
    """Return a value of a record in one line."""
    read = as_read(value) if isinstance(value, date | int) else value
    if isinstance(read, dict):
        return ", ".join(f"{key}: {each}" for key, each in read.items())
    if isinstance(read, list | tuple):
        return ", ".join(str(as_read(each)) for each in read)
    return None if read is None else str(read)


def _act(
    path: Path, key: str, data: Data, written: Mapping[str, object]
) -> Callable[[Editor], None]:
    if data is None:
        return lambda editor: editor.remove((*path, key))
    if key in written:
        return lambda editor: editor.set((*path, key), data)
    before = _ORDER[: _ORDER.index(key)]
    after = max((each for each in written if each in before), key=_ORDER.index)
    return lambda editor: editor.insert(path, key, data, after=after)
