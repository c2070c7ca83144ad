"""By when a system must be begun to keep its cutover, sample by sample (着手の期限)."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from stdmig.risk.grid import SplitDuration, Value, look, taken_apart
from stdmig.risk.model import Model, Run, arrival, latest_of
from stdmig.risk.way_back import Back, Gate

NEVER = -1
"""No start is early enough."""

_FEW = 8
"""So many days on which a gate starts are looked at one by one."""


class LatestStarts:
    """
    The latest starts of one chunk of samples.

    What several systems have in common is reckoned once.
    """

    def __init__(self, model: Model, drawn: Sequence[Value], run: Run) -> None:
        self._model = model
        self._drawn = drawn
        self._run = run
        self._split: dict[tuple[int, ...], SplitDuration] = {}
        self._beyond: dict[tuple[int, int], Value] = {}

    def of(self, back: Back, limit: Value) -> Value:
        """
        Return the latest day to begin what has not begun, or `NEVER`.

        From that day on all work must go as it was drawn.

        Parameters
        ----------
        back
            The way back.
        limit
            The day by which it must be over, on the grid.
        """
        late = self._late(back, limit)
        starts = [late[place] for place in back.firsts]
        if back.gate is not None:
            starts.append(self._through(back.gate, late[back.gate.place]))
        first = _earliest(starts)
        stops = [day > late[place] for place, day in back.floors]
        for holds_up, each in back.fixed:
            bound = limit if holds_up is None else late[holds_up]
            stops.append(arrival(each, self._run.finish) > bound)
        for stop in stops:
            first = np.where(stop, NEVER, first)
        return first

    def _late(self, back: Back, limit: Value) -> dict[int, Value]:
        """Return the late start of every step, by the first of its places."""
        late: dict[int, Value] = {}
        for step in back.steps:
            limits = [limit] if step.at_end else []
            for place, each in step.after:
                day = late[place]
                if each.back is not None:
                    day = look(each.back, np.maximum(day, 0) >> 5)
                limits.append(day)
            head = step.places[0]
            rule = self._model.work_rule(head)
            late[head] = rule.start(_earliest(limits), self._longest(step.places))
        return late

    def _longest(self, places: tuple[int, ...]) -> SplitDuration:
        """Return the longest duration of some tasks, sample by sample."""
        if places not in self._split:
            days = latest_of([self._drawn[place] for place in places])
            self._split[places] = taken_apart(days)
        return self._split[places]

    def _through(self, gate: Gate, late: Value) -> Value:
        """Return the latest day to begin what lies beyond a gate."""
        starts = np.asarray(late)
        day = int(starts.max())
        first = self._beyond_of(gate, day)
        for _ in range(_FEW):
            earlier = starts < day
            if not earlier.any():
                return first
            day = int(starts.max(where=earlier, initial=np.iinfo(np.int32).min))
            first = np.where(earlier, self._beyond_of(gate, day), first)
        return self.of(gate.back, late)

    def _beyond_of(self, gate: Gate, day: int) -> Value:
        key = gate.place, day
        if key not in self._beyond:
            self._beyond[key] = self.of(gate.back, day)
        return self._beyond[key]


def _earliest(days: Sequence[Value]) -> Value:
    """Return the earliest of some days, sample by sample."""
    earliest, *others = days
    for each in others:
        earliest = np.minimum(earliest, each)
    return earliest
