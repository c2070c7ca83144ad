"""Rows to CSV that a spreadsheet opens as text, never as formulas (CSV)."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from stdmig.render.one_line import UNSEEN
from stdmig.render.verbatim import Verbatim

Encoding = Literal["utf-8", "cp932"]

# A spreadsheet may take the full-width signs for their plain ones.
_FORMULA = frozenset("=+-@＝＋－＠\t\r\n")

# Line breaks may stand in a cell; half a pair is a byte of a file's name, see below.
_UNSEEN = re.compile(f"(?![\r\ud800-\udfff])[{UNSEEN}]")


class Unwritable(NamedTuple):
    """
    A cell that the wanted encoding cannot hold.

    Attributes
    ----------
    row, column
        From 1, the header being row 1.
    heading
        Name of the column.
    characters
        What cannot be written, each once.
    """

    row: int
    column: int
    heading: str
    characters: str


def table(
    header: Sequence[str], rows: Iterable[Sequence[object]], encoding: Encoding
) -> tuple[bytes, list[Unwritable]]:
    """
    Return a table as spreadsheets in Japan read it: byte order mark, CRLF.

    Texts that a spreadsheet would take for a formula get an apostrophe in front;
    numbers stay numbers. None is an empty cell. What would turn around the cells beside
    it becomes U+FFFD, but in what is `Verbatim`.

    Returns
    -------
    The bytes, and the cells that `encoding` cannot hold; the bytes are empty where
    there are any, so that nothing is ever lost without notice.
    """
    cells = [list(header), *([_cell(value) for value in row] for row in rows)]
    if encoding == "cp932":
        refused = _refused(header, cells)
        if refused:
            return b"", refused
    stream = io.StringIO(newline="")
    csv.writer(stream, lineterminator="\r\n").writerows(cells)
    codec = "utf-8-sig" if encoding == "utf-8" else encoding
    # A file name that is no Unicode is escaped; nothing else can need it.
    return stream.getvalue().encode(codec, "backslashreplace"), []


def _cell(value: object) -> str:
    if value is None:
        return ""
    if not isinstance(value, str):
        return str(value)
    told = str(value) if isinstance(value, Verbatim) else _UNSEEN.sub("\ufffd", value)
    guarded = told[:1] in _FORMULA or told.lstrip()[:1] in _FORMULA
    return f"'{told}" if guarded and told.strip() else told


def _refused(header: Sequence[str], rows: list[list[str]]) -> list[Unwritable]:
    found = []
    for row, cells in enumerate(rows, start=1):
        for column, cell in enumerate(cells, start=1):
            lost = "".join(dict.fromkeys(each for each in cell if _is_lost(each)))
            if lost:
                found.append(Unwritable(row, column, header[column - 1], lost))
    return found


def _is_lost(character: str) -> bool:
    """Return whether a character cannot be written and read back as itself."""
    try:
        return character.encode("cp932").decode("cp932") != character
    except UnicodeError:
        return True
