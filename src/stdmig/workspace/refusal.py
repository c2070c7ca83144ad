"""Why the operating system refused a file, in words (入出力の誤り)."""

from __future__ import annotations

import errno

from stdmig.words import Text, text

_WORDS = {
    errno.ENOENT: text("there is no such file or folder"),
    errno.EISDIR: text("it is a folder"),
    errno.ENOTDIR: text("a part of its path is not a folder"),
    errno.EACCES: text("permission is denied"),
    errno.EPERM: text("permission is denied"),
    errno.EROFS: text("the disk is read-only"),
    errno.ENOSPC: text("the disk is full"),
    errno.ENAMETOOLONG: text("its name is too long"),
    errno.EFBIG: text("it would be larger than this system allows"),
    errno.ELOOP: text("its links lead round in a circle"),
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
    return _WORDS.get(error.errno or 0) or error.strerror or str(error)
