"""What levelling took for granted where no file says it (平準化の仮定)."""

from __future__ import annotations

from collections.abc import Iterator

from stdmig.inventory import WorkItem
from stdmig.levelling.levelled import Levelled, Town
from stdmig.outlook.levelling.loads import limited
from stdmig.outlook.levelling.moves import open_places
from stdmig.words import Text, count, listing


def guesses(levelled: Levelled) -> tuple[Text, ...]:
    """Return the assumptions, each once, whichever municipality they concern."""
    items: dict[str, WorkItem] = {}
    for town in levelled.towns:
        items |= _items(town)
    return tuple(_guesses(levelled, list(items.values())))


def _guesses(levelled: Levelled, items: list[WorkItem]) -> Iterator[Text]:
    unknown = [
        each for each in items if any(_load(each, actor) for actor in each.actors)
    ]
    if unknown:
        yield count(
            "{n} work item has no load in procedures.yaml; each who acts is taken to"
            " need 1 person (items {items}).",
            "{n} work items have no load in procedures.yaml; each who acts is taken to"
            " need 1 person (items {items}).",
            len(unknown),
            items=listing(each.ref for each in unknown),
        )
    midway = [each for each in items if _is_midway(each)]
    if levelled.durations == "likely" and midway:
        yield count(
            "{n} work item has no likely duration in procedures.yaml; the middle"
            " between the shortest and the longest is taken (items {items}).",
            "{n} work items have no likely duration in procedures.yaml; the middle"
            " between the shortest and the longest is taken (items {items}).",
            len(midway),
            items=listing(each.ref for each in midway),
        )
    every = [each for town in levelled.towns for each in town.series]
    if limited(every) and len(limited(every)) < len(every):
        free = len(every) - len(limited(every))
        yield count(
            "{n} section has no capacity in capacity.yaml and is not limited.",
            "{n} sections have no capacity in capacity.yaml and are not limited.",
            free,
        )


def _items(town: Town) -> dict[str, WorkItem]:
    found = (town.plan.tasks[place].item for place in open_places(town))
    return {each.ref: each for each in found}


def _load(item: WorkItem, actor: str) -> bool:
    """Return whether nobody says how much an item takes of an actor."""
    return getattr(item.load, actor) is None


def _is_midway(item: WorkItem) -> bool:
    return item.months.likely is None and item.months.min < item.months.max
