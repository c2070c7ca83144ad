"""What the cells of the steps say (進捗ステータスの読取り)."""

from __future__ import annotations

from stdmig.intake.inventory_list.plain import folded
from stdmig.intake.sheet.sheet import CellValue
from stdmig.inventory.progress import Status
from stdmig.inventory.status_words import status_of


def state_of(value: CellValue) -> Status | None:
    """Return the state that a cell names; None where it is none of the four."""
    return status_of(folded(value)) if isinstance(value, str) else None
