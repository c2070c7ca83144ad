"""What a cell holds, without what the eye does not see (セルの値)."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from stdmig.intake.sheet.limits import CHARACTERS
from stdmig.intake.sheet.sheet import CellValue
from stdmig.words import Text, text

# What no YAML file can hold; line feeds and tabs may stand.
_INVISIBLE = re.compile(
    "[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]"
)
_LARGEST = 10**15
"""From here on Excel does not know every whole number."""

_TOO_LARGE = text("the cell's number is too large to be read")


def clean_text(words: str) -> tuple[str | None, Text | None]:
    """
    Return a cell's text without the spaces around it, and what was taken from it.

    Full-width spaces count as spaces. None is an empty cell.
    """
    fault: Text | None = None
    if found := _INVISIBLE.search(words):
        fault = text(
            "the control character U+{code} was left out",
            code=f"{ord(found.group()):04X}",
        )
        words = _INVISIBLE.sub("", words)
    words = words.replace("\r\n", "\n").replace("\r", "\n").strip()
    if len(words) > CHARACTERS:
        fault = text(
            "the cell has {n} characters; only the first {limit} are read",
            n=len(words),
            limit=CHARACTERS,
        )
        words = words[:CHARACTERS]
    return words or None, fault


def clean_value(value: object) -> tuple[CellValue | None, Text | None]:
    """
    Return what a cell of a workbook holds, and what could not be read of it.

    Whole numbers are integers; a day is a date whatever its time; a time of day or a
    length of time is its text.
    """
    if value is None or isinstance(value, bool):
        return value, None
    if isinstance(value, str):
        return clean_text(value)
    if isinstance(value, datetime):
        return value.date(), None
    if isinstance(value, date):
        return value, None
    if isinstance(value, int):
        return (value, None) if abs(value) <= _LARGEST else (None, _TOO_LARGE)
    if isinstance(value, float):
        return _number(value)
    if isinstance(value, time | timedelta):
        return str(value), None
    return None, text("the cell holds nothing that is known here")


def _number(value: float) -> tuple[CellValue | None, Text | None]:
    # NaN is not even that.
    if not abs(value) <= _LARGEST:
        return None, _TOO_LARGE
    return (int(value) if value.is_integer() else value), None
