"""A file that somebody wrote, replaced only while it is what was read (更新)."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from stdmig.workspace.read import read_input
from stdmig.workspace.write import draft, resolved

LOCK = ".stdmig-lock"
"""Lies beside a file for the moment in which it is compared and replaced."""


class ChangedMeanwhileError(Exception):
    """Somebody else has written the file since it was read."""


class BeingWrittenError(Exception):
    """
    Somebody else is writing the file at this moment, or was stopped while doing so.

    Attributes
    ----------
    lock
        The file that says so.
    """

    def __init__(self, lock: Path) -> None:
        super().__init__(lock)
        self.lock = lock


def write_change(path: Path, before: bytes, after: bytes) -> None:
    """
    Put new content into a file, if it still is what was read.

    The content is on the disk before the file is compared, and nothing but its name
    changes after that. Of two that do so at once the lock lets one through; the other
    then finds the file changed. An editor that saves within the same thousandth of a
    second knows no lock, and would be overwritten.

    Raises
    ------
    ChangedMeanwhileError
        If the file is not what was read; it is then untouched.
    BeingWrittenError
        If a lock lies beside it.
    OSError
        If it cannot be written to.
    """
    made = draft(path, after)
    try:
        with _locked(resolved(path).parent / LOCK):
            if read_input(path) != before:
                raise ChangedMeanwhileError
            made.publish()
    finally:
        made.discard()


@contextmanager
def _locked(lock: Path) -> Iterator[None]:
    try:
        os.close(os.open(lock, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
    except FileExistsError:
        raise BeingWrittenError(lock) from None
    try:
        yield
    finally:
        with suppress(OSError):
            lock.unlink()
