"""Whether progress is recorded of what exists, and once (進捗の検査)."""

from __future__ import annotations

from collections.abc import Iterator

from stdmig.diagnostics import Diagnostic
from stdmig.inventory.agreements import place_units, procurement_id
from stdmig.inventory.document import Document, Path
from stdmig.inventory.mentions import Mention, repeated, unknown
from stdmig.inventory.procedures import ProceduresFile, Scope
from stdmig.inventory.progress import ProgressFile, TaskProgress
from stdmig.inventory.quoted import quoted
from stdmig.inventory.systems import SystemsFile
from stdmig.words import Text, text


def check_progress(
    file: ProgressFile,
    document: Document,
    systems: SystemsFile,
    procedures: ProceduresFile,
) -> Iterator[Diagnostic]:
    """Yield ``STD010`` and ``STD011`` of ``progress.yaml``."""
    applying = [each for each in systems.systems if each.applies]
    known = [Mention(each.id, ()) for each in applying]
    items = [Mention(each.ref, ()) for each in procedures.items]
    live = [
        Mention(each.system, ("live", place, "system"))
        for place, each in enumerate(file.live)
    ]
    named = [
        Mention(each.system, ("tasks", place, "system"))
        for place, each in enumerate(file.tasks)
        if each.system is not None
    ]
    wanted = [
        Mention(each.item, ("tasks", place, "item"))
        for place, each in enumerate(file.tasks)
        if each.item is not None
    ]
    once = text("write each system once")
    yield from repeated(live, document, once)
    yield from unknown([*live, *named], known, document, "systems")
    yield from unknown(wanted, items, document, "items")
    subjects = _Subjects(systems, procedures)
    for place, entry in enumerate(file.tasks):
        if entry.task is not None:
            yield from subjects.fault(entry.task, ("tasks", place, "task"), document)
    yield from _twice(file, subjects, document)


class _Subjects:
    """For whom the items of each scope happen."""

    def __init__(self, systems: SystemsFile, procedures: ProceduresFile) -> None:
        self.scopes: dict[str, Scope] = {
            item.ref: item.scope for item in procedures.items
        }
        self.bought: dict[str, list[str]] = {
            system.id: [] for system in systems.systems if system.applies
        }
        for placed in place_units(systems):
            self.bought[placed.system.id].append(procurement_id(placed))
        for system, names in self.bought.items():
            if not names:
                names.append(system)

    def of(self, item: str, system: str) -> list[str]:
        """Return the ids of the tasks of an item for one system."""
        match self.scopes.get(item):
            case "system":
                return [f"{item}@{system}"]
            case "procurement":
                return [f"{item}@{name}" for name in self.bought.get(system, ())]
        return [item]

    def tasks(self, entry: TaskProgress) -> list[str]:
        """Return the ids of the tasks that an entry names one by one."""
        if entry.task is not None:
            return [entry.task]
        if entry.item is not None and entry.system is not None:
            return self.of(entry.item, entry.system)
        return []

    def fault(self, task: str, path: Path, document: Document) -> Iterator[Diagnostic]:
        """Yield ``STD010`` where no task has this id."""
        item = task.partition("@")[0]
        where = document.locate(path)
        if item not in self.scopes:
            known = [Mention(ref, ()) for ref in self.scopes]
            yield from unknown([Mention(item, path)], known, document, "items")
            return
        ids = [name for system in self.bought for name in self.of(item, system)]
        if task not in ids:
            message = text("no task has the id '{id}'", id=quoted(task))
            yield Diagnostic("STD010", message, where, _known(list(dict.fromkeys(ids))))


def _known(ids: list[str]) -> Text:
    return text("known here: {keys}", keys=", ".join(ids[:30]))


def _twice(
    file: ProgressFile, subjects: _Subjects, document: Document
) -> Iterator[Diagnostic]:
    """
    Yield ``STD011`` where a task is recorded a second time.

    An entry for a whole item holds for the tasks that no other entry names.
    """
    first: dict[str, int] = {}
    for place, entry in enumerate(file.tasks):
        key = "item" if entry.task is None else "task"
        ids = subjects.tasks(entry)
        if entry.item is not None and entry.system is None:
            ids = [f"{entry.item}@*"]
        for name in dict.fromkeys(ids):
            earlier = first.setdefault(name, place)
            if earlier == place:
                continue
            key_before = "item" if file.tasks[earlier].task is None else "task"
            yield Diagnostic(
                "STD011",
                text("the progress of this task is recorded already"),
                document.locate(("tasks", place, key)),
                text("keep one of the two"),
                (
                    (
                        document.locate(("tasks", earlier, key_before)),
                        text("the first one is here"),
                    ),
                ),
            )
            break
