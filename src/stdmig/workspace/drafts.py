"""Contents that lie complete beside their targets (下書き)."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType

from stdmig.workspace.surely import surely

# The target's own name may be as long as the disk allows.
PREFIX = ".stdmig-"
"""How the names of drafts begin."""


class Draft:
    """
    Content that lies complete beside its target, not yet in its place.

    Attributes
    ----------
    path
        What it becomes, as it was named.
    target
        The same behind every link.
    name
        Where it lies; None where the target is no file and is written to as it is.
    """

    def __init__(self, path: Path, data: bytes) -> None:
        self.path, self.data = path, data
        # A link to a pipe (/dev/stdout) leads to no path that could be opened.
        is_file = not is_device(path)
        self.target = resolved(path) if is_file and path.is_symlink() else path
        self.name = hidden_beside(self.target) if is_file else None

    def write(self) -> None:
        """
        Put the content on the disk, under a name of its own.

        It is never open to more people than the file that it replaces.
        """
        if self.name is None:
            return
        mode = _mode(self.target)
        handle = os.open(self.name, _NEW, 0o666 if mode is None else mode)
        with os.fdopen(handle, "wb") as stream:
            stream.write(self.data)
            stream.flush()
            os.fsync(stream.fileno())
        if mode is not None and _mode(self.name) != mode:
            # Some disks know no permissions, and say that they are not permitted.
            with suppress(PermissionError):
                os.chmod(self.name, mode)

    def publish(self) -> None:
        """Put the content in its place at one stroke."""
        with named(self.path):
            if self.name is None:
                self.target.write_bytes(self.data)
            else:
                os.replace(self.name, self.target)

    def discard(self) -> None:
        """Forget it; what was published stays."""
        if self.name is not None:
            with suppress(OSError):
                os.unlink(self.name)


class Drafts:
    """
    Drafts of which none outlives the ``with`` block, whatever ends it.

    A draft is known before anything of it is on the disk: an interruption at any
    moment finds it.
    """

    def __init__(self) -> None:
        self._made: list[Draft] = []

    def __enter__(self) -> Drafts:
        """Begin without a draft."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Remove the drafts that are not published."""
        surely(self._discard)

    def _discard(self) -> None:
        for made in self._made:
            made.discard()

    def add(self, path: Path, data: bytes) -> Draft:
        """
        Write content beside its target, so that nothing but its name is left to change.

        A link's target is replaced, not the link. What is no file (a pipe, a device)
        is written to when the draft is published.

        Raises
        ------
        OSError
            With the path: if the folder cannot be written to, or the path is a folder.
        """
        with named(path):
            if os.path.isdir(path):
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
            made = Draft(path, data)
            self._made.append(made)
            made.write()
        return made


@contextmanager
def named(path: Path) -> Iterator[None]:
    """Let errors name the file that the user knows, not the one beside it."""
    try:
        yield
    except OSError as error:
        error.filename, error.filename2 = os.fspath(path), None
        raise


def hidden_beside(target: Path) -> Path:
    """Return a new name in the folder of a file or folder."""
    return target.parent / f"{PREFIX}{os.urandom(8).hex()}"


def is_device(path: Path) -> bool:
    """Return whether a path leads to what is neither file nor folder."""
    try:
        mode = os.stat(path).st_mode
    except OSError:
        return False
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)


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


_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def _mode(file: Path) -> int | None:
    """Return the permissions of a file; None where there is none."""
    try:
        return stat.S_IMODE(os.stat(file).st_mode) & 0o777
    except FileNotFoundError:
        return None
