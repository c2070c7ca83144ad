"""Chosen starts into the workspaces they were chosen for (着手日の保存)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from stdmig.cli.output import complain, complain_of, tell, tell_written
from stdmig.cli.session import tell_faults
from stdmig.levelling.levelled import Levelled
from stdmig.words import Language, text
from stdmig.workspace.save_starts import StartsDraft, starts_draft
from stdmig.workspace.write_change import BeingWrittenError, ChangedMeanwhileError


class _UnsavedError(Exception):
    """Something was not saved, and it has been said why."""


def save_starts(
    levelled: Levelled, folders: list[Path | None], language: Language
) -> bool:
    """
    Write them; return whether all are saved, after telling what is not.

    Nothing is written before it is known of every workspace what its file becomes.
    """
    if levelled.clashes:
        complain(text("no plan can keep every capacity; nothing is saved"))
        return False
    try:
        drafts = [
            _draft(levelled, place, folder, language)
            for place, folder in enumerate(folders)
        ]
        for each in drafts:
            _write(each)
    except _UnsavedError:
        return False
    return not any(each.faults for each in drafts)


def _draft(
    levelled: Levelled, place: int, folder: Path | None, language: Language
) -> StartsDraft:
    try:
        made = starts_draft(folder, levelled.towns[place], levelled.durations, language)
    except OSError as error:
        complain_of(str(error.filename or "starts.yaml"), error)
        raise _UnsavedError from None
    if made.faults:
        tell_faults(made.faults)
    if made.after is None:
        complain(text("nothing was written"))
        raise _UnsavedError
    return made


def _write(made: StartsDraft) -> None:
    with _told(made.path):
        if made.write():
            tell_written(made.path)
        else:
            already = text(
                "{file} says all of this already.", file=made.path.as_posix()
            )
            tell(already)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Tell why a file could not be written."""
    name = path.as_posix()
    try:
        yield
    except ChangedMeanwhileError:
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
    raise _UnsavedError
