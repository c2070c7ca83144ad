"""Whether scenarios name what exists, once, and could be (想定の検査)."""

from __future__ import annotations

from collections.abc import Iterator

from stdmig.dates import shown
from stdmig.diagnostics import Diagnostic
from stdmig.inventory.check_capacity import Workers, check_capacities
from stdmig.inventory.document import Document, Path
from stdmig.inventory.mentions import Mention, listed, repeated, unknown
from stdmig.inventory.procedures import ProceduresFile
from stdmig.inventory.quoted import quoted
from stdmig.inventory.scenarios import ScenariosFile, SupposedSystem, Supposition
from stdmig.inventory.systems import SystemsFile
from stdmig.words import text


def check_scenarios(
    file: ScenariosFile,
    document: Document,
    systems: SystemsFile,
    procedures: ProceduresFile,
) -> Iterator[Diagnostic]:
    """
    Yield what is wrong with ``scenarios.yaml``.

    That is ``STD007`` what changes nothing or cannot be, ``STD009`` days in the wrong
    order, ``STD010`` what does not exist, ``STD011`` what stands twice.
    """
    yield from repeated(listed("scenarios", file.scenarios), document)
    applying = {each.id: each for each in systems.systems if each.applies}
    known = [Mention(name, ()) for name in applying]
    without_units = {name for name, each in applying.items() if not each.units}
    workers = Workers.of(systems, procedures)
    for place, scenario in enumerate(file.scenarios):
        path: Path = ("scenarios", place)
        yield from _too_late(scenario, path, document)
        named = [
            Mention(each.system, (*path, "systems", number, "system"))
            for number, each in enumerate(scenario.systems)
        ]
        yield from unknown(named, known, document, "systems")
        yield from repeated(named, document, text("write each system once"))
        for number, each in enumerate(scenario.systems):
            here = (*path, "systems", number)
            yield from _too_late(each, here, document)
            if each.policy is not None and each.system in without_units:
                message = text(
                    "'{id}' has no units whose policy could be another",
                    id=quoted(each.system),
                )
                where = document.locate((*here, "policy"))
                yield Diagnostic("STD007", message, where)
        if scenario.capacity is not None:
            written = scenario.capacity
            yield from check_capacities(
                (written.lead, written.sections, written.vendors),
                (*path, "capacity"),
                document,
                workers,
            )


def _too_late(
    supposed: Supposition | SupposedSystem, path: Path, document: Document
) -> Iterator[Diagnostic]:
    """Yield ``STD009`` where one entry wants a cutover after its own deadline."""
    cutover, deadline = supposed.cutover, supposed.deadline
    if cutover is not None and deadline is not None and deadline < cutover:
        message = text(
            "the deadline {end} lies before the cutover {start}",
            end=shown(deadline),
            start=shown(cutover),
        )
        yield Diagnostic("STD009", message, document.locate((*path, "deadline")))
