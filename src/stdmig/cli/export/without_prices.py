"""``stdmig export without-prices``."""

from __future__ import annotations

from pathlib import Path

import typer

from stdmig.cli.exit_codes import UNUSABLE
from stdmig.cli.language import said
from stdmig.cli.messages import say, tell, tell_written
from stdmig.cli.options import Lang, Sample, Workspace
from stdmig.cli.session import tell_faults, workspace_or_end
from stdmig.cli.target_folder import Folder, make_or_end, refuse_used
from stdmig.diagnostics import Location
from stdmig.words import count, text
from stdmig.workspace.unpriced import LEFT_OUT, unpriced


def without_prices(
    target: Folder,
    workspace: Workspace = None,
    sample: Sample = False,
    lang: Lang = None,
) -> None:
    """Write the folder."""
    refuse_used(
        target, text("name a new folder, so that nothing older is given away with it")
    )
    sources, inventory = workspace_or_end(workspace, sample)
    made = unpriced(inventory, sources)
    if made.faults:
        tell_faults(list(made.faults))
        raise typer.Exit(UNUSABLE)
    make_or_end(target, made.files)
    for name in made.files:
        tell_written(target / name)
    if sources.costs is not None:
        tell(text("{file} is left out: it holds prices alone", file=LEFT_OUT))
    _tell_mentions(target, made.mentions)


def _tell_mentions(target: Path, mentions: tuple[Location, ...]) -> None:
    """Point at the lines that a person should read before the copy is given away."""
    if not mentions:
        return
    tell(
        count(
            "{n} line may still speak of money in words; read it before you give the"
            " copy away:",
            "{n} lines may still speak of money in words; read them before you give"
            " the copy away:",
            len(mentions),
        )
    )
    for place in mentions[:_SHOWN]:
        say(f"  {target.as_posix()}/{place}")
    if len(mentions) > _SHOWN:
        more = count("and {n} more", "and {n} more", len(mentions) - _SHOWN)
        say(f"  {said(more)}")


_SHOWN = 20
