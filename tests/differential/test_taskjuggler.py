"""
The same networks planned by TaskJuggler 3 (TaskJugglerとの比較).

TaskJuggler knows tasks, links, durations and fixed days. Windows for requests, votes,
the days from which money may be spent, publications and cutovers are given to it as
fixed days, taken from our plan; `tests/oracle.py` finds these another way. Everything
between them it plans by itself, as late as possible and as soon as possible.

It is asked twice. With the days that each task takes in our plan it must find our very
dates. With its own months, of 30.4167 days each, it must come as near as the items
between a task and the fixed days allow: three days apart for an item at the most.
"""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Protocol

import pytest

from stdmig.schedule import Plan
from tests.differential.nearness import Drift, early_drifts, late_drifts, moment
from tests.differential.plans import even_plans, mixed_plans
from tests.differential.steps import Case, early_case, late_case
from tests.differential.taskjuggler import MONTH, Dated, planned_by_taskjuggler

pytestmark = pytest.mark.outside("tj3")

TOWNS = 16


class CaseMaker(Protocol):
    """What makes the steps of a pass from a plan."""

    def __call__(self, name: str, plan: Plan, *, quick: bool = False) -> Case:
        """Return the pass with the longest or the shortest durations."""


def _cases(case_of: CaseMaker, plans: dict[str, Plan]) -> list[Case]:
    return [
        case_of(f"{name}, {'shortest' if quick else 'longest'}", plan, quick=quick)
        for name, plan in plans.items()
        for quick in (False, True)
    ]


def test_with_our_days_it_finds_our_late_dates(tmp_path: Path) -> None:
    """Backward, every start and every day by which a task must be over are the same."""
    cases = _cases(late_case, even_plans(TOWNS))
    planned = planned_by_taskjuggler(tmp_path, cases, "days")
    for case, dated in zip(cases, planned, strict=True):
        for step, other in zip(case.steps, dated, strict=True):
            where = f"{case.name}: {step.name}"
            assert moment(step.start) == other.start, where
            assert moment(step.finish) == other.end, where


def test_with_our_days_it_finds_our_early_dates(tmp_path: Path) -> None:
    """Forward, every start, every finish and every day of readiness are the same."""
    cases = _cases(early_case, even_plans(TOWNS))
    planned = planned_by_taskjuggler(tmp_path, cases, "days")
    for case, dated in zip(cases, planned, strict=True):
        for step, other in zip(case.steps, dated, strict=True):
            where = f"{case.name}: {step.name}"
            assert moment(step.start) == other.start, where
            assert moment(step.finish) == other.end, where


def test_with_its_own_months_it_comes_near_our_late_starts(tmp_path: Path) -> None:
    """Backward, no start is further off than the items behind it can lead."""
    cases = _cases(late_case, mixed_plans(TOWNS))
    planned = planned_by_taskjuggler(tmp_path, cases, "months")
    for case, dated in zip(cases, planned, strict=True):
        _understood(case, dated)
        drifts = late_drifts(case, dated)
        _no_wider_than_the_chain(case, drifts)
        for step, other, drift in zip(case.steps, dated, drifts, strict=True):
            where = f"{case.name}: {step.name}: {step.start}, {other.start}, {drift}"
            assert drift.holds(step.start, other.start), where


def test_with_its_own_months_it_comes_near_our_early_dates(tmp_path: Path) -> None:
    """Forward, no start and no finish is further off than the items before it lead."""
    cases = _cases(early_case, mixed_plans(TOWNS))
    planned = planned_by_taskjuggler(tmp_path, cases, "months")
    for case, dated in zip(cases, planned, strict=True):
        _understood(case, dated)
        drifts = early_drifts(case, dated)
        _no_wider_than_the_chain(case, [finish for _, finish in drifts])
        for step, other, (begun, over) in zip(case.steps, dated, drifts, strict=True):
            where = f"{case.name}: {step.name}: {step.start}, {other.start}, {begun}"
            assert begun.holds(step.start, other.start), where
            assert over.holds(step.finish, other.end), where


def _understood(case: Case, dated: list[Dated]) -> None:
    """Check that TaskJuggler took our months and links for what they are."""
    for step, other in zip(case.steps, dated, strict=True):
        assert other.end - other.start == step.months * MONTH, case.name
        days = [moment(day) for day in step.bars]
        if case.late:
            limit = min(days + [dated[at].start for at in step.others])
            assert other.end == limit, f"{case.name}: {step.name}"
        else:
            limit = max(days + [dated[at].end for at in step.others])
            assert other.start == limit, f"{case.name}: {step.name}"


def _no_wider_than_the_chain(case: Case, drifts: list[Drift]) -> None:
    """Check that no allowance is wider than three days for each item in a row."""
    longest = [0] * len(case.steps)
    places = range(len(case.steps))
    for place in reversed(places) if case.late else places:
        step = case.steps[place]
        behind = max((longest[other] for other in step.others), default=0)
        longest[place] = behind + (step.months > 0)
        width = drifts[place].most - drifts[place].least
        assert width <= longest[place] * timedelta(days=3), (case.name, step.name)
