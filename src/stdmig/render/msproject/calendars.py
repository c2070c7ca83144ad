"""The town hall's working days, and the days that months are counted in (暦)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby
from xml.etree.ElementTree import Element, SubElement

from stdmig.dates import WorkCalendar
from stdmig.render.msproject.elements import add
from stdmig.render.msproject.hours import BREAK, CLOSING, OPENING
from stdmig.words import Style, text

WORKING_DAYS, ALL_DAYS = 1, 2
"""Ids of the two calendars (開庁日, 暦日)."""

_WEEKEND = (1, 7)
_DAILY = 1

_CLOSED = {
    "holiday": text("national holiday"),
    "year_end": text("year-end closure"),
}


def calendars(parent: Element, hall: WorkCalendar, years: range, style: Style) -> None:
    """
    Add both calendars.

    The project goes by the town hall's working days: what the reader of the file adds
    to it lies on them. Our own tasks take calendar months (民法143条), in which days
    off count like any other, so each of them goes by a calendar without any.

    Parameters
    ----------
    parent
        The project.
    hall
        On which days the town hall works.
    years
        Calendar years whose days off are listed.
    style
        Language of the names.
    """
    both = SubElement(parent, "Calendars")
    name = text("Working days of the town hall").into(style)
    own = _calendar(both, WORKING_DAYS, name, _WEEKEND)
    listed = SubElement(own, "Exceptions")
    for first, last, kind in _closures(hall, years):
        _exception(listed, first, last, _CLOSED[kind].into(style))
    _calendar(both, ALL_DAYS, text("Calendar days").into(style), ())


def _calendar(parent: Element, uid: int, name: str, off: tuple[int, ...]) -> Element:
    calendar = SubElement(parent, "Calendar")
    add(calendar, UID=uid, Name=name, IsBaseCalendar=True)
    add(calendar, IsBaselineCalendar=False, BaseCalendarUID=-1)
    week = SubElement(calendar, "WeekDays")
    for number in range(1, 8):
        day = SubElement(week, "WeekDay")
        add(day, DayType=number, DayWorking=number not in off)
        if number not in off:
            times = SubElement(day, "WorkingTimes")
            for start, end in ((OPENING, BREAK[0]), (BREAK[1], CLOSING)):
                add(SubElement(times, "WorkingTime"), FromTime=start, ToTime=end)
    return calendar


def _exception(parent: Element, first: date, last: date, name: str) -> None:
    exception = SubElement(parent, "Exception")
    add(exception, EnteredByOccurrences=False)
    period = SubElement(exception, "TimePeriod")
    add(period, FromDate=f"{first}T00:00:00", ToDate=f"{last}T23:59:00")
    occurrences = (last - first).days + 1
    add(exception, Occurrences=occurrences, Name=name, Type=_DAILY, DayWorking=False)


def _closures(hall: WorkCalendar, years: range) -> Iterator[tuple[date, date, str]]:
    """Yield first and last day of what is closed beside the weekends, and why."""
    first = date(years.start, 1, 1).toordinal()
    last = date(years.stop - 1, 12, 31).toordinal()
    kinds = ((day, hall.day_off(day)) for day in range(first, last + 1))
    for kind, days in groupby(kinds, key=lambda each: each[1]):
        if kind == "holiday" or kind == "year_end":
            span = [date.fromordinal(day) for day, _ in days]
            yield span[0], span[-1], kind
