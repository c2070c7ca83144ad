"""Pairs of small workspaces, planned and held against each other (比較の組)."""

from __future__ import annotations

from stdmig.outlook.comparison import Comparison
from stdmig.render.compare.page import ComparePage
from stdmig.words import text
from stdmig.workspace import Planned
from stdmig.workspace.compare import Side, compare_page
from tests.budget.town import PROCEDURES
from tests.rules.planned import planned

SYSTEMS = """\
schema: stdmig.systems/1
municipality: {name: 見本市}
contracts:
  - {id: tax, name: 税, start: 2020-10-01, end: 2025-09-30}
  - {id: base, name: 基幹, start: 2020-07-01, end: 2025-06-30}
systems:
  - id: kojin
    cutover: KOJIN
    units: [{section: 税務課, package: 税, policy: switch, contract: tax}]
  - id: juki
    cutover: JUKI
    units: [{section: 住民課, package: 基幹, policy: switch, contract: base}]
"""
"""Two systems with a contract each; the days of their cutovers are to be filled in."""


def town(kojin: str, juki: str, *, costs: str | None = None) -> Planned:
    """Return the plan of a town whose two systems are cut over on these days."""
    return planned(
        SYSTEMS.replace("KOJIN", kojin).replace("JUKI", juki),
        procedures=PROCEDURES,
        costs=costs,
    )


def page_of(before: Planned, after: Planned, section: str | None = None) -> ComparePage:
    """Return what a page about two plans shows."""
    return compare_page(
        Side(text("{name}", name="before.git"), before.inventory),
        Side(text("{name}", name="after.git"), after.inventory),
        (before, after),
        section,
    )


def compared(before: Planned, after: Planned) -> Comparison:
    """Return what two plans differ by."""
    return page_of(before, after).comparison
