"""A workspace as a whole: the shipped data, packaged files, costs (読込みの全体)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from stdmig.diagnostics import Location
from stdmig.inventory import STATUTORY, load
from stdmig.inventory.template import Planning
from tests.helpers import (
    MINIMAL,
    MINIMAL_PROCEDURES,
    sample_city,
    sound,
    workspace_text,
)

PROCEDURES, TEMPLATE = "stdmig:procedures.yaml", "stdmig:schedule_template.yaml"


def test_shipped_data_has_no_faults() -> None:
    """The files that ship with the product are read without any fault."""
    inventory, faults = load(sample_city())

    assert faults == []
    assert inventory is not None
    assert inventory.sample
    assert inventory.municipality.title.ja == "姶良市"


def test_shipped_systems() -> None:
    """The sample has the 20 systems of the law in their order, and 20 units."""
    inventory = sound(sample_city())

    assert [system.id for system in inventory.systems] == list(STATUTORY)
    assert len(inventory.installations) == 20
    assert [system.id for system in inventory.systems if not system.units] == [
        "inkan",
        "koseki",
        "fuhyo",
    ]
    assert [system.id for system in inventory.systems if len(system.units) == 2] == [
        "kaigo",
        "kokuho",
        "koki",
    ]
    assert [
        system.id for system in inventory.systems if not system.needs_assessment
    ] == [
        "inkan",
        "senkyo",
    ]


def test_shipped_names_are_those_of_the_law() -> None:
    """The sample calls every system as the table of the law does."""
    inventory = sound(sample_city())

    assert [system.title for system in inventory.systems] == list(STATUTORY.values())


def test_shipped_contracts() -> None:
    """Four contracts cover 14, 4, 1 and 1 units."""
    inventory = sound(sample_city())

    assert [
        (agreement.id, len(agreement.installations))
        for agreement in inventory.agreements
    ] == [("acrocity", 14), ("welplus", 4), ("kenko", 1), ("seiho", 1)]
    assert [
        (agreement.contract.start, agreement.contract.end)
        for agreement in inventory.agreements
        if agreement.contract is not None
    ] == [
        (date(2019, 10, 1), date(2024, 9, 30)),
        (date(2019, 10, 1), date(2024, 9, 30)),
        (date(2020, 4, 1), date(2025, 3, 31)),
        (date(2021, 4, 1), date(2022, 3, 31)),
    ]


def test_shipped_specifications() -> None:
    """A month of publication is read as its last day, and the guesses say so."""
    inventory = sound(sample_city())

    assert {
        group.id: (group.published, group.assumed)
        for group in inventory.specifications.values()
    } == {
        "leading": (date(2020, 9, 30), False),
        "first": (date(2021, 8, 31), True),
        "second": (date(2022, 8, 31), True),
    }


def test_planning_of_the_sample() -> None:
    """Under --sample the packaged choices count."""
    planning = sound(sample_city()).template.planning

    assert planning.as_of == date(2021, 10, 1)
    assert planning.cutover == date(2025, 10, 1)


def test_planning_of_the_sample_is_nobody_elses() -> None:
    """Without --sample the packaged template gives its deadline, but no choices."""
    inventory = sound(workspace_text())

    assert inventory.template.planning == Planning()
    assert inventory.template.deadline.date == date(2026, 3, 31)
    assert [milestone.id for milestone in inventory.template.milestones] == [
        milestone.id for milestone in sound(sample_city()).template.milestones
    ]


def test_packaged_milestones_follow_an_own_procedure() -> None:
    """Of the packaged milestones those hold whose items the own procedure has."""
    inventory = sound(workspace_text(MINIMAL, procedures=MINIMAL_PROCEDURES))

    assert [each.id for each in inventory.template.milestones] == ["cutover"]


def test_planning_of_an_own_template() -> None:
    """The choices in a workspace's own template count."""
    inventory = sound(
        workspace_text(
            template="""\
                schema: stdmig.template/1
                deadline: {date: 2026-03-31, source: 移行方針}
                planning: {cutover: 令和7年10月, durations: minimum}
            """
        )
    )

    assert inventory.template.planning.cutover == date(2025, 10, 1)
    assert inventory.template.planning.durations == "minimum"
    assert inventory.template.deadline.source == "移行方針"


def test_packaged_files_are_named() -> None:
    """A workspace names those of its files that came from the package."""
    own = workspace_text(template="schema: stdmig.template/1\ndeadline: 2026-03-31\n")

    assert sound(workspace_text()).packaged == (PROCEDURES, TEMPLATE)
    assert sound(own).packaged == (PROCEDURES,)
    assert sound(sample_city()).packaged == ()


def test_documents() -> None:
    """Every file can be pointed into, under the name by which it was opened."""
    inventory = sound(workspace_text(costs="schema: stdmig.costs/1\ntax_rate: 10\n"))
    documents = inventory.documents

    assert documents.procedures.locate(()).file == PROCEDURES
    assert documents.template.locate(()).file == TEMPLATE
    assert documents.costs is not None
    assert documents.costs.locate(("tax_rate",)) == Location("costs.yaml", 2, 11)
    assert inventory.locate_system(inventory.systems[0]) == Location(
        "systems.yaml", 9, 5
    )


def test_costs() -> None:
    """Prices are whole yen, rates and quantities exact decimals; none is a guess."""
    inventory = sound(
        workspace_text(
            costs="""\
                schema: stdmig.costs/1
                tax_rate: 10
                costs:
                  - {item: migration, unit_price: 1200000, quantity: 0.5}
                  - {item: extension, contract: acrocity, tax_rate: 8.25}
                  - {item: cloud, unit: juki}
            """
        )
    )

    assert inventory.costs is not None
    assert inventory.costs.tax_rate == Decimal(10)
    assert [
        (cost.item, cost.unit_price, cost.quantity, cost.tax_rate)
        for cost in inventory.costs.costs
    ] == [
        ("migration", 1_200_000, Decimal("0.5"), None),
        ("extension", None, None, Decimal("8.25")),
        ("cloud", None, None, None),
    ]


def test_no_costs() -> None:
    """A workspace without costs.yaml has none, and the package offers none."""
    inventory = sound(workspace_text())

    assert inventory.costs is None
    assert inventory.documents.costs is None


def test_language_of_the_municipality() -> None:
    """The municipality may choose the language of its outputs."""
    assert sound(workspace_text()).lang is None
    assert sound(workspace_text(f"lang: en\n{MINIMAL}")).lang == "en"


def test_item_without_a_name_of_its_own() -> None:
    """A work item is named by its number, and a part of one by its own name."""
    items = {item.ref: item for item in sound(workspace_text()).procedures.items}

    assert list(items) == [*map(str, range(1, 15)), "14c", "15", "16", "17"]
    assert items["14c"].number == items["14"].number == 14
    assert items["14c"].part == "characters"
