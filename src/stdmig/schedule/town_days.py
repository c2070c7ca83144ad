"""What the municipality's calendar says about a system and a day (暦の照会)."""

from __future__ import annotations

from datetime import date

from stdmig.dates import DayOff
from stdmig.inventory import Blackout, ClosedDates, System, TemplateFile


def blackouts_of(template: TemplateFile, system: System) -> tuple[Blackout, ...]:
    """Return the black-outs of a system, in the order of the file."""
    return tuple(each for each in template.blackouts if each.system == system.id)


def closed_dates(
    template: TemplateFile, system: System, day: date
) -> tuple[ClosedDates, ...]:
    """Return the municipality's own closed dates that hold for a system on a day."""
    return tuple(
        closed
        for closed in template.calendar.closed
        if closed.start <= day <= closed.end and closed.closes(system.id)
    )


def day_off(template: TemplateFile, day: date) -> DayOff | None:
    """Return why the town hall is closed on a day, or None where it works."""
    return template.calendar.working_days.day_off(day.toordinal())


def follows_working_day(template: TemplateFile, day: date) -> bool:
    """Return whether the town hall works on the eve, with no time to switch."""
    return template.calendar.working_days.is_working(day.toordinal() - 1)
