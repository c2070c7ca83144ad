"""Statuses of the sample city in January 2026, and of other towns (試験用の進捗)."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from functools import cache

from stdmig.inventory import Inventory
from stdmig.outlook.status import Status
from stdmig.render.status.page import StatusPage
from stdmig.schedule import Plan
from stdmig.workspace import Planned, plan_workspace
from stdmig.workspace.keep_plan import kept_plans
from stdmig.workspace.status import status_of
from tests.dossiers import town
from tests.helpers import ROOT, sound, workspace_text
from tests.hostile import NAMES, hostile_workspace
from tests.screens import sample_city

JANUARY = date(2026, 1, 31)
DAYS = (30, 60, 90)

IN_TIME = ("koseki", "fuhyo", "seiho")
"""
The systems of the sample city that デジタル庁 does not list (December 2025).

The other 17 became 特定移行支援システム: they missed the deadline, 2026-03-31.
"""


def steps_text(inventory: Inventory) -> str:
    """Return the steps as the ministry had them in January 2026: 34 of 40, 40 of 40."""
    rows = [
        f"  - {{system: {each.id}, as_of: 2026-01-31,"
        f" counts: {{done: {40 if each.id == 'seiho' else 34}}}}}"
        for each in inventory.systems
    ]
    return "\n".join(["steps:", *rows])


def progress_text(inventory: Inventory) -> str:
    """
    Return what is recorded in January 2026.

    The steps are the published ones. Which tasks they are is no public fact: here what
    comes before the migration is done, and of the migration itself most is open, but
    for the systems that were in time.
    """
    done = ("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "14c", "16")
    rows = [
        "schema: stdmig.progress/1",
        "live:",
        "  - {system: seiho, since: 2026-01-05}",
        "tasks:",
        *(f"  - {{item: {ref}, status: done}}" for ref in done),
        "  - {item: 13, status: started, remaining_months: 3}",
        "  - {item: 14, status: started, remaining_months: 6}",
    ]
    for system in ("koseki", "fuhyo"):
        rows += [
            *(
                f"  - {{item: {ref}, system: {system}, status: done}}"
                for ref in (13, 14, 17)
            ),
            f"  - {{item: 15, system: {system}, status: started, remaining_months: 1}}",
        ]
    return "\n".join([*rows, steps_text(inventory)]) + "\n"


def kept_text(plan: Plan, name: str = "r3-10") -> str:
    """Return a plan as ``baselines.yaml`` keeps it."""
    cutovers = [
        f"      - {{system: {each.system.id}, day: {each.day}}}"
        for each in plan.cutovers
        if each.source != "live"
    ]
    tasks = [
        f"      - {{task: {json.dumps(task.id, ensure_ascii=False)},"
        f" start: {dates.planned_start}, finish: {dates.planned_finish}}}"
        for place, task in enumerate(plan.tasks)
        if not plan.is_over(place)
        for dates in (plan.dates(place),)
    ]
    return "\n".join(
        [
            "schema: stdmig.baselines/1",
            "baselines:",
            f"  - id: {name}",
            f"    as_of: {plan.as_of}",
            "    cutovers:",
            *(cutovers or ["      []"]),
            "    tasks:",
            *(tasks or ["      []"]),
            "",
        ]
    )


@cache
def city(*, kept: bool = True) -> Planned:
    """Return the sample city as it stood at the end of January 2026."""
    sample = sample_city()
    inventory = sound(
        workspace_text(
            _data("systems.yaml"),
            _data("procedures.yaml"),
            _data("schedule_template.yaml"),
            progress=progress_text(sample.inventory),
            baselines=kept_text(sample.plan) if kept else None,
        )
    )
    return plan_workspace(inventory, JANUARY, date.max)


def _data(name: str) -> str:
    return (ROOT / "data" / name).read_text(encoding="utf-8")


def of(planned: Planned, section: str | None = None) -> Status:
    """Return the status of a workspace against its last kept plan."""
    kept = kept_plans(planned.inventory)
    return status_of(planned, kept[-1] if kept else None, DAYS, section)


@cache
def city_page(*, kept: bool = True) -> StatusPage:
    """Return what outputs show of the city in January 2026."""
    return StatusPage(of(city(kept=kept)))


@cache
def sample_page() -> StatusPage:
    """Return what outputs show of ``--sample``, of which nothing is recorded."""
    return StatusPage(of(sample_city()))


@cache
def town_page() -> StatusPage:
    """Return the designated town: live systems, work under way, no steps."""
    return StatusPage(of(town()))


@cache
def hostile_page() -> StatusPage:
    """Return a town whose every name tries to become code, held against a kept plan."""
    gone = [
        json.dumps(f"4@{name}", ensure_ascii=False)
        for name in NAMES
        if name.strip() == name
    ]
    rows = "\n".join(
        f"      - {{task: {each}, start: 2021-10-01, finish: 2021-11-30}}"
        for each in gone
    )
    kept = (
        "schema: stdmig.baselines/1\nbaselines:\n  - id: <b>\n    as_of: 2021-01-01\n"
        f"    cutovers:\n      - {{system: s0, day: 2025-01-01}}\n    tasks:\n{rows}\n"
    )
    progress = (
        "schema: stdmig.progress/1\ntasks:\n"
        "  - {item: 2, status: started, start: 2021-09-01}\n"
    )
    made = workspace_text("", progress=progress, baselines=kept)
    sources = hostile_workspace()._replace(
        progress=made.progress, baselines=made.baselines, steps=made.steps
    )
    return StatusPage(of(plan_workspace(sound(sources), date(2021, 10, 1), date.max)))


PAGES: dict[str, Callable[[], StatusPage]] = {
    "city": city_page,
    "city, nothing kept": lambda: city_page(kept=False),
    "sample": sample_page,
    "town": town_page,
    "hostile": hostile_page,
}
"""Every kind of status."""
