"""Assessments that take longer, per system, and data that waits (全項目評価)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from stdmig.schedule import Duration, Plan, assumptions, unassessed
from tests.helpers import ENGLISH
from tests.rules.planned import planned

SYSTEMS = """\
schema: stdmig.systems/1
municipality: {name: 見本市}
systems:
  - {id: juki, assessment: %s, units: [{section: 市民課}]}
  - {id: kojin, assessment: basic, units: [{section: 税務課}]}
"""


def town(assessment: str, conditions: str = "") -> Plan:
    """Return the plan of two systems, the first with an assessment of its own."""
    planning = f"{{cutover: 2025-10-01, conditions: [{conditions}]}}"
    return planned(SYSTEMS % assessment, planning=planning).plan


def duration_of(plan: Plan, task_id: str) -> Duration:
    """Return the months of a task."""
    return plan.durations[plan.network.place_of[task_id]]


@pytest.mark.parametrize(
    ("assessment", "months"),
    [
        ("full", (3, 5)),
        ("{people: 300000}", (3, 5)),
        ("{people: 100000, handlers: 500}", (3, 5)),
        # Nobody counted the handlers, so the longer way is planned.
        ("{people: 100000}", (3, 5)),
        ("{people: 100000, handlers: 499}", (2, 4)),
        ("{level: basic, people: 300000}", (2, 4)),
        ("focused", (2, 4)),
    ],
)
def test_a_full_assessment_takes_a_month_longer(
    assessment: str, months: tuple[int, int]
) -> None:
    """Public comment adds a month to 2 and to 4, for this system alone."""
    plan = town(assessment)
    assert duration_of(plan, "12@juki") == Duration(*months)
    assert duration_of(plan, "12@kojin") == Duration(2, 4)


def test_a_full_assessment_moves_the_dates_before_it() -> None:
    """15 from 2025-04-01, 14 from 2024-10-01, 12 five months before: 2024-05-01."""
    plan = town("full")
    dates = plan.dates(plan.network.place_of["12@juki"])
    assert dates.late_start == date(2024, 5, 1)
    assert dates.late_finish == date(2024, 9, 30)
    other = plan.dates(plan.network.place_of["12@kojin"])
    assert other.late_start == date(2024, 6, 1)


def test_other_conditions_stay_those_of_the_municipality() -> None:
    """A condition of the template holds for all, beside the one of a system."""
    plan = town("full", "other_systems")
    assert duration_of(plan, "5@juki") == Duration(3, 4)
    assert duration_of(plan, "12@juki") == Duration(3, 5)
    assert duration_of(plan, "12@kojin") == Duration(2, 4)


def _assumed(plan: Plan) -> dict[str, tuple[str, tuple[str, ...]]]:
    names = ("months-12-full", "handlers-juki", "assessment-thresholds")
    return {
        each.id: (each.text.into(ENGLISH), each.tasks)
        for each in assumptions(plan)
        if each.id in names
    }


def test_what_a_full_assessment_leans_on() -> None:
    """The longer months are a guess, and so are handlers that nobody counted."""
    longer = (
        "item 12 Specific personal information protection assessment (PIA) takes 3 to 5"
        " months where the assessment is a full one",
        ("12@juki",),
    )
    assert _assumed(town("full")) == {"months-12-full": longer}
    assert _assumed(town("{people: 150000}")) == {
        "months-12-full": longer,
        "handlers-juki": (
            "Basic resident register: the people who handle the data are not recorded;"
            " taken as 500 or more (full assessment)",
            ("12@juki",),
        ),
    }
    assert _assumed(town("{people: 20000, handlers: 20}")) == {
        "assessment-thresholds": (
            "the assessment of 1 system follows from a threshold between 1,000 and"
            " 100,000 people that is inferred: Basic resident register",
            ("12@juki",),
        ),
    }
    assert _assumed(town("focused")) == {}


def test_data_that_is_loaded_too_early_is_found_whatever_the_links_say() -> None:
    """A plan whose data load has moved forward overlaps, although it is linked."""
    plan = town("basic")
    assert list(unassessed(plan)) == []
    starts = list(plan.late.start)
    starts[plan.network.place_of["14@juki"]] -= 10
    moved = replace(plan, late=plan.late._replace(start=starts))
    (found,) = unassessed(moved)
    assert (found.system.id, found.is_linked, found.days) == ("juki", True, 10)
