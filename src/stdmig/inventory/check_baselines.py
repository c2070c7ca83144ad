"""Whether a kept plan names each thing once (基準計画の検査)."""

from __future__ import annotations

from collections.abc import Iterator

from stdmig.diagnostics import Diagnostic
from stdmig.inventory.baselines import BaselinesFile
from stdmig.inventory.document import Document
from stdmig.inventory.mentions import Mention, listed, repeated
from stdmig.inventory.procedures import ProceduresFile
from stdmig.inventory.systems import SystemsFile
from stdmig.words import text


def check_baselines(
    file: BaselinesFile,
    document: Document,
    systems: SystemsFile,
    procedures: ProceduresFile,
) -> Iterator[Diagnostic]:
    """
    Yield ``STD011`` of ``baselines.yaml``.

    Whether its systems and tasks still exist is not asked: a plan that was kept tells
    of its own day.
    """
    yield from repeated(listed("baselines", file.baselines), document)
    once = text("write each one once")
    for place, kept in enumerate(file.baselines):
        path = ("baselines", place)
        systems_named = [
            Mention(each.system, (*path, "cutovers", number, "system"))
            for number, each in enumerate(kept.cutovers)
        ]
        yield from repeated(systems_named, document, once)
        tasks_named = [
            Mention(each.task, (*path, "tasks", number, "task"))
            for number, each in enumerate(kept.tasks)
        ]
        yield from repeated(tasks_named, document, once)
