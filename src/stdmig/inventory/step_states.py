"""The state of every step, and the steps of every state (ステップの状態)."""

from __future__ import annotations

from collections.abc import Iterable

from stdmig.inventory.progress import Status
from stdmig.inventory.step_records import StepRecord, numbers

NAMED: tuple[Status, ...] = ("done", "started", "not_applicable")
"""Those whose steps a record names; the others are not begun."""

_UNNAMED: Status = "not_started"
"""What a step is that nobody has named."""


def states_of(record: StepRecord, count: int) -> dict[int, Status] | None:
    """Return the state of each step; None where only their counts are recorded."""
    if record.counts is not None:
        return None
    states = dict.fromkeys(range(1, count + 1), _UNNAMED)
    for state in NAMED:
        states |= dict.fromkeys(numbers(getattr(record, state)), state)
    return states


def spans(steps: Iterable[int]) -> list[str | int]:
    """Return steps as a file writes them: ``[1-23, 25]``."""
    runs: list[list[int]] = []
    for number in sorted(set(steps)):
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return [first if first == last else f"{first}-{last}" for first, last in runs]
