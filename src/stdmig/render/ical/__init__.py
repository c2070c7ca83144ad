"""The days of a plan for everybody's calendar (iCalendar)."""

from stdmig.render.ical.calendar import plan_ical

__all__ = ["plan_ical"]
