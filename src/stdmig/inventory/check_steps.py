"""Whether steps are named once, and recorded of what exists (ステップの検査)."""

from __future__ import annotations

from collections.abc import Iterator

from stdmig.diagnostics import Diagnostic
from stdmig.inventory.document import Document, Path
from stdmig.inventory.mentions import Mention, differ, repeated, unknown
from stdmig.inventory.procedures import ProceduresFile
from stdmig.inventory.progress import ProgressFile
from stdmig.inventory.step_records import StepRecord, numbers
from stdmig.inventory.steps import StepsFile
from stdmig.inventory.systems import SystemsFile
from stdmig.words import text


def check_steps(
    file: StepsFile,
    document: Document,
    systems: SystemsFile,
    procedures: ProceduresFile,
) -> Iterator[Diagnostic]:
    """Yield ``STD010`` and ``STD011`` of ``steps.yaml``."""
    numbers = [
        Mention(str(each.number), ("steps", place, "number"))
        for place, each in enumerate(file.steps)
    ]
    yield from repeated(numbers, document, text("write each step once"))
    items = [Mention(each.ref, ()) for each in procedures.items]
    named = [
        Mention(each.item, ("steps", place, "item"))
        for place, each in enumerate(file.steps)
        if each.item is not None
    ]
    yield from unknown(named, items, document, "items")
    for place, each in enumerate(file.steps):
        if each.number > file.count:
            yield _too_many(each.number, file.count, ("steps", place), document)


def check_step_records(
    file: ProgressFile,
    document: Document,
    systems: SystemsFile | None,
    steps: StepsFile | None,
) -> Iterator[Diagnostic]:
    """Yield ``STD010`` and ``STD011`` of the steps that ``progress.yaml`` records."""
    names = [each.system for each in file.steps]
    ids = names if systems is None else [each.id for each in systems.systems]
    if not (differ(names) and set(ids).issuperset(names)):
        named = [
            Mention(name, ("steps", place, "system"))
            for place, name in enumerate(names)
        ]
        yield from repeated(named, document, text("write each system once"))
        known = [Mention(name, ()) for name in ids]
        yield from unknown(named, known, document, "systems")
    if steps is not None:
        for place, record in enumerate(file.steps):
            yield from _beyond(record, steps.count, ("steps", place), document)


def _beyond(
    record: StepRecord, count: int, path: Path, document: Document
) -> Iterator[Diagnostic]:
    """Yield where a record has a step that does not exist, or has one twice."""
    if record.counts is not None:
        counts = record.counts
        whole = counts.done + counts.started + counts.not_applicable
        if whole > count:
            yield _too_many(whole, count, (*path, "counts"), document)
        return
    seen: set[int] = set()
    for key in ("done", "started", "not_applicable"):
        named = numbers(getattr(record, key))
        if named and max(named) > count:
            yield _too_many(max(named), count, (*path, key), document)
        again = sorted(seen.intersection(named)) or _repeated(named)
        seen.update(named)
        if again:
            yield Diagnostic(
                "STD011",
                text("step {number} is recorded twice", number=again[0]),
                document.locate((*path, key)),
                text("a step is in one state only"),
            )


def _repeated(named: list[int]) -> list[int]:
    return [each for each in dict.fromkeys(named) if named.count(each) > 1]


def _too_many(number: int, count: int, path: Path, document: Document) -> Diagnostic:
    return Diagnostic(
        "STD010",
        text("there are {count} steps, not {number}", count=count, number=number),
        document.locate(path),
        text("the table of steps is steps.yaml"),
    )
