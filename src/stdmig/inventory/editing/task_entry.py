"""What an entry of progress.yaml is to say of tasks (作業の記録の内容)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from stdmig.dates import Period, parse_period
from stdmig.inventory.document import Path
from stdmig.inventory.editing.recording import (
    Editing,
    Opened,
    anchor,
    number_or_word,
    plain_day,
    spelled,
    written_days,
)
from stdmig.inventory.progress import OWN_KEYS, ProgressFile
from stdmig.inventory.recorded import TaskRecord, TypedDay
from stdmig.inventory.writing.collection import Data

_VALUES = ("start", "finish", "remaining_months", "percent")
_ORDER = ("task", "item", "system", "status", *_VALUES, "note")
_DAYS = ("start", "finish")


def new_values(
    opened: Opened[ProgressFile], record: TaskRecord, place: int | None
) -> dict[str, Data]:
    """
    Return the values that are to be written into an entry, None for those that go.

    Parameters
    ----------
    place
        Which of the entries it is; None where nothing is known of its tasks yet.
    """
    entry = None if place is None else opened.file.tasks[place]
    raw = {} if place is None else opened.raw("tasks", place)
    values: dict[str, Data] = {}
    if entry is None or entry.status != record.status:
        values["status"] = str(record.status)
    for key in _VALUES:
        given = getattr(record, key)
        if given is None:
            if raw.get(key) and key not in OWN_KEYS[record.status]:
                values[key] = None
        elif _meaning(key, given) != getattr(entry, key, None):
            values[key] = _written(opened, given, key, place)
    if record.note is not None and record.note != getattr(entry, "note", None):
        values["note"] = record.note
    return values


def entry_of_its_own(
    record: TaskRecord, before: Mapping[str, object], values: dict[str, Data]
) -> dict[str, Data]:
    """
    Return all that a new entry says, in the usual order.

    Parameters
    ----------
    before
        What an entry for the whole item says, which held until now.
    values
        What is to be said otherwise.
    """
    allowed = OWN_KEYS[record.status]
    kept = {key: _as_data(key, before[key]) for key in allowed if before.get(key)}
    found = {**kept, **values, "status": str(record.status)}
    if record.note is not None:
        found["note"] = record.note
    return {key: each for key in _ORDER if (each := found.get(key)) is not None}


def setting(
    path: Path, key: str, data: Data, raw: Mapping[str, object], kept: list[str]
) -> Editing:
    """
    Return what gives an entry a value, or takes it away.

    Parameters
    ----------
    kept
        The keys that the entry has and keeps.
    """
    here = (*path, key)
    if data is None:
        return lambda editor: editor.remove(here)
    if key in raw:
        return lambda editor: editor.set(here, data)
    after = anchor(_ORDER, key, kept)
    return lambda editor: editor.insert(path, key, data, after=after)


def _written(
    opened: Opened[ProgressFile], given: TypedDay | int, key: str, place: int | None
) -> date | str | int:
    if isinstance(given, int):
        return given
    keys = (key, *(each for each in _DAYS if each != key))
    root = opened.document.root
    tasks = written_days(root.get("tasks"), keys, place)
    return spelled(given, (*tasks, *written_days(root.get("live"), ("since",))))


def _meaning(key: str, given: TypedDay | int) -> date | int:
    if isinstance(given, int):
        return given
    return given.period.first if key == "start" else given.period.last


def _as_data(key: str, written: object) -> Data:
    """Return what stands in one entry as it is written into another."""
    if key not in _DAYS:
        return number_or_word(str(written))
    period = parse_period(str(written))
    assert isinstance(period, Period), written
    return plain_day(str(written), period)
