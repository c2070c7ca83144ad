"""The sheet of a file that holds the form, and whose its rows are (様式のシート)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from stdmig.diagnostics import Diagnostic
from stdmig.intake.inventory_list.plain import folded
from stdmig.intake.sheet.fault import no_table
from stdmig.intake.sheet.sheet import Sheet
from stdmig.intake.steps_form.layout import Layout, layout_of
from stdmig.intake.steps_form.whose import Whose
from stdmig.inventory.quoted import quoted
from stdmig.words import Text, listing, text

_TITLES = ("ステップ別進捗", "進捗一覧")
"""What the sheet is called in the ministry's workbook, or nearly so."""


class Form(NamedTuple):
    """
    A sheet that holds the form, and how it is laid out.

    Attributes
    ----------
    rows
        Indices of the rows of each municipality, in the order of the sheet.
    """

    sheet: Sheet
    layout: Layout
    rows: Mapping[Whose, Sequence[int]]


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
            found.append(Form(sheet, layout, _rows(sheet, layout)))
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


def _rows(sheet: Sheet, layout: Layout) -> dict[Whose, list[int]]:
    """Return the rows that say anything, by their municipality."""
    columns = [layout.fields.get(each) for each in ("prefecture", "code", "name")]
    system = layout.fields.get("system")
    last = Whose(None, None, None)
    found: dict[Whose, list[int]] = {}
    for row in range(layout.first, len(sheet.rows)):
        cells = sheet.rows[row]
        values = [None if each is None else cells[each].value for each in columns]
        whose = Whose.of(values[0], values[1], values[2])
        if whose.is_empty:
            if system is None or cells[system].value is None:
                continue
            # Written once, above the rows of its systems.
            whose = last
        last = whose
        found.setdefault(whose, []).append(row)
    return found
