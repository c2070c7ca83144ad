"""A drafted file into its place, or why it cannot be (保存)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import typer

from stdmig.cli.ask import ask_yes, can_ask
from stdmig.cli.exit_codes import UNUSABLE
from stdmig.cli.messages import complain, complain_of, tell, tell_written
from stdmig.words import Text, text
from stdmig.workspace.file_draft import FileDraft
from stdmig.workspace.write_change import BeingWrittenError, ChangedMeanwhileError


class UnsavedError(Exception):
    """Something was not saved, and it has been said why."""


def save(made: FileDraft) -> None:
    """
    Write a file, and tell that it is there.

    Raises
    ------
    UnsavedError
        If it cannot be written; it has been told why.
    """
    with _told(made.path):
        if made.write():
            tell_written(made.path)
        else:
            already = text(
                "{file} says all of this already.", file=made.path.as_posix()
            )
            tell(already)


def save_or_end(made: FileDraft) -> None:
    """
    Write a file, and tell that it is there; see `save`.

    Raises
    ------
    typer.Exit
        With code 2 if it cannot be written.
    """
    try:
        save(made)
    except UnsavedError:
        raise typer.Exit(UNUSABLE) from None


def agreed(files: str | Text, before: Callable[[], None] | None = None) -> bool:
    """
    Return whether the person at the terminal wants files written.

    Parameters
    ----------
    files
        Their names.
    before
        What is still to be said before the question.

    Raises
    ------
    typer.Exit
        With code 2 if there is no terminal.
    KeyboardInterrupt
        If the person stops.
    """
    if not can_ask():
        complain(
            text("there is no terminal to ask at; nothing was written"),
            text("--yes writes without asking, --dry-run only shows"),
        )
        raise typer.Exit(UNUSABLE)
    if before is not None:
        before()
    wanted = ask_yes(text("Write this into {file}?", file=files))
    if not wanted:
        tell(text("nothing was written"))
    return wanted


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Tell why a file could not be written."""
    name = path.as_posix()
    try:
        yield
    except (ChangedMeanwhileError, FileExistsError):
        complain(
            text(
                "{file} was changed by somebody else meanwhile; nothing was written",
                file=name,
            ),
            text("run the command again"),
        )
    except BeingWrittenError as error:
        complain(
            text(
                "{file} is being written by somebody else; nothing was written",
                file=name,
            ),
            text(
                "run the command again; if nobody else is at work, delete {lock}, which"
                " a command that was stopped has left behind",
                lock=error.lock.as_posix(),
            ),
        )
    except OSError as error:
        complain_of(name, error)
    else:
        return
    raise UnsavedError
