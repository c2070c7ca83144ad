"""The form's rows of one municipality, with what could not be read (様式の読取り)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from stdmig.diagnostics import Diagnostic, Location, Severity
from stdmig.intake.inventory_list.plain import folded, one_line
from stdmig.intake.inventory_list.recognise import recognise
from stdmig.intake.sheet.fault import no_table
from stdmig.intake.sheet.sheet import Sheet
from stdmig.intake.steps_form.layout import Block, Layout, layout_of
from stdmig.intake.steps_form.states import state_of
from stdmig.intake.steps_form.whose import Whose, is_meant
from stdmig.inventory.progress import Status
from stdmig.inventory.quoted import quoted
from stdmig.inventory.step_states import STATE_WORDS
from stdmig.inventory.systems import Municipality, System, SystemsFile
from stdmig.words import Text, listing, text

_TITLES = ("ステップ別進捗", "進捗一覧")
"""What the sheet is called in the ministry's workbook, or nearly so."""


class Form(NamedTuple):
    """A sheet that holds the form, and how it is laid out."""

    sheet: Sheet
    layout: Layout


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


def find_form(
    name: str,
    sheets: Sequence[Sheet],
    wanted: str | None,
    count: int,
    known: Mapping[int, str],
) -> tuple[Form | None, list[Diagnostic]]:
    """
    Return the form among the sheets of a file, or why there is none (``STD020``).

    Parameters
    ----------
    name
        Of the file.
    wanted
        The sheet that is meant, where somebody named it.
    count, known
        How many steps there are, and the names of those that are known.
    """
    if wanted is not None:
        titles = [each.name for each in sheets if each.name is not None]
        sheets = [each for each in sheets if each.name == wanted]
        if not sheets:
            message = text("there is no sheet '{name}'", name=quoted(wanted))
            hint = listing(titles) if titles else None
            return None, [no_table(name, message, hint)]
    found: list[Form] = []
    why: list[Diagnostic] = []
    for sheet in sheets:
        layout = layout_of(sheet, count, known) if sheet.rows else None
        if isinstance(layout, Text):
            why.append(no_table(name, layout, sheet=sheet.name))
        elif layout is not None:
            found.append(Form(sheet, layout))
    if len(found) > 1:
        titled = [each for each in found if _is_titled(each.sheet)]
        found = titled or [each for each in found if not each.sheet.hidden] or found
    if len(found) == 1:
        return found[0], []
    if found:
        named = listing(each.sheet.name for each in found)
        message = text("several sheets hold such a table: {names}", names=named)
        return None, [no_table(name, message, text("name one with --sheet NAME"))]
    return None, why or [no_table(name, _NO_FORM, _NO_FORM_HELP)]


_NO_FORM = text("no table of the steps per system was found")
_NO_FORM_HELP = text(
    "the table has a row per municipality and system, with headings such as 市区町村名"
    " and 業務名, and a column per step"
)


def _is_titled(sheet: Sheet) -> bool:
    return any(title in folded(sheet.name or "") for title in _TITLES)


def rows_of(form: Form, file: SystemsFile) -> FormRows | Diagnostic:
    """Return the rows of a municipality; a fault where it is unclear which they are."""
    layout = form.layout
    ours: list[int] = []
    seen: dict[Whose, bool] = {}
    unnamed = not {"code", "name"} & layout.fields.keys()
    for row, whose in _rows(form):
        if unnamed:
            ours.append(row)
            continue
        if whose not in seen:
            seen[whose] = is_meant(whose, file.municipality)
        if seen[whose]:
            ours.append(row)
    meant = [whose for whose, ours_too in seen.items() if ours_too]
    if not ours:
        return _nobody(form, file.municipality)
    if len({whose.prefecture for whose in meant}) > 1:
        return _ambiguous(form, file.municipality, meant)
    reader = _Reader(form, file)
    for row in ours:
        reader.read(row)
    return FormRows(
        tuple(reader.lines.values()),
        tuple(reader.beyond),
        tuple(reader.rejected),
        len(seen) - len(meant),
        unnamed,
    )


def _rows(form: Form) -> Iterator[tuple[int, Whose]]:
    """Yield the rows that say anything, with their municipality."""
    sheet, layout = form
    columns = [layout.fields.get(each) for each in ("prefecture", "code", "name")]
    last = Whose(None, None, None)
    for row in range(layout.first, len(sheet.rows)):
        cells = sheet.rows[row]
        values = [None if each is None else cells[each].value for each in columns]
        whose = Whose.of(values[0], values[1], values[2])
        if whose.is_empty:
            system = layout.fields.get("system")
            if system is None or cells[system].value is None:
                continue
            # Written once, above the rows of its systems.
            whose = last
        last = whose
        yield row, whose


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
        self.sheet, self.layout = form
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


_FOUR = text("the four are {words}", words=listing(STATE_WORDS.values()))
