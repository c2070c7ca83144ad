"""The project as an independent reader understands it, and schedules it again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest

from stdmig.render.dossier import Dossier
from stdmig.render.msproject import project_xml
from stdmig.workspace import plan_workspace
from stdmig.workspace.dossier import dossier
from tests.dossiers import sample_dossier, town_dossier
from tests.helpers import ENGLISH, sound
from tests.hostile import NAMES, hostile_workspace
from tests.render.msproject.java import by_id, java, moment, read, scheduled, spans
from tests.rules.planned import planned

pytestmark = pytest.mark.outside("java")

MORNING, EVENING = time(8), time(17)

CHOSEN = """\
schema: stdmig.systems/1
municipality: {name: 見本市}
systems:
  - id: juki
    units: [{section: 市民課, package: A, policy: stay}]
  - {id: kojin, cutover: 2027-08-31, units: [{section: 税務課, policy: switch}]}
  - {id: library, statutory: false, after: juki, units: [{section: 図書館}]}
"""
PROGRESS = """\
schema: stdmig.progress/1
tasks:
  - {item: 1, status: done}
  - {item: 2, status: started}
  - {item: 2, system: kojin, status: done, finish: 2024-02}
  - {item: 3, system: juki, status: started, percent: 30}
  - {item: 17, system: library, status: not_applicable}
"""


def _chosen() -> Dossier:
    """Return a plan with chosen days, months of unequal length, undated progress."""
    template = """\
schema: stdmig.template/1
deadline: 2028-03-31
budget: {request: {from: "09-01", until: "10-31"}, notice: "01-31"}
council:
  sessions:
    - {id: june, name: 6月定例会, from: 06-01, until: 06-28, request_until: 04-20}
    - {id: march, name: 3月定例会, from: 02-20, until: 03-24, votes_budget: true}
"""
    town = planned(
        CHOSEN, template=template, progress=PROGRESS, as_of=date(2024, 2, 29)
    )
    return dossier(town)


def _hostile() -> Dossier:
    inventory = sound(hostile_workspace())
    return dossier(plan_workspace(inventory, date(2021, 10, 1), date.max))


SOURCES: dict[str, Callable[[], Dossier]] = {
    "sample": sample_dossier,
    "a section": lambda: sample_dossier("税務課"),
    "designated town": town_dossier,
    "chosen days": _chosen,
    "hostile names": _hostile,
}


# A free field is too short for ids that are made of names of 300 characters.
@pytest.mark.parametrize("name", [name for name in SOURCES if name != "hostile names"])
def test_tasks_are_read_with_their_planned_dates(name: str, tmp_path: Path) -> None:
    """Every task that applies has its name, days, links and kind of constraint."""
    source = SOURCES[name]()
    plan, tasks = source.plan, by_id(read(project_xml(source, ENGLISH), tmp_path))
    places = [
        place for place in source.page.places if plan.status(place) != "not_applicable"
    ]
    assert tasks.keys() == {plan.tasks[place].id for place in places}
    for place in places:
        task, dates = tasks[plan.tasks[place].id], plan.dates(place)
        days = (dates.planned_finish - dates.planned_start).days + 1
        assert moment(task.getStart()) == datetime.combine(dates.planned_start, MORNING)
        assert moment(task.getFinish()) == datetime.combine(
            dates.planned_finish, EVENING
        )
        assert str(task.getDuration()) == f"{float(days)}d"
        assert str(task.getTaskMode()) == "AUTO_SCHEDULED"
        late = str(task.getConstraintType()) == "AS_LATE_AS_POSSIBLE"
        assert late == (place not in plan.safe.settled)
        before = {
            relation.getPredecessorTask().getText(1)
            for relation in task.getPredecessors()
        }
        expected = {plan.tasks[each].id for each in plan.ahead.before[place]}
        assert before - {None} == expected & tasks.keys()


@pytest.mark.parametrize("name", SOURCES)
def test_scheduled_again_every_row_stays_on_its_dates(
    name: str, tmp_path: Path
) -> None:
    """A scheduler that forgets all dates and computes them anew finds ours."""
    project = read(project_xml(SOURCES[name](), ENGLISH), tmp_path)
    ours = spans(project)
    for task in project.getTasks():
        if not task.getSummary():
            # As an editor would move it; the scheduler must not lean on these.
            task.setStart(None)
            task.setFinish(None)
    scheduled(project)
    assert len(ours) > 10
    assert spans(project) == ours


def test_longer_task_moves_what_comes_before_it(tmp_path: Path) -> None:
    """Thirty days more of tests begin everything before them thirty days sooner."""
    project = read(project_xml(sample_dossier(), ENGLISH), tmp_path)
    tasks, longer = by_id(project), "15@seiho"
    before = {name: moment(task.getStart()) for name, task in tasks.items()}
    days = float(tasks[longer].getDuration().getDuration()) + 30
    duration = java().duration.getInstance(days, java().unit.DAYS)
    tasks[longer].setDuration(duration)
    tasks[longer].setRemainingDuration(duration)
    scheduled(project)
    moved = {
        name: (moment(task.getStart()) - before[name]).days
        for name, task in tasks.items()
        if moment(task.getStart()) != before[name]
    }
    assert {moved[name] for name in (longer, "14@seiho", "13@seiho", "12@seiho")} == {
        -30
    }
    # The vendor's contract is older by then; another system's tests stay.
    assert "15@juki" not in moved
    assert "17@seiho" not in moved


def test_deadlines_and_milestones_are_read(tmp_path: Path) -> None:
    """Cutovers are milestones with the deadline of their own system."""
    source = town_dossier()
    project = read(project_xml(source, ENGLISH), tmp_path)
    cutovers = {
        task.getName(): task
        for task in project.getTasks()
        if (task.getName() or "").startswith("Cutover: ")
    }
    for cutover in source.plan.cutovers:
        task = cutovers[f"Cutover: {cutover.system.title.into(ENGLISH)}"]
        assert task.getMilestone()
        assert moment(task.getStart()).date() == cutover.day
        assert moment(task.getDeadline()).date() == cutover.deadline
        live = task.getActualFinish() is not None
        assert live == (cutover.source == "live")


def test_calendar_is_the_town_halls(tmp_path: Path) -> None:
    """The project works on the days on which the town hall does, to the last one."""
    source = sample_dossier()
    project = read(project_xml(source, ENGLISH), tmp_path)
    hall = project.getDefaultCalendar()
    assert hall.getName() == "Working days of the town hall"
    days = source.plan.inventory.template.calendar.working_days
    first = date(2021, 10, 1)
    for number in range((date(2026, 3, 31) - first).days):
        day = first + timedelta(days=number)
        there = java().day.of(day.year, day.month, day.day)
        assert bool(hall.isWorkingDate(there)) == days.is_working(day.toordinal()), day
    own = {task.getCalendar().getName() for task in by_id(project).values()}
    assert own == {"Calendar days"}


def test_hostile_names_are_read_whole(tmp_path: Path) -> None:
    """Each name arrives in a name or, where that is too short for it, in notes."""
    project = read(project_xml(_hostile(), ENGLISH), tmp_path)
    told = "\n".join(
        f"{task.getName()}\n{task.getNotes()}" for task in project.getTasks()
    )
    assert [name for name in NAMES if name not in told] == []


def test_elements_stand_in_the_order_of_the_schema() -> None:
    """The classes that mpxj made from Microsoft's schema list the same order."""
    root = ElementTree.fromstring(project_xml(town_dossier(), ENGLISH))
    ordered = {
        "": root.iter(_tag("Project")),
        "$Tasks$Task": root.iter(_tag("Task")),
        "$Tasks$Task$PredecessorLink": root.iter(_tag("PredecessorLink")),
        "$Calendars$Calendar": root.iter(_tag("Calendar")),
        "$Calendars$Calendar$WeekDays$WeekDay": root.iter(_tag("WeekDay")),
        "$Calendars$Calendar$Exceptions$Exception": root.iter(_tag("Exception")),
    }
    for name, elements in ordered.items():
        known = _order(f"org.mpxj.mspdi.schema.Project{name}")
        for element in elements:
            places = [known.index(_local(field).lower()) for field in element]
            assert places == sorted(places), _local(element)


def _tag(name: str) -> str:
    return f"{{http://schemas.microsoft.com/project}}{name}"


def _local(element: Element) -> str:
    return element.tag.rsplit("}")[-1]


def _order(name: str) -> list[str]:
    annotations: Any = java().kind.forName(name).getAnnotations()
    (order,) = [
        list(each.propOrder())
        for each in annotations
        if str(each.annotationType()).endswith("XmlType")
    ]
    return [str(field).lower() for field in order]
