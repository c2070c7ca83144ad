"""progress.yaml changed where systems went live (稼働の記録)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from stdmig.diagnostics import Diagnostic
from stdmig.inventory.document import Path
from stdmig.inventory.editing.change import Edited
from stdmig.inventory.editing.recording import (
    LISTS,
    Editing,
    Opened,
    made,
    open_file,
    spelled,
    written_days,
)
from stdmig.inventory.editing.remark import remark_on
from stdmig.inventory.editing.step import Step
from stdmig.inventory.progress import ProgressFile
from stdmig.inventory.recorded import TypedDay
from stdmig.inventory.source import Source
from stdmig.inventory.systems import System
from stdmig.inventory.writing.collection import Data, Remarked
from stdmig.inventory.writing.comment import remark
from stdmig.words import Style


def set_live(
    source: Source,
    systems: Iterable[System],
    since: TypedDay,
    note: str | None,
    style: Style,
) -> tuple[Edited | None, list[Diagnostic]]:
    """
    Record in ``progress.yaml`` from which day on systems serve; see `set_tasks`.

    Where the file has a day that is assumed, that mark goes: somebody told the day.
    """
    opened, faults = open_file(source, ProgressFile)
    if opened is None:
        return None, faults
    named = list({system.id: system for system in systems}.values())
    return made(source, opened.document, _steps(opened, named, since, note, style))


def _steps(
    opened: Opened[ProgressFile],
    systems: list[System],
    since: TypedDay,
    note: str | None,
    style: Style,
) -> Iterator[Step]:
    places = {each.system: place for place, each in enumerate(opened.file.live)}
    for system in systems:
        if system.id in places:
            yield from _changed(opened, system, places[system.id], since, note)
            continue
        day = spelled(since, _days(opened))
        told: dict[str, Data] = {"system": system.id, "since": day}
        data = Remarked(
            told if note is None else {**told, "note": note},
            remark(system.title, style),
            flat=opened.is_flat("live"),
        )
        changes = (
            opened.change(("live",), system.title, None, None, system.id),
            *(
                opened.change(("live",), system.title, key, None, value)
                for key, value in data.items()
                if key != "system"
            ),
        )
        yield Step(changes, opened.add("live", LISTS, data))


def _changed(
    opened: Opened[ProgressFile],
    system: System,
    place: int,
    since: TypedDay,
    note: str | None,
) -> Iterator[Step]:
    path: Path = ("live", place)
    entry, raw = opened.file.live[place], opened.raw(*path)
    if entry.since != since.period.first:
        day = spelled(since, _days(opened, place))
        change = opened.change(
            (*path, "since"), system.title, "since", raw["since"], day
        )
        said = remark_on(raw, "since", ("assumed",))
        yield Step((change._replace(remark=said),), _setting((*path, "since"), day))
    if entry.assumed:
        here = (*path, "assumed")
        change = opened.change(here, system.title, "assumed", raw["assumed"], None)
        yield Step((change,), lambda editor: editor.remove(here))
    if note is not None and note != entry.note:
        here = (*path, "note")
        change = opened.change(here, system.title, "note", raw.get("note"), note)
        if "note" in raw:
            yield Step((change,), _setting(here, note))
        else:
            yield Step((change,), _noting(path, note))


def _days(opened: Opened[ProgressFile], place: int | None = None) -> tuple[object, ...]:
    root = opened.document.root
    return (
        *written_days(root.get("live"), ("since",), place),
        *written_days(root.get("tasks"), ("start", "finish")),
    )


def _setting(path: Path, data: Data) -> Editing:
    return lambda editor: editor.set(path, data)


def _noting(path: Path, note: str) -> Editing:
    return lambda editor: editor.insert(path, "note", note, after="since")
