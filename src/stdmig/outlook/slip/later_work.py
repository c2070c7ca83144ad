"""Which work of a late vendor takes longer (遅れる作業)."""

from __future__ import annotations

from collections.abc import Iterable

from stdmig.inventory import WorkItem
from stdmig.outlook.slip.supposed import SupposedSlip
from stdmig.schedule import Plan

FIRST_ITEM, LAST_ITEM = 13, 15
"""Setting up, data migration, tests and training (移行時の設定～テスト・研修)."""


def is_delivery(item: WorkItem) -> bool:
    """
    Return whether an item is a vendor's delivery of the new system.

    Items 13 to 15 are, unless the file says that no vendor acts in them. What a
    municipality does once for all systems (14c, the character set) is its own work.
    """
    return (
        FIRST_ITEM <= item.number <= LAST_ITEM
        and item.scope != "municipality"
        and (not item.actors or "vendor" in item.actors)
    )


def open_work(plan: Plan, slip: SupposedSlip) -> list[int]:
    """
    Return the places of a vendor's deliveries that are not over, in their order.

    A task is a vendor's where a unit that it is done for has it as its vendor. What is
    done, does not apply, or belongs to a live system, is over.
    """
    return [
        place
        for place, task in enumerate(plan.tasks)
        if is_delivery(task.item)
        and not plan.is_over(place)
        and any(map(slip.concerns, task.vendors))
    ]


def later_work(plan: Plan, slips: Iterable[SupposedSlip]) -> dict[int, int]:
    """
    Return by how many months tasks take longer, by their places.

    A vendor that is six months late is that once: the months go to its first open
    delivery on every way to a cutover, and what follows is moved by it. Where `each` is
    supposed, they go to every delivery. Of two vendors at one task the slower counts.
    """
    found: dict[int, int] = {}
    for slip in slips:
        held = open_work(plan, slip)
        for place in held if slip.each else _firsts(plan, held):
            found[place] = max(slip.months, found.get(place, 0))
    return found


def _firsts(plan: Plan, held: list[int]) -> list[int]:
    """Return those of some tasks that wait for no other of them, however far back."""
    own = set(held)
    behind: set[int] = set()
    for place, earlier in enumerate(plan.ahead.before):
        if any(other in own or other in behind for other in earlier):
            behind.add(place)
    return [place for place in held if place not in behind]
