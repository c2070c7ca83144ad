"""The designated systems of a form (特定移行支援システムの回答)."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from stdmig.intake.forms.cells import Cells
from stdmig.intake.forms.sheets import Row, Ruled
from stdmig.intake.forms.systems import rows_of
from stdmig.inventory.draft import DraftDesignation, Value
from stdmig.words import text

_VALUES = ("reason", "explanation", "completion")


def read_designated(
    ruled: Ruled, names: Mapping[str, str], absent: Collection[str], cells: Cells
) -> tuple[DraftDesignation, ...]:
    """
    Return the systems that are marked, or of which a reason or a day is told.

    Parameters
    ----------
    names
        Ids of the systems by what they are called.
    absent
        Ids of those that the municipality does not have.
    cells
        Takes what cannot be used.
    """
    found = []
    for system, row in rows_of(ruled, names, cells):
        marked = cells.mark(row, "designated")
        told = [key for key in _VALUES if key in row.cells]
        if marked is False or (marked is None and not told):
            for key in told:
                message = text("left out: the system is not marked as designated")
                cells.left_out(row.cells[key][1], message)
            continue
        if system in absent:
            where = row.cells[next(iter(row.cells.keys() - {"id", "name"}))][1]
            cells.left_out(where, text("left out: the system does not apply here"))
            continue
        values = _values(row, cells)
        if marked or values:
            found.append(DraftDesignation(system, values))
    return tuple(found)


def _values(row: Row, cells: Cells) -> Mapping[str, Value | None]:
    told = {
        "reason": cells.reason(row, "reason"),
        "explanation": cells.words(row, "explanation"),
        "completion": cells.last_day(row, "completion"),
    }
    return {key: value for key, value in told.items() if value is not None}
