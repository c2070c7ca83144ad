"""Workspaces written out in tests, read and planned as the product does it."""

from __future__ import annotations

from datetime import date

from stdmig.inventory import Source
from stdmig.workspace import Planned, plan_workspace
from tests.helpers import sample_city, sound, workspace_text

AS_OF = date(2021, 10, 1)

TEMPLATE = """\
schema: stdmig.template/1
deadline: 2026-03-31
budget: {request: {from: "09-01", until: "10-31"}}
"""


def planned(
    systems: str,
    *,
    planning: str = "{}",
    template: str = TEMPLATE,
    procedures: str | None = None,
    costs: str | None = None,
    progress: str | None = None,
    capacity: str | None = None,
    starts: str | None = None,
    as_of: date = AS_OF,
) -> Planned:
    """
    Return the plan of a workspace that has no fault.

    Parameters
    ----------
    systems, costs, progress, capacity, starts
        Texts of the files.
    planning
        What stands under that key of the template, in one line.
    template
        The rest of the template.
    procedures
        Text of the file; the packaged one unless given.
    as_of
        The day the plan is looked at from.
    """
    calendar = f"{template}planning: {planning}\n"
    sources = workspace_text(systems, procedures, calendar, costs, progress)
    sources = sources._replace(
        capacity=None
        if capacity is None
        else Source("capacity.yaml", capacity.encode()),
        starts=None if starts is None else Source("starts.yaml", starts.encode()),
    )
    return plan_workspace(sound(sources), as_of, as_of)


def sample(systems: str | None = None) -> Planned:
    """Return the plan of the packaged city, with another text of its systems."""
    sources = sample_city()
    if systems is not None:
        name = sources.systems.name
        sources = sources._replace(
            systems=Source(name, systems.encode(), packaged=True)
        )
    return plan_workspace(sound(sources), None, AS_OF)
