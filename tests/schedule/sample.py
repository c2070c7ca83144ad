"""The sample city, read and planned once (見本の市)."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from stdmig.inventory import Inventory, Source, Sources, load
from stdmig.network import expand
from stdmig.schedule import Plan, TaskDates, schedule
from tests.budget_days import ways_of
from tests.oracle import Job, Money, Oracle
from tests.schedule.town import SITTINGS, Calendar

DATA = Path(__file__).parents[2] / "data"
AS_OF = date(2021, 10, 1)
SAMPLE_VOTES = ((3, 31), (6, 30), (9, 30), (12, 31))
"""The days on which the sample's council votes, every year."""


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


@cache
def sample_oracle(*, shortest: bool = False) -> Oracle:
    """Return what counts the sample's days the other way round."""
    network = sample_plan().network
    ways = ways_of(Calendar(sittings=SITTINGS))
    months = [(each.item.months.min, each.item.months.max) for each in network.tasks]
    return Oracle(
        (
            Job(
                task.id,
                tuple(network.tasks[other].id for other in network.before[place]),
                months[place][0 if shortest else 1],
                SAMPLE_VOTES if task.item.ref == "17" else (),
            )
            for place, task in enumerate(network.tasks)
        ),
        (),
        (
            Money(
                f"8@{name}",
                None,
                f"11@{name}",
                tuple(ways.values()) if shortest else (ways["ordinary"],),
                not shortest,
            )
            for name in network.procurements
        ),
    )
