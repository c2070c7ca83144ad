"""Fees and durations in cells (金額・月数の読取り)."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from stdmig.intake.inventory_list.plain import folded
from stdmig.intake.sheet.sheet import CellValue

LARGEST = 10**13
"""Yen; more is no fee of a town hall."""

_UNITS = {"": 1, "円": 1, "千円": 1_000, "万円": 10_000, "百万円": 1_000_000}
_AMOUNT = re.compile(
    r"[¥\\]?([0-9][0-9,]*(?:\.[0-9]+)?)(円|千円|万円|百万円)?(?:[/／]?月|[/／]?年)?[-也]?"
)
_EMPTY = re.compile(
    r"[-ー―–—/.…]*|なし|無し?|未定|不明|別途|(?:上記|.{0,12}に|.{0,8}の?内数|.{0,12}料に)?(?:含む|含む。|込み|内数)"
)


class Amount(NamedTuple):
    """Yen as a cell gives them; None where it says that there is none."""

    yen: int | None


def read_amount(value: CellValue, unit: int) -> Amount | None:
    """
    Return the amount in a cell, or None where it is not understood.

    Parameters
    ----------
    value
        What the cell holds.
    unit
        Yen that 1 means where the cell names no unit, from the heading (千円).
    """
    if isinstance(value, bool | date):
        return None
    if isinstance(value, int | float):
        if not abs(value) < LARGEST:
            return None
        return _whole(Fraction(str(value)) * unit)
    plain = folded(value)
    if _EMPTY.fullmatch(plain):
        return Amount(None)
    match = _AMOUNT.fullmatch(plain)
    if match is None or len(plain) > 40:
        return None
    number = Fraction(match[1].replace(",", ""))
    return _whole(number * (_UNITS[match[2]] if match[2] else unit))


def _whole(yen: Fraction) -> Amount | None:
    if yen.denominator != 1 or not 0 <= yen <= LARGEST:
        return None
    return Amount(int(yen))


def unit_of(heading: str) -> int:
    """Return how many yen 1 means below a heading."""
    plain = folded(heading)
    for unit in ("百万円", "万円", "千円"):
        if unit in plain:
            return _UNITS[unit]
    return 1


def unit_named(heading: str) -> bool:
    """Return whether a heading names a unit of money at all (円・千円)."""
    return "円" in folded(heading)


def tax_of(written: str) -> str | None:
    """Return ``without`` (税抜) or ``included`` (税込) if a text says it, or None."""
    plain = folded(written)
    without = re.search(r"税抜|税別|税外|税を?除|税を含まない|消費税(?:等)?別", plain)
    included = re.search(r"税込|税を?含|消費税(?:等)?込|内税", plain)
    if bool(without) == bool(included):
        return None
    return "without" if without else "included"


def without_tax(yen: int) -> int:
    """Return an amount without the 10 % of tax in it, to the nearest yen."""
    return int(Fraction(yen * 10, 11) + Fraction(1, 2))
