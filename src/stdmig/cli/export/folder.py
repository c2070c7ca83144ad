"""``stdmig export all``."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from stdmig.cli.exit_codes import UNUSABLE
from stdmig.cli.export.paper import is_at_hand, require, tell_left_out
from stdmig.cli.language import said
from stdmig.cli.messages import complain, say, tell
from stdmig.cli.nearest import known_here, nearest
from stdmig.cli.options import (
    AsOf,
    DatesOption,
    Lang,
    Sample,
    Section,
    Workspace,
)
from stdmig.cli.session import (
    known_section,
    machine_style,
    plan_or_end,
    tell_circumstances,
)
from stdmig.cli.target_folder import Folder, ForceAll, fill_or_end, spare
from stdmig.words import listing, text
from stdmig.workspace.papers import Paper


def folder(
    target: Folder,
    only: Annotated[
        list[str] | None,
        typer.Option(
            "--only",
            metavar="NAME",
            help=said(text("Only these papers (html, xlsx, budget).")),
        ),
    ] = None,
    workspace: Workspace = None,
    sample: Sample = False,
    as_of: AsOf = None,
    section: Section = None,
    force: ForceAll = False,
    lang: Lang = None,
    dates: DatesOption = None,
) -> None:
    """Write the folder."""
    from stdmig.workspace.dossier import dossier
    from stdmig.workspace.folder import FOLDER, INDEX
    from stdmig.workspace.folder import folder as make

    papers = _chosen(only)
    spare(target, (*(paper.file for paper in papers), INDEX), force=force)
    if not only:
        for paper in FOLDER:
            tell_left_out(paper)
    planned = plan_or_end(workspace, sample, as_of)
    tell_circumstances(planned)
    section = known_section(section, planned.inventory)
    style = machine_style(lang, planned.inventory)
    made = make(dossier(planned, section), style, papers)
    for paper, fault in made.refused:
        if only:
            complain(fault.message, fault.help)
            raise typer.Exit(UNUSABLE)
        tell(text("{file} is left out: {why}", file=paper.file, why=fault.message))
        say(f"  {said(fault.help)}")
    fill_or_end(target, made.files)
    for paper in FOLDER:
        if paper.file not in made.files and os.path.exists(target / paper.file):
            file = (target / paper.file).as_posix()
            tell(text("{file} is older: it was not written anew", file=file))


def _chosen(only: list[str] | None) -> tuple[Paper, ...]:
    """
    Return the wanted papers; without a wish all that this machine can make.

    Raises
    ------
    typer.Exit
        With code 2 if a name is unknown, or if its optional part is missing.
    """
    from stdmig.workspace.folder import FOLDER

    given = (name.strip() for each in only or () for name in each.split(","))
    wanted = [name for name in given if name]
    known = {paper.name: paper for paper in FOLDER}
    unknown = [name for name in wanted if name not in known]
    if unknown:
        hints = [hint for name in unknown for hint in nearest(name, tuple(known))]
        complain(
            text("there is no paper named {words}", words=listing(unknown)),
            *(hints or [known_here(known)]),
        )
        raise typer.Exit(UNUSABLE)
    if wanted:
        chosen = tuple(paper for paper in FOLDER if paper.name in wanted)
        for paper in chosen:
            require(paper)
        return chosen
    return tuple(paper for paper in FOLDER if is_at_hand(paper))
