"""A cell that lists several systems, name by name (業務の列記)."""

from __future__ import annotations

import re

from stdmig.intake.inventory_list.recognise import is_one_name, recognise

_BETWEEN = re.compile(r"([\n、，,;；・･/／＋+＆&]|及び|並びに)")
_OPENING, _CLOSING = "([{（［｛「『【〈《", ")]}）］｝」』】〉》"


def name_parts(written: str) -> tuple[str, ...]:
    """
    Return the names that a cell lists, in its order; one where it lists none.

    What stands in brackets stays with its name, and a name with a mark in it, such as
    子ども・子育て支援, stays whole.
    """
    parts: list[str] = []
    depth = 0
    begin = 0
    marks: list[str] = []
    for match in _BETWEEN.finditer(written):
        before = written[begin : match.start()]
        depth = _depth(written[: match.start()])
        if depth > 0:
            continue
        parts.append(before)
        marks.append(match[0])
        begin = match.end()
    parts.append(written[begin:])
    return _rejoined(parts, marks)


def _depth(written: str) -> int:
    opened = sum(each in _OPENING for each in written)
    return opened - sum(each in _CLOSING for each in written)


def _rejoined(parts: list[str], marks: list[str]) -> tuple[str, ...]:
    joined = [parts[0]]
    for mark, part in zip(marks, parts[1:], strict=True):
        both = f"{joined[-1]}{mark}{part}"
        if mark not in "\n、，,;；" and is_one_name(both):
            joined[-1] = both
        else:
            joined.append(part)
    return tuple(stripped for each in joined if (stripped := each.strip()))


def says_nothing(part: str) -> bool:
    """Return whether a part is none but general words: ほか, 等, 管理."""
    meant = recognise(part)
    bare = re.sub(r"ほか|他|など|その他|一式|外", "", part).strip()
    return not bare or (meant.exact and not meant.candidates and not meant.beyond)
