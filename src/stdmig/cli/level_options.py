"""What ``stdmig level`` is asked for, in its own words (平準化の引数)."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from stdmig.cli.language import said
from stdmig.levelling.problem import OBJECTIVES, Objective
from stdmig.words import Text, listing, text

Durations = Literal["likely", "maximum", "minimum"]


def all_objectives(given: list[str] | None) -> tuple[Objective, ...]:
    """
    Return the goals in their order, of all options together.

    Raises
    ------
    typer.BadParameter
        If one is unknown, or named twice.
    """
    found: list[Objective] = []
    for word in ",".join(given or OBJECTIVES).split(","):
        known = next((each for each in OBJECTIVES if each == word.strip()), None)
        if known is None:
            message = text(
                "'{value}' is none of {choices}",
                value=word.strip(),
                choices=listing(OBJECTIVES),
            )
            raise _bad(message)
        if known in found:
            raise _bad(text("'{value}' is named twice", value=known))
        found.append(known)
    return tuple(found)


def _checked(given: list[str] | None) -> list[str] | None:
    """Return the goals as they were given, if they can be read."""
    all_objectives(given)
    return given


def _bad(message: Text) -> typer.BadParameter:
    return typer.BadParameter(said(message))


With = Annotated[
    list[Path] | None,
    typer.Option(
        "--with",
        metavar="DIR",
        help=said(
            text(
                "Another municipality's workspace; vendors with a capacity are shared."
            )
        ),
    ),
]
DurationsOption = Annotated[
    Durations,
    typer.Option(
        "--durations", help=said(text("Which durations the work is counted with."))
    ),
]
ObjectiveOption = Annotated[
    list[str] | None,
    typer.Option(
        "--objective",
        metavar="LIST",
        callback=_checked,
        help=said(
            text(
                "What is made small, the most important first: peak (the most work of"
                " the lead section in a month), squares (uneven work of all), early"
                " (late starts). What is not named does not count. Without it:"
                " peak,squares,early."
            )
        ),
    ),
]
Fix = Annotated[
    list[str] | None,
    typer.Option(
        "--fix",
        metavar="TASK",
        help=said(text("A task that keeps its planned dates, by its id (14@seiho).")),
    ),
]
KeepBegun = Annotated[
    bool,
    typer.Option(
        "--keep-begun",
        help=said(text("Change nothing of systems whose work has begun.")),
    ),
]
TimeLimit = Annotated[
    int,
    typer.Option(
        "--time-limit",
        metavar="SECONDS",
        min=0,
        max=86400,
        help=said(text("How long to search; 0 takes the fast heuristic alone.")),
    ),
]
Workers = Annotated[
    int,
    typer.Option(
        "--workers",
        metavar="NUMBER",
        min=1,
        max=64,
        help=said(text("How many threads the solver takes.")),
    ),
]
Save = Annotated[
    bool,
    typer.Option(
        "--save",
        help=said(text("Write the chosen starts into starts.yaml of the workspace.")),
    ),
]
