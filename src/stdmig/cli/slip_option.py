"""``--slip``: a vendor that is supposed to be later (遅れの想定の指定)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from stdmig.cli.exit_codes import UNUSABLE
from stdmig.cli.language import said
from stdmig.cli.messages import complain
from stdmig.words import Text, listing, text

if TYPE_CHECKING:
    from stdmig.outlook.portfolio.town import Town
    from stdmig.outlook.slip.supposed import SupposedSlip

Slips = Annotated[
    list[str] | None,
    typer.Option(
        "--slip",
        metavar="VENDOR=MONTHS",
        help=said(
            text(
                "Show what happens if a vendor is later with work items 13 to 15, such"
                " as VENDOR=6m: six months once, at its first work that is not over;"
                " 'VENDOR=6m each' adds them to every piece of work."
            )
        ),
    ),
]


def slips_or_end(words: Sequence[str]) -> tuple[SupposedSlip, ...]:
    """
    Return what is supposed.

    Raises
    ------
    typer.Exit
        With code 2 if one cannot be read, or a vendor is given twice.
    """
    if not words:
        return ()
    from stdmig.outlook.slip.supposed import given_twice, read_slip

    read = [read_slip(word) for word in words]
    slips = [slip for slip, _ in read if slip is not None]
    faults = [fault for _, fault in read if fault is not None]
    for word, (_, fault) in zip(words, read, strict=True):
        if fault is not None:
            complain(text("--slip {word}: {fault}", word=word, fault=fault))
    twice = given_twice(slips)
    if twice is not None:
        complain(text("--slip names the vendor '{name}' twice", name=twice.vendor))
    if faults or twice is not None:
        raise typer.Exit(UNUSABLE)
    return tuple(slips)


def refuse_unknown(towns: Iterable[Town], slips: Sequence[SupposedSlip]) -> None:
    """
    Go on only if every vendor is named by some municipality.

    Raises
    ------
    typer.Exit
        With code 2 if one is not; the nearest names are told.
    """
    from stdmig.outlook.slip.vendors import unknown, vendors_of

    strangers = unknown(vendors_of(towns), slips)
    for slip, names in strangers:
        hints: list[Text] = []
        if names:
            known = listing(text("'{name}'", name=name) for name in names)
            hints.append(text("the nearest names are {names}", names=known))
        complain(
            text("no municipality has a unit of the vendor '{name}'", name=slip.vendor),
            *hints,
        )
    if strangers:
        raise typer.Exit(UNUSABLE)
