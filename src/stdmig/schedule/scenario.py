"""Rules of time with the dates that they give (日程の前提)."""

from __future__ import annotations

from typing import Literal, NamedTuple

from stdmig.inventory.template import Durations
from stdmig.schedule.passes import Backward, Forward
from stdmig.schedule.timing import Timing

ScenarioName = Literal["planned", "safe", "likely", "quick"]
"""Which rules of time: those of the planned dates, the longest, the likely ones with
ordinary budgets, the shortest."""

BY_DURATIONS: dict[Durations, ScenarioName] = {
    "maximum": "safe",
    "likely": "likely",
    "minimum": "quick",
}
"""Which rules of time count with which durations."""


class Scenario(NamedTuple):
    """Rules of time, and what they make of the plan in either direction."""

    timing: Timing
    late: Backward
    early: Forward
