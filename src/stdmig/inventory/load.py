"""Named bytes to an inventory, with every fault of every file at once (読込み)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Any

from pydantic import BaseModel

from stdmig.diagnostics import Diagnostic
from stdmig.inventory.acceptances import Acceptable
from stdmig.inventory.agreements import hold_contracts, place_units
from stdmig.inventory.baselines import BaselinesFile
from stdmig.inventory.capacity import CapacityFile
from stdmig.inventory.check_acceptances import check_acceptances
from stdmig.inventory.check_baselines import check_baselines
from stdmig.inventory.check_budgets import (
    check_budget_choices,
    check_sessions,
    check_windows,
)
from stdmig.inventory.check_calendar import check_calendar
from stdmig.inventory.check_capacity import check_capacity
from stdmig.inventory.check_order import check_order
from stdmig.inventory.check_procedures import check_procedures
from stdmig.inventory.check_progress import check_progress
from stdmig.inventory.check_scenarios import check_scenarios
from stdmig.inventory.check_starts import repeated_starts
from stdmig.inventory.check_steps import check_step_records, check_steps
from stdmig.inventory.check_systems import check_systems
from stdmig.inventory.check_template import check_costs, check_template
from stdmig.inventory.costs import CostsFile
from stdmig.inventory.document import Document
from stdmig.inventory.inventory import Documents, Inventory
from stdmig.inventory.many_faults import limited
from stdmig.inventory.procedures import ProceduresFile
from stdmig.inventory.progress import ProgressFile
from stdmig.inventory.read_file import Model, read_shared, typed
from stdmig.inventory.scenarios import ScenariosFile
from stdmig.inventory.source import Source
from stdmig.inventory.sources import Sources
from stdmig.inventory.starts import StartsFile
from stdmig.inventory.steps import StepsFile
from stdmig.inventory.systems import SystemsFile
from stdmig.inventory.template import Planning, TemplateFile


def load(
    sources: Sources, rules: Sequence[Acceptable] = ()
) -> tuple[Inventory | None, list[Diagnostic]]:
    """
    Read a workspace.

    Parameters
    ----------
    sources
        Its files.
    rules
        All rules of the check, which acceptances may name; where there are none, the
        codes of acceptances are not checked.

    Returns
    -------
    The inventory, or None where anything is wrong, and all faults (``STD0xx``) of
    all files in the order of file, line and column; where a file has very many, the
    first of them and how many are left (`limited`).
    """
    faults: list[Diagnostic] = []
    document, systems = typed(sources.systems, SystemsFile, faults)
    if document and systems:
        faults += check_systems(systems, document)
        faults += check_order(systems, document)
    orders, procedures = typed(sources.procedures, ProceduresFile, faults)
    if orders and procedures:
        faults += _procedure_faults(sources.procedures)
    if document and systems:
        faults += check_acceptances(systems, document, procedures, rules)
    calendar, template = typed(sources.template, TemplateFile, faults)
    if template and procedures and sources.template.packaged and not sources.sample:
        template = _adopted(template, procedures)
    elif calendar and template and procedures:
        faults += check_template(template, calendar, procedures)
        faults += check_sessions(template, calendar)
    if calendar and template and orders and procedures:
        packaged = sources.template.packaged
        faults += check_windows(
            template, calendar, procedures, orders, packaged=packaged
        )
    if document and systems and template:
        faults += check_budget_choices(systems, document, template)
    if calendar and template and systems:
        faults += check_calendar(template, calendar, systems)
    known = systems, procedures
    documents, files = _others(sources, known, faults)
    records, progress = documents["progress"], files["progress"]
    if records and progress:
        faults += check_step_records(progress, records, systems, files["steps"])
    if faults or not (document and systems and orders and procedures):
        return None, limited(faults)
    if calendar is None or template is None:
        return None, faults
    held = Documents(document, orders, calendar, **documents)
    return _resolve(sources, systems, procedures, template, held, files), []


_Check = Callable[[Any, Document, SystemsFile, ProceduresFile], Iterable[Diagnostic]]


def _unchecked(*_: object) -> tuple[Diagnostic, ...]:
    return ()


_OTHERS: tuple[tuple[str, type[BaseModel], _Check], ...] = (
    ("costs", CostsFile, check_costs),
    ("progress", ProgressFile, check_progress),
    ("capacity", CapacityFile, check_capacity),
    ("starts", StartsFile, lambda file, document, *_: repeated_starts(file, document)),
    ("scenarios", ScenariosFile, check_scenarios),
    ("steps", StepsFile, check_steps),
    ("baselines", BaselinesFile, check_baselines),
)
"""The files that a workspace need not have: where they stand, and what checks them."""


def _others(
    sources: Sources,
    known: tuple[SystemsFile | None, ProceduresFile | None],
    faults: list[Diagnostic],
) -> tuple[dict[str, Document | None], dict[str, Any]]:
    """Return documents and files by where they stand; None for what is not there."""
    documents: dict[str, Document | None] = {}
    files: dict[str, Any] = {}
    for field, model, check in _OTHERS:
        source: Source | None = getattr(sources, field)
        if source is not None and source.packaged and model is StepsFile:
            # They name items that a procedure of one's own need not have.
            check = _unchecked
        documents[field], files[field] = _optional(source, model, check, known, faults)
    return documents, files


def _optional(
    source: Source | None,
    model: type[Model],
    check: _Check,
    known: tuple[SystemsFile | None, ProceduresFile | None],
    faults: list[Diagnostic],
) -> tuple[Document | None, Model | None]:
    """Read and check a file that a workspace need not have."""
    if source is None:
        return None, None
    document, file = typed(source, model, faults)
    systems, procedures = known
    if document and file and systems and procedures:
        faults += check(file, document, systems, procedures)
    return document, file


def _adopted(template: TemplateFile, procedures: ProceduresFile) -> TemplateFile:
    """
    Return what another municipality takes over from the packaged template.

    Its choices are the sample city's, and its milestones hold where the workspace's
    own procedure has such items.
    """
    known = {item.ref for item in procedures.items}
    kept = tuple(
        milestone
        for milestone in template.milestones
        if milestone.cutover or milestone.item in known
    )
    return template.model_copy(update={"planning": Planning(), "milestones": kept})


def _resolve(
    sources: Sources,
    file: SystemsFile,
    procedures: ProceduresFile,
    template: TemplateFile,
    documents: Documents,
    others: dict[str, Any],
) -> Inventory:
    installations = place_units(file)
    named = (sources.procedures, sources.template)
    return Inventory(
        file=file,
        systems=tuple(system for system in file.systems if system.applies),
        installations=installations,
        agreements=hold_contracts(file, installations),
        specifications={group.id: group for group in file.specifications},
        procedures=procedures,
        template=template,
        documents=documents,
        sample=sources.sample,
        packaged=()
        if sources.sample
        else tuple(source.name for source in named if source.packaged),
        **others,
    )


@lru_cache(maxsize=64)
def _procedure_faults(source: Source) -> list[Diagnostic]:
    document, file, _ = read_shared(source, ProceduresFile)
    if document is None or not isinstance(file, ProceduresFile):
        return []
    return list(check_procedures(file, document))
