"""The rules of time of one scenario, per task, link and cutover (時間の規則)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from stdmig.dates import Rule, months
from stdmig.inventory import WorkItem
from stdmig.network import Network


class Duration(NamedTuple):
    """Shortest and longest duration in calendar months (想定月数)."""

    min: int
    max: int


@dataclass(frozen=True, slots=True)
class Timing:
    """
    Monotone maps from day to day.

    Attributes
    ----------
    tasks
        From start to finish (the first day after the last), per task.
    links
        From a predecessor's finish to the earliest start of its successor, for the
        pairs of places that have such a rule; all others may start at once.
    cutovers
        From the day everything is ready to the next day on which a system may be
        cut over, per system that has such a rule.
    """

    tasks: tuple[Rule, ...]
    links: dict[tuple[int, int], Rule] = field(default_factory=dict)
    cutovers: dict[int, Rule] = field(default_factory=dict)


def duration(item: WorkItem, conditions: tuple[str, ...]) -> Duration:
    """
    Return an item's months where `conditions` hold.

    A variant replaces what it gives; its ``up_to`` only records what the source
    notes.
    """
    shortest, longest = item.months.min, item.months.max
    for variant in item.variants:
        if variant.when in conditions:
            shortest = shortest if variant.min is None else variant.min
            longest = longest if variant.max is None else variant.max
    return Duration(min(shortest, longest), longest)


def durations(network: Network) -> tuple[Duration, ...]:
    """Return the months of every task."""
    conditions = network.inventory.template.planning.conditions
    by_item = {
        item.ref: duration(item, conditions)
        for item in network.inventory.procedures.items
    }
    return tuple([by_item[task.item.ref] for task in network.tasks])


def slowest(spans: tuple[Duration, ...]) -> Timing:
    """Return the safe scenario: maximum durations."""
    return Timing(tuple([months(span.max) for span in spans]))


def fastest(spans: tuple[Duration, ...]) -> Timing:
    """Return the scenario of the last chance: minimum durations."""
    return Timing(tuple([months(span.min) for span in spans]))
