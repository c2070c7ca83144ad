"""Whose form it is (団体の特定)."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from stdmig.diagnostics import Diagnostic, Location, Severity
from stdmig.intake.forms.sheets import Listed
from stdmig.intake.inventory_list.plain import folded, one_line
from stdmig.intake.typed.code import typed_code
from stdmig.inventory.source import control_character
from stdmig.words import Text, text


class TownNamed(NamedTuple):
    """
    A municipality as a form or a list names it.

    Attributes
    ----------
    code
        Its six digits; None where they are not told, or are wrong.
    place
        The cell that names it.
    """

    name: str
    code: str | None
    place: Location

    def is_same(self, other: TownNamed) -> bool:
        """Return whether two are one: by their codes, else by their names."""
        if self.code and other.code:
            return self.code == other.code
        return folded(self.name) == folded(other.name)


def code_in(written: str) -> str | Text | None:
    """
    Return the code that a cell gives; None where it is empty.

    Excel takes the leading zero of 012025 away; it is put back.
    """
    digits = re.sub(r"[ \-'’]", "", unicodedata.normalize("NFKC", written))
    if not digits:
        return None
    if re.fullmatch(r"[0-9]{5}", digits):
        padded = typed_code(f"0{digits}")
        if isinstance(padded, str):
            return padded
    return typed_code(digits)


def town_of(listed: Listed) -> tuple[TownNamed | None, list[Diagnostic]]:
    """Return whose form it is, and what is wrong with the cells that say so."""
    sheet, header = listed
    places = {each.meaning.field: each.at for each in header.columns}
    for index in range(header.below, len(sheet.rows)):
        cells = sheet.rows[index]
        name = one_line(cells[places["municipality.name"]].value)
        at = places.get("municipality.code")
        written = "" if at is None else one_line(cells[at].value)
        if not name and not written:
            continue
        place = sheet.place(index, places["municipality.name"])
        if not name:
            return None, [_no_name(place)]
        if (wrong := _unfit(name)) is not None:
            return None, [Diagnostic("STD022", wrong, place)]
        code = code_in(written)
        if isinstance(code, Text):
            where = sheet.place(index, at or 0)
            fault = Diagnostic("STD023", code, where, severity=Severity.WARNING)
            return TownNamed(name, None, place), [fault]
        return TownNamed(name, code, place), []
    return None, [_no_name(sheet.place(header.below - 1, 0))]


def _unfit(name: str) -> Text | None:
    if len(name) > _LONGEST:
        return text(
            "this is longer than {limit} characters ({size})",
            limit=_LONGEST,
            size=len(name),
        )
    return control_character(name)


_LONGEST = 1000


def _no_name(place: Location) -> Diagnostic:
    message = text("the form does not say whose it is")
    help_ = text("write the name of the municipality into this cell")
    return Diagnostic("STD022", message, place, help_)
