"""A workbook's zip archive, looked over before anything in it is read (書庫)."""

from __future__ import annotations

from typing import IO, Any
from zipfile import BadZipFile, ZipFile

from stdmig.intake.sheet.limits import USUAL, Bounds
from stdmig.words import Text, text

_PARTS = 10_000
_BYTES = 200 * 1024 * 1024
"""Of all parts of the archive that are read, unpacked."""

_TAGS = {
    "xl/sharedStrings": 3_000_000,
    "xl/styles": 600_000,
    "": 300_000,
}
"""
Tags in the parts, other than worksheets, whose names begin so.

Reading takes its time for them. A workbook with all of the
64,000 formats that Excel allows some 300,000 in its styles.
"""

_DOCTYPES = tuple("<!DOCTYPE".encode(codec) for codec in ("utf-8", "utf-16-le"))
_ENTITIES = tuple("<!ENTITY".encode(codec) for codec in ("utf-8", "utf-16-le"))

_SPLIT = text(
    "copy the table alone into a new workbook (values only), and read that one"
)


OVERLOOKED = (
    text("the workbook refers to parts that have names which Excel never gives"),
    text("open it in Excel and save it again as an Excel workbook (.xlsx)"),
)
"""What is wrong with a workbook of `OverlookedPartError`, and what to do."""


def oversized(archive: ZipFile, bounds: Bounds = USUAL) -> tuple[Text, Text] | None:
    """
    Return why an archive is not to be read, with what to do; None where it may be.

    What a part says of its size can be trusted: zipfile reads no further than that.
    """
    infos = archive.infolist()
    parts = [info for info in infos if _is_looked_over(info.filename)]
    if len(infos) > _PARTS or sum(info.file_size for info in parts) > _BYTES:
        return text("the workbook is too large once it is unpacked"), _SPLIT
    left = {"xl/worksheets/": bounds.tags, **_TAGS}
    for info in parts:
        data = archive.read(info)
        if any(mark in data for mark in _DOCTYPES + _ENTITIES):
            message = text("the workbook holds definitions that Excel never writes")
            return message, text("do not open it; ask its sender what made it")
        folder = next(name for name in left if info.filename.startswith(name))
        left[folder] -= data.count(b"<")
        if left[folder] < 0:
            return text("the workbook has too many cells or formats"), _SPLIT
    return None


def _is_looked_over(part: str) -> bool:
    """Return whether a part can hold cells; pictures and macros are never opened."""
    return part.endswith((".xml", ".rels"))


class OverlookedPartError(BadZipFile):
    """The workbook refers to a part that nobody has looked over."""


class LookedOver(ZipFile):
    """
    An archive that `oversized` found fit, of which nothing else can be opened.

    Which part holds a sheet, its texts or its comments, other parts say; they can name
    any, with whatever ending.
    """

    def open(self, name: Any, *args: Any, **kwargs: Any) -> IO[bytes]:
        """Open a part that was looked over; raise `OverlookedPartError` for others."""
        if not _is_looked_over(getattr(name, "filename", name)):
            raise OverlookedPartError(str(name))
        return super().open(name, *args, **kwargs)
