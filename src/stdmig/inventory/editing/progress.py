"""progress.yaml changed where the state of tasks is recorded (作業の進捗の更新)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from stdmig.diagnostics import Diagnostic
from stdmig.inventory.check_progress import tasks_of
from stdmig.inventory.document import Path
from stdmig.inventory.editing.change import Change, Edited
from stdmig.inventory.editing.recording import (
    LISTS,
    Opened,
    made,
    number_or_word,
    open_file,
)
from stdmig.inventory.editing.remark import remark_on
from stdmig.inventory.editing.step import Step, refused
from stdmig.inventory.editing.task_entry import entry_of_its_own, new_values, setting
from stdmig.inventory.progress import ProgressFile
from stdmig.inventory.recorded import TaskRecord, TaskSubject
from stdmig.inventory.source import Source
from stdmig.inventory.task_subjects import Subjects
from stdmig.inventory.writing.collection import Data, Remarked
from stdmig.inventory.writing.comment import remark
from stdmig.words import Style, listing, text


def set_tasks(
    source: Source,
    subjects: Iterable[TaskSubject],
    record: TaskRecord,
    known: Subjects,
    style: Style,
) -> tuple[Edited | None, list[Diagnostic]]:
    """
    Record the state of tasks in ``progress.yaml``.

    An entry that speaks of a task is changed where it stands, and what says nothing
    beside the new status goes. A task without one gets an entry at the end, which
    starts from what an entry for the whole item says. Everything else stays byte for
    byte.

    Parameters
    ----------
    source
        The file.
    subjects
        The tasks.
    record
        What is to be recorded of each.
    known
        For whom the work items happen.
    style
        Language of the remarks behind new entries.

    Returns
    -------
    The changed file and its changes; None where the file is at fault. With it
    ``STD025`` for what must be changed by hand; nothing else is then changed either.
    """
    opened, faults = open_file(source, ProgressFile)
    if opened is None:
        return None, faults
    recording = _Recording(opened, known, style, record)
    return made(source, opened.document, recording.steps(list(subjects)))


def uncovered(
    file: ProgressFile, subject: TaskSubject, known: Subjects
) -> tuple[str, ...]:
    """Return the tasks of a whole item whose own entries go on saying what they do."""
    if not subject.is_whole or subject.ids:
        return ()
    ids = known.all_of(subject.item)
    named = (task for entry in file.tasks for task in tasks_of(entry, known))
    return tuple(dict.fromkeys(task for task in named if task in ids))


class _Recording:
    """A file, and the steps that record something in it."""

    def __init__(
        self,
        opened: Opened[ProgressFile],
        known: Subjects,
        style: Style,
        record: TaskRecord,
    ) -> None:
        self._opened = opened
        self._style = style
        self._record = record
        self._whole: dict[str, int] = {}
        self._fine: dict[str, int] = {}
        self._speaks_of: list[list[str]] = []
        for place, entry in enumerate(opened.file.tasks):
            named = tasks_of(entry, known)
            self._speaks_of.append(named)
            self._fine.update(dict.fromkeys(named, place))
            if entry.item is not None and entry.system is None:
                self._whole[entry.item] = place

    def steps(self, subjects: list[TaskSubject]) -> Iterator[Step]:
        """Yield what must be done, once for every entry."""
        meant = {task for subject in subjects for task in subject.ids}
        seen: set[object] = set()
        for subject in subjects:
            places, missing = self._found(subject)
            for place in places:
                if place not in seen:
                    yield from self._changed(place, subject, meant)
            seen.update(places)
            new = [each for each in missing if each not in seen]
            seen.update(new)
            if new and (subject.task is None and not places):
                yield from self._added(subject, self._named(subject))
            else:
                for task in new:
                    yield from self._added(subject, {"task": task})

    def _found(self, subject: TaskSubject) -> tuple[list[int], list[str]]:
        """Return the entries that speak of a subject, and the tasks without one."""
        if subject.is_whole or subject.ids == (subject.item,):
            # What happens once may be named as a task or as an item.
            known = (self._whole.get(subject.item), self._fine.get(subject.item))
            places = [place for place in known if place is not None]
            return places[:1], [] if places else [subject.item]
        found = {task: self._fine.get(task) for task in subject.ids}
        places = [place for place in found.values() if place is not None]
        missing = [task for task, place in found.items() if place is None]
        return list(dict.fromkeys(places)), missing

    @staticmethod
    def _named(subject: TaskSubject) -> dict[str, Data]:
        if subject.system is None:
            return {"item": number_or_word(subject.item)}
        return {"item": number_or_word(subject.item), "system": subject.system}

    def _changed(
        self, place: int, subject: TaskSubject, meant: set[str]
    ) -> Iterator[Step]:
        """Yield the steps that make an entry say what is recorded."""
        path: Path = ("tasks", place)
        raw = self._opened.raw(*path)
        others = [task for task in self._speaks_of[place] if task not in meant]
        values = new_values(self._opened, self._record, place)
        if not values:
            return
        if others and not subject.is_whole:
            change = self._opened.change(path, subject.title, "status", None, "")
            why = text("it speaks of {tasks} too", tasks=listing(others))
            yield refused(change._replace(after=self._record.status), why)
            return
        kept = [key for key in raw if values.get(key, "") is not None]
        said = remark_on(raw, "status", values)
        for number, (key, data) in enumerate(values.items()):
            change = self._change_of((*path, key), subject, key, raw.get(key), data)
            noted = change._replace(remark=None if number else said)
            yield Step((noted,), setting(path, key, data, raw, kept))

    def _added(self, subject: TaskSubject, named: dict[str, Data]) -> Iterator[Step]:
        """Yield the step that puts in an entry of its own, unless that says nothing."""
        place = None if "item" in named and len(named) == 1 else self._base(subject)
        own = new_values(self._opened, self._record, place)
        if place is not None and not own:
            return
        raw = {} if place is None else self._opened.raw("tasks", place)
        ordered = entry_of_its_own(self._record, raw, own)
        written = Remarked(
            {**named, **ordered},
            remark(subject.name, self._style),
            flat=self._opened.is_flat("tasks"),
        )
        known_as = str(named.get("task") or subject.known_as)
        changes = [
            self._opened.change(("tasks",), subject.title, None, None, known_as),
            *(
                self._change_of(("tasks",), subject, key, raw.get(key), value)
                for key, value in ordered.items()
            ),
        ]
        yield Step(tuple(changes), self._opened.add("tasks", LISTS, written))

    def _base(self, subject: TaskSubject) -> int | None:
        """Return the entry for the whole item, which holds as long as no other does."""
        return self._whole.get(subject.item)

    def _change_of(
        self, path: Path, subject: TaskSubject, key: str, before: object, after: Data
    ) -> Change:
        return self._opened.change(path, subject.title, key, before, after)
