"""Which task's slip hurts most, and which sets a cutover how often (感度)."""

from __future__ import annotations

from typing import NamedTuple

from stdmig.inventory import WorkItem
from stdmig.outlook.risk.chances import short_percent
from stdmig.outlook.risk.focus import Focus
from stdmig.risk.result import Risk
from stdmig.words import Text, count

_LEAST_SWING = 0.5
"""Days between short and long below which a task moves nothing worth telling."""


class SwingRow(NamedTuple):
    """
    What one task does to the last cutover of all systems.

    Attributes
    ----------
    short, long
        Days by which the mean of the last cutover is moved where the task is among its
        shortest tenth (below zero: earlier) and among its longest.
    """

    place: int
    title: Text
    short: float
    long: float

    @property
    def width(self) -> float:
        """Return the days between both."""
        return self.long - self.short


class CriticalRow(NamedTuple):
    """
    Tasks of one item that set a cutover equally often.

    Attributes
    ----------
    share
        Criticality index (クリティカル度): share of the samples in which it is on the
        chain that sets the cutover of some system; the greatest of the tasks.
    """

    item: WorkItem
    places: tuple[int, ...]
    title: Text
    share: float


def swing_rows(focus: Focus) -> list[SwingRow]:
    """Return the tasks that move the last cutover, the widest first."""
    shown, mean = set(focus.tasks), focus.risk.overall.mean
    least = max(_LEAST_SWING, _noise(focus.risk))
    return [
        SwingRow(
            each.place,
            focus.risk.plan.tasks[each.place].title,
            each.short - mean,
            each.long - mean,
        )
        for each in focus.risk.swings
        if each.place in shown and each.long - each.short >= least
    ]


def _noise(risk: Risk) -> float:
    """
    Return the days that chance alone puts between a task's shortest and longest tenth.

    Two standard errors of the difference of two means, each of a tenth of the samples.
    """
    found, mean = risk.overall, risk.overall.mean - risk.overall.first
    spread = sum(
        number * (place - mean) ** 2 for place, number in enumerate(found.counts)
    )
    return 2.0 * float((2 * spread / risk.samples / (risk.samples / 10)) ** 0.5)


def critical_rows(focus: Focus, *, full: bool = False) -> list[CriticalRow]:
    """
    Return the tasks that set a cutover in some sample, the most often first.

    Parameters
    ----------
    full
        Whether every task stands alone.
    """
    tasks, shares = focus.risk.plan.tasks, focus.risk.criticality
    alike: dict[object, list[int]] = {}
    for place in focus.tasks:
        if shares[place]:
            key = (tasks[place].item.ref, short_percent(shares[place]))
            alike.setdefault(place if full else key, []).append(place)
    found = [_critical(focus, places) for places in alike.values()]
    return sorted(found, key=lambda row: (-row.share, tasks[row.places[0]].order))


def _critical(focus: Focus, places: list[int]) -> CriticalRow:
    task = focus.risk.plan.tasks[places[0]]
    most = max(focus.risk.criticality[place] for place in places)
    title = task.title
    if len(places) > 1:
        title = count(
            "{no} {name} ({n} task)",
            "{no} {name} ({n} tasks)",
            len(places),
            no=task.item.ref,
            name=task.item.title,
        )
    return CriticalRow(task.item, tuple(places), title, most)
