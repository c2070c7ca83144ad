"""Which tasks are on a chain that sets a cutover, sample by sample (クリティカル度)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from stdmig.risk.grid import Value
from stdmig.risk.model import Model, Run, arrival

Marks = NDArray[np.bool_] | bool
"""Whether something holds, per sample or in all of them."""


def critical(model: Model, run: Run) -> list[Marks]:
    """
    Return, per task, in which samples it is on a chain that sets some cutover.

    A chain goes from a cutover to the tasks that end last before it, and from each
    task to those whose end its start has waited for, windows and votes in between.
    """
    marks: list[Marks] = [False] * len(model.work)
    of_waits: list[Marks] = [False] * len(model.waits)
    for system in model.systems:
        ready = run.ready[system.place]
        binding = run.binding.get(system.place)
        for place in system.tasks:
            mark = _same(run.finish[place], ready)
            if binding is not None:
                mark = mark & np.asarray(binding, np.bool_)
            marks[place] = _either(marks[place], mark)
    waiting = [0] * len(model.waits)
    for work in model.work:
        if work is not None:
            waiting[work.wait] += 1
    for place in range(len(model.work) - 1, -1, -1):
        work = model.work[place]
        if work is None:
            continue
        of_waits[work.wait] = _either(of_waits[work.wait], marks[place])
        waiting[work.wait] -= 1
        if not waiting[work.wait] and of_waits[work.wait] is not False:
            _pass_on(model, run, work.wait, of_waits[work.wait], marks)
    return marks


def _pass_on(
    model: Model, run: Run, wait: int, mark: Marks, marks: list[Marks]
) -> None:
    """Mark the tasks that a start has waited for."""
    floor, arrivals = model.waits[wait]
    alone = floor < 0 and len(arrivals) == 1
    for each in arrivals:
        held = mark
        if not alone:
            same = _same(arrival(each, run.finish), run.starts[wait])
            held = mark & same
        marks[each.place] = _either(marks[each.place], held)


def _same(day: Value, other: Value) -> Marks:
    return np.asarray(day == other)


def _either(mark: Marks, other: Marks) -> Marks:
    return other if mark is False else mark if other is False else mark | other
