"""A terminal is not shown what is made for another program (端末への出力)."""

from __future__ import annotations

import sys
from pathlib import Path

import typer

from stdmig.cli.exit_codes import UNUSABLE
from stdmig.cli.messages import complain
from stdmig.words import text


def spare_the_screen(output: Path | None, file: str) -> None:
    """
    Go on only if a terminal is not to show what is made for another program.

    A pipe gets everything: what reads it asked for it.

    Raises
    ------
    typer.Exit
        With code 2 if no file is named.
    """
    if output is not None or not _is_terminal():
        return
    complain(
        text("this is no text for a terminal"),
        text("name a file, such as --output {file}", file=file),
    )
    raise typer.Exit(UNUSABLE)


def _is_terminal() -> bool:
    return sys.stdout.isatty()
