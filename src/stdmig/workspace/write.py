"""Put bytes into a file whole, or not at all (書出し)."""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Draft:
    """
    Content that lies complete beside its target, not yet in its place (下書き).

    Attributes
    ----------
    target
        What it becomes.
    name
        Where it lies; None where the target is no file and is written to as it is.
    """

    target: Path
    data: bytes
    name: str | None

    def publish(self) -> None:
        """Put the content in its place at one stroke."""
        if self.name is None:
            self.target.write_bytes(self.data)
        else:
            os.replace(self.name, self.target)

    def discard(self) -> None:
        """Forget it; what was published stays."""
        if self.name is not None:
            with suppress(OSError):
                os.unlink(self.name)


def draft(path: Path, data: bytes) -> Draft:
    """
    Write content beside its target, so that nothing but its name is left to change.

    A link's target is replaced, not the link. What is no file (a pipe, a device) is
    written to when the draft is published.

    Raises
    ------
    OSError
        If the folder cannot be written to, or the path is a folder.
    """
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if path.exists() and not path.is_file():
        return Draft(path, data, None)
    target = resolved(path) if path.is_symlink() else path
    handle, name = tempfile.mkstemp(prefix=PREFIX, dir=target.parent)
    made = Draft(target, data, name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(name, _mode(target))
    except BaseException:
        made.discard()
        raise
    return made


def resolved(path: Path) -> Path:
    """
    Return the file that a path leads to, through every link.

    Raises
    ------
    OSError
        If links lead round in a circle.
    """
    target = Path(os.path.realpath(path))
    if target.is_symlink():
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
    return target


# The target's own name may be as long as the disk allows.
PREFIX = ".stdmig-"
"""How the names of drafts begin."""


def encoded(result: str | bytes) -> bytes:
    """Return a machine format as its bytes: UTF-8, whatever the console."""
    if isinstance(result, bytes):
        return result
    # A file name that is no Unicode is escaped; nothing else can need it.
    return result.encode("utf-8", "backslashreplace")


def write_whole(path: Path, data: bytes) -> None:
    """
    Replace a file at one stroke: the old or the new content is there, never a part.

    Raises
    ------
    OSError
        If it cannot be written to; the old file is then untouched. See `draft`.
    """
    made = draft(path, data)
    try:
        made.publish()
    finally:
        made.discard()


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """
    Write files into a folder; a new folder appears with all of them, or not at all.

    In a folder that is there already no file takes its place before the content of
    all is on the disk; what else lies in it stays.

    Parameters
    ----------
    files
        By their names; one with ``/`` goes into a folder below, made if new.

    Raises
    ------
    OSError
        If the folder cannot be written to.
    """
    if folder.exists():
        _write_all(folder, files)
    else:
        make_folder(folder, files)


def make_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """
    Make a folder that appears with all of its files.

    Raises
    ------
    OSError
        If it cannot be made, or somebody else has made it and put something into it.
    """
    _make_parents(folder)
    made = Path(tempfile.mkdtemp(prefix=PREFIX, dir=folder.parent))
    try:
        _write_all(made, files)
        os.chmod(made, 0o777 & ~_mask())
        made.rename(folder)
    except BaseException:
        shutil.rmtree(made, ignore_errors=True)
        raise


def _make_parents(folder: Path) -> None:
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR)) from None


def _write_all(folder: Path, files: Mapping[str, bytes]) -> None:
    drafts: list[Draft] = []
    with folders_of([folder / name for name in files]):
        try:
            for name, data in files.items():
                drafts.append(draft(folder / name, data))
            for made in drafts:
                made.publish()
        finally:
            for made in drafts:
                made.discard()


@contextmanager
def folders_of(targets: Sequence[Path]) -> Iterator[None]:
    """Have the folders of files that are to be written; those left empty go again."""
    made: list[Path] = []
    try:
        for target in targets:
            if not target.parent.exists():
                target.parent.mkdir()
                made.append(target.parent)
        yield
    finally:
        # One that holds a file stays: only after a failure are they empty.
        for each in made:
            with suppress(OSError):
                each.rmdir()


def _mode(target: Path) -> int:
    """Return the permissions of the file that is replaced, else the usual ones."""
    try:
        return target.stat().st_mode & 0o777
    except FileNotFoundError:
        return 0o666 & ~_mask()


def _mask() -> int:
    """Return what the user's new files are not allowed."""
    current = os.umask(0)
    os.umask(current)
    return current
