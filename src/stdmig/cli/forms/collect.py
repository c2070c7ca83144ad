"""``stdmig forms collect``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from stdmig.cli.exit_codes import UNUSABLE
from stdmig.cli.language import READER, said
from stdmig.cli.messages import complain, complain_of, tell
from stdmig.cli.options import Lang
from stdmig.cli.output import emit
from stdmig.cli.screen import screen
from stdmig.cli.session import tell_faults
from stdmig.diagnostics import Severity
from stdmig.words import text

if TYPE_CHECKING:
    from stdmig.intake.forms.town import TownNamed


Named = Annotated[
    list[Path],
    typer.Argument(
        metavar="FILE... DIR",
        help=said(
            text(
                "Forms, or folders of them; last the folder of the workspaces, made if"
                " new."
            )
        ),
    ),
]
TownsFile = Annotated[
    Path | None,
    typer.Option(
        "--towns",
        metavar="FILE",
        help=said(text("List of the municipalities, to tell who is missing.")),
    ),
]
DryRun = Annotated[
    bool,
    typer.Option(
        "--dry-run", help=said(text("Show what would change; write nothing."))
    ),
]


def collect(
    named: Named,
    towns: TownsFile = None,
    dry_run: DryRun = False,
    lang: Lang = None,
) -> None:
    """Read the forms, and write what they say."""
    # Imported here, so that no other command waits for what it does not need.
    from stdmig.render.forms.collected import collected_text
    from stdmig.workspace.forms.collect import collect as collect_forms
    from stdmig.workspace.forms.page import collected_page
    from stdmig.workspace.forms.received import files_in

    files, folder = _files_and_folder(named)
    listed = _towns_or_end(towns)
    found = files_in(files)
    if not found.books:
        complain(text("no form was found"), _WHAT)
        raise typer.Exit(UNUSABLE)
    collected = collect_forms(found.books, folder, listed, READER, dry_run=dry_run)
    told = collected_page(collected, found.others, dry_run=dry_run)
    emit(collected_text(told, screen()), None, force=False)
    if dry_run:
        tell(text("nothing was written (--dry-run)"))
    elif collected.portfolio is not None:
        tell(text("written: {file}", file=collected.portfolio.as_posix()))
    refused = collected.refused
    if refused is not None:
        complain_of(Path(refused.filename or folder).as_posix(), refused)
    if refused is not None or not all(each.is_whole for each in collected.forms):
        raise typer.Exit(UNUSABLE)


_WHAT = text("name the workbooks that came back, or the folder in which they lie")


def _files_and_folder(named: Sequence[Path]) -> tuple[Sequence[Path], Path]:
    """
    Return the forms and the folder of the workspaces.

    Raises
    ------
    typer.Exit
        With code 2 if one of them is missing.
    """
    files, folder = named[:-1], named[-1]
    if not files:
        complain(text("name the folder of the workspaces behind the forms"))
        raise typer.Exit(UNUSABLE)
    if folder.exists() and not folder.is_dir():
        complain(
            text("{file} is a file, not a folder", file=folder.as_posix()),
            text("name the folder of the workspaces behind the forms"),
        )
        raise typer.Exit(UNUSABLE)
    if not str(folder).strip() or (not folder.name and folder != Path()):
        raise typer.BadParameter(said(text("the folder has no name")))
    return files, folder


def _towns_or_end(file: Path | None) -> tuple[TownNamed, ...]:
    if file is None:
        return ()
    from stdmig.workspace.forms.asked import read_towns

    towns, faults = read_towns(file)
    if faults:
        tell_faults(faults)
    if any(each.severity is Severity.ERROR for each in faults):
        raise typer.Exit(UNUSABLE)
    return towns
