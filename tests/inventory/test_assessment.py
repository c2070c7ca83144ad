"""Which assessment the figures demand, and what is planned (しきい値判断)."""

from __future__ import annotations

import pytest

from stdmig.inventory import System
from stdmig.inventory.assessment import (
    Assessment,
    AssessmentLevel,
    is_inferred,
    threshold_level,
)
from tests.helpers import MINIMAL, faults_of, sound, workspace_text


def written(assessment: str) -> System:
    """Return a system with what is written under its key."""
    text = MINIMAL.replace(
        "- id: juki\n", f"- id: juki\n    assessment: {assessment}\n"
    )
    (system,) = sound(workspace_text(text)).systems
    return system


@pytest.mark.parametrize(
    ("people", "usual", "sensitive"),
    [
        # 特定個人情報保護評価指針: first and last number of each row.
        (0, "none", "none"),
        (999, "none", "none"),
        (1_000, "basic", "basic"),
        (9_999, "basic", "basic"),
        (10_000, "basic", "focused"),
        (99_999, "basic", "focused"),
        (100_000, "focused", "full"),
        (299_999, "focused", "full"),
        (300_000, "full", "full"),
        (3_700_000, "full", "full"),
    ],
)
def test_thresholds(
    people: int, usual: AssessmentLevel, sensitive: AssessmentLevel
) -> None:
    """Every row of the thresholds, with few handlers and with many."""
    assert threshold_level(people, sensitive=False) == usual
    assert threshold_level(people, sensitive=True) == sensitive


@pytest.mark.parametrize(
    ("people", "inferred"),
    [(999, False), (1_000, True), (99_999, True), (100_000, False)],
)
def test_rows_that_no_source_states(people: int, inferred: bool) -> None:
    """The rows from 1,000 to 100,000 people are inferred; the others are stated."""
    assert is_inferred(people) is inferred


@pytest.mark.parametrize(
    ("assessment", "planned", "demanded"),
    [
        (Assessment(people=150_000, handlers=499), "focused", "focused"),
        (Assessment(people=150_000, handlers=500), "full", "full"),
        (Assessment(people=150_000, handlers=20, incident=True), "full", "full"),
        # Handlers that nobody counted are planned as many, and demand nothing.
        (Assessment(people=150_000), "full", "focused"),
        (Assessment(people=20_000), "focused", "basic"),
        (Assessment(people=5_000), "basic", "basic"),
        (Assessment(people=999), "none", "none"),
        # What was decided wins.
        (Assessment(level="full", people=5_000), "full", "basic"),
        (Assessment(level="basic", people=350_000), "basic", "full"),
        (Assessment(level="focused"), "focused", None),
    ],
)
def test_planned_and_demanded(
    assessment: Assessment, planned: AssessmentLevel, demanded: AssessmentLevel | None
) -> None:
    """A level is decided, or follows from the figures; what is unknown is not held."""
    assert assessment.planned == planned
    assert assessment.demanded == demanded


def test_figures_decide_whether_item_12_is_planned() -> None:
    """Below 1,000 people there is no duty; where nothing is recorded there may be."""
    assert not written("{people: 999}").needs_assessment
    assert written("{people: 1000}").needs_assessment
    assert not written("none").needs_assessment
    assert written("").needs_assessment
    assert written("{people: 300000}").needs_full_assessment
    assert not written("focused").needs_full_assessment
    assert not written("").needs_full_assessment


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("", "ordinance"),
        ("ordinance", "ordinance"),
        ("rule", "rule"),
        ("none", "none"),
        ("{kind: rule, source: 庁内照会}", "rule"),
    ],
)
def test_what_is_amended(written: str, kind: str) -> None:
    """An ordinance is amended unless the file says otherwise, in a word or more."""
    text = MINIMAL.replace("- id: juki\n", f"- id: juki\n    ordinance: {written}\n")
    (system,) = sound(workspace_text(text)).systems
    assert system.amends == kind


def test_figures_without_people_say_nothing() -> None:
    """Handlers alone do not decide a level: the fault stands at the assessment."""
    text = MINIMAL.replace(
        "- id: juki\n", "- id: juki\n    assessment: {handlers: 20}\n"
    )
    assert faults_of(workspace_text(text)) == [
        "systems.yaml:10:17 STD006 give 'level', or 'people', from which it follows"
    ]
