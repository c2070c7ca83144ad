"""A file that somebody wrote, replaced only while it is what was read (更新)."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from stdmig.workspace.drafts import Drafts, named
from stdmig.workspace.read import read_input
from stdmig.workspace.surely import surely

LOCK = ".stdmig-lock"
"""Lies beside a file for the moment in which it is compared and replaced."""


class ChangedMeanwhileError(Exception):
    """Somebody else has written the file since it was read, or taken it away."""


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
        With the path, if it cannot be written to.
    """
    with Drafts() as drafts, named(path):
        made = drafts.add(path, after)
        if made.name is None:
            # It was a file when it was read.
            raise ChangedMeanwhileError
        with _locked(made.target.parent / LOCK, made.name):
            if _now(path) != before:
                raise ChangedMeanwhileError
            made.publish()


def _now(path: Path) -> bytes | None:
    try:
        return read_input(path)
    except FileNotFoundError:
        return None


@contextmanager
def _locked(lock: Path, draft: Path) -> Iterator[None]:
    ours, held = _identity(draft), False
    try:
        try:
            # A second name of the draft: whoever is interrupted knows it for their own.
            os.link(draft, lock)
        except FileExistsError:
            raise BeingWrittenError(lock) from None
        except (OSError, NotImplementedError, AttributeError):
            # Memory sticks and some network drives have no second names for a file.
            ours = _made(lock)
        held = True
        yield
    finally:
        surely(lambda: _unlock(lock, ours, held=held))


def _unlock(lock: Path, ours: tuple[int, int], *, held: bool) -> None:
    # Where it cannot be looked at, what was got a moment ago is still ours.
    with suppress(OSError):
        held = _identity(lock) == ours
    with suppress(OSError):
        if held:
            lock.unlink()


def _made(lock: Path) -> tuple[int, int]:
    handle = None
    try:
        handle = os.open(lock, os.O_CREAT | os.O_EXCL | os.O_WRONLY)
        os.close(handle)
        return _identity(lock)
    except FileExistsError:
        raise BeingWrittenError(lock) from None
    except BaseException:
        if handle is not None:
            lock.unlink()
        raise


def _identity(file: Path) -> tuple[int, int]:
    found = os.stat(file)
    return found.st_dev, found.st_ino
