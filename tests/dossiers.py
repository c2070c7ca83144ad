"""All that papers show of the two workspaces that ship (書類の元)."""

from __future__ import annotations

from datetime import date
from functools import cache

from stdmig.render.dossier import Dossier
from stdmig.workspace import Planned, Request, open_workspace, plan_workspace
from stdmig.workspace.dossier import dossier
from tests.helpers import ROOT
from tests.screens import sample_city

TOWN = ROOT / "examples" / "designated-town"


@cache
def town() -> Planned:
    """Return the plan of the designated town: live systems, work under way."""
    inventory, faults = open_workspace(Request(TOWN))
    assert inventory is not None, faults
    return plan_workspace(inventory, None, date.max)


@cache
def sample_dossier(section: str | None = None) -> Dossier:
    """Return all about the sample, or one section's part."""
    return dossier(sample_city(), section)


@cache
def town_dossier() -> Dossier:
    """Return all about the designated town."""
    return dossier(town())
