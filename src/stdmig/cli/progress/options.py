"""Options that the commands which record something share (記録の引数)."""

from __future__ import annotations

import unicodedata
from typing import Annotated

import typer

from stdmig.cli.language import READER, said
from stdmig.dates import parse_period
from stdmig.inventory.recorded import TypedDay
from stdmig.inventory.writing.scalar import unwritable
from stdmig.words import Text, text


def day_or_month(written: str) -> TypedDay:
    """Return a day or a month as it was typed."""
    period = parse_period(written)
    if isinstance(period, Text):
        raise typer.BadParameter(period.into(READER))
    return TypedDay(period, written.strip())


def day_alone(written: str) -> TypedDay:
    """Return a day; a month is not enough."""
    typed = day_or_month(written)
    if typed.period.is_month:
        message = text("a day is wanted here, not a month: '{value}'", value=written)
        raise typer.BadParameter(said(message))
    return typed


def percentage(written: str) -> int:
    """Return how many per cent are meant, in digits of either width (全角も可)."""
    return _whole_number(written, 100, "%")


def months(written: str) -> int:
    """Return how many months are meant, in digits of either width (全角も可)."""
    return _whole_number(written, 120, "か月")


def _whole_number(written: str, most: int, unit: str) -> int:
    plain = unicodedata.normalize("NFKC", written).strip()
    digits = plain.removesuffix(unit).rstrip()
    if digits.isascii() and digits.isdecimal() and len(digits) < 5:
        number = int(digits)
        if number <= most:
            return number
    message = text(
        "'{value}' is no whole number from 0 to {most}", value=written, most=most
    )
    raise typer.BadParameter(said(message))


def remark(written: str) -> str:
    """Return a remark on one line."""
    plain = " ".join(written.split())
    if not plain:
        raise typer.BadParameter(said(text("it must not be empty")))
    if why := unwritable(plain):
        raise typer.BadParameter(said(why))
    return plain


Note = Annotated[
    str | None,
    typer.Option(
        "--note",
        metavar="TEXT",
        parser=remark,
        help=said(text("A remark that is written with it.")),
    ),
]
