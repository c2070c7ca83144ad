"""What links two systems that cut over on different days (暫定連携)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from stdmig.inventory import EVERY_OTHER, System, SystemLink
from stdmig.schedule.plan import Plan

_Days = tuple[date, date]
"""An earlier and a later cutover."""


class Flow(NamedTuple):
    """
    A link as it runs between two systems of a bridge (連携データの流れ).

    Attributes
    ----------
    place
        Its place under ``links`` of ``systems.yaml``.
    link
        What the file says; it may name every other system as its receiver.
    giver, receiver
        Who gives the data, and who takes it.
    """

    place: int
    link: SystemLink
    giver: System
    receiver: System


class Bridge(NamedTuple):
    """
    A pair of linked systems, one of which is new while the other is still old.

    It serves both ways, whichever way the data go: the new one must read what the old
    one writes and the other way round.

    Attributes
    ----------
    first, second
        The systems, in the order of their cutovers.
    flows
        The links that it carries, in the order of the file.
    """

    first: System
    second: System
    flows: tuple[Flow, ...]


class BridgeGroup(NamedTuple):
    """
    The bridges between what cuts over on one day and what does on another.

    Attributes
    ----------
    first_day, second_day
        The cutovers.
    bridges
        One per pair of systems.
    """

    first_day: date
    second_day: date
    bridges: tuple[Bridge, ...]

    @property
    def start(self) -> date:
        """Return the first day on which they serve: that of the first cutover."""
        return self.first_day

    @property
    def end(self) -> date:
        """Return their last day (inclusive): the eve of the second cutover."""
        return self.second_day - timedelta(days=1)

    @property
    def days(self) -> int:
        """Return for how many days they serve."""
        return (self.second_day - self.first_day).days

    @property
    def first_systems(self) -> tuple[System, ...]:
        """Return the systems that cut over first."""
        return _once(bridge.first for bridge in self.bridges)

    @property
    def second_systems(self) -> tuple[System, ...]:
        """Return the systems that cut over second."""
        return _once(bridge.second for bridge in self.bridges)

    @property
    def flows(self) -> tuple[Flow, ...]:
        """Return all that they carry, in the order of the file."""
        carried = (flow for bridge in self.bridges for flow in bridge.flows)
        return tuple(sorted(carried, key=lambda flow: flow.place))


def bridges(
    plan: Plan, systems: Collection[str] | None = None
) -> tuple[BridgeGroup, ...]:
    """
    Return the bridges that a plan needs, by the days of the cutovers.

    Two systems need one where a link joins them, in either direction, and their
    cutovers fall on different days. What was over before the as-of date is left out.

    Parameters
    ----------
    plan
        The dates.
    systems
        Ids of the systems whose bridges are wanted; None means all.
    """
    held = plan.network.systems
    grouped: dict[_Days, list[Bridge]] = {}
    for (days, first, second), flows in sorted(_carried(plan).items()):
        ends = (held[first].id, held[second].id)
        if systems is None or not set(ends).isdisjoint(systems):
            bridge = Bridge(held[first], held[second], tuple(flows))
            grouped.setdefault(days, []).append(bridge)
    return tuple(BridgeGroup(*days, tuple(each)) for days, each in grouped.items())


def _carried(plan: Plan) -> dict[tuple[_Days, int, int], list[Flow]]:
    """Return the links between cutovers, by the days and the systems' places."""
    place_of = {system.id: place for place, system in enumerate(plan.network.systems)}
    carried: dict[tuple[_Days, int, int], list[Flow]] = {}
    for flow in _flows(plan):
        (first_day, first), (second_day, second) = sorted(
            (plan.cutover(system.id).day, place_of[system.id])
            for system in (flow.giver, flow.receiver)
        )
        if first_day < second_day > plan.as_of:
            pair = ((first_day, second_day), first, second)
            carried.setdefault(pair, []).append(flow)
    return carried


def _flows(plan: Plan) -> Iterator[Flow]:
    """Yield every link between two systems that both apply."""
    applying = {system.id: system for system in plan.network.systems}
    for place, link in enumerate(plan.inventory.file.links):
        giver = applying.get(link.giver)
        if giver is None:
            continue
        if link.to == EVERY_OTHER:
            receivers = [each for each in applying.values() if each is not giver]
        else:
            named = applying.get(link.to or "")
            receivers = [] if named is None else [named]
        for receiver in receivers:
            yield Flow(place, link, giver, receiver)


def _once(systems: Iterable[System]) -> tuple[System, ...]:
    return tuple({system.id: system for system in systems}.values())
