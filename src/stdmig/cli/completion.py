"""``stdmig completion``: the script by which a shell completes our words (補完)."""

from __future__ import annotations

import os
import sys
from typing import Annotated, Literal

import typer
from typer.completion import get_completion_inspect_parameters

from stdmig.cli.completion_scripts import SCRIPTS, SET_UP
from stdmig.cli.language import said
from stdmig.cli.options import Force, Lang, Output
from stdmig.cli.output import emit_exactly, tell
from stdmig.words import text

Shell = Literal["bash", "zsh", "fish", "powershell"]

_ASKED = "_STDMIG_COMPLETE"
"""The variable by which a script asks for words."""

HELP = text("Print the script by which a shell completes commands.")
EXAMPLE = "stdmig completion bash"


def completion(
    shell: Annotated[
        Shell, typer.Argument(help=said(text("bash, zsh, fish or powershell.")))
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
    """Let the program answer, if it is a shell that asks for words."""
    if _ASKED in os.environ:
        # Its by-product is wanted: Typer then knows how each shell asks.
        get_completion_inspect_parameters()
