"""A file of events that any calendar imports or subscribes to (iCalendar)."""

from __future__ import annotations

import hashlib
from collections import Counter
from datetime import date, timedelta

from stdmig.dates import shown_long
from stdmig.render.dossier import Dossier
from stdmig.render.ical.content_line import content_line, escaped
from stdmig.render.ical.contracts import contract_events
from stdmig.render.ical.deliveries import delivery_events
from stdmig.render.ical.event import Event
from stdmig.render.ical.money import request_events, vote_events
from stdmig.render.plan_title import plan_title
from stdmig.words import Style, in_style, text

_DAY = timedelta(days=1)


def plan_ical(dossier: Dossier, style: Style) -> str:
    """
    Return the days of a plan as a calendar (RFC 5545).

    Its events last whole days, without an hour and without a time zone. An event keeps
    its ``UID`` when its day changes, so that a calendar that is read again moves it;
    its ``DTSTAMP`` is the as-of date of the plan, never the clock.

    Parameters
    ----------
    dossier
        The plan.
    style
        Language of the texts.
    """
    title = plan_title(dossier.plan).into(style)
    as_of = text("as of {day}", day=shown_long(dossier.plan.as_of)).into(style)
    lines = [
        content_line("BEGIN", "VCALENDAR"),
        content_line("VERSION", "2.0"),
        content_line("PRODID", f"-//stdmig//plan//{style.language.upper()}"),
        content_line("CALSCALE", "GREGORIAN"),
        content_line("METHOD", "PUBLISH"),
        content_line("NAME", escaped(title)),
        content_line("X-WR-CALNAME", escaped(title)),
        content_line("DESCRIPTION", escaped(as_of)),
        content_line("X-WR-CALDESC", escaped(as_of)),
    ]
    numbers: Counter[str] = Counter()
    for event in _events(dossier):
        uid = _uid(dossier, event)
        numbers[uid] += 1
        lines += _event(event, f"{uid}-{numbers[uid]}", dossier.plan.as_of, style)
    lines.append(content_line("END", "VCALENDAR"))
    return "".join(lines)


def _events(dossier: Dossier) -> list[Event]:
    """Return all events, the first day first."""
    page = dossier.page
    found = [
        *delivery_events(page),
        *contract_events(page.coverages),
        *request_events(dossier),
        *vote_events(dossier),
    ]
    return sorted(found, key=lambda event: event.start)


def _uid(dossier: Dossier, event: Event) -> str:
    """
    Return what tells an event from all others, whatever day it is on.

    The same event of two sections is two: each tells what concerns its section alone.
    """
    municipality = dossier.plan.inventory.municipality
    whose = municipality.code or municipality.name
    section = () if dossier.page.section is None else (dossier.page.section,)
    named = "\x1f".join((whose, *section, event.kind.name, *event.subject)).encode()
    kind = event.kind.name.lower().replace("_", "-")
    return f"{kind}-{hashlib.sha256(named).hexdigest()[:16]}"


def _event(event: Event, uid: str, as_of: date, style: Style) -> list[str]:
    told = [in_style(each, style) for each in event.lines]
    return [
        content_line("BEGIN", "VEVENT"),
        content_line("UID", f"{uid}@stdmig"),
        content_line("DTSTAMP", f"{as_of:%Y%m%d}T000000Z"),
        content_line("DTSTART;VALUE=DATE", _day(event.start)),
        # The end is the first day that is no more part of the event.
        content_line("DTEND;VALUE=DATE", _day(event.end + _DAY)),
        content_line("SUMMARY", escaped(in_style(event.summary, style))),
        *([content_line("DESCRIPTION", escaped(*told))] if told else []),
        content_line("CATEGORIES", escaped(event.kind.value.into(style))),
        content_line("TRANSP", "TRANSPARENT"),
        content_line("END", "VEVENT"),
    ]


def _day(day: date) -> str:
    return day.isoformat().replace("-", "")
