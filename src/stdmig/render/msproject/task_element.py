"""One row of the project as an element (Task要素)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from xml.etree.ElementTree import Element, SubElement

from stdmig.render.msproject.calendars import ALL_DAYS
from stdmig.render.msproject.elements import add
from stdmig.render.msproject.entry import Entry, Group
from stdmig.render.msproject.hours import closing, lasting
from stdmig.render.msproject.outline import Row
from stdmig.render.one_line import one_line
from stdmig.words import Style, in_style

DAYS = 7
"""Durations are shown in days."""

_FIXED_DURATION, _FINISH_TO_START, _MEDIUM = 1, 1, 500
_LONGEST = 255
"""Characters that MS Project takes in a name or a free field."""


def task_element(
    parent: Element,
    row: Row,
    uids: Mapping[str, int],
    worked: Callable[[Group], int],
    style: Style,
) -> None:
    """
    Add a row.

    Parameters
    ----------
    parent
        The list of tasks.
    row
        What to add.
    uids
        Number of each entry by its key.
    worked
        Working minutes of the town hall while a group lasts.
    style
        Language of names and notes.
    """
    task, part = SubElement(parent, "Task"), row.part
    number = ".".join(map(str, row.number))
    name, rest = fitting(part.name, style)
    add(task, UID=row.uid, ID=row.uid, Name=name, Active=True, Manual=False)
    add(task, Type=_FIXED_DURATION, IsNull=False, WBS=number, OutlineNumber=number)
    add(task, OutlineLevel=len(row.number), Priority=_MEDIUM)
    add(task, Start=part.start, Finish=part.finish)
    if isinstance(part, Group):
        add(task, Duration=lasting(worked(part)), DurationFormat=DAYS)
        add(task, EffortDriven=False, Estimated=False, Milestone=False, Summary=True)
        add(task, ConstraintType=0, Notes=rest)
        return
    add(task, Duration=lasting(part.minutes), DurationFormat=DAYS)
    add(task, EffortDriven=False, Estimated=False)
    add(task, Milestone=part.minutes == 0, Summary=False)
    _progress(task, part)
    add(task, ConstraintType=int(part.constraint.type), CalendarUID=ALL_DAYS)
    add(task, ConstraintDate=part.constraint.moment, Deadline=_deadline(part))
    notes = [in_style(each, style) for each in part.notes]
    add(task, IgnoreResourceCalendar=True)
    add(task, Notes=noted([*([rest] if rest else []), *notes]))
    for key in part.before:
        _link(task, uids[key])
    _values(task, part, style)


def fitting(words: object, style: Style) -> tuple[str, str | None]:
    """Return a text as far as a field holds it, and all of it where that is not all."""
    told = one_line(in_style(words, style))
    if len(told) <= _LONGEST:
        return told, None
    return f"{told[: _LONGEST - 1]}…", told


def noted(sentences: list[str]) -> str | None:
    """Return sentences as notes, each on a line of its own; None without any."""
    return "\n".join(map(one_line, sentences)) or None


def _progress(task: Element, entry: Entry) -> None:
    """Add what is recorded, and how much time is left by it."""
    actual = entry.actual
    spent = entry.minutes * actual.percent // 100
    add(task, PercentComplete=actual.percent)
    add(task, ActualStart=actual.start, ActualFinish=actual.finish)
    add(task, ActualDuration=lasting(spent))
    add(task, RemainingDuration=lasting(entry.minutes - spent))


def _deadline(entry: Entry) -> datetime | None:
    return None if entry.deadline is None else closing(entry.deadline)


def _link(task: Element, uid: int) -> None:
    link = SubElement(task, "PredecessorLink")
    add(link, PredecessorUID=uid, Type=_FINISH_TO_START, CrossProject=False)
    add(link, LinkLag=0, LagFormat=DAYS)


def _values(task: Element, entry: Entry, style: Style) -> None:
    for field, value in entry.values:
        if value == "":
            continue
        written = value if isinstance(value, bool) else fitting(value, style)[0]
        add(SubElement(task, "ExtendedAttribute"), FieldID=field.id, Value=written)
