"""What is said when a file of a workspace cannot be written (書込みの失敗)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from stdmig.cli.output import complain, complain_of
from stdmig.words import text
from stdmig.workspace.write_change import BeingWrittenError, ChangedMeanwhileError


@contextmanager
def told_of(path: Path) -> Iterator[None]:
    """Tell why a file could not be written; what follows goes on without it."""
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
