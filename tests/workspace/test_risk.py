"""Which days the risk is held against (リスクの基準となる日)."""

from __future__ import annotations

from datetime import date

from stdmig.risk.result import Limit
from stdmig.workspace.plan import Planned
from stdmig.workspace.risk import assess_risk, limits
from tests.rules.planned import planned, sample


def _of(town: Planned, kind: str) -> list[Limit]:
    return [each for each in limits(town) if each.kind == kind]


def _town(systems: str) -> Planned:
    head = "schema: stdmig.systems/1\nmunicipality: {name: 見本市}\n"
    return planned(head + systems, planning="{cutover: 2025-10-01}")


def test_limits_of_the_sample() -> None:
    """Each system has its cutover and deadline; eight purchases ask in October 2023."""
    town = sample()
    cutovers, deadlines = _of(town, "cutover"), _of(town, "deadline")
    assert [each.system for each in cutovers] == list(range(20))
    assert {each.day for each in cutovers} == {date(2025, 10, 1)}
    assert {each.day for each in deadlines} == {date(2026, 3, 31)}
    budgets = _of(town, "budget")
    assert [each.day for each in budgets] == [date(2023, 10, 31)] * 8
    bought = [each.purchase for each in budgets]
    assert bought == list(town.plan.network.purchases)
    # The single-year contract of 生活保護 is renewed every year.
    assert {(each.name, each.day) for each in _of(town, "contract")} == {
        ("acrocity", date(2024, 9, 30)),
        ("welplus", date(2024, 9, 30)),
        ("kenko", date(2025, 3, 31)),
    }


def test_contract_that_another_takes_over_from_has_no_end_of_its_own() -> None:
    """Only the last of the row counts; a hole before the next one counts as an end."""
    town = _town(
        """\
contracts:
  - {id: a, start: 2020-04-01, end: 2025-03-31}
  - {id: b, start: 2025-04-01, end: 2027-03-31}
  - {id: c, start: 2025-06-01, end: 2027-03-31}
systems:
  - {id: juki, units: [{section: 課, contract: [a, b]}]}
  - {id: koseki, units: [{section: 課, contract: [a, c]}]}
"""
    )
    found = [(each.system, each.name, str(each.day)) for each in _of(town, "contract")]
    assert found == [
        (0, "b", "2027-03-31"),
        (1, "a", "2025-03-31"),
        (1, "c", "2027-03-31"),
    ]


def test_signed_extension_moves_the_end() -> None:
    """What is signed counts, what is only planned does not."""
    town = _town(
        """\
contracts:
  - id: a
    start: 2020-04-01
    end: 2025-03-31
    extensions:
      - {start: 2025-04-01, end: 2025-09-30, state: signed}
      - {start: 2025-10-01, end: 2026-03-31, state: planned}
systems:
  - {id: juki, units: [{section: 課, contract: a}]}
"""
    )
    (found,) = _of(town, "contract")
    assert found.day == date(2025, 9, 30)
    risk = assess_risk(town, samples=200)
    (juki,) = risk.systems
    shares = {each.limit.kind: each.share for each in juki.chances}
    # The cutover may fall on the day after the end.
    assert shares["contract"] == juki.cutover.chance(date(2025, 10, 1))
    assert shares["contract"] == shares["cutover"]
