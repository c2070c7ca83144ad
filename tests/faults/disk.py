"""A disk that fails at a call of one's choice (故障するディスク)."""

from __future__ import annotations

import builtins
import errno
import io
import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

WRITING = frozenset(
    {
        *("open-w", "write", "fsync", "chmod", "replace", "rename"),
        *("link", "unlink", "mkdir", "rmdir"),
    }
)
"""Calls that change what is on a disk."""

READING = frozenset(
    {"open-r", "read", "stat", "lstat", "scandir", "listdir", "readlink"}
)
"""Calls that only look."""

_WITH_PATHS = (
    "chmod link listdir lstat mkdir readlink rename replace rmdir scandir stat unlink"
)


class Disk:
    """
    Counts the calls below a folder, and lets one of them fail.

    Parameters
    ----------
    root
        The folder; what lies elsewhere (the program itself) always works.
    kinds
        Which calls count.
    at
        The number of the call that fails, from 1; 0 lets all of them work.
    fault
        What is raised.
    after
        Whether the call does its work before the fault, as it is with Ctrl-C.
    lasting
        Whether all later calls that write new content fail too, as on a full disk.

    Attributes
    ----------
    calls
        What was called, in order: the kind, and the name at the end of the path.
    outside
        Files elsewhere that were opened to be written.
    """

    def __init__(
        self,
        root: Path,
        kinds: frozenset[str],
        at: int = 0,
        fault: Callable[[], BaseException] | None = None,
        *,
        after: bool = False,
        lasting: bool = False,
    ) -> None:
        self._root = os.path.realpath(root)
        self._kinds, self._at, self._fault = kinds, at, fault
        self._after, self._lasting = after, lasting
        self._handles: dict[int, str] = {}
        self._open, self._io_open, self._fdopen = os.open, io.open, os.fdopen
        self.calls: list[tuple[str, str]] = []
        self.outside: list[str] = []

    @property
    def failed(self) -> tuple[str, str] | None:
        """Return the call that failed; None where there were fewer."""
        return self.calls[self._at - 1] if 0 < self._at <= len(self.calls) else None

    @contextmanager
    def in_place(self) -> Iterator[None]:
        """Stand between the program and the system."""
        calls = {name: self._of_path(name) for name in _WITH_PATHS.split()}
        calls["open"], calls["fdopen"] = self._opened, self._stream_of
        calls["fsync"] = self._of_handle("fsync", os.fsync)
        with ExitStack() as stack:
            for name, call in calls.items():
                stack.enter_context(patch.object(os, name, call))
            stack.enter_context(patch.object(io, "open", self._stream))
            stack.enter_context(patch.object(builtins, "open", self._stream))
            yield

    def _counts(self, kind: str, path: object) -> bool:
        """Note a call down; return whether it is the one that fails."""
        if kind not in self._kinds or not self._is_below(path):
            return False
        self.calls.append((kind, os.path.basename(os.fsdecode(path))))  # type: ignore[arg-type]
        if self._lasting and kind in ("open-w", "write", "mkdir", "fsync"):
            return 0 < self._at <= len(self.calls)
        return len(self.calls) == self._at

    def _is_below(self, path: object) -> bool:
        if not isinstance(path, str | bytes | os.PathLike):
            return False
        absolute = os.path.abspath(os.fsdecode(path))
        return absolute == self._root or absolute.startswith(self._root + os.sep)

    def around(self, kind: str, path: object, work: Callable[[], Any]) -> Any:
        """Do what a call does, or fail."""
        fails = self._counts(kind, path)
        if fails and not self._after:
            raise self._told(path)
        try:
            return work()
        finally:
            # Where the call itself finds nothing too.
            if fails:
                raise self._told(path)

    def _told(self, path: object) -> BaseException:
        assert self._fault is not None
        fault = self._fault()
        if isinstance(fault, OSError) and fault.filename is None:
            fault.filename = os.fspath(path)  # type: ignore[call-overload]
        return fault

    def _of_path(self, name: str) -> Callable[..., Any]:
        real = getattr(os, name)

        def call(path: Any = ".", *args: Any, **kwargs: Any) -> Any:
            return self.around(name, path, lambda: real(path, *args, **kwargs))

        return call

    def _of_handle(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(handle: int) -> Any:
            path = self._handles.get(handle)
            return self.around(name, path, lambda: real(handle))

        return call

    def _opened(self, path: Any, flags: int, *args: Any, **kwargs: Any) -> int:
        writes = bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))
        if writes and not self._is_below(path):
            self.outside.append(os.fsdecode(path))

        def work() -> int:
            handle = self._open(path, flags, *args, **kwargs)
            self._handles[handle] = os.fsdecode(path)
            return handle

        handle: int = self.around("open-w" if writes else "open-r", path, work)
        return handle

    def _stream_of(self, handle: int, mode: str = "r", *args: Any, **kw: Any) -> Any:
        path = self._handles.get(handle)
        if not self._is_below(path) or "b" not in mode:
            return self._fdopen(handle, mode, *args, **kw)
        return _buffered(_Raw(handle, mode.replace("b", ""), self, path))

    def _stream(self, file: Any, mode: str = "r", *args: Any, **kwargs: Any) -> Any:
        writes = bool({*mode} & {*"wxa+"})
        if writes and not isinstance(file, int) and not self._is_below(file):
            self.outside.append(os.fsdecode(file))
        if not self._is_below(file) or "b" not in mode:
            return self._io_open(file, mode, *args, **kwargs)
        opener = kwargs.get("opener")

        def work() -> Any:
            return _Raw(file, mode.replace("b", ""), self, file, opener)

        if opener is not None:
            # It calls `os.open`, which is counted there.
            return _buffered(work())
        return _buffered(self.around("open-w" if writes else "open-r", file, work))


class _Raw(io.FileIO):
    """A file of the disk without a buffer."""

    def __init__(
        self, file: Any, mode: str, disk: Disk, path: Any, opener: Any = None
    ) -> None:
        super().__init__(file, mode, opener=opener)
        self._disk, self._path = disk, path

    def write(self, data: Any) -> int:
        written: int = self._disk.around("write", self._path, lambda: self._put(data))
        return written

    def _put(self, data: Any) -> int:
        return super().write(data) or 0

    def readinto(self, buffer: Any) -> int:
        number: int = self._disk.around("read", self._path, lambda: self._get(buffer))
        return number

    def _get(self, buffer: Any) -> int:
        return super().readinto(buffer) or 0

    def readall(self) -> bytes:
        got: bytes = self._disk.around("read", self._path, lambda: self._all())
        return got

    def _all(self) -> bytes:
        return super().readall()


def _buffered(raw: _Raw) -> Any:
    return io.BufferedWriter(raw) if raw.writable() else io.BufferedReader(raw)


def refused(number: int) -> Callable[[], OSError]:
    """Return what makes an error of the system; its file is named by the disk."""
    return lambda: OSError(number, os.strerror(number))


FAULTS = (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS, errno.EDQUOT)
"""How a disk refuses to be written to, one after the other."""
