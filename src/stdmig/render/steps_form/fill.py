"""States written into a form that somebody else made (様式への書込み)."""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from io import BytesIO
from typing import NamedTuple
from xml.etree.ElementTree import ParseError
from xml.parsers.expat import ExpatError
from zipfile import BadZipFile, ZipFile
from zlib import error as ZlibError

from stdmig.render.steps_form.cells import Place, filled
from stdmig.render.steps_form.package import UnfitWorkbookError, replaced
from stdmig.render.steps_form.parts import part_of, reckoned_anew

_BOOK, _RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"


class FilledForm(NamedTuple):
    """
    A form with other states.

    Attributes
    ----------
    data
        The workbook; None where it cannot be changed safely.
    kept
        Cells that could not be written: they reckon, or do not exist.
    """

    data: bytes | None
    kept: tuple[Place, ...] = ()


def fill_form(data: bytes, sheet: str, words: Mapping[Place, str]) -> FilledForm:
    """
    Return a workbook in which cells of a sheet hold other texts.

    Nothing else of it is touched, but that its formulas are reckoned anew where it has
    any. The caller has looked the archive over: whatever is unpacked here is small.
    """
    if not words:
        return FilledForm(data)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return _filled(data, sheet, words)
        except (UnfitWorkbookError, *_LEAKED):
            return FilledForm(None)


_LEAKED = (
    *(BadZipFile, ZlibError, ParseError, ExpatError, OSError, EOFError),
    *(NotImplementedError, ValueError, KeyError, RuntimeError, OverflowError),
)
"""What comes out of zipfile and expat for files that Excel did not write."""


def _filled(data: bytes, sheet: str, words: Mapping[Place, str]) -> FilledForm:
    with ZipFile(BytesIO(data)) as archive:
        book = archive.read(_BOOK)
        name = part_of(book, archive.read(_RELATIONS), sheet)
        if not name.endswith(".xml"):
            raise UnfitWorkbookError
        made, kept = filled(archive.read(name), words)
        parts = {name: made}
        sheets = [
            each
            for each in archive.namelist()
            if each.startswith("xl/worksheets/") and each.endswith(".xml")
        ]
        if any(_reckons(archive.read(each)) for each in sheets):
            parts[_BOOK] = reckoned_anew(book)
    return FilledForm(replaced(data, parts), kept)


def _reckons(part: bytes) -> bool:
    """Return whether a sheet has formulas."""
    return any(mark in part for mark in (b"<f>", b"<f ", b":f>", b":f "))
