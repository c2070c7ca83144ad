"""What stands above the columns of the form, by what it means (見出しの語)."""

from __future__ import annotations

import re
import unicodedata
from typing import Literal, NamedTuple

from stdmig.intake.inventory_list.plain import one_line, plain
from stdmig.intake.sheet.sheet import CellValue

Field = Literal["prefecture", "code", "name", "system"]

_WORDS: dict[Field, str] = {
    "prefecture": "都道府県 都道府県名 県名",
    "code": (
        "団体コード 市区町村コード 市町村コード 自治体コード 全国地方公共団体コード"
        " 地方公共団体コード 団体CD コード"
    ),
    "name": (
        "市区町村名 市区町村 市町村名 市町村 団体名 団体 自治体名 自治体"
        " 地方公共団体名 地方公共団体"
    ),
    "system": (
        "業務 業務名 業務名称 事務 事務名 標準化対象業務 標準化対象業務名"
        " 標準化対象事務 対象業務 対象業務名 業務システム 業務システム名 対象システム"
    ),
}
_FIELDS = {
    plain(word): field for field, words in _WORDS.items() for word in words.split()
}

_MARK = r"(?:第\s*)?(?:(?:ステップ|STEP|手順|NO)\s*[.:#\-]?\s*)?"
_NUMBER = re.compile(
    rf"{_MARK}[(\[【]?\s*(?P<number>[0-9]{{1,3}})\s*(?:ステップ)?\s*[)\]】]?"
    r"(?P<rest>\s*[.:,、・_\-)]?\s*(?P<name>\S.*)?)",
    re.IGNORECASE,
)


class StepHeading(NamedTuple):
    """What a heading says of a step: its number, its name, or both."""

    number: int | None
    name: str | None


def field_of(value: CellValue | None) -> Field | None:
    """Return what a column is for, apart from those of the steps."""
    return _FIELDS.get(plain(one_line(value))) if isinstance(value, str) else None


def step_heading(value: CellValue) -> StepHeading:
    """
    Return what one cell above a column says: ``24``, ``ステップ24``, ``24 名称``.

    A number that letters follow at once (2次評価) is a part of a name.
    """
    if isinstance(value, bool) or not isinstance(value, str | int):
        return StepHeading(None, one_line(value))
    written = one_line(value)
    folded = unicodedata.normalize("NFKC", written).strip()
    match = _NUMBER.fullmatch(folded)
    if match is None:
        return StepHeading(None, written)
    name = match["name"]
    bare = folded[: match.start("rest")][-1:].isdigit()
    circled = not written[0].isdecimal() and unicodedata.numeric(written[0], 0) > 0
    apart = match["rest"][:1] in " .:,、・_-)"
    if name and bare and not apart and not circled:
        return StepHeading(None, written)
    return StepHeading(int(match["number"]), name and _as_written(name, written))


def _as_written(name: str, written: str) -> str:
    """Return the end of a heading in its own widths, where that can be told."""
    end = written[-len(name) :]
    return end if unicodedata.normalize("NFKC", end) == name else name
