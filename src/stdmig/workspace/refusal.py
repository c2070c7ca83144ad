"""Why the operating system refused a file, and what to do (入出力の誤り)."""

from __future__ import annotations

import errno
from typing import NamedTuple

from stdmig.words import Text, text


class _Words(NamedTuple):
    """What an error of the system means, and what helps, if anything is known."""

    why: Text
    remedy: Text | None = None


_PERMISSION = _Words(
    text("permission is denied"),
    text("ask whoever looks after it for the right to use it"),
)
_NAMED = text("check how its name is written, and whether its folder is there")
_DISK = text("check whether the disk is in order")
_FULL = text("make room there, or name another place")

_WORDS = {
    errno.ENOENT: _Words(text("there is no such file or folder"), _NAMED),
    errno.EISDIR: _Words(text("it is a folder"), text("name a file instead")),
    errno.ENOTDIR: _Words(text("a part of its path is not a folder"), _NAMED),
    errno.EACCES: _PERMISSION,
    errno.EPERM: _PERMISSION,
    errno.EROFS: _Words(text("the disk is read-only"), text("name another place")),
    errno.ENOSPC: _Words(text("the disk is full"), _FULL),
    errno.EDQUOT: _Words(
        text("the room that you are given on the disk is used up"), _FULL
    ),
    errno.EFBIG: _Words(text("it would be larger than this system allows"), _FULL),
    errno.ENAMETOOLONG: _Words(
        text("its name is too long"), text("give it a shorter one")
    ),
    errno.ELOOP: _Words(
        text("its links lead round in a circle"),
        text("put a file in the place of the link"),
    ),
    errno.EIO: _Words(text("the disk reports an error"), _DISK),
    errno.ESTALE: _Words(text("the network drive was lost"), text("connect it again")),
    errno.EBUSY: _Words(
        text("another program holds it"), text("close that program first")
    ),
    errno.ETXTBSY: _Words(
        text("another program holds it"), text("close that program first")
    ),
    errno.EMFILE: _Words(text("too many files are open"), text("try again later")),
    errno.ENFILE: _Words(text("too many files are open"), text("try again later")),
    errno.ENXIO: _Words(text("nobody is there to take it"), text("name a file")),
    errno.EPIPE: _Words(text("whoever was to take it has gone"), text("name a file")),
    errno.EBADF: _Words(text("it is closed"), text("name a file with --output")),
}


class UnfitError(OSError):
    """A file that the system would give, and that is not read all the same."""

    def __init__(self, why: Text) -> None:
        super().__init__()
        self.why = why


def refusal(error: OSError) -> Text | str:
    """Return why a file was refused; rare reasons stay as the system words them."""
    if isinstance(error, UnfitError):
        return error.why
    known = _WORDS.get(error.errno or 0)
    return known.why if known else error.strerror or str(error)


def remedy(error: OSError) -> Text | None:
    """Return what to do about a file that was refused; None where nobody knows."""
    known = _WORDS.get(error.errno or 0)
    return known.remedy if known else None
