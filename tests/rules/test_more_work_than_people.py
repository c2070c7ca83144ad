"""Months in which there is more to do than can be done (体制を超える作業量)."""

from __future__ import annotations

import json
from datetime import date

import pytest

from stdmig.rules import Finding
from tests.helpers import ENGLISH
from tests.rules.planned import planned

SYSTEMS = """\
schema: stdmig.systems/1
municipality: {name: 見本市, lead_section: 推進課}
systems:
  - {id: juki, cutover: 2025-10-01, units: [{section: 市民課, vendor: 甲社}]}
  - id: kojin
    cutover: 2025-09-01
    units: [{section: 税務課, vendor: 甲社}, {section: 収納課, vendor: 乙社}]
"""


def _found(months: int, capacity: str, actor: str = "lead") -> Finding:
    """Return the only finding, with one task of an actor up to each cutover."""
    town = planned(
        SYSTEMS,
        procedures="schema: stdmig.procedures/1\n"
        "phases: [{id: all, name: 全体}]\n"
        "items:\n"
        "  - {number: 15, id: tests, name: テスト, phase: all, scope: system,"
        f" actors: [{actor}], months: {{min: {months}, max: {months}}}}}\n"
        "  - {number: 16, id: open, name: 開始, phase: all, scope: system,"
        " months: {min: 1, max: 1}}\n"
        "cutover: {after: [15, 16]}\n",
        capacity=f"schema: stdmig.capacity/1\n{capacity}",
        as_of=date(2023, 4, 1),
    )
    (found,) = [each for each in town.findings if each.rule.code == "STD404"]
    return found


def test_one_month_is_told_in_the_singular() -> None:
    """Tasks of July to August and August to September meet in August."""
    found = _found(2, "lead: {capacity: 1}\n")
    assert found.hit.message.into(ENGLISH) == (
        "推進課 (lead section): more work is planned than can be done in 1 month"
        " (2025-08); the worst is 2025-08, 2 against 1"
    )


def test_worst_month_is_the_one_that_lacks_most() -> None:
    """One task in July where nothing can be done is worse than two against 1.5."""
    busy = "[{months: [7], capacity: 0}, {months: [8], capacity: 1.5}]"
    found = _found(2, f"lead: {{capacity: 2, busy: {busy}}}\n")
    assert found.hit.message.into(ENGLISH) == (
        "推進課 (lead section): more work is planned than can be done in 2 months"
        " (2025-07 to 2025-08); the worst is 2025-07, 1 against 0"
    )
    assert json.dumps(found.hit.data["months"]) == (
        '[{"month": "2025-07", "load": 1, "capacity": 0},'
        ' {"month": "2025-08", "load": 2, "capacity": 1.5}]'
    )


@pytest.mark.parametrize(
    ("months", "first", "last"),
    [
        # Tasks of n months up to 2025-08-31 and 09-30 touch n + 1 months.
        (11, "2024-10", "2025-09: 1 against 0.5"),
        (12, "2024-09", "and 1 more"),
        (13, "2024-08", "and 2 more"),
    ],
)
def test_twelve_months_are_listed(months: int, first: str, last: str) -> None:
    """What is more is counted; a run of months is told by its first and its last."""
    found = _found(months, "lead: {capacity: 0.5}\n")
    details = [each.into(ENGLISH) for each in found.hit.details]
    assert found.hit.message.into(ENGLISH) == (
        "推進課 (lead section): more work is planned than can be done in"
        f" {months + 1} months ({first} to 2025-09); the worst is"
        f" {details[1][:7]}, 2 against 0.5"
    )
    assert len(details) == min(months + 1, 13)
    assert (details[0], details[-1]) == (f"{first}: 1 against 0.5", last)


@pytest.mark.parametrize(
    ("capacity", "place"),
    [
        ("lead: {capacity: 1}\n", "2:18"),
        (
            "sections:\n"
            "  - {section: 税務課, capacity: 1}\n"
            "  - {section: 推進課, capacity: 1}\n",
            "4:30",
        ),
        ("lead: {capacity: 1}\nsections: [{section: 推進課, capacity: 9}]\n", "2:18"),
        ("lead: {capacity: 9}\nsections: [{section: 推進課, capacity: 1}]\n", "3:37"),
    ],
)
def test_capacity_is_found_where_it_is_written(capacity: str, place: str) -> None:
    """Of two for the lead section it is the one that is too little."""
    found = _found(2, capacity)
    assert str(found.hit.location) == f"capacity.yaml:{place}"


def test_capacity_of_a_vendor_is_that_of_the_same_items() -> None:
    """Neither other items of the vendor nor the items of another are meant."""
    found = _found(
        2,
        "vendors:\n"
        "  - {vendor: 乙社, items: [15], capacity: 1}\n"
        "  - {vendor: 甲社, items: [16], capacity: 1}\n"
        "  - {vendor: 甲社, items: [15], capacity: 1}\n",
        "vendor",
    )
    assert str(found.hit.location) == "capacity.yaml:5:41"
    assert found.hit.subject == {"vendor": "甲社", "items": "15"}


def test_capacity_of_a_section_is_its_own() -> None:
    """The lead section's stands above those of the others."""
    found = _found(
        2,
        "lead: {capacity: 1}\n"
        "sections:\n"
        "  - {section: 市民課, capacity: 1}\n"
        "  - {section: 税務課, capacity: 0.5}\n",
        "section",
    )
    assert str(found.hit.location) == "capacity.yaml:5:30"
    assert found.hit.subject == {"section": "税務課"}
