"""A town of two systems with two work items each, for sums in the head (小さな町)."""

from __future__ import annotations

from datetime import date

from stdmig.inventory import Source
from stdmig.network import expand
from stdmig.schedule import Plan, schedule
from tests.helpers import sound, workspace_text

SYSTEMS = """\
schema: stdmig.systems/1
municipality: {name: 甲町, name_en: Ko Town, lead_section: 企画課}
systems:
  - id: juki
    units: [{section: 市民課, vendor: 甲社}]
  - id: kojin
    units: [{section: 税務課, vendor: 甲社}]
"""

PROCEDURES = """\
schema: stdmig.procedures/1
phases: [{id: planning, name: 計画立案}]
items:
  - number: 1
    id: survey
    name: 調査
    name_en: Survey
    phase: planning
    scope: system
    months: {min: 1, max: 3}
    actors: [section, lead]
    load: {lead: 2}
  - number: 2
    id: build
    name: 構築
    name_en: Build
    phase: planning
    scope: system
    months: {min: 2, max: 2}
    actors: [lead, vendor]
    after: [1]
cutover: {after: [2]}
"""
"""Item 1 takes one to three months, item 2 two; of the lead section 2 and 1."""

TEMPLATE = """\
schema: stdmig.template/1
deadline: 2026-03-31
planning: {as_of: 2025-04-01, cutover: 2025-12-01}
"""

AS_OF = date(2025, 4, 1)


def plan_of(
    capacity: str | None = None,
    *,
    systems: str = SYSTEMS,
    procedures: str = PROCEDURES,
    template: str = TEMPLATE,
    starts: str | None = None,
    progress: str | None = None,
    as_of: date = AS_OF,
) -> Plan:
    """Return the town's plan; capacity and starts as the rest of their files."""
    sources = workspace_text(systems, procedures, template, progress=progress)
    inventory = sound(
        sources._replace(
            capacity=_file("capacity", capacity), starts=_file("starts", starts)
        )
    )
    return schedule(expand(inventory, as_of), as_of)


def day(year: int, month: int, number: int) -> int:
    """Return the ordinal of a day."""
    return date(year, month, number).toordinal()


def _file(name: str, rest: str | None) -> Source | None:
    if rest is None:
        return None
    text = f"schema: stdmig.{name}/1\n{rest}"
    return Source(f"{name}.yaml", text.encode())
