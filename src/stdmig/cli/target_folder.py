"""A folder that a command writes, and its options (出力先のフォルダー)."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from stdmig.cli.exit_codes import UNUSABLE
from stdmig.cli.language import said
from stdmig.cli.messages import complain, complain_of, tell_written
from stdmig.words import Text, text
from stdmig.workspace.write_folder import write_folder
from stdmig.workspace.write_new import write_new


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


ForceAll = Annotated[
    bool,
    typer.Option("--force", help=said(text("Replace the files that exist already."))),
]


def spare(target: Path, names: tuple[str, ...], *, force: bool) -> None:
    """
    Go on only if nothing is replaced that nobody said to replace.

    Raises
    ------
    typer.Exit
        With code 2 if a file is in the way.
    """
    if os.path.lexists(target) and not os.path.isdir(target):
        complain(text("{file} is a file, not a folder", file=target.as_posix()))
        raise typer.Exit(UNUSABLE)
    there = [name for name in names if os.path.lexists(target / name)]
    if there and not force:
        complain(
            text(
                "{file} exists already; --force replaces it",
                file=(target / there[0]).as_posix(),
            )
        )
        raise typer.Exit(UNUSABLE)


def refuse_used(target: Path, hint: Text) -> None:
    """
    Go on only with a new or an empty folder: nothing of another run stays in it.

    Raises
    ------
    typer.Exit
        With code 2 if something is there, or nobody may look.
    """
    with _told(target):
        if not os.path.lexists(target):
            return
        if os.path.isdir(target) and not os.listdir(target):
            return
    complain(text("{file} is there already", file=target.as_posix()), hint)
    raise typer.Exit(UNUSABLE)


def fill_or_end(target: Path, files: Mapping[str, bytes]) -> None:
    """
    Write files into a folder, over older ones too; each is told when it is there.

    Raises
    ------
    typer.Exit
        With code 2 if one cannot be written; what is not told is then untouched.
    """
    with _told(target):
        write_folder(target, files, tell_written)


def make_or_end(target: Path, files: Mapping[str, bytes]) -> None:
    """
    Write files into a new or an empty folder, all or none.

    Raises
    ------
    typer.Exit
        With code 2 if they cannot be written; none of them is then there.
    """
    with _told(target):
        write_new(target, files)


@contextmanager
def _told(target: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        complain_of(Path(error.filename or target).as_posix(), error)
        raise typer.Exit(UNUSABLE) from None
