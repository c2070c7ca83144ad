"""The project for MS Project, element by element (MSPDI)."""

from __future__ import annotations

from datetime import date, timedelta
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest

from stdmig.render.dossier import Dossier
from stdmig.render.msproject import project_xml
from stdmig.render.msproject.waits import waits
from stdmig.workspace import plan_workspace
from stdmig.workspace.dossier import dossier
from tests.dossiers import sample_dossier, town_dossier
from tests.helpers import ENGLISH, MINIMAL, sound, workspace_text
from tests.hostile import ACTING, NAMES, TURNED, hostile_workspace
from tests.schedule.test_money_at_hand import city_without

SPACE = "{http://schemas.microsoft.com/project}"
ALL_DAYS = "2"


class Read:
    """A project as its elements tell it."""

    def __init__(self, source: Dossier) -> None:
        self.root = ElementTree.fromstring(project_xml(source, ENGLISH))
        self.tasks = self.root.findall(f"{SPACE}Tasks/{SPACE}Task")
        self.by_name = {_text(task, "Name"): task for task in self.tasks}
        self.names = {_text(task, "UID"): _text(task, "Name") for task in self.tasks}

    def task(self, name: str) -> dict[str, str]:
        """Return the plain fields of the task of a name."""
        return {
            field.tag.removeprefix(SPACE): field.text or ""
            for field in self.by_name[name]
            if not len(field)
        }

    def before(self, name: str) -> list[str]:
        """Return the names of what a task waits for."""
        links = self.by_name[name].findall(f"{SPACE}PredecessorLink")
        assert {_text(link, "Type") for link in links} <= {"1"}
        return [self.names[_text(link, "PredecessorUID")] for link in links]

    def values(self, name: str) -> dict[str, str]:
        """Return the free fields of a task by our own names for them."""
        listed = self.root.iterfind(
            f"{SPACE}ExtendedAttributes/{SPACE}ExtendedAttribute"
        )
        titles = {_text(each, "FieldID"): _text(each, "Alias") for each in listed}
        own = self.by_name[name].findall(f"{SPACE}ExtendedAttribute")
        return {titles[_text(each, "FieldID")]: _text(each, "Value") for each in own}


def _text(parent: Element, name: str) -> str:
    return parent.findtext(f"{SPACE}{name}") or ""


@pytest.fixture(scope="module")
def sample() -> Read:
    """Return the sample's project."""
    return Read(sample_dossier())


@pytest.fixture(scope="module")
def town() -> Read:
    """Return the project of the town with designated systems."""
    return Read(town_dossier())


def test_project_is_scheduled_from_its_first_day(sample: Read) -> None:
    """It begins with the first task, in years from April, without any clock."""
    told = {field.tag.removeprefix(SPACE): field.text for field in sample.root}
    assert told["Title"] == "Aira City (sample): migration plan"
    assert told["ScheduleFromStart"] == "1"
    assert told["StartDate"] == "2021-10-01T08:00:00"
    assert told["FinishDate"] == "2025-10-01T08:00:00"
    assert told["StatusDate"] == "2021-10-01T17:00:00"
    assert told["FYStartDate"] == "4"
    assert told.keys().isdisjoint({"CreationDate", "LastSaved", "Author"})


def test_task_has_the_days_of_its_months(sample: Read) -> None:
    """Six months from April are 183 days of eight hours, shown with their last day."""
    task = sample.task("15 Tests and training (Basic resident register)")
    assert task["Start"] == "2025-04-01T08:00:00"
    assert task["Finish"] == "2025-09-30T17:00:00"
    assert task["Duration"] == task["RemainingDuration"] == f"PT{183 * 8}H0M0S"
    assert task["DurationFormat"] == "7"
    assert task["CalendarUID"] == ALL_DAYS
    assert task["Milestone"] == task["Manual"] == "0"
    values = sample.values("15 Tests and training (Basic resident register)")
    assert values == {
        "Task id": "15@juki",
        "Sections": "市民課",
        "Present vendors": "行政システム九州 株式会社 鹿児島支店",
        "Duration (months)": "2-6",
        "Critical path": "1",
    }


def test_open_work_is_placed_as_late_as_possible(sample: Read) -> None:
    """Only what its successor does not end has a deadline: here a window, a vote."""
    tests = sample.task("15 Tests and training (Basic resident register)")
    assert (tests["ConstraintType"], tests.get("Deadline")) == ("1", None)
    assert sample.before("Cutover: Basic resident register") == [
        "17 Amendment of ordinances and rules (Basic resident register)",
        "15 Tests and training (Basic resident register)",
    ]
    early = "14c Conversion to the standard character set (MJ)"
    assert sample.task(early)["ConstraintType"] == "1"
    request = "8 Budget request (Wel+, policy undecided)"
    assert sample.task(request).get("Deadline") is None
    alone = "8 Budget request (Seal registration)"
    # Its proposals are asked for four months later only.
    assert sample.task(alone)["Deadline"] == "2023-10-31T17:00:00"


def test_contract_waits_for_its_money(sample: Read) -> None:
    """The day from which money can be spent is a milestone that others set."""
    name = "ordinary budget of FY2024: can be spent"
    money = sample.task(name)
    assert money["ConstraintType"] == "4"
    assert money["ConstraintDate"] == money["Start"] == "2024-04-01T08:00:00"
    assert (money["Milestone"], money["Duration"]) == ("1", "PT0H0M0S")
    contract = "11 Contract and detailed schedule (Wel+, policy undecided)"
    assert sample.before(contract) == [
        "8 Budget request (Wel+, policy undecided)",
        "10 Choice of the vendor (Wel+, policy undecided)",
        name,
    ]


def test_without_a_contract_all_work_that_spends_waits_for_the_money() -> None:
    """Items 4 and 5 of both systems wait for 2024-04-01, whichever comes first."""
    plan = city_without("2@wave", "3@wave")
    found = waits(plan, [*range(len(plan.tasks))])
    assert {plan.tasks[place].id: keys for place, keys in found.before.items()} == {
        name: ["money:ordinary:2024-04-01"]
        for name in ("4@juki", "4@kojin", "5@juki", "5@kojin")
    }


def test_wait_that_the_plan_does_not_keep_is_told_and_holds_nothing(
    sample: Read,
) -> None:
    """Comparing begins before the specification is out, and the notes say so."""
    name = "3 Comparison with the standard specifications (Family register)"
    assert sample.task(name)["Start"] == "2022-04-01T08:00:00"
    assert sample.before(name) == ["2 Survey of the present systems (Family register)"]
    told = "The planned start lies before this day: publication of the specifications"
    assert told in sample.task(name)["Notes"]


def test_wanted_cutover_is_fixed_and_a_chosen_one_is_not(
    sample: Read, town: Read
) -> None:
    """Only the user's own day is a day on which something must start."""
    wanted = sample.task("Cutover: Basic resident register")
    assert (wanted["ConstraintType"], wanted["Milestone"]) == ("2", "1")
    assert wanted["ConstraintDate"] == "2025-10-01T08:00:00"
    assert wanted["Deadline"] == "2026-03-31T17:00:00"
    chosen = town.task("Cutover: Individual resident tax")
    assert chosen["ConstraintType"] == "4"
    assert chosen["ConstraintDate"] == "2030-01-04T08:00:00"
    assert chosen["Deadline"] == "2031-03-31T17:00:00"
    assert chosen["PercentComplete"] == "0"


def test_only_what_is_recorded_is_actual(sample: Read, town: Read) -> None:
    """The sample has no progress; in the town nothing beyond its file is done."""
    for task in sample.tasks:
        assert task.find(f"{SPACE}ActualStart") is None
        assert _text(task, "PercentComplete") in {"", "0"}
    done = town.task("1 Setting up the organisation")
    assert (done["PercentComplete"], done["RemainingDuration"]) == ("100", "PT0H0M0S")
    assert done["ActualStart"] == "2022-04-01T08:00:00"
    assert done["ActualFinish"] == "2022-06-30T17:00:00"
    name = "12 Specific personal information protection assessment (PIA)"
    running = town.task(f"{name} (National health insurance)")
    assert running["PercentComplete"] == "40"
    assert running["ActualStart"] == "2026-08-01T08:00:00"
    assert "ActualFinish" not in running
    live = town.task("Cutover: Family register")
    assert live["ActualFinish"] == "2025-11-25T08:00:00"


def test_work_that_holds_up_its_planned_successor_is_told(town: Read) -> None:
    """Where work under way ends after the next task's planned start, notes say so."""
    (notes,) = [
        task["Notes"]
        for name in town.by_name
        if name.startswith("6 Request for information (RFI) (税オンライン")
        for task in (town.task(name),)
    ]
    assert "is expected to end on 2026-12-31, after the planned start" in notes


def test_what_does_not_apply_is_left_out_and_told(town: Read) -> None:
    """A task that does not apply has no bar; the project's notes name it."""
    name = "17 Amendment of ordinances and rules (Electoral roll)"
    assert name not in town.by_name
    whole = town.task("Sakuranogawa Town (fictional): migration plan")
    assert f"Not applicable: {name}" in whole["Notes"].splitlines()


def test_ends_of_contracts_tell_their_gaps(sample: Read) -> None:
    """A contract's end is a fixed day, whatever the plan becomes."""
    end = sample.task("End of contract: 健康管理システム")
    assert (end["ConstraintType"], end["ConstraintDate"]) == (
        "3",
        "2025-03-31T17:00:00",
    )
    assert end["Notes"] == "No contract from 2025-04-01 to 2025-09-30: 183 days"


def test_rows_stand_under_phases_and_items(sample: Read) -> None:
    """Outline numbers count the rows of each level, and uids the rows of the file."""
    outline = [
        (_text(task, "OutlineNumber"), _text(task, "Name"), _text(task, "Summary"))
        for task in sample.tasks
        if int(_text(task, "OutlineLevel")) < 2
    ]
    assert outline == [
        ("0", "Aira City (sample): migration plan", "1"),
        ("1", "Dates that others set", "1"),
        ("2", "Planning", "1"),
        ("3", "System selection", "1"),
        ("4", "Introduction and migration", "1"),
        ("5", "Cutovers", "1"),
        ("6", "Ends of contracts", "1"),
    ]
    assert sample.task("1 Setting up the organisation")["OutlineNumber"] == "2.1"
    uids = [_text(task, "UID") for task in sample.tasks]
    assert uids == [_text(task, "ID") for task in sample.tasks]
    assert uids == [str(number) for number in range(len(uids))]


def test_calendar_lists_holidays_and_the_turn_of_the_year(sample: Read) -> None:
    """The town hall's calendar has what the product counts as days off, and no more."""
    hall, all_days = sample.root.findall(f"{SPACE}Calendars/{SPACE}Calendar")
    assert _text(hall, "Name") == "Working days of the town hall"
    spans = [
        (_text(each, "Name"), each.findtext(f"{SPACE}TimePeriod/{SPACE}FromDate"))
        for each in hall.iter(f"{SPACE}Exception")
    ]
    assert ("national holiday", "2021-11-03T00:00:00") in spans
    assert ("year-end closure", "2021-12-29T00:00:00") in spans
    off = {
        date.fromisoformat(_text(period, "FromDate")[:10]) + timedelta(days=number)
        for each in hall.iter(f"{SPACE}Exception")
        for period in each.findall(f"{SPACE}TimePeriod")
        for number in range(int(_text(each, "Occurrences")))
    }
    days = sample_dossier().plan.inventory.template.calendar.working_days
    first = date(2021, 1, 1)
    for number in range((date(2026, 12, 31) - first).days + 1):
        day = first + timedelta(days=number)
        open_here = day not in off and day.weekday() < 5
        assert open_here == days.is_working(day.toordinal()), day
    assert all_days.find(f"{SPACE}Exceptions") is None
    working = {_text(each, "DayWorking") for each in all_days.iter(f"{SPACE}WeekDay")}
    assert working == {"1"}


def test_part_of_a_section_holds_its_own_dates() -> None:
    """What another section's task would hold is held by deadlines instead."""
    part = Read(sample_dossier("社会福祉課"))
    names = [name for name in part.by_name if name.startswith("Cutover: ")]
    assert names == ["Cutover: Public assistance"]
    whole = part.task("Aira City (sample): migration plan")
    assert "Section: 社会福祉課" in whole["Notes"].splitlines()


def test_names_stay_names() -> None:
    """No name becomes an element, and what a field cannot hold stands in its notes."""
    source = dossier(
        plan_workspace(sound(hostile_workspace()), date(2021, 10, 1), date.max)
    )
    read = Read(source)
    told = "\n".join(field.text or "" for field in read.root.iter())
    assert [name for name in NAMES if name not in told] == []
    assert ACTING.sub("\ufffd", TURNED) in told
    assert {len(name) for name in read.by_name} >= {255}
    assert max(len(name) for name in read.by_name) == 255


def test_plan_without_a_contract_or_window_is_a_project() -> None:
    """The smallest workspace gives a project, and the same bytes twice."""
    inventory = sound(workspace_text(MINIMAL))
    planned = plan_workspace(inventory, date(2021, 10, 1), date.max)
    first, second = (project_xml(dossier(planned), ENGLISH) for _ in range(2))
    assert first == second
    assert first.startswith(b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>')


def test_town_without_systems_is_a_project() -> None:
    """Nothing to plan is a project without tasks, from the as-of date on."""
    systems = "schema: stdmig.systems/1\nmunicipality: {name: 空町}\nsystems: []\n"
    inventory = sound(workspace_text(systems))
    read = Read(dossier(plan_workspace(inventory, date(2021, 10, 1), date.max)))
    assert read.tasks == []
    assert _text(read.root, "StartDate") == "2021-10-01T08:00:00"
