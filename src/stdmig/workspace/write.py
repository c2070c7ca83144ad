"""Put bytes into a file whole, or not at all (書出し)."""

from __future__ import annotations

from pathlib import Path

from stdmig.workspace.drafts import Drafts


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
        If it cannot be written to; the old file is then untouched. See `Drafts.add`.
    """
    with Drafts() as drafts:
        drafts.add(path, data).publish()
