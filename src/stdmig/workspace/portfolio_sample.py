"""The packaged sample city as a municipality among others (見本の団体)."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from stdmig.outlook.portfolio.summary_of import summary_of
from stdmig.outlook.portfolio.town import Town
from stdmig.workspace.open import Request, open_workspace
from stdmig.workspace.plan import plan_workspace

PLACE = "sample"
"""What the sample's workspace is called, which is no folder."""


def sample_town(as_of: date | None, items: Collection[str] = ()) -> tuple[Town, date]:
    """
    Return the sample city, and the day from which it is looked at.

    Parameters
    ----------
    as_of
        That day; None means the sample's own.
    items
        Refs of further work items whose vendors are wanted.
    """
    inventory, faults = open_workspace(Request(sample=True))
    if inventory is None:
        raise AssertionError(faults)
    planned = plan_workspace(inventory, as_of, date.max)
    town = summary_of(PLACE, planned.plan, planned.coverages, planned.findings, items)
    return town, planned.plan.as_of
