"""Whether progress is recorded of what exists, and once (進捗の検査)."""

from __future__ import annotations

from collections.abc import Iterator

from stdmig.diagnostics import Diagnostic
from stdmig.inventory.document import Document
from stdmig.inventory.mentions import Mention, repeated, unknown
from stdmig.inventory.procedures import ProceduresFile
from stdmig.inventory.progress import ProgressFile, TaskProgress
from stdmig.inventory.systems import SystemsFile
from stdmig.inventory.task_subjects import Subjects
from stdmig.words import text


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
    subjects = Subjects(systems, procedures)
    for place, entry in enumerate(file.tasks):
        if entry.task is not None:
            yield from subjects.fault(entry.task, ("tasks", place, "task"), document)
    yield from _twice(file, subjects, document)


def _tasks(entry: TaskProgress, subjects: Subjects) -> list[str]:
    """Return the ids of the tasks that an entry names one by one."""
    if entry.task is not None:
        return [entry.task]
    if entry.item is not None and entry.system is not None:
        return subjects.of(entry.item, entry.system)
    return []


def _twice(
    file: ProgressFile, subjects: Subjects, document: Document
) -> Iterator[Diagnostic]:
    """
    Yield ``STD011`` where a task is recorded a second time.

    An entry for a whole item holds for the tasks that no other entry names.
    """
    first: dict[str, int] = {}
    for place, entry in enumerate(file.tasks):
        key = "item" if entry.task is None else "task"
        ids = _tasks(entry, subjects)
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
