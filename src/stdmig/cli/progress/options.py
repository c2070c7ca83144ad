"""Options that the commands which record something share (記録の引数)."""

from __future__ import annotations

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
DryRun = Annotated[
    bool,
    typer.Option(
        "--dry-run", help=said(text("Show what would change; write nothing."))
    ),
]
