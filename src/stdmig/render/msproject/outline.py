"""All rows of the project in their order, under the phases of the work (構成)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from stdmig.render.dossier import Dossier
from stdmig.render.msproject.ends import contract_entries, cutover_entry
from stdmig.render.msproject.entry import Entry, Group
from stdmig.render.msproject.tasks import task_entry
from stdmig.render.msproject.waits import waits
from stdmig.schedule import Plan
from stdmig.words import Name, text


class Row(NamedTuple):
    """
    A row where it stands.

    Attributes
    ----------
    uid
        Its number in the file, from 1.
    number
        Its place in the outline, such as 2.1.3.
    """

    uid: int
    number: tuple[int, ...]
    part: Entry | Group


def rows(dossier: Dossier) -> list[Row]:
    """Return the rows of a plan, numbered from the first to the last."""
    found: list[Row] = []
    for place, group in enumerate(_groups(dossier), start=1):
        _number(group, (place,), found)
    return found


def _number(part: Entry | Group, number: tuple[int, ...], found: list[Row]) -> None:
    found.append(Row(len(found) + 1, number, part))
    if isinstance(part, Group):
        for place, child in enumerate(part.parts, start=1):
            _number(child, (*number, place), found)


def _groups(dossier: Dossier) -> Iterator[Group]:
    page, plan = dossier.page, dossier.plan
    places = [each for each in page.places if plan.status(each) != "not_applicable"]
    held = frozenset(places)
    outside = waits(plan, places)
    if outside.entries:
        yield Group(text("Dates that others set"), outside.entries)
    entries = {place: task_entry(plan, place, held, outside) for place in places}
    yield from _phases(plan, entries)
    cutovers = tuple(cutover_entry(plan, each, held) for each in page.system_places)
    if cutovers:
        yield Group(text("Cutovers"), cutovers)
    contracts = tuple(contract_entries(page.coverages))
    if contracts:
        yield Group(text("Ends of contracts"), contracts)


def _phases(plan: Plan, entries: dict[int, Entry]) -> Iterator[Group]:
    """Yield the tasks by phase and item; an item with a single task is that task."""
    titles = {each.id: each.title for each in plan.inventory.procedures.phases}
    items: dict[str, dict[str, list[int]]] = {}
    for place in sorted(entries, key=lambda each: _order(plan, each)):
        item = plan.tasks[place].item
        items.setdefault(item.phase, {}).setdefault(item.ref, []).append(place)
    for phase, members in items.items():
        yield Group(
            titles.get(phase, Name(phase)),
            tuple(_item(plan, own, entries) for own in members.values()),
        )


def _item(plan: Plan, places: list[int], entries: dict[int, Entry]) -> Entry | Group:
    if len(places) == 1:
        return entries[places[0]]
    item = plan.tasks[places[0]].item
    name = text("{no} {name}", no=item.ref, name=item.title)
    return Group(name, tuple(entries[place] for place in places))


def _order(plan: Plan, place: int) -> tuple[int, str, int, int]:
    item = plan.tasks[place].item
    return item.number, item.part or "", plan.planned.start[place], place
