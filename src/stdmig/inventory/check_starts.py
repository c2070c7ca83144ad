"""Whether starts are chosen for tasks that exist, and once (着手日の検査)."""

from __future__ import annotations

from collections.abc import Iterator

from stdmig.diagnostics import Diagnostic
from stdmig.inventory.document import Document
from stdmig.inventory.mentions import Mention, repeated
from stdmig.inventory.procedures import ProceduresFile
from stdmig.inventory.starts import StartsFile
from stdmig.inventory.systems import SystemsFile
from stdmig.inventory.task_subjects import Subjects
from stdmig.words import text


def check_starts(
    file: StartsFile,
    document: Document,
    systems: SystemsFile,
    procedures: ProceduresFile,
) -> Iterator[Diagnostic]:
    """Yield ``STD010`` and ``STD011`` of ``starts.yaml``."""
    yield from repeated_starts(file, document)
    subjects = Subjects(systems, procedures)
    for place, each in enumerate(file.starts):
        yield from subjects.fault(each.task, ("starts", place, "task"), document)


def repeated_starts(file: StartsFile, document: Document) -> Iterator[Diagnostic]:
    """Yield ``STD011`` where a task has a second start."""
    named = [
        Mention(each.task, ("starts", place, "task"))
        for place, each in enumerate(file.starts)
    ]
    yield from repeated(named, document, text("write each task once"))
