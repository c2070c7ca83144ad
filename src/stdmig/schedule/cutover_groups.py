"""Which systems are cut over together, and in which order (稼働の単位と順序)."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from datetime import date
from graphlib import TopologicalSorter
from typing import NamedTuple

from stdmig.inventory import System, TemplateFile
from stdmig.network import Network
from stdmig.schedule.deadlines import limits


class Group(NamedTuple):
    """
    Systems that are cut over on one day.

    Attributes
    ----------
    systems
        Their places in the network.
    after
        Places of the groups that must be cut over on an earlier day; they stand
        before this one.
    """

    systems: tuple[int, ...]
    after: tuple[int, ...] = ()


def cutover_groups(network: Network) -> tuple[Group, ...]:
    """
    Return the groups of all systems, each after those that it comes after.

    What is wanted on one day (``with``) is together. So are the systems of one
    procurement that have the same limits and the same wanted day, as long as no
    wanted order (``after``) speaks against it.
    """
    template = network.inventory.template
    number = {system.id: place for place, system in enumerate(network.systems)}
    order = _wanted_order(network.systems, number)
    for procurement in network.procurements.values():
        alike: dict[Hashable, list[int]] = {}
        for system in procurement.systems:
            key = (
                limits(system, template),
                wanted_day(system, template),
                network.live.get(system.id),
            )
            alike.setdefault(key, []).append(number[system.id])
        for places in alike.values():
            order.gather(places)
    return order.groups()


def wanted_groups(network: Network) -> tuple[Group, ...]:
    """Return the groups that ``with`` and ``after`` alone make; none without them."""
    systems = network.systems
    if not any(system.together or system.after for system in systems):
        return ()
    number = {system.id: place for place, system in enumerate(systems)}
    return _wanted_order(systems, number).groups()


def wanted_day(system: System, template: TemplateFile) -> date | None:
    """
    Return the day wanted for a system: its own, else the template's.

    No designated system is bound to the template's: that is the wish for those that
    share the general deadline.
    """
    general = None if system.designated else template.planning.cutover
    return system.cutover or general


def _wanted_order(systems: tuple[System, ...], number: dict[str, int]) -> _Order:
    order = _Order(len(systems), _pairs(systems, number))
    for place, system in enumerate(systems):
        for name in system.together:
            if name in number:
                order.join(place, number[name])
    return order


def _pairs(
    systems: tuple[System, ...], number: dict[str, int]
) -> list[tuple[int, int]]:
    """Return earlier and later system of every wanted order that concerns the plan."""
    return [
        (number[name], place)
        for place, system in enumerate(systems)
        for name in system.after
        if name in number
    ]


class _Order:
    """Groups in the making, with the pairs that must not become one."""

    def __init__(self, size: int, pairs: list[tuple[int, int]]) -> None:
        self.head = list(range(size))
        self.pairs = pairs

    def join(self, place: int, other: int) -> None:
        """Make one group of two."""
        kept, gone = sorted((self.head[place], self.head[other]))
        if kept != gone:
            self.head = [kept if head == gone else head for head in self.head]

    def gather(self, places: Iterable[int]) -> None:
        """Join systems in their order, each to the first that no order forbids."""
        heads: list[int] = []
        for place in places:
            barred = self._ordered_with(place) if self.pairs else set()
            for other in heads:
                if self.head[other] not in barred:
                    self.join(place, other)
                    break
            else:
                heads.append(place)

    def _ordered_with(self, place: int) -> set[int]:
        """Return the groups that a chain of wanted orders sets before or after one."""
        later: dict[int, set[int]] = {}
        earlier: dict[int, set[int]] = {}
        for first, second in self.pairs:
            ends = self.head[first], self.head[second]
            later.setdefault(ends[0], set()).add(ends[1])
            earlier.setdefault(ends[1], set()).add(ends[0])
        own = self.head[place]
        return (_reached(own, later) | _reached(own, earlier)) - {own}

    def groups(self) -> tuple[Group, ...]:
        """Return what has become of the groups, in an order that is kept."""
        members: dict[int, list[int]] = {}
        for place, head in enumerate(self.head):
            members.setdefault(head, []).append(place)
        before: dict[int, set[int]] = {head: set() for head in members}
        for earlier, later in self.pairs:
            before[self.head[later]].add(self.head[earlier])
        heads = list(TopologicalSorter(before).static_order())
        position = {head: place for place, head in enumerate(heads)}
        return tuple(
            Group(
                tuple(members[head]),
                tuple(sorted(position[each] for each in before[head])),
            )
            for head in heads
        )


def _reached(start: int, links: dict[int, set[int]]) -> set[int]:
    """Return everything that links lead to, however far."""
    reached: set[int] = set()
    waiting = [start]
    while waiting:
        for other in links.get(waiting.pop(), ()):
            if other not in reached:
                reached.add(other)
                waiting.append(other)
    return reached
