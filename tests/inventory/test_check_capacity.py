"""Capacities, starts and scenarios beside the files that they name (体制の検査)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from stdmig.inventory import load
from tests.helpers import MINIMAL_PROCEDURES, faults_of, sound, workspace_text

TOWN = """\
schema: stdmig.systems/1
municipality: {name: 町, lead_section: 企画課}
systems:
  - id: juki
    units:
      - {section: 住民課, vendor: 甲社, package: 'Town @ Suite: a', policy: stay}
  - {id: koseki}
  - {id: seiho, applies: false, reason: 県, units: {section: 福祉課, vendor: 乙社}}
"""
PROCEDURES = MINIMAL_PROCEDURES.replace("scope: system", "scope: procurement")


def _faults(**files: str) -> list[str]:
    return faults_of(workspace_text(TOWN, PROCEDURES, **files))


def test_capacities_of_those_who_work_are_read() -> None:
    """The lead section, a section, a vendor; in tenths, for one month or several."""
    capacity = """\
        schema: stdmig.capacity/1
        lead:
          capacity: 1.5
          busy: {months: 3, capacity: 0, name: 議会}
        sections:
          - {section: 住民課, busy: [{months: [3, 4], capacity: ５}]}
          - {section: 企画課, capacity: "2"}
          - {section: 福祉課, capacity: }
        vendors: {vendor: 甲社, items: 1, capacity: 2.50}
    """.replace("vendors: {", "vendors:\n          - {")
    written = sound(workspace_text(TOWN, PROCEDURES, capacity=capacity)).capacity
    assert written is not None
    assert written.lead.capacity == Decimal("1.5")
    assert written.lead.busy[0].months == (3,)
    assert [each.capacity for each in written.sections] == [None, 2, None]
    assert written.sections[0].busy[0].capacity == 5
    assert written.vendors[0].items == ("1",)
    assert written.vendors[0].capacity == Decimal("2.5")


def test_files_that_say_nothing_are_read() -> None:
    """Only the version is needed; blanks are read as nothing."""
    inventory = sound(
        workspace_text(
            TOWN,
            PROCEDURES,
            capacity="schema: stdmig.capacity/1\nlead:\nsections:\nvendors: []\n",
            starts="schema: stdmig.starts/1\ndurations:\nstarts:\n",
            scenarios="schema: stdmig.scenarios/1\nscenarios: []\n",
        )
    )
    assert inventory.starts is not None
    assert inventory.starts.durations == "likely"
    assert inventory.documents.capacity is not None
    assert inventory.documents.scenarios is not None


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        (
            "{vendor: 甲者, items: 1, capacity: 1}",
            ["capacity.yaml:3:14 STD010 no unit has the vendor '甲者'"],
        ),
        (
            "{vendor: 甲社, items: [1, 14], capacity: 1}",
            [
                "capacity.yaml:3:29 STD010 nothing under 'items' has the id '14'",
            ],
        ),
        (
            "{vendor: 甲社, items: 1, capacity: 1, busy: {months: 1, capacity: 1.1}}",
            [
                "capacity.yaml:3:69 STD007 more can be done in busy months (1.1) than"
                " in ordinary ones (1)"
            ],
        ),
    ],
)
def test_vendor_that_cannot_be(entry: str, told: list[str]) -> None:
    """Each fault stands at the value that is wrong."""
    written = f"schema: stdmig.capacity/1\nvendors:\n  - {entry}\n"
    assert _faults(capacity=written) == told


def test_one_vendor_may_have_several_entries() -> None:
    """Other items of the same vendor, and the same item of another, are no fault."""
    systems = TOWN.replace(
        "{id: koseki}", "{id: koseki, units: {section: 課, vendor: 丙}}"
    )
    written = """\
        schema: stdmig.capacity/1
        vendors:
          - {vendor: 甲社, items: 1, capacity: 1}
          - {vendor: 丙, items: 1, capacity: 1}
    """
    assert faults_of(workspace_text(systems, PROCEDURES, capacity=written)) == []


def test_start_of_a_task_whose_package_has_blanks() -> None:
    """A procurement goes by its package, whatever characters that has."""
    task = '"1@Town @ Suite: a:stay"'
    starts = f"schema: stdmig.starts/1\nstarts: [{{task: {task}, start: R9.4}}]\n"
    progress = f"schema: stdmig.progress/1\ntasks: [{{task: {task}, status: done}}]\n"
    inventory = sound(
        workspace_text(TOWN, PROCEDURES, starts=starts, progress=progress)
    )
    assert inventory.starts is not None
    (chosen,) = inventory.starts.starts
    assert (chosen.task, chosen.start) == ("1@Town @ Suite: a:stay", date(2027, 4, 1))


def test_no_id_of_a_task_is_longer_than_one_can_be() -> None:
    """It would fill a cell of a table by itself, and is told without being told."""
    starts = f"schema: stdmig.starts/1\nstarts: [{{task: {'1' * 1201}, start: R9.4}}]\n"
    assert _faults(starts=starts) == [
        "starts.yaml:2:17 STD007 the text is longer than 1200 characters"
    ]


def test_start_of_a_task_that_does_not_exist_is_read() -> None:
    """What was bought together may have changed since; the rules of the check tell."""
    starts = """\
        schema: stdmig.starts/1
        starts:
          - {task: 1@juki, start: R9.4}
          - {task: 1@seiho, start: R9.4}
    """
    inventory, faults = load(workspace_text(TOWN, PROCEDURES, starts=starts))
    assert faults == []
    assert inventory is not None
    assert inventory.starts is not None
    assert [each.task for each in inventory.starts.starts] == ["1@juki", "1@seiho"]


def test_scenario_of_what_could_not_change() -> None:
    """A policy needs units; a system that does not apply has no scenario."""
    scenarios = """\
        schema: stdmig.scenarios/1
        scenarios:
          - id: one
            name: 甲
            systems:
              - {system: juki, policy: switch, cutover: 2027-04, deadline: 2027-04}
              - {system: koseki, policy: switch}
              - {system: seiho, cutover: 2027-04}
            capacity:
              lead: {capacity: 0}
              sections: [{section: 住民課}]
    """
    assert _faults(scenarios=scenarios) == [
        "scenarios.yaml:7:34 STD007 'koseki' has no units whose policy could be"
        " another",
        "scenarios.yaml:8:18 STD010 nothing under 'systems' has the id 'seiho'",
    ]


def test_faults_of_all_files_are_told_at_once() -> None:
    """One run names what is wrong in each of the three."""
    told = _faults(
        capacity="schema: stdmig.capacity/1\nsections: [{section: 課, capacity: 1}]\n",
        starts="schema: stdmig.starts/1\nstarts: [{task: 7 8, start: R9.4}]\n",
        scenarios="schema: stdmig.scenarios/1\nscenarios: [{id: a}]\n",
    )
    assert told == [
        "capacity.yaml:2:22 STD010 no unit belongs to the section '課'",
        "scenarios.yaml:2:13 STD006 the key 'name' is missing",
        "starts.yaml:2:17 STD007 a task is named like 8, 3@juki or 8@PROCUREMENT,"
        " with no space beside @",
    ]
