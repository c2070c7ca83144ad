"""What the cells of the steps say (進捗ステータスの読取り)."""

from __future__ import annotations

from stdmig.intake.inventory_list.plain import folded
from stdmig.intake.sheet.sheet import CellValue
from stdmig.inventory.progress import Status
from stdmig.inventory.step_states import STATE_WORDS

_STATES = {folded(word): state for state, word in STATE_WORDS.items()} | {
    # The same word without its ending.
    "完了済": "done",
    "完了": "done",
}


def state_of(value: CellValue) -> Status | None:
    """Return the state that a cell names; None where it is none of the four."""
    return _STATES.get(folded(value)) if isinstance(value, str) else None
