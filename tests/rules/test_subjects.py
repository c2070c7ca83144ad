"""Subjects of findings: what an acceptance or a baseline names (指摘の対象)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from stdmig.inventory import SUBJECT_KINDS
from stdmig.rules import RULES, Rule
from stdmig.workspace import Planned, Request, open_workspace, plan_workspace
from tests.benchmark import benchmark
from tests.helpers import ROOT
from tests.rules.planned import planned
from tests.rules.test_cases import CASES

SHAPES = {rule.code: [set(shape) for shape in rule.subjects] for rule in RULES}
DAYS = (date(2022, 4, 1), date(2024, 11, 20), date(2025, 12, 1), date(2027, 1, 10))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_kind_can_be_written_in_an_acceptance(rule: Rule) -> None:
    """A rule speaks of the kinds that ``accept`` knows, or cannot be accepted."""
    assert {kind for shape in rule.subjects for kind in shape} <= SUBJECT_KINDS.keys()
    assert bool(rule.subjects) != rule.last


def test_every_shape_of_a_subject_has_a_case() -> None:
    """The cases show each combination that a rule declares, and no other."""
    seen: dict[str, list[set[str]]] = {code: [] for code in SHAPES}
    for case in CASES:
        for expected in case.expected:
            # The code stands in the sentence where several rules run.
            told = re.match(r"\w+ (STD\d+) ", expected["says"])
            code = told[1] if told else case.code
            if SHAPES[code]:
                seen[code].append(set(expected["subject"]))
    for code, shapes in SHAPES.items():
        assert all(shape in shapes for shape in seen[code]), code
        assert all(shape in seen[code] for shape in shapes), code


def _plans(folder: Path) -> Iterator[Planned]:
    inventory, faults = open_workspace(Request(folder))
    assert inventory is not None, faults
    for day in DAYS:
        yield plan_workspace(inventory, day, day)


def _collisions(town: Planned) -> list[str]:
    names = Counter(each.fingerprint for each in town.findings)
    return [
        f"{each.rule.code} {each.hit.subject}"
        for each in town.findings
        if names[each.fingerprint] > 1
    ]


@pytest.mark.parametrize("folder", ["data", "examples/designated-town"])
def test_findings_of_the_examples_have_names_of_their_own(folder: str) -> None:
    """On many days no two findings share a fingerprint, and all have known shapes."""
    for town in _plans(ROOT / folder):
        assert _collisions(town) == []
        for each in town.findings:
            assert set(each.hit.subject) in SHAPES[each.rule.code]


def test_findings_of_generated_towns_have_names_of_their_own(tmp_path: Path) -> None:
    """Nor do those of invented municipalities."""
    benchmark("generate").write(tmp_path, 30)
    for folder in sorted(tmp_path.iterdir()):
        for town in _plans(folder):
            assert _collisions(town) == []


def test_stated_and_inferred_seasons_of_a_system_are_two_findings() -> None:
    """One day may lie in both kinds of black-out; each is accepted by itself."""
    town = planned(
        "schema: stdmig.systems/1\nmunicipality: {name: 見本市}\n"
        "systems: [{id: kojin, units: [{section: 税務課}]}]\n",
        planning="{cutover: 2026-03-01}",
        template="""\
schema: stdmig.template/1
deadline: 2026-03-31
blackouts:
  - {system: kojin, months: [2, 3], name: 確定申告, confidence: stated}
  - {system: kojin, months: [3, 4], name: 異動期, confidence: inferred}
""",
    )
    found = [each for each in town.findings if each.rule.code == "STD307"]
    assert [each.hit.subject for each in found] == [
        {"system": "kojin", "confidence": "stated"},
        {"system": "kojin", "confidence": "inferred"},
    ]
    assert found[0].fingerprint != found[1].fingerprint


def test_order_wished_twice_is_told_once() -> None:
    """A system that names another twice under ``after`` has one finding."""
    town = planned(
        "schema: stdmig.systems/1\nmunicipality: {name: 見本市}\nsystems:\n"
        "  - {id: juki, cutover: 2026-01-05, units: [{section: 市民課}]}\n"
        "  - {id: kojin, cutover: 2025-11-04, after: [juki, juki],"
        " units: [{section: 税務課}]}\n"
    )
    assert [
        each.hit.subject for each in town.findings if each.rule.code == "STD403"
    ] == [{"system": "kojin", "after": "juki"}]
