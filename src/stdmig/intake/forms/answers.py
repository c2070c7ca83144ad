"""What a form says, as a draft of the town's files (調査票の回答)."""

from __future__ import annotations

from typing import NamedTuple

from stdmig.diagnostics import Diagnostic, Location, Severity
from stdmig.intake.forms.alone import understand_alone
from stdmig.intake.forms.cells import Cells
from stdmig.intake.forms.designated import read_designated
from stdmig.intake.forms.known_values import with_known_values
from stdmig.intake.forms.progress import read_progress
from stdmig.intake.forms.sheets import FormSheets, Listed
from stdmig.intake.forms.systems import systems_by_name
from stdmig.intake.forms.town import TownNamed
from stdmig.intake.inventory_list.inquiry import Remark
from stdmig.intake.inventory_list.plain import one_line
from stdmig.inventory.draft import Draft, DraftSystem
from stdmig.inventory.systems import SystemsFile
from stdmig.inventory.told_progress import ToldProgress
from stdmig.words import text


class Answers(NamedTuple):
    """
    A form as it was read.

    Attributes
    ----------
    draft
        What it says of the town, its systems, units and contracts, and which systems
        are designated. What it leaves empty is not in it.
    progress
        What it says of steps and of what is live.
    remarks
        How doubtful things were read, and what was taken for granted.
    faults
        Cells that were left out (warnings); an error where nothing can be taken.
    """

    draft: Draft
    progress: tuple[ToldProgress, ...] = ()
    remarks: tuple[Remark, ...] = ()
    faults: tuple[Diagnostic, ...] = ()


def read_answers(
    form: FormSheets,
    town: TownNamed,
    of_cells: list[Diagnostic],
    known: SystemsFile | None,
    steps: int,
) -> Answers:
    """
    Return what a form says.

    Parameters
    ----------
    town
        Whose it is.
    of_cells
        What was wrong with single cells as they were read.
    known
        The ``systems.yaml`` of the town; None where there is none yet.
    steps
        How many steps the ministry counts.
    """
    lists = understand_alone(form.lists, of_cells, known)
    if any(each.severity is Severity.ERROR for each in lists.faults):
        return Answers(Draft({}), (), lists.remarks, lists.faults)
    cells = Cells()
    draft = _without_blank_contracts(lists.draft, known)
    draft = _with_reasons(draft, known, form, cells)
    draft, blanks = with_known_values(draft, known, town.place)
    absent = _absent(draft, known)
    names = systems_by_name(known)
    designated = (
        read_designated(form.designated, names, absent, cells)
        if form.designated
        else ()
    )
    progress = (
        read_progress(form.progress, names, absent, steps, cells)
        if form.progress
        else ()
    )
    told = {each.system for each in designated} | {each.system for each in progress}
    draft = draft._replace(
        municipality=_municipality(draft, town, known),
        systems=_systems(draft, known, told),
        live=None,
        designated=designated,
    )
    missing = [_missing(form, title) for title in _lacking(form)]
    return Answers(
        draft,
        progress,
        (*lists.remarks, *blanks),
        (*missing, *lists.faults, *cells.faults),
    )


def _municipality(
    draft: Draft, town: TownNamed, known: SystemsFile | None
) -> dict[str, str]:
    """Return what is taken over of the town: its name stays what the file says."""
    lead = draft.municipality.get("lead_section")
    told = {"lead_section": str(lead)} if lead else {}
    if town.code and (known is None or known.municipality.code is None):
        told = {"code": town.code, **told}
    return told if known is not None else {"name": town.name, **told}


def _systems(
    draft: Draft, known: SystemsFile | None, told: set[str]
) -> tuple[DraftSystem, ...]:
    """
    Return the systems of which something is told.

    A form has a row for every system of the law; one that the file lacks, and of which
    the row says nothing, stays out of it.
    """
    if known is None:
        return draft.systems
    here = {each.id for each in known.systems}
    there = {each.id for each in draft.systems} | {each.system for each in draft.units}
    kept = [e for e in draft.systems if e.id in here | told or _says_more(e)]
    lacking = sorted(told - here - there)
    return (
        *(_without_name(e) if e.id in here else e for e in kept),
        *(DraftSystem(key, {}) for key in lacking),
    )


def _without_name(system: DraftSystem) -> DraftSystem:
    """Return what is told of a system but its name, which the grey column repeats."""
    values = {key: value for key, value in system.values.items() if key != "name"}
    return DraftSystem(system.id, values)


def _says_more(system: DraftSystem) -> bool:
    """Return whether a system's row says more than its name."""
    return any(
        key != "name" and value is not None for key, value in system.values.items()
    )


def _without_blank_contracts(draft: Draft, known: SystemsFile | None) -> Draft:
    """Return a draft without the contracts of which a form has but the id."""
    held = {each.id for each in known.contracts} if known else set()
    named = {name for unit in draft.units for name in unit.contracts or ()}
    kept = tuple(
        each
        for each in draft.contracts
        if each.id in held
        or each.id in named
        or any(value is not None for value in each.values.values())
    )
    return draft._replace(contracts=kept)


def _with_reasons(
    draft: Draft, known: SystemsFile | None, form: FormSheets, cells: Cells
) -> Draft:
    """Return a draft in which no system ceases to apply without a reason."""
    given = {each.id: each.reason for each in known.systems} if known else {}
    systems = []
    for each in draft.systems:
        reason = each.values.get("reason") or given.get(each.id)
        if each.values.get("applies") is False and not reason:
            message = text("left out: nothing says why the system does not apply")
            assert form.units is not None
            cells.left_out(_applies_cell(form.units, each.id), message)
            kept = {k: v for k, v in each.values.items() if k != "applies"}
            systems.append(DraftSystem(each.id, kept))
        else:
            systems.append(each)
    return draft._replace(systems=tuple(systems))


def _applies_cell(listed: Listed, system: str) -> Location:
    """Return the cell that says whether a system applies."""
    sheet, header = listed
    places = {each.meaning.field: each.at for each in header.columns}
    at = places.get("system.applies", 0)
    for index in range(header.below, len(sheet.rows)):
        key = sheet.rows[index][places["system.id"]]
        if one_line(key.value) == system:
            return sheet.place(index, at)
    return sheet.place(header.below - 1, at)


def _absent(draft: Draft, known: SystemsFile | None) -> frozenset[str]:
    """Return the systems that the municipality will not have after the draft."""
    applies = {each.id: each.applies for each in known.systems} if known else {}
    for each in draft.systems:
        told = each.values.get("applies")
        if told is not None:
            applies[each.id] = bool(told)
    return frozenset(key for key, here in applies.items() if not here)


def _lacking(form: FormSheets) -> list[str]:
    return [
        title
        for title, found in (
            ("designated", form.designated),
            ("progress", form.progress),
            ("contracts", form.contracts),
        )
        if found is None
    ]


def _missing(form: FormSheets, title: str) -> Diagnostic:
    message = {
        "designated": text("the sheet of the designated systems is missing"),
        "progress": text("the sheet of the progress is missing"),
        "contracts": text("the sheet of the contracts is missing"),
    }[title]
    assert form.units is not None
    where = Location(form.units[0].file)
    return Diagnostic("STD020", message, where, severity=Severity.WARNING)
