"""A drafted file into its place, or why it cannot be (保存)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from stdmig.cli.output import complain, complain_of, tell, tell_written
from stdmig.words import text
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
    raise UnsavedError
