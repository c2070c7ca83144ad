"""The bytes of a file that somebody named or wrote, within bounds (読込み)."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from stdmig.inventory.source import MAX_BYTES
from stdmig.words import text
from stdmig.workspace.refusal import UnfitError


def read_input(path: Path, limit: int = MAX_BYTES) -> bytes:
    """
    Return the bytes of a regular file; the one way in which bytes come in.

    A pipe could be waited for without end, and a device gives bytes without end:
    neither is opened. Of a file no more than `limit` bytes and one are ever read,
    whatever its size is said to be.

    Raises
    ------
    OSError
        If the system refuses it; `UnfitError` if it is no regular file or too large.
        `refusal` has the words for both.
    ValueError
        If no file can have such a name.
    """
    # Looked at before it is opened: opening a pipe waits for somebody to write.
    refuse_unfit(os.stat(path), limit)
    with os.fdopen(os.open(path, _FLAGS), "rb") as stream:
        # What was a file a moment ago may be something else by now.
        refuse_unfit(os.fstat(stream.fileno()), limit)
        data = stream.read(limit + 1)
    if len(data) > limit:
        raise _too_large(limit)
    return data


_FLAGS = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)


def refuse_unfit(found: os.stat_result, limit: int | None = None) -> None:
    """
    Raise an error for what is no regular file, or larger than a limit.

    Raises
    ------
    OSError
        See `read_input`.
    """
    if stat.S_ISDIR(found.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not stat.S_ISREG(found.st_mode):
        raise UnfitError(text("it is a pipe or a device, not a file"))
    if limit is not None and found.st_size > limit:
        raise _too_large(limit)


def _too_large(limit: int) -> UnfitError:
    return UnfitError(text("the file has more than {limit} bytes", limit=limit))
