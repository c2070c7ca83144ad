"""Plans of systems that are wanted on one day or in an order (稼働の単位と順序)."""

from __future__ import annotations

from datetime import date

from stdmig.network import expand
from stdmig.schedule import Plan, schedule
from tests.helpers import sound, workspace_text

PROCEDURES = """\
    schema: stdmig.procedures/1
    phases: [{id: all, name: 全体}]
    items:
      - number: 1
        id: work
        name: 作業
        phase: all
        scope: system
        months: {min: 1, max: 2}
    cutover: {after: [1]}
    """
BUSY = """\
    schema: stdmig.template/1
    deadline: 2026-03-31
    blackouts:
      - {system: kojin, months: [2, 3, 4, 5, 6], name: 課税, confidence: stated}
    """


def plan_of(
    *systems: str, template: str = BUSY, as_of: str = "2024-10-01", live: str = ""
) -> Plan:
    """Return the plan of systems, each written in one line, some of them live."""
    head = "schema: stdmig.systems/1\nmunicipality: {name: 見本市}\nsystems:\n"
    text = head + "".join(f"  - {{{each}}}\n" for each in systems)
    progress = f"schema: stdmig.progress/1\nlive: [{live}]\n" if live else None
    files = workspace_text(text, PROCEDURES, template, progress=progress)
    day = date.fromisoformat(as_of)
    return schedule(expand(sound(files), day), day)


def bought(name: str, *more: str) -> str:
    """Return the line of a system with a unit of the package 基幹."""
    return ", ".join([f"id: {name}, units: [{{section: 課, package: 基幹}}]", *more])
