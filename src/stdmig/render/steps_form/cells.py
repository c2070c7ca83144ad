"""Cells of a worksheet replaced in its XML, all else byte for byte (セルの差替え)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple
from xml.parsers.expat import ParserCreate
from xml.sax.saxutils import escape

from stdmig.diagnostics.location import column_letters
from stdmig.render.steps_form.package import UnfitWorkbookError

_MAIN = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
)
_TAG = re.compile(rb"""<([\w.:-]+)((?:[^>"']|"[^"]*"|'[^']*')*?)(/?)>""")
_DROPPED = re.compile(rb"""\s(?:t|cm|vm)\s*=\s*(?:"[^"]*"|'[^']*')""")
_DECLARED = re.compile(rb"""(?:\xef\xbb\xbf)?<\?xml[^>]*encoding=["']([\w-]+)""")
_PLACE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")

Place = tuple[int, int]
"""Row and column of a cell, from 0."""


class Filled(NamedTuple):
    """
    A worksheet's part with other cells.

    Attributes
    ----------
    kept
        Places that hold a formula, or whose row has no cells: they stay.
    """

    data: bytes
    kept: tuple[Place, ...]


class _Cell(NamedTuple):
    """Where a cell stands in the part; it reckons where it has a formula."""

    start: int
    end: int
    reckons: bool


class _Row(NamedTuple):
    """Where a row begins and ends within the part; `style` is that of its cells."""

    start: int
    inside: int
    end: int
    style: str | None


def filled(part: bytes, words: Mapping[Place, str]) -> Filled:
    """
    Return a worksheet in which some cells hold other texts.

    A cell keeps its format; one that is not there yet takes that of its row or
    column.

    Raises
    ------
    UnfitWorkbookError
        Where the part is not written in UTF-8.
    xml.parsers.expat.ExpatError
        Where it is damaged.
    """
    found = _Walk(part, {row for row, _ in words})
    patches: list[tuple[int, int, bytes]] = []
    kept: list[Place] = []
    for place, told in sorted(words.items()):
        row = found.rows.get(place[0])
        cell = found.cells.get(place)
        if row is None or row.inside == row.end or (cell and cell.reckons):
            kept.append(place)
        elif cell is not None:
            tag = _TAG.match(part, cell.start)
            if tag is None:
                raise UnfitWorkbookError
            kept_attributes = _DROPPED.sub(b"", tag[2]).rstrip()
            new = _written(tag[1], kept_attributes, told)
            patches.append((cell.start, cell.end, new))
        else:
            name = _name_beside(part, row)
            attributes = f' r="{column_letters(place[1] + 1)}{place[0] + 1}"'
            style = row.style or found.styles.get(place[1])
            if style is not None:
                attributes += f' s="{style}"'
            at = _after(found.cells, place, row)
            patches.append((at, at, _written(name, attributes.encode(), told)))
    return Filled(_patched(part, patches), tuple(kept))


def _written(name: bytes, attributes: bytes, told: str) -> bytes:
    """Return a cell that holds a text of its own."""
    prefix = name[: name.rfind(b":") + 1]
    inner = escape(told).encode("utf-8")
    return b'<%b%b t="inlineStr"><%bis><%bt>%b</%bt></%bis></%b>' % (
        *(name, attributes, prefix, prefix, inner, prefix, prefix, name),
    )


def _name_beside(part: bytes, row: _Row) -> bytes:
    """Return what a cell is called in the part of a row, with its prefix."""
    tag = _TAG.match(part, row.start)
    if tag is None:
        raise UnfitWorkbookError
    return tag[1][: tag[1].rfind(b":") + 1] + b"c"


def _after(cells: Mapping[Place, _Cell], place: Place, row: _Row) -> int:
    """Return where a new cell is put: behind the ones to its left."""
    left = (
        cells[place[0], column].end
        for column in range(place[1] - 1, -1, -1)
        if (place[0], column) in cells
    )
    return next(left, row.inside)


def _patched(part: bytes, patches: list[tuple[int, int, bytes]]) -> bytes:
    pieces, at = [], 0
    for start, end, new in sorted(patches, key=lambda each: each[:2]):
        pieces += [part[at:start], new]
        at = end
    return b"".join([*pieces, part[at:]])


class _Walk:
    """
    The rows that are wanted, and their cells, found in the bytes of a worksheet.

    Attributes
    ----------
    styles
        Of columns, for cells that are not there.
    """

    def __init__(self, part: bytes, wanted: set[int]) -> None:
        if part.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in part[:200]:
            raise UnfitWorkbookError
        declared = _DECLARED.match(part)
        if declared is not None and declared[1].lower() not in (b"utf-8", b"us-ascii"):
            raise UnfitWorkbookError
        self.part, self.wanted = part, wanted
        self.rows: dict[int, _Row] = {}
        self.cells: dict[Place, _Cell] = {}
        self.styles: dict[int, str] = {}
        self._row, self._column, self._depth = -1, -1, 0
        self._row_at, self._cell_at, self._reckons = 0, 0, False
        self._style: str | None = None
        self._parser = ParserCreate(namespace_separator=" ")
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.Parse(part, True)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        kind = _kind(name)
        if kind == "col":
            self._put_styles(attributes)
        elif kind == "row":
            written = attributes.get("r", "")
            self._row = int(written) - 1 if written.isdigit() else self._row + 1
            self._column = -1
            self._row_at = self._parser.CurrentByteIndex
            formatted = attributes.get("customFormat") in ("1", "true")
            self._style = attributes.get("s") if formatted else None
        elif self._row not in self.wanted:
            return
        elif kind == "c":
            place = _PLACE.fullmatch(attributes.get("r", ""))
            self._column = _column(place[1]) if place else self._column + 1
            self._cell_at = self._parser.CurrentByteIndex
            self._reckons = False
        elif kind == "f":
            self._reckons = True

    def _end(self, name: str) -> None:
        kind = _kind(name)
        if self._row not in self.wanted or kind not in ("row", "c"):
            return
        begin = self._row_at if kind == "row" else self._cell_at
        tag = _TAG.match(self.part, begin)
        if tag is None:
            raise UnfitWorkbookError
        end = tag.end()
        if not tag[3]:
            end = self.part.index(b">", self._parser.CurrentByteIndex) + 1
        if kind == "c":
            made = _Cell(begin, end, self._reckons)
            self.cells[self._row, self._column] = made
            return
        inside = end if tag[3] else tag.end()
        self.rows[self._row] = _Row(begin, inside, end, self._style)

    def _put_styles(self, attributes: dict[str, str]) -> None:
        first, last = attributes.get("min", ""), attributes.get("max", "")
        if "style" in attributes and first.isdigit() and last.isdigit():
            for column in range(int(first) - 1, min(int(last), _WIDEST)):
                self.styles[column] = attributes["style"]


_WIDEST = 16_384
"""Columns of a sheet."""


def _kind(name: str) -> str | None:
    """Return the local name of an element of a worksheet, without its namespace."""
    space, _, kind = name.rpartition(" ")
    return kind if space in _MAIN else None


def _column(letters: str) -> int:
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - ord("A") + 1
    return column - 1
