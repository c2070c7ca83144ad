"""Number formats in the customs of the reader's language (表示形式)."""

from __future__ import annotations

from decimal import Decimal

from stdmig.words import Style

# What follows the underscore is left free to the right, so that no figure touches the
# line of its cell.
WHOLE = "#,##0_ "


def day_format(style: Style) -> str:
    """
    Return the format of dates: R6.4.1 or 2024-04-01.

    The first year of an era is 1 in it (R1.5.1), as in all short dates of the product;
    the form with 元年 is not known to every program.
    """
    return "[$-411]ge.m.d_ " if style.era else "yyyy-mm-dd_ "


def change_format(style: Style) -> str:
    """Return the format of what may fall: in Japan a minus is a triangle (△)."""
    return '#,##0_ ;"△"#,##0_ ' if style.language == "ja" else WHOLE


def count_format(number: Decimal | None) -> str:
    """Return the format of a number that may have decimal places, or is to come."""
    if number is None:
        return "General"
    return WHOLE if number == number.to_integral_value() else "#,##0.0##_ "
