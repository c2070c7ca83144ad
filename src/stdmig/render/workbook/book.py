"""A workbook and its sheets, as far as this package needs them (ブック)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from decimal import Decimal
from io import BytesIO
from typing import Any, NamedTuple

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

from stdmig.dates import shown
from stdmig.render.verbatim import Verbatim
from stdmig.render.workbook.cell_text import cell_text
from stdmig.render.workbook.look import Look
from stdmig.render.workbook.worksheet import FastWorksheet
from stdmig.words import Style, Text

FONT = "游ゴシック"
"""The font of Japanese Excel since 2016; elsewhere the program takes the next best."""

_FIRST_DAY = date(1900, 3, 1)
"""Before it Excel's days are one off, since it takes 1900 for a leap year."""

_MOST_OFFERED = 255
"""Characters of a list of choices (Microsoft, "Data validation")."""

A3, A4 = 8, 9
"""Paper sizes by their number in the file format."""


class Formula(NamedTuple):
    """A formula with the value that it has when the file is written; None is empty."""

    expression: str
    value: int | Decimal | str | None


Value = str | int | Decimal | date | Formula | None


class Book:
    """A workbook that is made in memory; the same calls make the same bytes."""

    def __init__(self, style: Style, title: str, created: date) -> None:
        self.style = style
        self._stream = BytesIO()
        self._workbook = xlsxwriter.Workbook(self._stream, _options())
        self._workbook.set_properties(
            {
                "title": cell_text(title, style),
                "created": datetime.combine(created, time()),
            }
        )
        self._formats: dict[Look, Any] = {}

    def sheet(self, name: Text) -> Sheet:
        """Return a new sheet."""
        worksheet = self._workbook.add_worksheet(name.into(self.style), FastWorksheet)
        return Sheet(self, worksheet)

    def chart(self, kind: str, subtype: str | None = None) -> Any:
        """Return a new chart of XlsxWriter's, to be put on a sheet."""
        told = {"type": kind} if subtype is None else {"type": kind, "subtype": subtype}
        return self._workbook.add_chart(told)

    def format(self, look: Look) -> Any:
        """Return the workbook's own record of a look."""
        known = self._formats.get(look)
        if known is None:
            properties = _properties(look)
            known = self._formats[look] = self._workbook.add_format(properties)
        return known

    def changed(self, properties: dict[str, str]) -> Any:
        """Return what a condition changes about a cell, in XlsxWriter's words."""
        return self._workbook.add_format(properties)

    def close(self) -> bytes:
        """Return the file."""
        self._workbook.close()
        return self._stream.getvalue()


class Sheet:
    """
    A sheet; rows and columns count from 0, widths are in digits.

    Attributes
    ----------
    widths
        Of the columns that were given one.
    """

    def __init__(self, book: Book, worksheet: Any) -> None:
        self.book, self.style = book, book.style
        self.worksheet = worksheet
        self.widths: dict[int, float] = {}
        worksheet.hide_gridlines(2)
        # An id such as 14 is a text on purpose; Excel would mark it with a triangle.
        worksheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})

    def put(self, row: int, column: int, value: Value, look: Look) -> None:
        """Write a cell; a text is a text, whatever it looks like."""
        form, worksheet = self.book.format(look), self.worksheet
        if value is None or value == "":
            worksheet.put_blank(row, column, None, form)
        elif isinstance(value, Verbatim):
            self._put_text(row, column, str(value), form)
        elif isinstance(value, str):
            self._put_text(row, column, cell_text(value, self.style), form)
        elif isinstance(value, Formula):
            worksheet.write_formula(
                row, column, value.expression, form, self._of(value)
            )
        elif isinstance(value, date):
            if value < _FIRST_DAY:
                self._put_text(row, column, shown(value).into(self.style), form)
            else:
                worksheet.put_day(row, column, value, form)
        else:
            worksheet.put_number(row, column, value, form)

    def _of(self, formula: Formula) -> int | Decimal | str:
        """Return what a program shows that does not reckon."""
        value = "" if formula.value is None else formula.value
        return cell_text(value, self.style) if isinstance(value, str) else value

    def _put_text(self, row: int, column: int, words: str, form: Any) -> None:
        if words.startswith("<r>") and words.endswith("</r>"):
            # XlsxWriter takes it for markup of its own, unless it comes in two pieces.
            pieces = (words[:3], self.book.format(Look()), words[3:], form)
            self.worksheet.write_rich_string(row, column, *pieces)
        else:
            self.worksheet.put_text(row, column, words, form)

    def put_row(
        self, row: int, values: Sequence[Value], looks: Sequence[Look], first: int = 0
    ) -> None:
        """Write cells side by side."""
        for column, (value, look) in enumerate(
            zip(values, looks, strict=True), start=first
        ):
            self.put(row, column, value, look)

    def merge(self, row: int, first: int, last: int, words: str, look: Look) -> None:
        """Write a text across the cells of a row from `first` to `last`."""
        clean, form = cell_text(words, self.style), self.book.format(look)
        self.worksheet.merge_range(row, first, row, last, "", form)
        self._put_text(row, first, clean, form)

    def remark(self, row: int, column: int, words: str) -> None:
        """Put a message to a cell that whoever selects it reads (入力時メッセージ)."""
        told = {"validate": "any", "input_message": words}
        self.worksheet.data_validation(row, column, row, column, told)

    def offer(
        self, rows: tuple[int, int], column: int, choices: Sequence[str], *, only: bool
    ) -> None:
        """
        Let the cells of a column be filled in from a list (入力規則).

        Excel holds a list of at most 255 characters, in which no choice has a comma;
        where it has no room, there is none.

        Parameters
        ----------
        rows
            First and last.
        only
            Whether nothing else may be filled in; else a program asks.
        """
        listed = ",".join(choices)
        fits = len(listed.encode("utf-16-le")) // 2 <= _MOST_OFFERED
        if not choices or not fits or any(set(each) & set(',"') for each in choices):
            return
        told = {"validate": "list", "source": list(choices), "ignore_blank": True}
        told["error_type"] = "stop" if only else "information"
        first, last = rows
        self.worksheet.data_validation(first, column, last, column, told)

    def width(self, first: int, last: int, digits: float) -> None:
        """Set the width of the columns from `first` to `last`."""
        self.worksheet.set_column(first, last, digits)
        self.widths |= dict.fromkeys(range(first, last + 1), digits)

    def height(
        self,
        row: int,
        points: float,
        *,
        fits: bool = False,
        level: int = 0,
        folded: bool = False,
    ) -> None:
        """
        Set the height of a row.

        Parameters
        ----------
        fits
            Whether a program may fit the row anew once somebody fills in its cells.
        level
            1 for a row that folds away under the one above it.
        folded
            For such a row, whether it is folded now; for the one above, whether those
            below it are.
        """
        options = {"level": level, "hidden": folded} if level else {"collapsed": folded}
        self.worksheet.set_row(row, points, None, options)
        if fits:
            self.worksheet.fitting.add(row)


def _options() -> dict[str, Any]:
    # Made anew for every book: XlsxWriter writes into what it is given.
    return {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "default_format_properties": {"font_name": FONT, "font_size": 11},
        # What Excel itself takes for this font and size.
        "default_row_height": 25,
        "default_column_width": 72,
    }


def column_name(column: int) -> str:
    """Return the letters of a column: A for 0."""
    name: str = xl_col_to_name(column)
    return name


def _properties(look: Look) -> dict[str, Any]:
    """Return a look in XlsxWriter's words."""
    found: dict[str, Any] = {
        "font_size": look.size,
        "font_color": look.ink,
        "bold": look.bold,
        "align": look.align,
        "valign": "vcenter" if look.middle else "top",
        "text_wrap": look.wrap,
        "shrink": look.shrinks,
        "num_format": look.number,
        "locked": not look.is_input,
    }
    if look.rotation:
        found["rotation"] = look.rotation
    if look.fill is not None:
        found |= {"pattern": 1, "bg_color": look.fill}
    for side in ("left", "right", "top", "bottom"):
        edge = getattr(look, side)
        if edge is not None:
            found |= {side: edge[0], f"{side}_color": edge[1]}
    return found
