"""What ``stdmig status`` is asked for, in its own words (進捗の引数)."""

from __future__ import annotations

import unicodedata
from typing import Annotated, Literal

import typer

from stdmig.cli.language import said
from stdmig.words import text

Format = Literal["text", "json", "csv"]

FormatOption = Annotated[
    Format, typer.Option("--format", help=said(text("Output format.")))
]
BaselineOption = Annotated[
    str | None,
    typer.Option(
        "--baseline",
        metavar="ID",
        help=said(
            text("The kept plan of baselines.yaml to hold against; else the last one.")
        ),
    ),
]

_USUAL = (30, 60, 90)
_MOST, _FARTHEST = 12, 3660


def horizons(written: str | None) -> tuple[int, ...]:
    """
    Return days ahead of the as-of date, upward and each once.

    Raises
    ------
    typer.BadParameter
        If they are not numbers from 1 to ten years, or too many.
    """
    if written is None:
        return _USUAL
    plain = unicodedata.normalize("NFKC", written).replace("、", ",")
    parts = [each.strip() for each in plain.split(",")]
    if not all(each.isascii() and each.isdecimal() and len(each) < 6 for each in parts):
        raise typer.BadParameter(_message(written))
    found = sorted({int(each) for each in parts})
    if len(found) > _MOST or found[0] < 1 or found[-1] > _FARTHEST:
        raise typer.BadParameter(_message(written))
    return tuple(found)


def _message(written: str) -> str:
    return said(
        text(
            "'{value}' is no list of days such as 30,60,90 (at most {n}, each from 1 to"
            " {last})",
            value=written,
            n=_MOST,
            last=_FARTHEST,
        )
    )


def _checked(written: str | None) -> str | None:
    """Return the days as they were given, if they can be read."""
    horizons(written)
    return written


Days = Annotated[
    str | None,
    typer.Option(
        "--days",
        metavar="LIST",
        callback=_checked,
        help=said(
            text("How many days ahead to tell what must begin. Without it: 30,60,90.")
        ),
    ),
]
