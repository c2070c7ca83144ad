"""What every change of a file of records has in common (記録ファイルの更新)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any, Generic, NamedTuple, TypeVar

from pydantic import BaseModel

from stdmig.dates import Period, parse_period
from stdmig.diagnostics import Diagnostic
from stdmig.inventory.document import Document, Path
from stdmig.inventory.editing.change import Change, Edited
from stdmig.inventory.editing.editor import Editor
from stdmig.inventory.editing.make import make
from stdmig.inventory.editing.node import Node, read_node
from stdmig.inventory.editing.spelling import spelling_of
from stdmig.inventory.editing.step import Step
from stdmig.inventory.recorded import TypedDay
from stdmig.inventory.source import Source, decode
from stdmig.inventory.validate import validate
from stdmig.inventory.writing.collection import Data
from stdmig.inventory.yaml_events import parse
from stdmig.words import Name

Model = TypeVar("Model", bound=BaseModel)


class Opened(NamedTuple, Generic[Model]):
    """A file that is to be changed: what it says, with places and as a tree."""

    document: Document
    file: Model
    root: Node

    def raw(self, *path: str | int) -> Mapping[str, object]:
        """Return a mapping as it is written."""
        found: Any = self.document.root
        for part in path:
            if part == 0 and isinstance(found, dict):
                # A list of one may be written without its dash.
                continue
            found = found[part]
        return found if isinstance(found, dict) else {}

    def is_flat(self, key: str) -> bool:
        """Return whether a new entry of a list stands on one line, as the last one."""
        node = self.root.child(key)
        entries = node.entries if node is not None else None
        return not entries or entries[-1].style == "{"

    def change(
        self,
        path: Path,
        subject: Name,
        key: str | None,
        before: object,
        after: object,
    ) -> Change:
        """Return a change as people see it."""
        return Change(
            path,
            subject,
            key,
            _told(before),
            _told(after),
            self.document.locate(path),
        )

    def add(self, key: str, order: tuple[str, ...], data: Data) -> Editing:
        """
        Return what puts an entry at the end of a list at the top of the file.

        Parameters
        ----------
        order
            The keys of the file in the order in which they usually stand.
        """
        if key in self.document.root:
            return lambda editor: editor.append((key,), data)
        before = [each for each in order[: order.index(key)] if each in self.raw()]
        return lambda editor: editor.begin((), key, data, after=before[-1])


def _told(value: object) -> str | None:
    """Return a value on one line, a list without its brackets."""
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return None if value is None else str(value)


Editing = Callable[[Editor], None]
"""Tells an editor."""

LISTS = ("schema", "live", "tasks", "steps")
"""The keys of ``progress.yaml``, in the order in which they usually stand."""


def open_file(
    source: Source, model: type[Model]
) -> tuple[Opened[Model] | None, list[Diagnostic]]:
    """Return a file to be changed, or what is wrong with it."""
    document, faults = parse(source)
    decoded, _ = decode(source)
    if document is None or decoded is None or faults:
        return None, faults
    file, faults = validate(document, model)
    if file is None or faults:
        return None, faults
    return Opened(document, file, read_node(decoded)), []


def made(
    source: Source, document: Document, steps: Iterable[Step]
) -> tuple[Edited | None, list[Diagnostic]]:
    """Return the changed file; None and ``STD025`` where any step cannot be made."""
    refused: list[Diagnostic] = []
    data, changes = make(source, document, steps, refused)
    if data is None or refused:
        return None, refused
    return Edited(data, changes), []


def spelled(day: TypedDay, written: Iterable[object]) -> date | str:
    """
    Return a day as the file writes its days.

    Whether it is a day or a month is as it was typed; years, signs and figures are as
    in the first of the days that are written there already. Where none is, all is as
    it was typed.
    """
    for each in (*written, day.written):
        spelling = spelling_of(each) if isinstance(each, str) else None
        if spelling is None:
            continue
        found = spelling._replace(month=day.period.is_month).write(day.period.first)
        if parse_period(found) == day.period:
            return plain_day(found, day.period)
    return plain_day(" ".join(day.written.split()), day.period)


def plain_day(written: str, period: Period) -> date | str:
    """Return a day that stands as ISO has it as one, so that it needs no quotes."""
    return period.first if written == period.first.isoformat() else written


def written_days(
    entries: object, keys: tuple[str, ...], first: int | None = None
) -> Iterator[object]:
    """Yield the days of a list as they are written: those of one entry, then others."""
    rows = entries if isinstance(entries, list) else []
    rows = [each for each in rows if isinstance(each, dict)]
    near = [] if first is None else rows[first : first + 1]
    for row in (*near, *reversed(rows)):
        yield from (row[key] for key in keys if row.get(key))


def anchor(order: tuple[str, ...], key: str, kept: Iterable[str]) -> str | None:
    """Return the key behind which a new one stands."""
    before = order[: order.index(key)]
    there = [each for each in kept if each in before]
    return max(there, key=before.index, default=None)


def number_or_word(written: str) -> int | str:
    """Return a number as one, so that it needs no quotation marks."""
    is_plain = written.isascii() and written.isdecimal()
    return int(written) if is_plain and written == str(int(written)) else written
