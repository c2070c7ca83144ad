"""The tables of a file that are lists of systems (一覧の表)."""

from __future__ import annotations

from typing import NamedTuple

from stdmig.diagnostics import Diagnostic, Location
from stdmig.diagnostics.location import column_letters
from stdmig.intake.inventory_list.columns_asked import with_essentials, with_systems
from stdmig.intake.inventory_list.find_header import find_header, lies_on_its_side
from stdmig.intake.inventory_list.header import NAMES_SYSTEMS, Header, is_of_a_list
from stdmig.intake.inventory_list.inquiry import Inquiry, several_of
from stdmig.intake.inventory_list.plain import one_line, plain
from stdmig.intake.inventory_list.rows import Body, read_rows
from stdmig.intake.question import Choice, Question
from stdmig.intake.sheet.sheet import Sheet
from stdmig.inventory.quoted import quoted
from stdmig.words import Name, Text, text


class Table(NamedTuple):
    """
    A table that is read.

    Attributes
    ----------
    number
        Of its sheet in the file, from 1.
    alone
        Whether no other table is read.
    ours
        Whether it bears ids of our own, so that a blank cell says "nothing".
    """

    sheet: Sheet
    header: Header
    body: Body
    number: int
    alone: bool
    ours: bool

    def ref(self, place: Location) -> str:
        """Return a cell as ids of questions name it: B7, or s2.B7 of several."""
        cell = f"{column_letters(place.column)}{place.line}"
        return cell if self.alone else f"s{self.number}.{cell}"

    def has(self, field: str) -> bool:
        """Return whether a column tells of a field."""
        return field in self.header.fields


class Passed(NamedTuple):
    """A table that is not read, and why."""

    sheet: Sheet
    why: Text


_OWN_IDS = {"system.id", "unit.id", "contract.id"}


def find_tables(
    sheets: tuple[Sheet, ...], inquiry: Inquiry
) -> tuple[tuple[Table, ...], tuple[Passed, ...]]:
    """Return the tables that are lists, and the others with the reason."""
    found, passed = _lists(sheets, inquiry)
    chosen = [
        (number, sheet, _completed(sheet, header, number, found, inquiry))
        for number, sheet, header in _chosen(found, inquiry)
    ]
    numbers = {number for number, _, _ in chosen}
    passed += [
        Passed(each[1], text("not chosen")) for each in found if each[0] not in numbers
    ]
    tables = tuple(
        Table(
            sheet,
            header,
            read_rows(sheet, header, inquiry),
            number,
            alone=len(found) == 1,
            ours=_is_ours(header),
        )
        for number, sheet, header in chosen
    )
    return tables, tuple(passed)


def _lists(
    sheets: tuple[Sheet, ...], inquiry: Inquiry
) -> tuple[list[tuple[int, Sheet, Header]], list[Passed]]:
    """Return the sheets with headings of a list; hidden ones if there are no others."""
    found: list[tuple[int, Sheet, Header]] = []
    passed: list[Passed] = []
    headers = [find_header(sheet) for sheet in sheets]
    # A list whose column of systems nobody recognises may be the only one.
    named = any(
        header is not None and is_of_a_list(header) and _lists_systems(header)
        for header, sheet in zip(headers, sheets, strict=True)
        if not sheet.hidden
    )
    for number, sheet in enumerate(sheets, start=1):
        header = headers[number - 1]
        if header is not None and not sheet.hidden and not named:
            mark = "" if len(sheets) == 1 else f".s{number}"
            header = _asked(sheet, header, mark, inquiry)
        if header is not None and is_of_a_list(header):
            found.append((number, sheet, header))
        elif lies_on_its_side(sheet):
            why = text("its headings stand below each other instead of side by side")
            passed.append(Passed(sheet, why))
        else:
            passed.append(Passed(sheet, text("no headings of a list were found")))
    if any(not sheet.hidden for _, sheet, _ in found):
        passed += [
            Passed(sheet, text("hidden by its author"))
            for _, sheet, _ in found
            if sheet.hidden
        ]
        found = [each for each in found if not each[1].hidden]
    return found, passed


def _asked(sheet: Sheet, header: Header, mark: str, inquiry: Inquiry) -> Header:
    """Return headings with the column of systems if the person names one."""
    if _is_ours(header) or header.fields & set(_OF_MUNICIPALITY):
        return header
    return with_systems(sheet, header, mark, inquiry) or header


_OF_MUNICIPALITY = ("municipality.name",)


def _completed(
    sheet: Sheet,
    header: Header,
    number: int,
    found: list[tuple[int, Sheet, Header]],
    inquiry: Inquiry,
) -> Header:
    """Return the headings of a list with the columns that the person names."""
    if _is_ours(header) or not _lists_systems(header):
        return header
    mark = "" if len(found) == 1 else f".s{number}"
    return with_essentials(sheet, header, mark, inquiry)


def _is_ours(header: Header) -> bool:
    return any(
        column.meaning.exact and column.meaning.field in _OWN_IDS
        for column in header.columns
    )


def _chosen(
    found: list[tuple[int, Sheet, Header]], inquiry: Inquiry
) -> list[tuple[int, Sheet, Header]]:
    """Return the lists to read: all, or the chosen where some say the same."""
    lists = [each for each in found if _lists_systems(each[2])]
    if (
        len(lists) < 2
        or not _overlap(lists)
        or any(_is_ours(each[2]) for each in lists)
    ):
        return found
    choices = tuple(
        Choice(str(number), Name(sheet.name or sheet.file))
        for number, sheet, _ in lists
    )
    question = Question(
        "sheets",
        text("Several tables list the same systems. Which of them are to be read?"),
        tuple(sheet.place(header.top, 0) for _, sheet, header in lists),
        choices,
        several=True,
    )
    answer = inquiry.ask(question, lists[0][1].place(lists[0][2].top, 0))
    if answer is None:
        return []
    numbers = set(several_of(answer))
    return [each for each in found if each not in lists or str(each[0]) in numbers]


def _lists_systems(header: Header) -> bool:
    return bool(header.fields & NAMES_SYSTEMS)


def _overlap(lists: list[tuple[int, Sheet, Header]]) -> bool:
    """Return whether half of the names of one list stand in another one too."""
    named = [_names(sheet, header) for _, sheet, header in lists]
    return any(
        2 * len(one & other) >= min(len(one), len(other)) > 0
        for place, one in enumerate(named)
        for other in named[place + 1 :]
    )


def _names(sheet: Sheet, header: Header) -> set[str]:
    fields = ("system.name", "unit.name")
    naming = [each for each in header.columns if each.meaning.field in fields]
    rows = sheet.rows[header.below :]
    return {
        plain(one_line(row[column.at].value))
        for column in naming[:1]
        for row in rows
        if one_line(row[column.at].value)
    }


def no_list(sheets: tuple[Sheet, ...], passed: tuple[Passed, ...]) -> Diagnostic:
    """Return ``STD022``: what was looked at, and what a list needs."""
    where = sheets[0].place(0, 0) if sheets else Location("-")
    if any(sheet.rows and lies_on_its_side(sheet) for sheet in sheets):
        help_ = text(
            "the headings stand below each other; turn the table in Excel (Paste"
            " Special, Transpose) so that each system has a row of its own"
        )
    else:
        help_ = text(
            "one row must name the columns, such as {system}, {vendor} and {period}",
            system=Name("業務名", "業務名 (System)"),
            vendor=Name("事業者", "事業者 (Vendor)"),
            period=Name("契約期間", "契約期間 (Contract period)"),
        )
    names = ", ".join(
        quoted(each.sheet.name or each.sheet.file) for each in passed[:10]
    )
    message = text("no list of systems was found in: {names}", names=names or "-")
    return Diagnostic("STD022", message, where, help_)


def no_system(tables: tuple[Table, ...]) -> Diagnostic:
    """Return ``STD022``: no row of the lists names a system."""
    first = tables[0]
    naming = next(
        (
            each
            for each in first.header.columns
            if each.meaning.field in ("system.name", "unit.name")
        ),
        None,
    )
    where = naming.place if naming else first.sheet.place(first.header.below - 1, 0)
    if naming is None:
        message = text("no column names the systems; nothing can be written")
    else:
        message = text(
            "no row names a system that is to be listed; nothing can be written"
        )
    help_ = text(
        "write {heading} above the column that names them, such as {name}",
        heading=Name("業務名", "業務名 (System)"),
        name=Name("住民基本台帳", "住民基本台帳"),
    )
    return Diagnostic("STD022", message, where, help_)
