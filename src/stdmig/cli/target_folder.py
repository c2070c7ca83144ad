"""A folder that a command writes (出力先のフォルダー)."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from stdmig.cli.exit_codes import UNUSABLE
from stdmig.cli.language import said
from stdmig.cli.output import complain
from stdmig.words import text


def folder_named(written: str) -> Path:
    """Return the folder of a name; an empty one is refused."""
    # As an unset variable of a script leaves it; it would mean the current folder.
    if not written.strip():
        raise typer.BadParameter(said(text("the folder has no name")))
    return Path(written)


Folder = Annotated[
    Path,
    typer.Argument(
        metavar="DIR",
        parser=folder_named,
        help=said(text("Folder to write, made if new.")),
    ),
]


def spare(target: Path, names: tuple[str, ...], *, force: bool) -> None:
    """
    Go on only if nothing is replaced that nobody said to replace.

    Raises
    ------
    typer.Exit
        With code 2 if a file is in the way.
    """
    if target.exists() and not target.is_dir():
        complain(text("{file} is a file, not a folder", file=target.as_posix()))
        raise typer.Exit(UNUSABLE)
    there = [name for name in names if (target / name).exists()]
    if there and not force:
        complain(
            text(
                "{file} exists already; --force replaces it",
                file=(target / there[0]).as_posix(),
            )
        )
        raise typer.Exit(UNUSABLE)
