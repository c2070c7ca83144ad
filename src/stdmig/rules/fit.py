"""By how many days tasks miss their latest dates, per procurement (日程の成否)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from stdmig.inventory import System
from stdmig.network import Procurement, Task
from stdmig.rules.rule import Context
from stdmig.schedule import Cutover
from stdmig.words import Text, text


class Misfit(NamedTuple):
    """
    A procurement whose tasks cannot all be done in time.

    Attributes
    ----------
    systems
        Those of its systems that miss their cutover.
    reached
        The day on which all of them could be cut over instead.
    days
        By how many days the worst of them is late.
    worst
        Place of that task; of equals the first one.
    late
        Places of all late tasks.
    """

    procurement: Procurement
    systems: tuple[System, ...]
    reached: date
    days: int
    worst: int
    late: tuple[int, ...]

    def worst_title(self, tasks: Sequence[Task]) -> Text:
        """Return what the worst task is called beside the procurement's name."""
        task = tasks[self.worst]
        if task.procurement is None:
            return task.title
        return text("{no} {name}", no=task.item.ref, name=task.item.title)


def misfits(
    context: Context,
    starts: Sequence[int],
    bounds: Sequence[int],
    reached: Callable[[Cutover], date],
) -> Iterator[Misfit]:
    """
    Yield the procurements that miss a cutover, with the tasks that are late.

    A procurement answers for its own tasks and those of its systems. A municipal task
    waits for the earliest cutover of all, so it would tell another one's delay; where
    it is late for this procurement, the tasks after it are late as well.

    Parameters
    ----------
    context
        Plan and coverages.
    starts, bounds
        Per task, the first day on which it can start, and the last on which it may.
    reached
        The first day on which a cutover is possible.
    """
    network = context.plan.network
    if not any(reached(each) > each.day for each in context.plan.cutovers):
        return
    late = {
        place: start - bound
        for place, (start, bound) in enumerate(zip(starts, bounds, strict=True))
        if start > bound
    }
    of_procurement, of_system = _owners(late, network.tasks)
    for procurement in network.procurements.values():
        cutovers = [context.plan.cutover(each.id) for each in procurement.systems]
        missed = [each for each in cutovers if reached(each) > each.day]
        if not missed:
            continue
        own = list(of_procurement.get(procurement.id, ()))
        for system in procurement.systems:
            own += of_system.get(system.id, ())
        if own:
            places = tuple(sorted(own))
            worst = max(places, key=late.__getitem__)
            systems = tuple(each.system for each in missed)
            day = max(map(reached, missed))
            yield Misfit(procurement, systems, day, late[worst], worst, places)


def _owners(
    late: Iterable[int], tasks: Sequence[Task]
) -> tuple[dict[str, list[int]], dict[str, list[int]]]:
    """Return the late tasks of each procurement, and those of each system."""
    of_procurement: dict[str, list[int]] = {}
    of_system: dict[str, list[int]] = {}
    for place in late:
        task = tasks[place]
        if task.procurement is not None:
            of_procurement.setdefault(task.procurement.id, []).append(place)
        elif task.item.scope == "system":
            of_system.setdefault(task.systems[0].id, []).append(place)
    return of_procurement, of_system
