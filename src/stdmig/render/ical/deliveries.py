"""Cutovers, milestones and deadlines as events (稼働開始日・節目・期限)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from stdmig.inventory import System
from stdmig.render.ical.event import Event, Kind
from stdmig.render.plan.page import PlanPage
from stdmig.render.system_days import by_day, together
from stdmig.words import Readable, text


def delivery_events(page: PlanPage) -> Iterator[Event]:
    """Yield the events about systems, one for those of the same day."""
    cutovers = [(each.day, each.system) for each in page.cutovers]
    for day, systems in by_day(cutovers):
        summary = text("Cutover: {systems}", systems=together(systems))
        yield _event(Kind.CUTOVER, (), summary, day, systems)
    for each in page.milestones:
        if each.milestone.cutover:
            continue
        summary = text(
            "{milestone}: {systems}",
            milestone=each.milestone.title,
            systems=together(each.systems),
        )
        if len(each.systems) == len(page.system_places):
            summary = text("{name}", name=each.milestone.title)
        named = (each.milestone.id,)
        yield _event(Kind.MILESTONE, named, summary, each.day, each.systems)
    waiting = [each for each in page.cutovers if each.source != "live"]
    for day, systems in by_day((each.deadline, each.system) for each in waiting):
        summary = text("Deadline of the cutover: {systems}", systems=together(systems))
        yield _event(Kind.DEADLINE, (), summary, day, systems)


def _event(
    kind: Kind,
    named: tuple[str, ...],
    summary: Readable,
    day: date,
    systems: Iterable[System],
) -> Event:
    # The first system stays the subject of its group when the group's day changes.
    listed = tuple(systems)
    subject = (*named, *(each.id for each in listed[:1]))
    told = tuple(each.title for each in listed) if len(listed) > 1 else ()
    return Event(kind, subject, summary, day, day, told)
