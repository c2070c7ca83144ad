"""Whether progress is recorded of what exists, and once (進捗の検査)."""

from __future__ import annotations

from collections.abc import Iterator

from stdmig.diagnostics import Diagnostic
from stdmig.inventory.document import Document
from stdmig.inventory.mentions import Mention, differ, repeated, unknown
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
    yield from _strange_systems(file, document, systems)
    refs = [each.ref for each in procedures.items]
    ids = set(refs)
    wanted = [
        Mention(each.item, ("tasks", place, "item"))
        for place, each in enumerate(file.tasks)
        if each.item is not None and each.item not in ids
    ]
    items = [Mention(ref, ()) for ref in refs] if wanted else []
    yield from unknown(wanted, items, document, "items")
    subjects = Subjects(systems, procedures)
    for place, entry in enumerate(file.tasks):
        if entry.task is not None:
            yield from subjects.fault(entry.task, ("tasks", place, "task"), document)
    yield from _twice(file, subjects, document)


def _strange_systems(
    file: ProgressFile, document: Document, systems: SystemsFile
) -> Iterator[Diagnostic]:
    """Yield systems that are live twice, do not exist, or do not apply here."""
    live = [each.system for each in file.live]
    if not differ(live):
        mentions = [
            Mention(name, ("live", place, "system")) for place, name in enumerate(live)
        ]
        yield from repeated(mentions, document, text("write each system once"))
    applying = [each.id for each in systems.systems if each.applies]
    ids = set(applying)
    named = [
        Mention(name, (key, place, "system"))
        for key, names in (
            ("live", live),
            ("tasks", [each.system for each in file.tasks]),
        )
        for place, name in enumerate(names)
        if name is not None and name not in ids
    ]
    known = [Mention(name, ()) for name in applying] if named else []
    yield from unknown(named, known, document, "systems")


def tasks_of(entry: TaskProgress, subjects: Subjects) -> list[str]:
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
        ids = tasks_of(entry, subjects)
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
