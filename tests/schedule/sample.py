"""The sample city, read and planned once (見本の市)."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from stdmig.inventory import Inventory, Source, Sources, load
from stdmig.network import expand
from stdmig.schedule import Plan, TaskDates, schedule

DATA = Path(__file__).parents[2] / "data"
AS_OF = date(2021, 10, 1)


@cache
def sample_inventory() -> Inventory:
    """Return what the shipped files say."""
    systems, procedures, template = (
        Source(name, (DATA / name).read_bytes())
        for name in ("systems.yaml", "procedures.yaml", "schedule_template.yaml")
    )
    inventory, faults = load(Sources(systems, procedures, template, sample=True))
    assert inventory is not None, faults
    return inventory


@cache
def sample_plan(as_of: date = AS_OF) -> Plan:
    """Return the sample's plan, looked at from the day that its template names."""
    return schedule(expand(sample_inventory()), as_of)


def dates_of(task_id: str) -> TaskDates:
    """Return the dates of a task of the sample."""
    plan = sample_plan()
    return plan.dates(plan.network.place_of[task_id])
