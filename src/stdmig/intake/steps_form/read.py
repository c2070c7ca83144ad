"""The form's rows of one municipality, with what could not be read (様式の読取り)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from stdmig.diagnostics import Diagnostic, Location, Severity
from stdmig.intake.inventory_list.plain import folded, one_line
from stdmig.intake.inventory_list.recognise import recognise
from stdmig.intake.sheet.fault import no_table
from stdmig.intake.steps_form.find import Form
from stdmig.intake.steps_form.layout import Block
from stdmig.intake.steps_form.states import state_of
from stdmig.intake.steps_form.whose import Whose, is_meant
from stdmig.inventory.progress import Status
from stdmig.inventory.quoted import quoted
from stdmig.inventory.status_words import MINISTRY_WORDS
from stdmig.inventory.systems import Municipality, System, SystemsFile
from stdmig.words import Text, listing, text


class SystemLine(NamedTuple):
    """
    What the form has for one system.

    Attributes
    ----------
    row
        Index of its row (from 0).
    steps
        Column of each step.
    states
        Of the steps that have one.
    empty
        Steps of which the form says nothing.
    """

    system: System
    row: int
    steps: Mapping[int, int]
    states: dict[int, Status]
    empty: tuple[int, ...]


class FormRows(NamedTuple):
    """
    The rows of one municipality.

    Attributes
    ----------
    lines
        One per system, in the order of the form.
    beyond
        Names of systems that ``systems.yaml`` does not have, and where.
    rejected
        What is wrong with cells (``STD023``).
    others
        How many other municipalities the form has.
    unnamed
        Whether the form names no municipality at all, so that all rows were taken.
    """

    lines: tuple[SystemLine, ...]
    beyond: tuple[tuple[Location, str], ...]
    rejected: tuple[Diagnostic, ...]
    others: int
    unnamed: bool


def rows_of(form: Form, file: SystemsFile) -> FormRows | Diagnostic:
    """Return the rows of a municipality; a fault where it is unclear which they are."""
    unnamed = not {"code", "name"} & form.layout.fields.keys()
    town = file.municipality
    meant = [whose for whose in form.rows if unnamed or is_meant(whose, town)]
    if not meant:
        return _nobody(form, town)
    if not unnamed and len({whose.prefecture for whose in meant}) > 1:
        return _ambiguous(form, town, meant)
    reader = _Reader(form, file)
    for row in sorted(row for whose in meant for row in form.rows[whose]):
        reader.read(row)
    return FormRows(
        tuple(reader.lines.values()),
        tuple(reader.beyond),
        tuple(reader.rejected),
        len(form.rows) - len(meant),
        unnamed,
    )


def _nobody(form: Form, town: Municipality) -> Diagnostic:
    message = text("the form has no row of {name}", name=town.title)
    if town.code is not None:
        message = text(
            "the form has no row of {name} ({code})", name=town.title, code=town.code
        )
    return no_table(form.sheet.file, message, _NAMES_MATCH, sheet=form.sheet.name)


_NAMES_MATCH = text(
    "rows are found by 'code' and 'name' of the municipality in systems.yaml"
)


def _ambiguous(form: Form, town: Municipality, meant: list[Whose]) -> Diagnostic:
    prefectures = listing(dict.fromkeys(each.prefecture or "-" for each in meant))
    message = text(
        "the form has {name} in several prefectures: {prefectures}",
        name=town.title,
        prefectures=prefectures,
    )
    help_ = text("write the code of the municipality into systems.yaml")
    return no_table(form.sheet.file, message, help_, sheet=form.sheet.name)


class _Reader:
    """What was read of the rows so far."""

    def __init__(self, form: Form, file: SystemsFile) -> None:
        self.sheet, self.layout, _ = form
        self.systems = {each.id: each for each in file.systems}
        self.titles = {folded(each.title.ja): each for each in file.systems}
        self.lines: dict[str, SystemLine] = {}
        self.beyond: list[tuple[Location, str]] = []
        self.rejected: list[Diagnostic] = []

    def read(self, row: int) -> None:
        """Read the systems of a row: one, or one per block."""
        place = self.layout.fields.get("system")
        for block in self.layout.blocks:
            if place is None:
                column = min(block.steps.values())
                self._read(row, column, block.system or "", block)
            elif written := one_line(self.sheet.rows[row][place].value):
                self._read(row, place, written, block)

    def _read(self, row: int, column: int, written: str, block: Block) -> None:
        system = self._system(written)
        where = self.sheet.place(row, column)
        if system is None:
            self.beyond.append((where, quoted(written)))
            return
        if (earlier := self.lines.get(system.id)) is not None:
            self._reject(
                where,
                text("{system} has a second row", system=system.title),
                text(
                    "the first is row {row}; it counts",
                    row=self.sheet.place(earlier.row, 0).line,
                ),
            )
            return
        states: dict[int, Status] = {}
        empty = []
        for number, place in block.steps.items():
            cell = self.sheet.rows[row][place]
            if cell.value is None:
                empty.append(number)
            elif (state := state_of(cell.value)) is not None:
                states[number] = state
            else:
                self._reject(
                    self.sheet.place(row, place),
                    text(
                        "{system}, step {number}: '{value}' is none of the four states",
                        system=system.title,
                        number=number,
                        value=quoted(one_line(cell.value)),
                    ),
                    _FOUR,
                )
        self.lines[system.id] = SystemLine(
            system, row, block.steps, states, tuple(empty)
        )

    def _system(self, written: str) -> System | None:
        if (own := self.titles.get(folded(written))) is not None:
            return own
        meant = recognise(written)
        return self.systems.get(meant.sure) if meant.sure is not None else None

    def _reject(self, where: Location, message: Text, help_: Text) -> None:
        self.rejected.append(
            Diagnostic("STD023", message, where, help_, severity=Severity.WARNING)
        )


_FOUR = text("the four are {words}", words=listing(MINISTRY_WORDS.values()))
