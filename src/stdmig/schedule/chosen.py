"""Starts that were chosen, as the planned dates take them (着手日の選択)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from stdmig.dates import latest
from stdmig.network import Network
from stdmig.schedule.passes import Backward
from stdmig.schedule.settled import Settled
from stdmig.schedule.timing import Timing


class Chosen(NamedTuple):
    """
    A start that somebody chose.

    Attributes
    ----------
    day
        The day as it is written.
    entry
        Its place under ``starts`` in ``starts.yaml``.
    """

    day: int
    entry: int


def chosen_starts(
    network: Network, settled: Mapping[int, Settled]
) -> dict[int, Chosen]:
    """
    Return the chosen starts by the places of their tasks.

    What has begun, or is over, keeps the days that progress tells; a name that no
    task bears is none of these (STD405 tells it). Of two for one task the first
    counts.
    """
    file = network.inventory.starts
    found: dict[int, Chosen] = {}
    for entry, each in enumerate(file.starts if file else ()):
        place = network.place_of.get(each.task)
        if place is not None and place not in settled:
            found.setdefault(place, Chosen(each.start.toordinal(), entry))
    return found


def as_chosen(
    network: Network, late: Backward, timing: Timing, chosen: Mapping[int, Chosen]
) -> Backward:
    """
    Return late dates in which the chosen tasks start on their days.

    Their finish is where the rule of the task leads. A day that the rule moves, since
    a request can only be made inside its window, is shown as the latest that gives
    the same finish, as everywhere. Work that waits for a vote may begin on any day.

    Parameters
    ----------
    network
        The tasks.
    late
        The late dates of the same rules.
    timing
        The rules.
    chosen
        The chosen starts by places.
    """
    if not chosen:
        return late
    starts, finishes = [*late.start], [*late.finish]
    for place, each in chosen.items():
        # What stands against the money's year is told, not mended (STD405).
        known = timing.money.get(place)
        rule = timing.tasks[place] if known is None else known.work
        finish = finishes[place] = rule(each.day)
        starts[place] = each.day
        if is_moved(timing, place, each.day):
            starts[place] = latest(timing.tasks[place], finish)
    return late._replace(start=starts, finish=finishes)


def is_moved(timing: Timing, place: int, day: int) -> bool:
    """Return whether a start on a day would be moved into a window for requests."""
    window = timing.windows.get(place)
    if window is None:
        return False
    opens, closes = window.closing_from(day)
    return day < opens or timing.tasks[place](day) > closes + 1
