"""Why tasks keep their dates, and why others cannot (動かせない理由)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from stdmig.dates import shown
from stdmig.diagnostics import Diagnostic, Location, Severity
from stdmig.inventory.template import Durations
from stdmig.levelling.levelled import Unlevelled
from stdmig.levelling.part import Part
from stdmig.levelling.room import Released
from stdmig.schedule import Plan
from stdmig.words import count, text

DURATIONS = {
    "likely": text("likely durations"),
    "maximum": text("longest durations"),
    "minimum": text("shortest durations"),
}
"""What the durations are called that levelling counts with."""


def unlevelled(part: Part, durations: Durations) -> Iterator[Unlevelled]:
    """Yield the tasks that could not be moved, in the order of the plan."""
    room = part.room
    reasons = {
        place: count(
            "with {durations} it has {n} day too few: it would have to start by {late}",
            "with {durations} it has {n} days too few: it would have to start by"
            " {late}",
            days,
            durations=DURATIONS[durations],
            late=shown(date.fromordinal(room.late.start[place])),
        )
        for place, days in room.short.items()
    }
    for each in room.money.lost:
        reason = text(
            "the money for it lapses before the work on the contract can begin,"
            " whatever start is chosen"
        )
        reasons.setdefault(each.contract, reason)
    for each in room.money.late_only:
        reason = text(
            "of its money only the latest dates are known to be in time; it keeps them"
        )
        for place in each.places:
            if place not in room.timing.settled:
                reasons.setdefault(place, reason)
    for place in sorted(reasons):
        yield Unlevelled(place, reasons[place])


def released(part: Part) -> Iterator[Diagnostic]:
    """Yield the tasks that were to keep a day on which they cannot start."""
    plan = part.plan
    for each in part.room.released:
        message = text(
            "{task} cannot start on {day}, and was not kept there; the nearest day on"
            " which it can is {possible}",
            task=plan.tasks[each.place].title,
            day=shown(date.fromordinal(each.wanted)),
            possible=shown(date.fromordinal(each.possible)),
        )
        where = _where(plan, each)
        yield Diagnostic("STD405", message, where, severity=Severity.WARNING)


def _where(plan: Plan, each: Released) -> Location:
    """Return where the day is written down, else the list of systems."""
    starts, document = plan.inventory.starts, plan.inventory.documents.starts
    if starts is not None and document is not None:
        name = plan.tasks[each.place].id
        for entry, row in enumerate(starts.starts):
            if row.task == name:
                return document.locate(("starts", entry))
    return plan.inventory.locate(("systems",))
