"""Every output of one plan holds the same dates (出力どうしの一致)."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from io import StringIO
from typing import Any, TypeAlias
from xml.etree import ElementTree

import icalendar
import pytest

from stdmig.render.dossier import Dossier
from stdmig.render.ical import plan_ical
from stdmig.render.msproject.project import project_xml
from stdmig.render.plan.csv import plan_csv
from stdmig.render.plan.json import plan_json
from stdmig.render.workbook import workbook
from stdmig.schedule import Plan
from stdmig.words import Style
from tests.dossiers import sample_dossier, town_dossier
from tests.helpers import ENGLISH
from tests.render.workbook.reading import opened, table

Dates: TypeAlias = dict[str, tuple[str, ...]]
"""The dates of each task by its id: ISO, in the order of `NAMES`."""

NAMES = (
    "planned_start",
    "planned_finish",
    "late_start",
    "late_finish",
    "last_chance_start",
    "early_start",
    "early_finish",
    "earliest_start",
)
FLOATS = ("total_float_days", "free_float_days")
_TASK_ID = "188743731"
HEADINGS = (
    "Planned start",
    "Planned finish",
    "Late start",
    "Late finish",
    "Last chance to start",
    "Early start",
    "Early finish",
    "Earliest start",
    "Total float (days)",
    "Free float (days)",
)
TOWNS: dict[str, Callable[[], Dossier]] = {
    "sample city": sample_dossier,
    "designated town": town_dossier,
}

ABSENT: dict[str, set[str]] = {"sample city": set(), "designated town": {"17@senkyo"}}
"""The tasks that do not apply: their dates are null, or blank."""

of_either_town = pytest.mark.parametrize("town", TOWNS)


def of_plan(plan: Plan) -> Dates:
    """
    Return the dates as the plan itself says them.

    What is over has no float; what does not apply has no dates either.
    """
    return {
        task.id: ("",) * len(NAMES + FLOATS)
        if plan.status(place) == "not_applicable"
        else (
            *(str(getattr(plan.dates(place), name)) for name in NAMES),
            "" if plan.is_over(place) else str(plan.total_float(place)),
            "" if plan.is_over(place) else str(plan.free_float(place)),
        )
        for place, task in enumerate(plan.tasks)
    }


def of_json(source: Dossier) -> Dates:
    """Return those of `stdmig plan --format json`."""
    tasks = _json(source)["tasks"]
    return {
        each["id"]: tuple(_cell(each[key]) for key in NAMES + FLOATS) for each in tasks
    }


def of_csv(source: Dossier, style: Style) -> Dates:
    """Return those of `stdmig plan --format csv`."""
    places = list(range(len(source.plan.tasks)))
    written, unwritable = plan_csv(source.plan, places, style, "utf-8")
    assert unwritable == []
    _, *rows = csv.reader(StringIO(written.decode("utf-8-sig")))
    return {row[1]: tuple(row[11:21]) for row in rows}


def of_workbook(source: Dossier) -> Dates:
    """Return those of the sheet of tasks of `stdmig export xlsx`."""
    rows = table(opened(workbook(source, ENGLISH))["Tasks"]).dicts()
    return {
        each["Task id"]: tuple(_cell(each[heading]) for heading in HEADINGS)
        for each in rows
    }


def of_project(source: Dossier) -> Dates:
    """Return the planned dates of `stdmig export mspdi`."""
    space = {"": "http://schemas.microsoft.com/project"}
    found = {}
    for each in ElementTree.fromstring(project_xml(source, ENGLISH)).iterfind(
        "Tasks/Task", space
    ):
        name = each.find(f"ExtendedAttribute[FieldID='{_TASK_ID}']/Value", space)
        if name is not None and name.text:
            moments = (each.findtext(key, "", space) for key in ("Start", "Finish"))
            found[name.text] = tuple(moment[:10] for moment in moments)
    return found


def _cell(value: object) -> str:
    return "" if value is None else str(value)


def _json(source: Dossier) -> Any:
    places = list(range(len(source.plan.tasks)))
    return json.loads(plan_json(source.plan, places, (), (), (), ENGLISH))


@of_either_town
def test_json_and_csv_hold_the_dates_of_the_plan(town: str) -> None:
    """Eight dates and two floats of every task are the same, however days are shown."""
    source = TOWNS[town]()
    expected = of_plan(source.plan)
    assert {name for name, days in expected.items() if not any(days)} == ABSENT[town]
    assert of_json(source) == expected
    assert of_csv(source, ENGLISH) == expected
    assert of_csv(source, Style("ja", era=True)) == expected


@of_either_town
def test_the_workbook_holds_the_dates_of_the_csv(town: str) -> None:
    """Each task of the sheet has the eight dates and the two floats of its row."""
    source = TOWNS[town]()
    assert of_workbook(source) == of_csv(source, ENGLISH)


@of_either_town
def test_the_project_holds_the_planned_dates_of_the_csv(town: str) -> None:
    """MS Project's file has all that applies, on its planned days."""
    source = TOWNS[town]()
    left_out = {
        each["id"]
        for each in _json(source)["tasks"]
        if each["status"] == "not_applicable"
    }
    assert of_project(source) == {
        name: days[:2]
        for name, days in of_csv(source, ENGLISH).items()
        if name not in left_out
    }


@of_either_town
def test_the_calendar_holds_the_cutovers_of_the_json(town: str) -> None:
    """The days on which systems are cut over are the same in iCalendar and in JSON."""
    source = TOWNS[town]()
    events = icalendar.Calendar.from_ical(plan_ical(source, ENGLISH)).walk("VEVENT")
    days = {
        str(event.decoded("DTSTART"))
        for event in events
        if str(event["UID"]).startswith("cutover-")
    }
    assert days == {each["cutover"] for each in _json(source)["systems"]}
