"""What all sheets of a workbook refer to: texts, and formats of days (共通の部分)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast
from xml.etree.ElementTree import fromstring, iterparse

from openpyxl.styles.stylesheet import Stylesheet
from openpyxl.xml.constants import ARC_STYLE, SHARED_STRINGS

from stdmig.intake.sheet.xml_text import MAIN, text_of

if TYPE_CHECKING:
    from openpyxl.reader.excel import ExcelReader

_JAPANESE_DAYS = frozenset({*range(27, 32), *range(34, 37), *range(50, 59)})
"""
Formats of days that Japanese Excel names by number alone, such as 57 for R6.4.1.

ECMA-376 part 1, 18.8.30, lists them for ja-jp; openpyxl knows none of them.
"""


def shared_strings(reader: ExcelReader) -> list[str]:
    """
    Return the texts that cells refer to by number.

    Not openpyxl's own list, which leaves ``_x000D_`` and the like in the texts.
    """
    package: Any = reader.package
    part = package.find(SHARED_STRINGS)
    if part is None:
        return []
    found = []
    with reader.archive.open(part.PartName[1:]) as source:
        for _, element in iterparse(source):
            if element.tag == f"{MAIN}si":
                found.append(text_of(element))
                element.clear()
    return found


def day_formats(reader: ExcelReader) -> tuple[set[int], set[int]]:
    """
    Return the styles of cells that show a number as a day, or as a length of time.

    Fonts, fills and borders are not looked at: openpyxl stops at some that Excel and
    others write, and no value depends on them.
    """
    if ARC_STYLE not in reader.valid_files:
        return set(), set()
    root = fromstring(reader.archive.read(ARC_STYLE))
    for child in list(root):
        if child.tag not in {f"{MAIN}numFmts", f"{MAIN}cellXfs"}:
            root.remove(child)
    # What its stubs do not know of it is what is wanted here.
    sheet: Any = Stylesheet.from_tree(cast(Any, root))
    days = {
        place
        for place, style in enumerate(sheet.cell_styles)
        if style.numFmtId in _JAPANESE_DAYS
    }
    return sheet.date_formats | days, sheet.timedelta_formats
