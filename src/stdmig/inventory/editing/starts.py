"""starts.yaml changed where the chosen starts differ from it (着手日の更新)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from stdmig.dates import parse_period
from stdmig.diagnostics import Diagnostic, Location
from stdmig.inventory.check_starts import repeated_starts
from stdmig.inventory.document import Document, Path
from stdmig.inventory.editing.change import Change, Edited
from stdmig.inventory.editing.editor import Editor
from stdmig.inventory.editing.make import make
from stdmig.inventory.editing.node import read_node
from stdmig.inventory.editing.spelling import respelled
from stdmig.inventory.editing.step import Step, refused
from stdmig.inventory.editing.systems import would_be
from stdmig.inventory.source import Source, decode
from stdmig.inventory.starts import ChosenStart, StartRow, StartsFile
from stdmig.inventory.template import Durations
from stdmig.inventory.validate import validate
from stdmig.inventory.writing.collection import Data
from stdmig.inventory.writing.starts import in_order, start_entry
from stdmig.inventory.yaml_events import parse
from stdmig.words import Language, Name, Style, text

_LIST: Path = ("starts",)


def edit_starts_yaml(
    source: Source,
    rows: Iterable[StartRow],
    durations: Durations,
    language: Language = "ja",
) -> tuple[Edited | None, list[Diagnostic]]:
    """
    Change ``starts.yaml`` so that it says what was chosen.

    Only the lines of starts that differ are changed; comments and the order stay. A
    start that the file fixes is left alone, be it among the rows or not. Others that
    are not among them go, new ones follow the last in the file's style.

    Parameters
    ----------
    source
        The file.
    rows
        Each task once.
    durations
        Which the starts were counted with.
    language
        Of the remarks behind new rows.

    Returns
    -------
    The changed file and its changes; None where the file is at fault, or would be.
    With it ``STD025`` for what must be changed by hand.
    """
    document, file, faults = _read(source)
    decoded, _ = decode(source)
    if document is None or file is None or decoded is None or faults:
        return None, faults
    node = read_node(decoded).child("starts")
    entries = node.entries if node is not None else None
    flat = not entries or entries[-1].style == "{"
    wanted = {row.task: row for row in sorted(rows, key=in_order)}
    differences = _Differences(document, file, Style.of(language), flat=flat)
    by_hand: list[Diagnostic] = []
    steps = differences.steps(wanted, durations)
    data, changes = make(source, document, steps, by_hand)
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
) -> tuple[Document | None, StartsFile | None, list[Diagnostic]]:
    document, faults = parse(source)
    if document is None:
        return None, None, faults
    file, wrong = validate(document, StartsFile)
    if file is not None:
        wrong += repeated_starts(file, document)
    return document, file, faults + wrong


class _Differences:
    """A file, and the steps from it to other starts."""

    def __init__(
        self, document: Document, file: StartsFile, style: Style, *, flat: bool
    ) -> None:
        self._document = document
        self._file = file
        self._style = style
        self._flat = flat
        self._written: list[dict[str, str | None]] = document.root.get("starts") or []
        self._days = [day for each in self._written if (day := each.get("start"))]

    def steps(
        self, wanted: dict[str, StartRow], durations: Durations
    ) -> Iterator[Step]:
        """Yield what must be done."""
        if durations != self._file.durations:
            yield self._durations(durations)
        for place, entry in enumerate(self._file.starts):
            row = wanted.get(entry.task)
            if row is not None:
                yield from self._changed(place, entry, row)
            elif not entry.fixed:
                yield self._removed(place, entry)
        known = {entry.task for entry in self._file.starts}
        new = [row for row in wanted.values() if row.task not in known]
        if new:
            yield self._added(new)

    def _durations(self, durations: Durations) -> Step:
        before = self._document.root.get("durations")
        change = self._change(
            ("durations",), Name("starts.yaml"), "durations", before, durations
        )
        if "durations" in self._document.root:
            return Step((change,), lambda editor: editor.set(("durations",), durations))

        def act(editor: Editor) -> None:
            editor.insert((), "durations", durations, after="schema")

        return Step((change,), act)

    def _changed(self, place: int, entry: ChosenStart, row: StartRow) -> Iterator[Step]:
        path: Path = (*_LIST, place)
        written = self._written[place]
        if row.start != entry.start:
            old = written["start"]
            day = self._spelled(row.start, old)
            change = self._change(
                (*path, "start"), Name(entry.task), "start", old, str(day)
            )
            if entry.fixed:
                yield refused(change, text("the file fixes it"))
            else:
                yield Step((change,), _setting((*path, "start"), day))
        if row.fixed and not entry.fixed:
            before = written.get("fixed")
            here = (*path, "fixed")
            change = self._change(here, Name(entry.task), "fixed", before, "true")
            if "fixed" in written:
                yield Step((change,), _setting(here, True))
            else:
                yield Step((change,), _fixing(path))

    def _removed(self, place: int, entry: ChosenStart) -> Step:
        path: Path = (*_LIST, place)
        change = self._change(path, Name(entry.task), None, entry.task, None)
        return Step((change,), lambda editor: editor.remove(path))

    def _added(self, rows: list[StartRow]) -> Step:
        data = [
            start_entry(row, self._spelled(row.start), self._style, flat=self._flat)
            for row in rows
        ]
        changes = tuple(
            self._change(_LIST, Name(row.task), None, None, row.task) for row in rows
        )
        last = list(self._document.root)[-1]

        def act(editor: Editor) -> None:
            if "starts" not in self._document.root:
                editor.insert((), "starts", data, after=last)
                return
            for each in data:
                editor.append(_LIST, each)

        return Step(changes, act)

    def _spelled(self, day: date, old: str | None = None) -> date | str:
        """Return a day as its place in the file, or else the first one, has it."""

        def is_right(written: str) -> bool:
            period = parse_period(written)
            return isinstance(period, tuple) and period.first == day

        return respelled(day, old, self._days[:1], is_right) or day

    def _change(
        self,
        path: Path,
        subject: Name,
        key: str | None,
        before: str | None,
        after: str | None,
    ) -> Change:
        return Change(path, subject, key, before, after, self._document.locate(path))


def _setting(path: Path, data: Data) -> Callable[[Editor], None]:
    return lambda editor: editor.set(path, data)


def _fixing(path: Path) -> Callable[[Editor], None]:
    return lambda editor: editor.insert(path, "fixed", True, after="start")
