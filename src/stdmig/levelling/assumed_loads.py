"""Which loads nobody wrote down (作業量の前提)."""

from __future__ import annotations

from collections.abc import Iterator

from stdmig.inventory import WorkItem
from stdmig.schedule import Assumption, Plan
from stdmig.words import count, listing, text


def assumed_loads(plan: Plan) -> tuple[Assumption, ...]:
    """
    Return what is taken for granted about the work that tasks take.

    That is the 1 of every actor whose load is not written down, told once for all
    items, and what is written down as assumed.
    """
    return (*_missing(plan), *_guessed(plan))


def _missing(plan: Plan) -> Iterator[Assumption]:
    happening = {task.item.ref for task in plan.tasks}
    items = [
        item
        for item in plan.inventory.procedures.items
        if item.ref in happening and _lacks(item)
    ]
    if items:
        refs = {item.ref for item in items}
        yield Assumption(
            "loads",
            count(
                "item {items} takes 1 person, or 1 parallel task, of everybody who acts"
                " and whose load is not written down",
                "items {items} take 1 person, or 1 parallel task, of everybody who acts"
                " and whose load is not written down",
                len(items),
                items=listing(item.ref for item in items),
            ),
            plan.inventory.documents.procedures.locate(("items",)),
            tuple(task.id for task in plan.tasks if task.item.ref in refs),
        )


def _lacks(item: WorkItem) -> bool:
    """Return whether the load of somebody who acts is missing."""
    return any(getattr(item.load, actor) is None for actor in item.actors)


def _guessed(plan: Plan) -> Iterator[Assumption]:
    document = plan.inventory.documents.procedures
    for place, item in enumerate(plan.inventory.procedures.items):
        ids = tuple(task.id for task in plan.tasks if task.item.ref == item.ref)
        if item.load.assumed and ids:
            yield Assumption(
                f"load-{item.ref}",
                text(
                    "the load of item {ref} {name} is an assumption",
                    ref=item.ref,
                    name=item.title,
                ),
                document.locate(("items", place, "load")),
                ids,
            )
