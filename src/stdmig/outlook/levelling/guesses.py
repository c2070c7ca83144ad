"""What levelling took for granted where no file says it (平準化の仮定)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from stdmig.inventory import WorkItem
from stdmig.inventory.capacity import CapacityFile
from stdmig.levelling.levelled import Levelled, Worker
from stdmig.outlook.levelling.loads import limited
from stdmig.outlook.levelling.moves import open_places
from stdmig.outlook.levelling.worker_title import worker_title
from stdmig.words import Text, count, listing


def guesses(levelled: Levelled) -> tuple[Text, ...]:
    """Return the assumptions, each once, whichever municipality they concern."""
    return (*_of_items(levelled), *_of_capacities(levelled))


def _of_items(levelled: Levelled) -> Iterator[Text]:
    """Yield what is taken for granted about loads and durations of work items."""
    if unknown := _items(levelled, _lacks_load):
        yield count(
            "{n} work item has no load in procedures.yaml; each who acts is taken to"
            " need 1 person (items {items}).",
            "{n} work items have no load in procedures.yaml; each who acts is taken to"
            " need 1 person (items {items}).",
            len(unknown),
            items=listing(unknown),
        )
    if guessed := _items(levelled, lambda item: item.load.assumed):
        yield count(
            "{n} work item has a load that procedures.yaml marks as assumed (items"
            " {items}).",
            "{n} work items have a load that procedures.yaml marks as assumed (items"
            " {items}).",
            len(guessed),
            items=listing(guessed),
        )
    midway = _items(levelled, _is_midway)
    if levelled.durations == "likely" and midway:
        yield count(
            "{n} work item has no likely duration in procedures.yaml; the middle"
            " between the shortest and the longest is taken (items {items}).",
            "{n} work items have no likely duration in procedures.yaml; the middle"
            " between the shortest and the longest is taken (items {items}).",
            len(midway),
            items=listing(midway),
        )


def _of_capacities(levelled: Levelled) -> Iterator[Text]:
    """Yield what is taken for granted about how much can be done at one time."""
    every = [each for town in levelled.towns for each in town.series]
    if limited(every) and len(limited(every)) < len(every):
        free = len(every) - len(limited(every))
        yield count(
            "{n} section has no capacity in capacity.yaml and is not limited.",
            "{n} sections have no capacity in capacity.yaml and are not limited.",
            free,
        )
    files = (town.plan.inventory.capacity for town in levelled.towns)
    guessed = dict.fromkeys(
        worker for file in files if file is not None for worker in _guessed(file)
    )
    if guessed:
        yield count(
            "{n} capacity is marked as assumed in capacity.yaml ({names}).",
            "{n} capacities are marked as assumed in capacity.yaml ({names}).",
            len(guessed),
            names=listing(map(worker_title, guessed)),
        )


def _items(levelled: Levelled, wanted: Callable[[WorkItem], bool]) -> list[str]:
    """Return the items that are like that in some municipality, and are not over."""
    found = (
        town.plan.tasks[place].item
        for town in levelled.towns
        for place in open_places(town)
    )
    return list(dict.fromkeys(item.ref for item in found if wanted(item)))


def _lacks_load(item: WorkItem) -> bool:
    """Return whether nobody says how much it takes of somebody who acts."""
    return any(getattr(item.load, actor) is None for actor in item.actors)


def _is_midway(item: WorkItem) -> bool:
    return item.months.likely is None and item.months.min < item.months.max


def _guessed(file: CapacityFile) -> Iterator[Worker]:
    """Yield whose capacity is written down as a guess, alone or with the whole file."""
    if file.lead.capacity is not None and (file.assumed or file.lead.assumed):
        yield Worker("lead", None)
    for section in file.sections:
        if file.assumed or section.assumed:
            yield Worker("section", section.section)
    for vendor in file.vendors:
        if file.assumed or vendor.assumed:
            yield Worker("vendor", vendor.vendor, vendor.items)
