"""Work under contract that ends after its fiscal year (年度をまたぐ遅れ)."""

from __future__ import annotations

from datetime import date

import pytest

from stdmig.schedule import Plan, slips
from tests.rules.planned import planned

PROCEDURES = """\
schema: stdmig.procedures/1
phases: [{id: all, name: 全体}]
items:
  - {number: 8, id: request, name: 要求, phase: all, scope: procurement,
     months: {min: 1, max: 1}, role: budget_request}
  - {number: 11, id: contract, name: 契約, phase: all, scope: procurement,
     months: {min: 1, max: 1}, role: contract, after: [8]}
  - {number: 13, id: build, name: 構築, phase: all, scope: system,
     months: {min: 1, max: 1}, after: [11]}
cutover: {after: [13]}
"""
SYSTEMS = """\
schema: stdmig.systems/1
municipality: {name: 見本市}
systems:
  - {id: juki, units: [{section: 課, procurement: first, package: 基幹}]}
  - {id: koseki, units: [{section: 課, procurement: second, package: 戸籍}]}
"""
SIGNED = """\
  - {item: 8, system: %s, status: done, start: 2023-09-01, finish: 2023-10-31}
  - {item: 11, system: %s, status: done, start: 2024-04-01, finish: 2024-04-30}
"""


def town(as_of: str, cutover: str, *, signed: tuple[str, ...] = ("juki",)) -> Plan:
    """Return two systems, of which some are under contract, with work of a month."""
    tasks = "".join(SIGNED % (each, each) for each in signed)
    return planned(
        SYSTEMS,
        planning=f"{{cutover: {cutover}}}",
        procedures=PROCEDURES,
        progress=f"schema: stdmig.progress/1\ntasks:\n{tasks}",
        as_of=date.fromisoformat(as_of),
    ).plan


def slipping(plan: Plan) -> list[tuple[str, int, list[str]]]:
    """Return the procurements, the years and the tasks of what slips."""
    return [
        (
            each.purchase.procurement.id,
            each.fiscal_year,
            [plan.tasks[place].id for place in each.places],
        )
        for each in slips(plan)
    ]


@pytest.mark.parametrize(
    ("as_of", "cutover", "found"),
    [
        # Due on 2025-03-16, and over on 04-01 at the earliest.
        ("2025-03-02", "2025-03-17", [("first", 2024, ["13@juki"])]),
        # Due on 2025-03-16 as well, but over on 03-31: late within the year.
        ("2025-03-01", "2025-03-17", []),
        # Due on 2025-04-01: its money is that of the new year.
        ("2025-03-15", "2025-04-02", []),
        # Due on 2025-03-31, and over on 04-14.
        ("2025-03-15", "2025-04-01", [("first", 2024, ["13@juki"])]),
        # The same, seen from the next year, which nothing is carried over into.
        ("2025-04-01", "2025-04-01", []),
    ],
)
def test_the_year_ends_on_31_march(
    as_of: str, cutover: str, found: list[tuple[str, int, list[str]]]
) -> None:
    """Work slips if its last day is in a later fiscal year than the last one it may."""
    assert slipping(town(as_of, cutover)) == found


def test_every_contract_that_has_begun_is_told() -> None:
    """The work of both is due on 2025-03-16; one that is not signed is no slip."""
    dates = ("2025-03-02", "2025-03-17")
    first, second = ("first", 2024, ["13@juki"]), ("second", 2024, ["13@koseki"])
    assert slipping(town(*dates, signed=("juki", "koseki"))) == [first, second]
    assert slipping(town(*dates, signed=("koseki",))) == [second]
