"""The text of a string in a workbook, without its readings (文字列)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
"""The namespace of worksheets, as ElementTree writes it before a tag."""

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def text_of(element: Element) -> str:
    """
    Return the text of a shared string, an inline string or a comment.

    Readings (ふりがな, ``rPh``), which Excel keeps beside what was typed with an input
    method, do not belong to it. What XML cannot hold stands there as ``_x0007_``.
    """
    words = ""
    for child in element:
        if child.tag == f"{MAIN}t":
            words += child.text or ""
        elif child.tag == f"{MAIN}r":
            words += child.findtext(f"{MAIN}t") or ""
    if "_x" not in words:
        return words
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), words)
