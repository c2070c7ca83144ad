"""Which tasks are not to be moved, and their days (固定する作業)."""

from __future__ import annotations

from collections.abc import Collection

from stdmig.schedule import Plan


def kept_starts(
    plan: Plan, fix: Collection[str], *, keep_begun: bool
) -> dict[int, int]:
    """
    Return the days of the tasks that are not to be moved, by their places.

    Those are the starts that ``starts.yaml`` calls fixed, the tasks that the user
    named, and, where nothing that has begun is to change, all tasks of the systems
    for which any task has begun or is over. What has itself begun is not among them:
    its day is a fact.

    Parameters
    ----------
    plan
        The dates; a kept task starts on its planned day.
    fix
        Ids of tasks that the user named; those of other plans are passed over.
    keep_begun
        Whether systems of which any work has begun keep all their planned dates.
    """
    places = {place_of for task in fix if (place_of := _place(plan, task)) is not None}
    for each in plan.inventory.starts.starts if plan.inventory.starts else ():
        place = _place(plan, each.task)
        if each.fixed and place is not None:
            places.add(place)
    if keep_begun:
        places |= _beside_begun(plan)
    open_places = sorted(places - plan.safe.settled.keys())
    return {place: plan.planned.start[place] for place in open_places}


def _place(plan: Plan, task: str) -> int | None:
    return plan.network.place_of.get(task)


def _beside_begun(plan: Plan) -> set[int]:
    """Return the tasks of systems, or of their procurements, that have begun."""
    own = [
        place
        for place, task in enumerate(plan.tasks)
        if task.item.scope != "municipality"
    ]
    begun = {
        system.id
        for place in own
        if place in plan.safe.settled
        for system in plan.tasks[place].systems
    }
    return {
        place
        for place in own
        if any(system.id in begun for system in plan.tasks[place].systems)
    }
