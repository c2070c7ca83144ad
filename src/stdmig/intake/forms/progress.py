"""Steps and live systems of a form (進捗の回答)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from stdmig.dates import shown
from stdmig.intake.forms.cells import Cells
from stdmig.intake.forms.sheets import Row, Ruled
from stdmig.intake.forms.systems import rows_of
from stdmig.intake.inventory_list.standing import LAW
from stdmig.inventory.told_progress import ToldProgress, ToldSteps
from stdmig.words import text

_COUNTS = ("done", "started", "not_applicable")


def read_progress(
    ruled: Ruled,
    names: Mapping[str, str],
    absent: Collection[str],
    steps: int,
    cells: Cells,
) -> tuple[ToldProgress, ...]:
    """
    Return what is told of each system.

    Parameters
    ----------
    names
        Ids of the systems by what they are called.
    absent
        Ids of those that the municipality does not have.
    steps
        How many steps there are.
    cells
        Takes what cannot be used.
    """
    found = []
    for system, row in rows_of(ruled, names, cells):
        since = _since(row, cells)
        if since is not None and system in absent:
            message = text("left out: the system does not apply here")
            cells.left_out(row.cells["since"][1], message)
            since = None
        counted = _steps(row, steps, cells)
        if since is not None or counted is not None:
            found.append(ToldProgress(system, since, counted))
    return tuple(found)


def _since(row: Row, cells: Cells) -> date | None:
    day = cells.first_day(row, "since")
    if day is not None and day < LAW:
        message = text(
            "{day} lies before the law on the standardisation; it was not read as the"
            " first day of the new system",
            day=shown(day),
        )
        cells.left_out(row.cells["since"][1], message)
        return None
    return day


def _steps(row: Row, most: int, cells: Cells) -> ToldSteps | None:
    sound = len(cells.faults)
    counts = {key: cells.number(row, key) for key in _COUNTS}
    # Half of an answer would look like steps that are not begun.
    if len(cells.faults) > sound or all(each is None for each in counts.values()):
        return None
    done, started, not_applicable = (counts[key] or 0 for key in _COUNTS)
    whole = done + started + not_applicable
    if whole > most:
        message = text(
            "{n} steps are told, but there are {most}; they were left out",
            n=whole,
            most=most,
        )
        first = next(key for key in _COUNTS if key in row.cells)
        cells.left_out(row.cells[first][1], message)
        return None
    return ToldSteps(done, started, not_applicable, cells.day(row, "as_of"))
