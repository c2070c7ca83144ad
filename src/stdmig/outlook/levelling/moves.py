"""Tasks that levelling starts on another day, equal ones folded (移動した作業)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from stdmig.levelling.levelled import Span, Town
from stdmig.words import Name, Text, count, text


class Move(NamedTuple):
    """
    Tasks of one item that move from the same days to the same days.

    Attributes
    ----------
    ref, item
        The item, and its name.
    whose
        Whose task it is, or how many there are; None for the municipality's.
    places
        Which tasks.
    """

    ref: str
    item: Name
    whose: Text | None
    before: Span
    after: Span
    places: tuple[int, ...]

    @property
    def label(self) -> Text:
        """Return the item, and whose task it is."""
        if self.whose is None:
            return text("{name}", name=self.item)
        return text("{name} ({whose})", name=self.item, whose=self.whose)


def open_places(town: Town) -> list[int]:
    """Return the tasks that are not over, in the order of item and id."""
    tasks = town.plan.tasks
    found = [place for place in range(len(tasks)) if not town.plan.is_over(place)]
    return sorted(found, key=lambda place: tasks[place].order)


def moved_places(town: Town) -> list[int]:
    """Return the tasks that start on another day than before."""
    return [
        place
        for place in open_places(town)
        if town.before[place].start != town.after[place].start
    ]


def moves(town: Town, *, full: bool = False) -> list[Move]:
    """
    Return the moves by item, those of an item by their new starts.

    Parameters
    ----------
    full
        Whether every task stands alone.
    """
    alike: dict[object, list[int]] = {}
    for place in moved_places(town):
        ref = town.plan.tasks[place].item.ref
        key = place if full else (ref, town.before[place], town.after[place])
        alike.setdefault(key, []).append(place)
    found = [_move(town, places) for places in alike.values()]
    order = town.plan.tasks
    return sorted(
        found,
        key=lambda each: (order[each.places[0]].item.number, each.ref, each.after),
    )


def _move(town: Town, places: list[int]) -> Move:
    task = town.plan.tasks[places[0]]
    whose = None
    if len(places) > 1:
        whose = count("{n} task", "{n} tasks", len(places))
    elif task.subject is not None:
        whose = text("{name}", name=task.subject)
    span = town.before[places[0]], town.after[places[0]]
    return Move(task.item.ref, task.item.title, whose, *span, tuple(places))


def months_earlier(before: Span, after: Span) -> int:
    """Return by how many calendar months a start moved; below zero where later."""
    old, new = date.fromordinal(before.start), date.fromordinal(after.start)
    return (old.year - new.year) * 12 + old.month - new.month


def earlier(before: Span, after: Span) -> Text:
    """Return by how much a task starts earlier: months, or days in the same month."""
    months = months_earlier(before, after)
    if months:
        return count("{n} month", "{n} months", months)
    return count("{n} day", "{n} days", before.start - after.start)
