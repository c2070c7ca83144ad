"""Which part of a workbook holds a sheet, and how it reckons (ブックの構成)."""

from __future__ import annotations

import posixpath
import re
from xml.etree.ElementTree import fromstring

from stdmig.render.steps_form.package import UnfitWorkbookError

_MAIN = (
    "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}",
    "{http://purl.oclc.org/ooxml/spreadsheetml/main}",
)
_RELATION = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id",
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}id",
)
_CALC = re.compile(rb"<((?:\w+:)?)calcPr\b([^>]*?)(/?)>")
_ON_LOAD = re.compile(rb"""\sfullCalcOnLoad\s*=\s*("[^"]*"|'[^']*')""")
_BEFORE = re.compile(
    rb"</(\w+:)?(?:definedNames|externalReferences|functionGroups|sheets)\s*>"
)


def part_of(workbook: bytes, relations: bytes, sheet: str) -> str:
    """
    Return the name of the part that holds a sheet.

    Raises
    ------
    UnfitWorkbookError
        Where the workbook does not say.
    xml.etree.ElementTree.ParseError
        Where it is damaged.
    """
    targets = {each.get("Id"): each.get("Target", "") for each in fromstring(relations)}
    for each in fromstring(workbook).iter():
        if each.tag in {f"{main}sheet" for main in _MAIN} and each.get("name") == sheet:
            wanted = next((each.get(key) for key in _RELATION if each.get(key)), None)
            if wanted in targets:
                target = posixpath.join("xl", targets[wanted])
                if targets[wanted].startswith("/"):
                    target = targets[wanted]
                return posixpath.normpath(target).lstrip("/")
    raise UnfitWorkbookError


def reckoned_anew(workbook: bytes) -> bytes:
    """
    Return the workbook's own part, so that formulas are reckoned when it is opened.

    Their stored results were made from the states that stood there before.

    Raises
    ------
    UnfitWorkbookError
        Where there is no place for that.
    """
    found = _CALC.search(workbook)
    if found is not None:
        rest = _ON_LOAD.sub(b"", found[2])
        told = b"<" + found[1] + b"calcPr" + rest + b' fullCalcOnLoad="1"' + found[3]
        return workbook[: found.start()] + told + b">" + workbook[found.end() :]
    ends = list(_BEFORE.finditer(workbook))
    if not ends:
        raise UnfitWorkbookError
    last = ends[-1]
    told = b"<" + (last[1] or b"") + b'calcPr fullCalcOnLoad="1"/>'
    return workbook[: last.end()] + told + workbook[last.end() :]
