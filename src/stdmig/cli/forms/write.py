"""``stdmig forms write``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from stdmig.cli.exit_codes import UNUSABLE
from stdmig.cli.language import said, written_for
from stdmig.cli.messages import complain, tell
from stdmig.cli.options import Lang
from stdmig.cli.output import emit_lines
from stdmig.cli.session import tell_faults
from stdmig.cli.target_folder import Folder, make_or_end, refuse_used
from stdmig.diagnostics import Severity
from stdmig.words import count, text

Towns = Annotated[
    Path,
    typer.Argument(
        metavar="TOWNS",
        help=said(
            text(
                "List of the municipalities (.csv, .xlsx), or workspaces that prefill"
                " the forms (a folder, portfolio.yaml)."
            )
        ),
    ),
]


def write(towns: Towns, target: Folder, lang: Lang = None) -> None:
    """Write a workbook for each municipality into a new folder."""
    # Imported here, so that no other command waits for what it does not need.
    from stdmig.workspace.forms.asked import towns_asked
    from stdmig.workspace.forms.make import make_forms

    refuse_used(
        target,
        text("name a new folder, so that no older form is sent with the new ones"),
    )
    found = towns_asked(towns)
    if found.faults:
        tell_faults(found.faults)
    if any(each.severity is Severity.ERROR for each in found.faults):
        complain(text("nothing was written"))
        raise typer.Exit(UNUSABLE)
    files = make_forms(found.asked, written_for(lang, None))
    make_or_end(target, files)
    emit_lines(*files)
    tell(
        count(
            "{n} form was written to {folder}; send it, and collect what comes back:"
            " stdmig forms collect",
            "{n} forms were written to {folder}; send them, and collect what comes"
            " back: stdmig forms collect",
            len(files),
            folder=target.as_posix(),
        )
    )
