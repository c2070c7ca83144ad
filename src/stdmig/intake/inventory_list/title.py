"""The name of the municipality in the title of a list (表題の自治体名)."""

from __future__ import annotations

import re
import unicodedata

from stdmig.diagnostics import Location
from stdmig.intake.inventory_list.plain import one_line
from stdmig.intake.inventory_list.table import Table

_NAME = re.compile(
    r"^(?:(?:東京都|北海道|(?:京都|大阪)府|[^\s\d]{2,3}県))?\s*(?P<name>[^\s\d()・、。:○〇●△□×]{1,8}?[市町村区])"
    r"(?=\s|役|の|基|業|情|住|シ|標|現|システム|における|\)|$)"
)
_NO_NAMES = (
    "市町村",
    "区市町村",
    "市区町村",
    "各市町村",
    "町村",
    "他市町村",
    "当市",
    "当町",
    "当村",
    "本市",
    "本町",
    "本村",
)


def municipality_in_title(table: Table) -> tuple[str, Location] | None:
    """Return the municipality that a title above the table names, and where."""
    for index in range(min(table.header.top, 10)):
        for place, cell in enumerate(table.sheet.rows[index]):
            if cell.spread or not isinstance(cell.value, str):
                continue
            name = _name_in(one_line(cell.value))
            if name is not None:
                return name, table.sheet.place(index, place)
    return None


def _name_in(written: str) -> str | None:
    plain = unicodedata.normalize("NFKC", written).strip("【】 ")
    for part in (plain, *re.findall(r"[(\[](.*?)[)\]]", plain)):
        match = _NAME.match(part.strip())
        if match and match["name"] not in _NO_NAMES:
            return match["name"]
    return None
