"""The plan as Microsoft Project XML, which schedulers compute again (MSPDI)."""

from __future__ import annotations

from datetime import date
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from stdmig.dates import shown_long
from stdmig.render.dossier import Dossier
from stdmig.render.msproject.calendars import WORKING_DAYS, calendars
from stdmig.render.msproject.custom_fields import definitions
from stdmig.render.msproject.elements import add
from stdmig.render.msproject.entry import Entry, Group
from stdmig.render.msproject.hours import (
    CLOSING,
    MINUTES,
    OPENING,
    closing,
    lasting,
    opening,
)
from stdmig.render.msproject.outline import rows
from stdmig.render.msproject.task_element import (
    DAYS,
    fitting,
    noted,
    task_element,
)
from stdmig.render.plan_title import plan_title
from stdmig.words import Style, Text, in_style, text

NAMESPACE = "http://schemas.microsoft.com/project"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_FILE_VERSION = 14
"""The format since Project 2010, the first one that knows ``Manual``."""


def project_xml(dossier: Dossier, style: Style) -> bytes:
    """
    Return a project that MS Project and readers of its format schedule again.

    The project is scheduled from its start, so that a task that slips moves what comes
    after it. Scheduled anew without a change, every task stays on its planned dates
    (what cannot is told in its notes, see `task_entry`):

    - Months are calendar months (民法143条), which no scheduler knows. Each task has
      the days of its own months as its duration, counted by a calendar in which every
      day works from 8 to 17; weekends and holidays, which months count, so stand in no
      scheduler's way, and a last day is shown as the last day. Elapsed days
      (``ed``) would run to midnight, which programs show as the day after.
    - The project's own calendar is the town hall's, with weekends, national holidays
      and the year-end closure; what the reader adds goes by it.
    - Sections, present vendors and the span of months are free text fields: nobody is
      assigned, since the plan knows no amounts of work.
    - Actual dates and percentages are what progress records, never what we reckon.

    Parameters
    ----------
    dossier
        The plan.
    style
        Language of names and notes.
    """
    found = rows(dossier)
    uids = {row.part.key: row.uid for row in found if isinstance(row.part, Entry)}
    project = Element("Project", xmlns=NAMESPACE)
    parts = tuple(row.part for row in found if len(row.number) == 1)
    whole = Group(plan_title(dossier.plan), parts) if parts else None
    _settings(project, dossier, whole, style)
    definitions(project, style)
    hall = dossier.plan.inventory.template.calendar.working_days
    first, last = _span(dossier, whole)
    calendars(project, hall, range(first.year, last.year + 2), style)
    tasks = SubElement(project, "Tasks")

    def worked(group: Group) -> int:
        days = range(group.start.toordinal(), group.finish.toordinal() + 1)
        return MINUTES * sum(map(hall.is_working, days))

    if whole is not None:
        _whole(tasks, dossier, whole, worked(whole), style)
    for row in found:
        task_element(tasks, row, uids, worked, style)
    indent(project, " ")
    # Declared by hand: the library would quote it with apostrophes.
    return f"{_DECLARATION}{tostring(project, 'unicode')}\n".encode()


def _span(dossier: Dossier, whole: Group | None) -> tuple[date, date]:
    if whole is None:
        return dossier.plan.as_of, dossier.plan.deadline
    return whole.start.date(), whole.finish.date()


def _settings(
    project: Element, dossier: Dossier, whole: Group | None, style: Style
) -> None:
    """Add what holds for the whole project; amounts are in yen, years from April."""
    plan = dossier.plan
    first, last = _span(dossier, whole)
    company = fitting(plan.inventory.municipality.title, style)[0]
    title = fitting(plan_title(dossier.plan), style)[0]
    add(project, SaveVersion=_FILE_VERSION, Title=title, Company=company)
    add(project, ScheduleFromStart=True, StartDate=opening(first))
    finish = closing(last) if whole is None else whole.finish
    add(project, FinishDate=finish, FYStartDate=4, CriticalSlackLimit=0)
    add(project, CurrencyDigits=0, CurrencySymbol="¥", CurrencyCode="JPY")
    add(project, CurrencySymbolPosition=0, CalendarUID=WORKING_DAYS)
    add(project, DefaultStartTime=OPENING, DefaultFinishTime=CLOSING)
    add(project, MinutesPerDay=MINUTES, MinutesPerWeek=5 * MINUTES, DaysPerMonth=20)
    add(project, DefaultTaskType=1, DurationFormat=DAYS, HonorConstraints=True)
    add(project, NewTasksEffortDriven=False, NewTasksEstimated=False)
    add(project, SplitsInProgressTasks=False, FiscalYearStart=True, WeekStartDay=0)
    add(project, StatusDate=closing(plan.as_of), CurrentDate=opening(plan.as_of))
    add(project, Autolink=False, NewTaskStartDate=0, NewTasksAreManual=False)


def _whole(
    tasks: Element, dossier: Dossier, whole: Group, worked: int, style: Style
) -> None:
    """Add the summary of the whole project, with what its reader must know."""
    task = SubElement(tasks, "Task")
    name, rest = fitting(whole.name, style)
    add(task, UID=0, ID=0, Name=name, Active=True, Manual=False, Type=1, IsNull=False)
    add(task, WBS="0", OutlineNumber="0", OutlineLevel=0, Priority=500)
    add(task, Start=whole.start, Finish=whole.finish, Duration=lasting(worked))
    add(task, DurationFormat=DAYS, EffortDriven=False, Estimated=False)
    add(task, Milestone=False, Summary=True, ConstraintType=0)
    told = [rest] if rest else []
    told += [in_style(each, style) for each in _remarks(dossier)]
    add(task, Notes=noted(told))


def _remarks(dossier: Dossier) -> list[Text]:
    plan = dossier.plan
    remarks = [
        text("as of {day}", day=shown_long(plan.as_of)),
        text(
            "Durations are calendar days, days off among them: each task takes the days"
            " of its calendar months and goes by a calendar without days off. Summary"
            " rows count the town hall's working days."
        ),
        text(
            "Open work is planned backward from the cutovers and placed as late as"
            " possible."
        ),
    ]
    if dossier.page.section is not None:
        remarks.append(text("Section: {name}", name=dossier.page.section))
    for place in dossier.page.places:
        if plan.status(place) == "not_applicable":
            remarks.append(text("Not applicable: {task}", task=plan.tasks[place].title))
    return remarks
