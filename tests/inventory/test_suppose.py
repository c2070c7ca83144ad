"""A workspace under a supposition (想定の適用)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from stdmig.inventory import Inventory
from stdmig.inventory.scenarios import Supposition
from stdmig.inventory.suppose import suppose
from tests.helpers import sample_city, sound


@pytest.fixture
def city() -> Inventory:
    """Return the sample."""
    return sound(sample_city())


def _suppose(city: Inventory, **changes: object) -> Inventory:
    return suppose(
        city, Supposition.model_validate({"id": "x", "name": "想定", **changes})
    )


def test_nothing_supposed_changes_nothing(city: Inventory) -> None:
    """A scenario without changes is the workspace as it is."""
    assert _suppose(city) == city


def test_general_days_are_those_of_the_template(city: Inventory) -> None:
    """Deadline, cutover and durations stand in for the template's; the rest stays."""
    supposed = _suppose(
        city, deadline="2027-03", cutover="2026-01-05", durations="minimum"
    ).template
    assert supposed.deadline.date == date(2027, 3, 31)
    assert supposed.planning.cutover == date(2026, 1, 5)
    assert supposed.planning.durations == "minimum"
    assert supposed.planning.as_of == city.template.planning.as_of
    assert supposed.blackouts == city.template.blackouts


def test_policy_reaches_units_installations_and_contracts(city: Inventory) -> None:
    """All three name the same unit, and all three say what is supposed."""
    supposed = _suppose(city, systems=[{"system": "kaigo", "policy": "stay"}])
    (system,) = [each for each in supposed.systems if each.id == "kaigo"]
    assert {unit.policy for unit in system.units} == {"stay"}
    own = [each for each in supposed.installations if each.system.id == "kaigo"]
    assert all(each.system is system for each in own)
    assert {each.unit.policy for each in own} == {"stay"}
    held = [
        unit
        for each in supposed.agreements
        for unit in each.installations
        if unit.system.id == "kaigo"
    ]
    assert {each.unit.policy for each in held} == {"stay"}
    others = [each for each in supposed.systems if each.id != "kaigo"]
    assert others == [each for each in city.systems if each.id != "kaigo"]


def test_places_stay_those_of_the_file(city: Inventory) -> None:
    """A finding about a supposed system points at the system as it is written."""
    supposed = _suppose(city, systems=[{"system": "kojin", "cutover": "2026-01-05"}])
    (was,) = [each for each in city.systems if each.id == "kojin"]
    (now,) = [each for each in supposed.systems if each.id == "kojin"]
    assert now.cutover == date(2026, 1, 5)
    assert supposed.locate_system(now) == city.locate_system(was)


def test_capacity_replaces_what_it_names(city: Inventory) -> None:
    """A section and a vendor's items are replaced; what is not named stays."""
    first = _suppose(
        city,
        capacity={
            "lead": {"capacity": 3},
            "sections": [
                {"section": "税務課", "capacity": 2},
                {"section": "市民課", "capacity": 1},
            ],
            "vendors": [{"vendor": "甲社", "items": ["14", "15"], "capacity": 2}],
        },
    )
    second = _suppose(
        first,
        capacity={
            "sections": [{"section": "税務課", "capacity": 1}],
            "vendors": [{"vendor": "甲社", "items": ["15", "14"], "capacity": 1}],
        },
    )
    assert city.capacity is None
    assert second.capacity is not None
    assert second.capacity.lead.capacity == 3
    assert {each.section: each.capacity for each in second.capacity.sections} == {
        "税務課": Decimal(1),
        "市民課": Decimal(1),
    }
    assert [each.capacity for each in second.capacity.vendors] == [1]
