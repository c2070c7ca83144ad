"""What a small town's plan leans on, as a reader of its files finds it (前提)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from stdmig.inventory import Source, Sources
from stdmig.schedule import Plan, assumptions
from stdmig.workspace import plan_workspace
from tests.helpers import ENGLISH, sound, workspace_text

AS_OF = date(2024, 10, 1)

PROCEDURES = """\
schema: stdmig.procedures/1
phases: [{id: all, name: 全体}]
conditions: [{id: full_assessment, name: 全項目評価}, {id: rush, name: 急ぎ}]
items:
  - {number: 1, id: gap, name: 差, name_en: Gap, phase: all, scope: system,
     months: {min: 1, max: 1}, waits_for: specification}
  - {number: 8, id: request, name: 要求, name_en: Request, phase: all,
     scope: procurement, months: {min: 1, max: 1}, role: budget_request}
  - {number: 9, id: rfp, name: 募集, name_en: Tender, phase: all,
     scope: procurement, months: {min: 1, max: 1}, role: rfp, after: [8],
     drops_when: vendor_stays}
  - {number: 11, id: contract, name: 契約, name_en: Contract, phase: all,
     scope: procurement, months: {min: 1, max: 1}, role: contract, after: [8, 9]}
  - {number: 12, id: pia, name: 評価, name_en: PIA, phase: all, scope: system,
     months: {min: 1, max: 1}, role: assessment, drops_when: no_assessment}
  - {number: 17, id: amend, name: 改正, name_en: Amendment, phase: all,
     scope: system, months: {min: 1, max: 1}, role: ordinance,
     drops_when: no_ordinance}
cutover: {after: [1, 11, 12, 17]}
"""
"""Six items of a month each, none of which is a guess."""

TEMPLATE = """\
schema: stdmig.template/1
deadline: 2026-03-31
budget: {request: {from: "09-01", until: "10-31"}, notice: "02-10"}
council:
  sessions: [{id: june, name: 6月, from: "06-01", until: "06-20"}]
blackouts:
  - {system: koseki, months: 4, name: 年度替わり, confidence: stated}
calendar: {year_end: {from: "12-29", until: "01-03"}}
planning: {cutover: 2025-10-01}
"""
"""A municipal year in which nothing is a guess."""


class Guess(NamedTuple):
    """
    A guess as it is told.

    Attributes
    ----------
    text
        In English.
    place
        The file, and what stands there from the place on that the guess points at.
    tasks
        Ids of the tasks that lean on it.
    """

    text: str
    place: str
    tasks: tuple[str, ...] = ()


def systems_file(*systems: str, more: str = "") -> str:
    """Return a ``systems.yaml``: each system in one line, then the rest."""
    head = "schema: stdmig.systems/1\nmunicipality: {name: 見本市}\n"
    return f"{head}systems:\n" + "".join(f"  - {{{each}}}\n" for each in systems) + more


def settled(name: str, *more: str) -> str:
    """Return the line of a system of which nothing is a guess, but for what is said."""
    known = {
        "assessment": "basic",
        "ordinance": "rule",
        "units": "[{section: 課, policy: stay, package: 基幹}]",
    }
    said = dict(each.split(": ", 1) for each in more)
    return ", ".join([f"id: {name}", *(f"{k}: {v}" for k, v in (known | said).items())])


def town(
    systems: str,
    *,
    template: str = TEMPLATE,
    procedures: str = PROCEDURES,
    progress: str | None = None,
    as_of: date = AS_OF,
) -> tuple[Plan, Sources]:
    """Return the plan of a town, and the files that it was made from."""
    sources = workspace_text(systems, procedures, template, progress=progress)
    return plan_workspace(sound(sources), as_of, as_of).plan, sources


def guesses(planned: tuple[Plan, Sources]) -> dict[str, Guess]:
    """Return all that a town's plan leans on, by the ids of the guesses."""
    plan, sources = planned
    written = {
        each.name: each.data.decode().splitlines()
        for each in sources
        if isinstance(each, Source)
    }
    found = {}
    for each in assumptions(plan):
        where = each.location
        line = written[where.file][where.line - 1]
        place = f"{where.file}: {line[where.column - 1 :]}"
        assert each.id not in found
        found[each.id] = Guess(each.text.into(ENGLISH), place, each.tasks)
    return found
