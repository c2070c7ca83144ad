"""Every cutover's day settled, before anything is scheduled (稼働開始日の決定)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from stdmig.dates import Rule
from stdmig.inventory import Blackout, System, TemplateFile
from stdmig.network import Network
from stdmig.schedule.allowed_days import AllowedDays, allowed_days, cutover_rule
from stdmig.schedule.cutover import BlackoutHit, CutoverSource, hits
from stdmig.schedule.cutover_choice import Choice, choose
from stdmig.schedule.cutover_groups import (
    Group,
    cutover_groups,
    wanted_day,
)
from stdmig.schedule.deadlines import Limits, limits
from stdmig.schedule.town_days import blackouts_of, closed_dates

_DAY = timedelta(days=1)


class CutoverDay(NamedTuple):
    """
    A day that is settled before anything is scheduled.

    Attributes
    ----------
    rule
        From the day on which all is ready to the next day on which the system may
        be cut over.

    The others are those of `Cutover`.
    """

    day: date
    source: CutoverSource
    deadline: date
    together: tuple[str, ...]
    choice: Choice | None
    follows: str | None
    blackouts: tuple[BlackoutHit, ...]
    rule: Rule


class _Bound(NamedTuple):
    """What is known of a group before its day is."""

    systems: tuple[System, ...]
    live: tuple[date | None, ...]
    wanted: tuple[date | None, ...]
    limits: tuple[Limits, ...]
    held: tuple[tuple[Blackout, ...], ...]
    allowed: AllowedDays
    first: date

    @property
    def limit(self) -> date:
        """Return the last day for the systems that have no wanted day."""
        pairs = zip(self.wanted, self.limits, strict=True)
        free = [each.target for wanted, each in pairs if wanted is None]
        return min(free or [each.target for each in self.limits])


def cutover_days(network: Network, as_of: date) -> tuple[CutoverDay, ...]:
    """
    Return when each system is to be cut over, in the order of the network.

    The day of a live system is a fact, and a wanted day is taken as given. All else is
    chosen, one day for systems that are cut over together: the later groups of a
    wanted order first, then the earlier ones from the days before. Where no day is
    allowed, it is the deadline, or the designated system's planned completion.

    Parameters
    ----------
    network
        Systems and procurements.
    as_of
        The first day that comes into question for a choice.
    """
    template = network.inventory.template
    groups = cutover_groups(network)
    bounds = _bounds(network, groups, as_of)
    last_days = [bound.limit for bound in bounds]
    settled: dict[int, CutoverDay] = {}
    for place in reversed(range(len(groups))):
        days = _settle(template, bounds[place], last_days[place], as_of)
        settled.update(zip(groups[place].systems, days, strict=True))
        eve = min(each.day for each in days) - _DAY
        for earlier in groups[place].after:
            last_days[earlier] = min(last_days[earlier], eve)
    return tuple(settled[place] for place in range(len(network.systems)))


def _bounds(
    network: Network, groups: tuple[Group, ...], as_of: date
) -> tuple[_Bound, ...]:
    """Return what binds each group, with the first day that the order leaves it."""
    template = network.inventory.template
    ordered = any(group.after for group in groups)
    bounds: list[_Bound] = []
    reached: list[date] = []
    for group in groups:
        systems = tuple(network.systems[place] for place in group.systems)
        live = tuple(network.live.get(system.id) for system in systems)
        bound = _Bound(
            systems,
            live,
            tuple(
                since or wanted_day(system, template)
                for since, system in zip(live, systems, strict=True)
            ),
            tuple(limits(system, template) for system in systems),
            tuple(blackouts_of(template, system) for system in systems),
            allowed_days(template, systems),
            max([as_of, *(reached[earlier] + _DAY for earlier in group.after)]),
        )
        bounds.append(bound)
        if ordered:
            reached.append(_first_day(bound))
    return tuple(bounds)


def _first_day(bound: _Bound) -> date:
    """Return the first day on which a group can be cut over, as far as is known."""
    wanted = [day for day in bound.wanted if day is not None]
    if wanted:
        return max(wanted)
    found = bound.allowed.next(bound.first.toordinal())
    return date.fromordinal(found) if found else bound.first


def _settle(
    template: TemplateFile, bound: _Bound, limit: date, as_of: date
) -> list[CutoverDay]:
    leader, choice = None, None
    if None in bound.wanted:
        leader = _leader(template, bound)
        choice = None if leader else _choice(bound, limit, as_of)
    settled = []
    for place, wanted in enumerate(bound.wanted):
        taken = wanted or (leader[1] if leader else None)
        deadline, target = bound.limits[place]
        live = bound.live[place] is not None
        day = taken or (choice.day if choice else target)
        settled.append(
            CutoverDay(
                day,
                "live" if live else "wanted" if wanted else "chosen",
                deadline,
                tuple(system.id for system in bound.systems),
                None if taken else choice,
                leader[0] if leader and not wanted else None,
                () if live else hits(bound.held[place], day),
                # A chosen day is allowed anyway; without it, equal rules are one.
                cutover_rule(bound.allowed, None if choice else day.toordinal()),
            )
        )
    return settled


def _choice(bound: _Bound, limit: date, as_of: date) -> Choice | None:
    """Return the best day that keeps the order, else the best one that does not."""
    held = tuple(each for own in bound.held for each in own)
    last = bound.limit.toordinal()
    kept = choose(bound.allowed, held, bound.first.toordinal(), limit.toordinal())
    return kept or choose(bound.allowed, held, as_of.toordinal(), last)


def _leader(template: TemplateFile, bound: _Bound) -> tuple[str, date] | None:
    """Return the system whose wanted day the others of its group can share."""
    leaders = [
        (system.id, day)
        for system, day in zip(bound.systems, bound.wanted, strict=True)
        if day is not None
    ]
    if len({day for _, day in leaders}) != 1:
        return None
    _, day = leaders[0]
    for place, wanted in enumerate(bound.wanted):
        if wanted is None and (
            day > bound.limits[place].deadline
            or any(hit.confidence == "stated" for hit in hits(bound.held[place], day))
            or closed_dates(template, bound.systems[place], day)
        ):
            return None
    return leaders[0]
