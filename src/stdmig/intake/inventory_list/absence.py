"""Cells that say that there is nothing, instead of naming it (該当なし・手作業)."""

from __future__ import annotations

import re

from stdmig.intake.inventory_list.plain import folded
from stdmig.intake.inventory_list.rows import Filled, Row
from stdmig.intake.inventory_list.table import Table

_NAMING = ("unit.vendor", "unit.package", "unit.name", "contract.counterparty")
"""What names something installed, or who supplies it."""

_SECTION = "unit.section"
_BLANK = re.compile(r"[-ー―‐–—/~]+|なし|無し?|N/?A")
_NONE = re.compile(
    r"該当(?:なし|無し|しない)|非該当|対象外|未実施|実施(?:していない|せず|なし|無し)"
    r"|(?:国|都|道|府|.{0,6}県|広域連合|.{0,8}組合|他(?:市|町|村)|委託先)(?:が|で|にて|において)"
    r"(?:実施|対応|処理|所管|行う|行っている|事務)?.{0,4}"
)
_BY_HAND = re.compile(
    r".*(?:EXCEL|エクセル|表計算|手作業|手書き|手計算|紙(?:台帳|で|管理|ベース)|ACCESSで|アクセスで"
    r"|ワープロ|システム(?:なし|無し|未導入)|未導入|導入(?:なし|無し|していない)).*"
)


def without_nothing(table: Table) -> Table:
    """
    Return a table whose rows no longer take 該当なし or Excelで管理 for a name.

    What a row says instead is kept in `Row.absent` and `Row.by_hand`. Where something
    else of the row names a product or a vendor, only blanks and sections are emptied.
    """
    if table.ours:
        return table
    rows = tuple(_without_nothing(row) for row in table.body.rows)
    return table._replace(body=table.body._replace(rows=rows))


def _without_nothing(row: Row) -> Row:
    if not row.words("system.name") and not row.words("system.id"):
        return row
    told = {field: row.get(field) for field in (*_NAMING, _SECTION)}
    filled = {field: cell for field, cell in told.items() if cell is not None}
    blank = {field for field, cell in filled.items() if _is(_BLANK, cell)}
    absent = {field for field, cell in filled.items() if _is(_NONE, cell)}
    by_hand = {field for field, cell in filled.items() if _is(_BY_HAND, cell)}
    nothing = blank | absent | by_hand
    if any(field in filled and field not in nothing for field in _NAMING):
        emptied = blank | ((absent | by_hand) & {_SECTION})
        return row._replace(cells=_cells_without(row, emptied))
    note = row.get("unit.note")
    said = [filled[field] for field in filled if field in by_hand]
    if note is not None and _is(_BY_HAND, note):
        said.append(note)
    return row._replace(
        cells=_cells_without(row, nothing),
        absent=next((filled[field] for field in filled if field in absent), None),
        by_hand=next(iter(said), None),
    )


def _is(pattern: re.Pattern[str], cell: Filled) -> bool:
    return bool(pattern.fullmatch(folded(cell.words)))


def _cells_without(row: Row, fields: set[str]) -> dict[str, Filled]:
    keys = {f"{field}#0" for field in fields}
    return {key: cell for key, cell in row.cells.items() if key not in keys}
