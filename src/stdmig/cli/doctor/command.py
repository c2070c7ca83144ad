"""``stdmig doctor``."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from stdmig.cli.exit_codes import UNUSABLE
from stdmig.cli.language import READER, said
from stdmig.cli.options import Force, Lang, Output, Workspace
from stdmig.cli.output import emit, emit_exactly
from stdmig.cli.screen import screen
from stdmig.words import Style, text

Format = Literal["text", "json"]


def doctor(
    workspace: Workspace = None,
    format: Annotated[
        Format, typer.Option("--format", help=said(text("Output format.")))
    ] = "text",
    output: Output = None,
    force: Force = False,
    lang: Lang = None,
) -> None:
    """Look at the program, its parts, the console, the fonts and the workspace."""
    # Imported here, so that no other command waits for what it does not need.
    from stdmig.cli.doctor.examine import examine
    from stdmig.render.doctor.json import doctor_json
    from stdmig.render.doctor.text import doctor_text

    checkup = examine(workspace)
    if format == "json":
        style = Style.of(lang) if lang else READER
        emit_exactly(doctor_json(checkup, style), output, force=force)
    else:
        emit(doctor_text(checkup, screen(output)), output, force=force)
    if checkup.number("problem"):
        raise typer.Exit(UNUSABLE)
