"""Risks of the workspaces that ship, and of a hostile town (試験用の確率)."""

from __future__ import annotations

from datetime import date
from functools import cache

from stdmig.outlook.risk import Focus, focus
from stdmig.render.risk.page import RiskPage
from stdmig.workspace import Planned, plan_workspace
from stdmig.workspace.risk import assess_risk
from tests.dossiers import town
from tests.helpers import sound
from tests.hostile import hostile_workspace
from tests.screens import sample_city

SAMPLES = 2000


@cache
def sample_risk() -> Focus:
    """Return the sample city, most of whose systems come late."""
    return _drawn(sample_city())


def one_system() -> Focus:
    """Return one system of the sample, whose dates lie in two heaps."""
    return focus(sample_risk().risk, {"kojin"})


def some_systems() -> Focus:
    """Return two systems of the sample."""
    return focus(sample_risk().risk, {"kojin", "inkan"})


def no_system() -> Focus:
    """Return nothing of the sample."""
    return focus(sample_risk().risk, set())


@cache
def town_risk() -> Focus:
    """Return the designated town: several deadlines, live systems, work under way."""
    return _drawn(town())


@cache
def hostile_risk() -> Focus:
    """Return a town whose every name tries to become code."""
    inventory = sound(hostile_workspace())
    return _drawn(plan_workspace(inventory, date(2021, 10, 1), date.max))


def sample_page(*, full: bool = False) -> RiskPage:
    """Return what outputs show of the sample city."""
    return RiskPage(sample_risk(), full=full)


def _drawn(planned: Planned) -> Focus:
    return focus(assess_risk(planned, samples=SAMPLES))
