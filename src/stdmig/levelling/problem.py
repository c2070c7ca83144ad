"""Which start to choose for every task: the bare problem (着手日の選択問題)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

Objective = Literal["peak", "squares", "early"]
"""What is made small: the lead section's peak, the squares of all loads, the starts."""

OBJECTIVES: tuple[Objective, ...] = ("peak", "squares", "early")
"""All of them, in the order in which they count where nobody says otherwise."""

Choice: TypeAlias = tuple[int, ...]
"""For every activity, which of its options was taken."""


class Activity(NamedTuple):
    """
    A task that is to be placed.

    An option is a start that is allowed. Options are in the order of time: a later
    one neither starts nor ends earlier.

    Attributes
    ----------
    name
        Id of the task, with that of its municipality where there are several.
    starts, ends
        Per option, its first period and the one after its last.
    eagerness
        How much each period of delay counts in "as early as possible".
    """

    name: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    eagerness: int = 1


class Arc(NamedTuple):
    """
    An activity that waits for another (先行関係).

    Attributes
    ----------
    before, after
        Places of the two activities.
    first
        Per option of `before`, the first option of `after` that may follow; the number
        of its options where none may. It never falls.
    """

    before: int
    after: int
    first: tuple[int, ...]


class Lapse(NamedTuple):
    """
    An activity that must not start too long after another (失効).

    Attributes
    ----------
    before, after
        Places of the two activities.
    last
        Per option of `before`, the last option of `after` that is allowed; −1 where
        none is. It never falls.
    """

    before: int
    after: int
    last: tuple[int, ...]


class Resource(NamedTuple):
    """
    Who does the work: the load counts in every period that an activity touches.

    Attributes
    ----------
    name
        What it is called in messages of the solver.
    demands
        Activities and how much each takes, in the units of the problem.
    capacity
        Per period, how much can be done; None where there is no limit.
    peak
        Whether its peak is made small (the lead section, 推進課). Several such
        resources (of several municipalities) add up their peaks.
    squares
        Whether its load counts in the sum of squares.
    """

    name: str
    demands: tuple[tuple[int, int], ...]
    capacity: tuple[int, ...] | None = None
    peak: bool = False
    squares: bool = False


@dataclass(frozen=True)
class Problem:
    """
    Activities, what they wait for, and who does them.

    Attributes
    ----------
    periods
        Number of periods; months in the product.
    activities, arcs, lapses, resources
        An arc's `before` may stand anywhere; the arcs make no circle.
    """

    periods: int
    activities: tuple[Activity, ...]
    arcs: tuple[Arc, ...]
    resources: tuple[Resource, ...]
    lapses: tuple[Lapse, ...] = ()
