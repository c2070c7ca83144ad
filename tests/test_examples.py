"""The shipped examples run, and say what they are to teach (examples/)."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from stdmig.render.cells import width
from stdmig.schedule import Plan
from stdmig.workspace import Request, open_workspace, plan_workspace
from tests.command import call, run
from tests.helpers import ROOT

TOWN = ROOT / "examples" / "designated-town"
LIVE = {
    "koseki": "2025-11-25",
    "fuhyo": "2025-11-25",
    "kenko": "2026-01-05",
    "jidoteate": "2026-01-05",
    "kodomo": "2026-01-05",
}


@pytest.fixture(scope="module")
def plan() -> Plan:
    """Return the town's plan as of the day that its template names."""
    inventory, faults = open_workspace(Request(TOWN))
    assert inventory is not None, faults
    return plan_workspace(inventory, None, date(2030, 1, 1)).plan


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    """Return the same plan as other programs read it."""
    result = call("plan", "--workspace", TOWN, "--format", "json")
    assert result.code == 0, result.err
    document: dict[str, Any] = json.loads(result.out)
    return document


def test_town_is_looked_at_from_fiscal_2026(plan: Plan) -> None:
    """The as-of date lies in fiscal 2026, half a year past the general deadline."""
    assert plan.as_of == date(2026, 10, 1)
    assert plan.deadline == date(2026, 3, 31)


def test_live_systems_were_in_time(plan: Plan) -> None:
    """Five systems are live, since working days before the general deadline."""
    live = {each.system.id: each for each in plan.cutovers if each.source == "live"}
    assert {name: each.day.isoformat() for name, each in live.items()} == LIVE
    for each in live.values():
        assert each.day.weekday() < 5
        assert each.day <= each.deadline == date(2026, 3, 31)
    concerned = {system.id for task in plan.tasks for system in task.systems}
    assert concerned.isdisjoint(LIVE)


def test_designated_systems_plan_to_their_own_completion(plan: Plan) -> None:
    """Reasons 1, 3 and 4; each is cut over by its completion, before its deadline."""
    designated = [each for each in plan.cutovers if each.system.designated]
    assert len(designated) == 13
    reasons = set()
    for each in designated:
        own = each.system.designated
        assert own is not None
        assert own.explanation is not None
        assert own.completion is not None
        reasons.add(own.reason)
        assert each.day <= own.completion <= each.deadline
        assert date(2028, 3, 31) <= own.completion <= date(2030, 3, 31)
    assert reasons == {1, 3, 4}
    assert plan.cutover("kojin").deadline == date(2031, 3, 31)
    assert plan.cutover("keiji").deadline == date(2030, 12, 31)


def test_recorded_work_stands_as_it_was(plan: Plan) -> None:
    """The request of 2025 and the contract of 2026 keep their days in every pass."""
    for task, first, last in (
        ("1", date(2022, 4, 1), date(2022, 6, 30)),
        ("8@midori", date(2025, 9, 1), date(2025, 10, 31)),
        ("11@midori", date(2026, 4, 1), date(2026, 5, 29)),
        ("12@juki", date(2026, 6, 1), date(2026, 9, 18)),
    ):
        place = plan.network.place_of[task]
        days = plan.dates(place)
        assert {days.planned_start, days.late_start, days.early_start} == {first}
        assert {days.planned_finish, days.late_finish, days.early_finish} == {last}
        assert place not in plan.critical_places


def test_work_under_way_ends_when_it_is_expected_to(plan: Plan) -> None:
    """
    What runs is counted from its start, or by what remains from 2026-10-01.

    12@kokuho: four months from 2026-08-01; 12@nenkin: two months remain, so that both
    end on 2026-11-30; 16@juki: one month remains; 5@zei: four months from 2026-09-01.
    """
    for task, last in (
        ("12@kokuho", date(2026, 11, 30)),
        ("12@nenkin", date(2026, 11, 30)),
        ("16@juki", date(2026, 10, 31)),
        ("5@zei", date(2026, 12, 31)),
    ):
        place = plan.network.place_of[task]
        assert plan.status(place) == "started"
        assert plan.dates(place).early_finish == last
        assert plan.dates(place).planned_finish == last


def test_open_work_begins_today_where_all_before_it_is_done(plan: Plan) -> None:
    """
    Resident register: assessed and converted, its data can move from today on.

    The welfare system has not begun; its survey, three months, can.
    """
    assert plan.dates(plan.network.place_of["14@juki"]).early_start == plan.as_of
    survey = plan.dates(plan.network.place_of["2@shogai"])
    assert (survey.early_start, survey.early_finish) == (
        date(2026, 10, 1),
        date(2026, 12, 31),
    )


def test_programs_read_who_is_designated_and_how_far_it_is(
    document: dict[str, Any],
) -> None:
    """Systems carry reason and completion, tasks their status and actual days."""
    systems = {each["id"]: each for each in document["systems"]}
    assert systems["koseki"]["cutover_source"] == "live"
    assert systems["koseki"]["designated"] is None
    assert systems["kojin"]["designated"]["reason"] == 1
    assert systems["kojin"]["designated"]["completion"] == "2030-01-31"
    assert [each["until"] for each in systems["kokuho"]["transitional"]] == [
        "2029-03-31"
    ]
    tasks = {each["id"]: each for each in document["tasks"]}
    assert tasks["11@midori"]["status"] == "done"
    assert tasks["11@midori"]["actual_finish"] == "2026-05-29"
    assert tasks["11@midori"]["total_float_days"] is None
    assert tasks["5@zei"]["status"] == "started"
    assert tasks["17@senkyo"]["status"] == "not_applicable"
    assert tasks["2@shogai"]["status"] == "not_started"


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize("command", ["plan", "check"])
def test_screens_fit_80_cells(command: str, lang: str) -> None:
    """Both pages run in both languages, and no line of the plan is cut."""
    result = run(command, "--workspace", TOWN, "--lang", lang)
    assert result.code == 0, result.err
    if command == "plan":
        assert max(map(width, result.out.splitlines())) <= 80


def test_plan_says_who_is_live_designated_and_done() -> None:
    """The page lists them by day, marks done work, and leaves out what drops out."""
    out = call("plan", "--workspace", TOWN).out
    for told in (
        "deadlines 2030-12-31,\n  2031-03-31",
        "Live since 2025-11-25: Family register, Supplementary family register",
        "Designated, to be completed by 2030-03: Disability welfare",
        "Not applicable: 17 Amendment of ordinances and rules (Electoral roll)",
        "x done",
    ):
        assert told in out


def test_explain_says_why_a_later_deadline_holds() -> None:
    """Reason, completion and transitional measure stand under the cutover."""
    out = call("explain", "kokuho", "--workspace", TOWN).out
    assert "designated system, reason 4: the vendor lacks the resources" in out
    assert (
        "transitional measure: 高額療養費の支給申請書の外部帳票, until 2029-03-31"
        in out
    )
    live = call("explain", "koseki", "--workspace", TOWN).out
    assert "cutover 2025-11-25 (Tue): live since this day" in live


def test_check_says_what_is_still_open() -> None:
    """No error: one extension is requested, one policy is open, no record lacks."""
    result = call("check", "--workspace", TOWN, "--format", "json")
    found: dict[str, Any] = json.loads(result.out)
    assert len(found["designated"]) == 13
    codes = {each["code"] for each in found["findings"]}
    assert {"STD105", "STD201"} <= codes
    assert codes.isdisjoint({"STD301", "STD302", "STD310", "STD501"})
