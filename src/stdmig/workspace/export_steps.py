"""A workspace's steps written as the ministry's form (ステップの進捗の様式)."""

from __future__ import annotations

from typing import NamedTuple

from stdmig.diagnostics import Diagnostic, Location
from stdmig.intake.steps_form.find import Form, find_form
from stdmig.intake.steps_form.read import SystemLine, rows_of
from stdmig.intake.steps_form.states import state_of
from stdmig.inventory import Inventory, System
from stdmig.inventory.progress import Status
from stdmig.inventory.status_words import MINISTRY_WORDS
from stdmig.inventory.step_states import states_of
from stdmig.render.steps_form.fill import fill_form
from stdmig.words import text
from stdmig.workspace.steps_table import steps_table
from stdmig.workspace.table_file import TableFile

States = dict[int, Status]


class Reported(NamedTuple):
    """
    What is known of the steps of the systems of the law.

    Attributes
    ----------
    states
        Of the systems whose steps are recorded one by one, and of those that do not
        apply here.
    counted
        Systems of which only is known how many steps are in which state.
    unrecorded
        Systems of which nothing is recorded.
    """

    states: dict[str, States]
    counted: tuple[System, ...]
    unrecorded: tuple[System, ...]


def reported(inventory: Inventory) -> Reported:
    """Return what is recorded; what does not apply here is 対象外 as a whole."""
    count = steps_table(inventory).count
    progress = inventory.progress
    records = {each.system: each for each in progress.steps} if progress else {}
    known: dict[str, States] = {}
    counted, unrecorded = [], []
    for system in statutory(inventory):
        record = records.get(system.id)
        if record is None and system.applies:
            unrecorded.append(system)
        elif record is None:
            known[system.id] = dict.fromkeys(range(1, count + 1), "not_applicable")
        elif (states := states_of(record, count)) is not None:
            known[system.id] = states
        else:
            counted.append(system)
    return Reported(known, tuple(counted), tuple(unrecorded))


def statutory(inventory: Inventory) -> tuple[System, ...]:
    """Return the systems of the law, in the order of the file."""
    return tuple(each for each in inventory.file.systems if each.statutory)


def new_form(inventory: Inventory, known: Reported) -> bytes:
    """Return a form of our own."""
    from stdmig.render.steps_form.workbook import FormRow, form_workbook

    rows = [FormRow(each, known.states.get(each.id)) for each in statutory(inventory)]
    return form_workbook(
        inventory.municipality, rows, steps_table(inventory), sample=inventory.sample
    )


class Written(NamedTuple):
    """
    A form that was filled in.

    Attributes
    ----------
    data
        None where it cannot be.
    cells
        How many of its cells hold another state now.
    absent
        Systems whose states are known and that have no row in the form.
    faults
        Why nothing can be written; with `data`, the cells that stay as they are.
    """

    data: bytes | None
    cells: int
    absent: tuple[System, ...]
    faults: list[Diagnostic]


def filled_form(
    inventory: Inventory, known: Reported, file: TableFile, sheet: str | None
) -> Written:
    """
    Return a form with the states of the municipality in its own rows.

    Parameters
    ----------
    sheet
        The sheet that is meant, where somebody named it.
    """
    table = steps_table(inventory)
    names = {each.number: each.name for each in table.steps}
    if not file.sheets or file.data is None:
        return _nothing(file.faults)
    form, faults = find_form(file.name, file.sheets, sheet, table.count, names)
    if form is None:
        return _nothing(faults)
    if form.sheet.name is None:
        return _nothing([_no_workbook(file.name)])
    rows = rows_of(form, inventory.file)
    if isinstance(rows, Diagnostic):
        return _nothing([rows])
    words: dict[tuple[int, int], str] = {}
    stuck: list[tuple[int, int]] = []
    for line in rows.lines:
        for place, word in _differing(form, line, known.states.get(line.system.id)):
            if form.sheet.rows[place[0]][place[1]].spread:
                stuck.append(place)
            else:
                words[place] = word
    made = fill_form(file.data, form.sheet.name, words)
    if made.data is None:
        return _nothing([_unfit(file.name)])
    listed = {line.system.id for line in rows.lines}
    absent = [
        each
        for each in statutory(inventory)
        if each.id in known.states and each.id not in listed
    ]
    stuck += made.kept
    return Written(
        made.data,
        len(words) - len(made.kept),
        tuple(absent),
        [_stuck(form, place) for place in sorted(stuck)],
    )


def _differing(
    form: Form, line: SystemLine, states: States | None
) -> list[tuple[tuple[int, int], str]]:
    """Return the cells of a system that say something else, and what they are to."""
    if states is None:
        return []
    found = []
    for number, column in line.steps.items():
        value = form.sheet.rows[line.row][column].value
        if value is None or state_of(value) != states[number]:
            found.append(((line.row, column), MINISTRY_WORDS[states[number]]))
    return found


def _nothing(faults: list[Diagnostic]) -> Written:
    return Written(None, 0, (), faults)


def _no_workbook(name: str) -> Diagnostic:
    return Diagnostic(
        "STD020",
        text("only an Excel workbook (.xlsx) can be filled in"),
        Location(name),
        text("without --form a new form is written"),
    )


def _unfit(name: str) -> Diagnostic:
    return Diagnostic(
        "STD025",
        text("the workbook cannot be changed without harm to the rest of it"),
        Location(name),
        text("open it in Excel and save it again as an Excel workbook (.xlsx)"),
    )


def _stuck(form: Form, place: tuple[int, int]) -> Diagnostic:
    return Diagnostic(
        "STD025",
        text("the cell holds a formula or is one with others; it stays as it is"),
        form.sheet.place(*place),
        text("write the state into this cell in Excel"),
    )
