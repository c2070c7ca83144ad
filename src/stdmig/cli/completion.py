"""``stdmig completion``: the script by which a shell completes our words (補完)."""

from __future__ import annotations

import os
import re
import sys
from typing import Annotated, Literal

import typer
from typer.completion import get_completion_inspect_parameters

from stdmig.cli.completion_scripts import SCRIPTS, SET_UP
from stdmig.cli.language import said
from stdmig.cli.messages import tell
from stdmig.cli.options import Force, Lang, Output
from stdmig.cli.output import emit_exactly
from stdmig.words import listing, text

Shell = Literal["bash", "zsh", "fish", "powershell"]

_ASKED = "_STDMIG_COMPLETE"
"""The variable by which a script asks for words."""

_NUMBER = re.compile(r"[0-9]{1,6}")


def completion(
    shell: Annotated[
        Shell,
        typer.Argument(
            help=said(
                text(
                    "The shell that reads the script: {shells}. On a screen its last"
                    " line is the command that sets it up.",
                    shells=listing(SCRIPTS),
                )
            )
        ),
    ],
    output: Output = None,
    force: Force = False,
    lang: Lang = None,
) -> None:
    """Print a script and leave it to the person where to put it."""
    emit_exactly(SCRIPTS[shell], output, force=force)
    # A shell that reads the script at its start wants no words beside it.
    if output is None and sys.stdout.isatty():
        tell(text("To set it up: {command}", command=SET_UP[shell]))


def answer_shells() -> None:
    """
    Let the program answer, if it is a shell that asks for words.

    Raises
    ------
    SystemExit
        If what it asks cannot be understood; nothing is then offered.
    """
    if _ASKED not in os.environ:
        return
    if os.environ[_ASKED] == "complete_bash" and not (
        "COMP_WORDS" in os.environ and _NUMBER.fullmatch(os.getenv("COMP_CWORD", ""))
    ):
        sys.exit()
    # Its by-product is wanted: Typer then knows how each shell asks.
    get_completion_inspect_parameters()
