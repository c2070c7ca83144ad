"""What single cells of a form say, and which cannot be used (調査票のセル)."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from stdmig.diagnostics import Diagnostic, Location, Severity
from stdmig.intake.forms.sheets import Row
from stdmig.intake.inventory_list.choices import yes_or_no
from stdmig.intake.inventory_list.day_reading import Span
from stdmig.intake.inventory_list.periods import read_days
from stdmig.intake.inventory_list.plain import one_line
from stdmig.intake.sheet.sheet import CellValue
from stdmig.inventory.quoted import quoted
from stdmig.inventory.source import control_character
from stdmig.words import Text, text

_COUNT = re.compile(r"([0-9]{1,3})(?:ステップ|件|個|STEPS?)?")
_REASON = re.compile(r"(?:事由)?([1-4])(?![0-9]).*", re.DOTALL)
_NOTHING = re.compile(r"[-‐–—―ー−/…?？\s]*|未定|不明|なし|無し|該当なし|N/?A")
_LONGEST = 1000
"""As much as a sentence of the files may hold."""


class Cells:
    """
    The cells of one sheet; what cannot be used is kept as a warning.

    Attributes
    ----------
    faults
        ``STD023`` for each cell that is left out, with its place.
    """

    def __init__(self) -> None:
        self.faults: list[Diagnostic] = []

    def left_out(self, place: Location, message: Text) -> None:
        """Report a cell that is not taken over."""
        fault = Diagnostic("STD023", message, place, severity=Severity.WARNING)
        self.faults.append(fault)

    def day(self, row: Row, key: str) -> date | None:
        """Return the day of a cell; a month is none."""
        first, last = self._span(row, key, first=True), self._span(row, key)
        if first is None or last is None:
            return None
        if first != last:
            where = row.cells[key][1]
            written = quoted(row.words(key))
            message = text(
                "a day is wanted here, not a month: '{value}'", value=written
            )
            self.left_out(where, message)
            return None
        return first

    def first_day(self, row: Row, key: str) -> date | None:
        """Return the day of a cell, of a month its first."""
        return self._span(row, key, first=True)

    def last_day(self, row: Row, key: str) -> date | None:
        """Return the day of a cell, of a month its last."""
        return self._span(row, key)

    def _span(self, row: Row, key: str, *, first: bool = False) -> date | None:
        if key not in row.cells:
            return None
        cell, place = row.cells[key]
        assert cell.value is not None
        reading = read_days(cell.value, "first" if first else "last")
        if reading.fault is not None:
            if all(each.location != place for each in self.faults):
                self.left_out(place, reading.fault)
            return None
        span = reading.spans[0] if reading.spans else Span()
        return span.start if first else span.end

    def number(self, row: Row, key: str) -> int | None:
        """Return the count of a cell."""
        if key not in row.cells:
            return None
        cell, place = row.cells[key]
        number = _number(cell.value)
        if number is None and not _NOTHING.fullmatch(row.words(key)):
            written = quoted(row.words(key))
            self.left_out(place, text("'{value}' is no number of steps", value=written))
        return number

    def reason(self, row: Row, key: str) -> int | None:
        """Return the number of the reason (事由) with which a cell begins."""
        if key not in row.cells:
            return None
        place = row.cells[key][1]
        found = _REASON.fullmatch(unicodedata.normalize("NFKC", row.words(key)))
        if found is not None:
            return int(found[1])
        if not _NOTHING.fullmatch(row.words(key)):
            written = quoted(row.words(key))
            message = text("'{value}' is none of the reasons 1 to 4", value=written)
            self.left_out(place, message)
        return None

    def words(self, row: Row, key: str) -> str | None:
        """Return the sentence of a cell."""
        if key not in row.cells:
            return None
        place, words = row.cells[key][1], row.words(key)
        if (wrong := control_character(words)) is not None:
            self.left_out(place, wrong)
            return None
        if len(words) > _LONGEST:
            message = text(
                "this is longer than {limit} characters ({size})",
                limit=_LONGEST,
                size=len(words),
            )
            self.left_out(place, message)
            return None
        return words

    def mark(self, row: Row, key: str) -> bool | None:
        """Return whether a cell says yes or no."""
        if key not in row.cells:
            return None
        found = yes_or_no(row.words(key))
        if found is None:
            written = quoted(row.words(key))
            message = text("'{value}' is neither yes nor no", value=written)
            self.left_out(row.cells[key][1], message)
        return found


def _number(value: CellValue | None) -> int | None:
    if isinstance(value, bool | date):
        return None
    if isinstance(value, int):
        return value if 0 <= value <= 999 else None
    words = unicodedata.normalize("NFKC", one_line(value)).replace(" ", "").upper()
    found = _COUNT.fullmatch(words)
    return int(found[1]) if found else None
