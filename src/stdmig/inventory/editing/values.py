"""The single values of a mapping, changed where a draft differs (値の変更)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from pydantic import ValidationError

from stdmig.inventory.document import Document, Path
from stdmig.inventory.draft import Value, Values
from stdmig.inventory.editing.change import Change
from stdmig.inventory.editing.remark import remark_on
from stdmig.inventory.editing.spelling import respelled, spelling_of
from stdmig.inventory.editing.step import Step, refused
from stdmig.inventory.fields import Fact
from stdmig.inventory.writing.collection import as_read
from stdmig.inventory.writing.day import day_in_file
from stdmig.inventory.writing.draft_values import Told, field_of, told, typed_value
from stdmig.inventory.writing.key_order import Owner, anchor, in_order
from stdmig.words import Name, Style, text

# Beside these a mapping may stand for the value; this is the key that holds it then.
_WITHIN = {"assessment": "level", "ordinance": "kind"}


class Subject(NamedTuple):
    """
    A mapping of the file whose values a draft speaks of.

    Attributes
    ----------
    owner
        What it is.
    title
        What it is called.
    path
        Route to it.
    typed
        What the file says of it, defaults included.
    known
        What holds where the file is silent: the law's name of a system.
    """

    owner: Owner
    title: Name
    path: Path
    typed: Fact
    known: Mapping[str, object] = {}


class DayStyle(NamedTuple):
    """How days are written in a file: as their neighbours are, else by the style."""

    style: Style
    elsewhere: tuple[str, ...]

    def spell(self, day: date) -> date | str:
        """Return a day as the file writes its days."""
        written = respelled(day, None, self.elsewhere, lambda _: True)
        return day_in_file(day, self.style) if written is None else written


def value_steps(
    document: Document, subject: Subject, values: Values, day_style: DayStyle
) -> Iterator[Step]:
    """Yield a step for every value in which a draft differs from the file."""
    mapping = at(document, subject.path)
    for key, value in in_order(subject.owner, values).items():
        new = told(type(subject.typed), key, value)
        if key == "id" or _is_same(subject, mapping, key, new):
            continue
        before = mapping.get(key)
        written = None if new.fault else _spelled(subject, mapping, key, new, day_style)
        after = new.value if new.fault else written
        change = Change(
            (*subject.path, key),
            subject.title,
            key,
            None if before is None else _shown(before),
            None if after is None else str(as_read(after)),
            document.locate((*subject.path, key)),
            remark_on(mapping, key, values),
        )
        yield _step(subject, mapping, change, new, written)


def at(document: Document, path: Path) -> dict[str, Any]:
    """Return the mapping at a path; a list of one may be written without brackets."""
    node: Any = document.root
    for part in path:
        if not (part == 0 and isinstance(node, dict)):
            node = node[part]
    return dict(node)


def _shown(value: object) -> str:
    return value if isinstance(value, str) else "…"


def _is_same(
    subject: Subject, mapping: Mapping[str, object], key: str, new: Told
) -> bool:
    if new.fault is not None:
        return False
    field = field_of(type(subject.typed), key)
    if new.value is None:
        given = mapping.get(key)
        return field is None or given is None or _of(subject, key) == field.default
    if mapping.get(key) is None and key in subject.known:
        return bool(new.value == subject.known[key])
    within = _WITHIN.get(key)
    if within and isinstance(mapping.get(key), dict):
        held = _of(subject, key)
        return bool(getattr(held, within) == getattr(new.typed, within))
    return bool(_of(subject, key) == new.typed)


def _of(subject: Subject, key: str) -> object:
    for name, field in type(subject.typed).model_fields.items():
        if (field.alias or name) == key:
            return getattr(subject.typed, name)
    return None


def _spelled(
    subject: Subject,
    mapping: Mapping[str, object],
    key: str,
    new: Told,
    day_style: DayStyle,
) -> Value | None:
    """Return a value as its place in the file would have it."""
    if not isinstance(new.value, date):
        return new.value
    model, day = type(subject.typed), new.value

    def is_right(written: str) -> bool:
        try:
            return typed_value(model, key, written) == day
        except ValidationError:
            return False

    near = [each for each in mapping.values() if isinstance(each, str)]
    old = mapping.get(key)
    written = respelled(
        day,
        old if isinstance(old, str) else None,
        (*filter(spelling_of, near), *day_style.elsewhere),
        is_right,
    )
    return day_in_file(day, day_style.style) if written is None else written


def _step(
    subject: Subject,
    mapping: Mapping[str, object],
    change: Change,
    new: Told,
    written: Value | None,
) -> Step:
    key, path = str(change.key), change.path
    if new.fault is not None:
        return refused(change, new.fault)
    if written is None:
        if field_of(type(subject.typed), key).is_required():
            return refused(change, text("it must not be empty"))
        return Step((change,), lambda editor: editor.remove(path))
    old = mapping.get(key)
    if key not in mapping:
        after = anchor(subject.owner, key, mapping)
        return Step(
            (change,),
            lambda editor: editor.insert(subject.path, key, written, after=after),
        )
    if isinstance(old, dict) and (within := _WITHIN.get(key)):
        if within in old:
            return Step((change,), lambda editor: editor.set((*path, within), written))
        first = next(iter(old))
        return Step(
            (change,),
            lambda editor: editor.insert(path, within, written, after=first),
        )
    return Step((change,), lambda editor: editor.set(path, written))


def days_of(mappings: Iterable[Mapping[str, object]], keys: Iterable[str]) -> list[str]:
    """Return the days that mappings give under some keys, as they are written."""
    wanted = tuple(keys)
    return [
        value
        for mapping in mappings
        for key in wanted
        if isinstance(value := mapping.get(key), str) and spelling_of(value)
    ]
