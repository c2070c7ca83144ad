"""What a row is about, told as ranges of units."""

from __future__ import annotations

from datetime import date

import pytest

from stdmig.render.dossier import Dossier
from stdmig.render.html.facets import Facets
from stdmig.render.html.pen import Pen
from stdmig.workspace import plan_workspace
from stdmig.workspace.dossier import dossier
from tests.helpers import ENGLISH, sound, workspace_text

SYSTEMS = """\
schema: stdmig.systems/1
municipality: {name: 姶良市}
contracts:
  - {id: tax, end: 2024-09-30}
systems:
  - id: kojin
    units: [{section: 税務課, package: A, vendor: 甲, contract: tax}]
  - id: kokuho
    units:
      - {section: 税務課, package: A, vendor: 甲, contract: tax}
      - {section: 保険年金課, package: B, vendor: 乙}
  - id: inkan
    units: []
"""


@pytest.fixture(scope="module")
def made() -> Dossier:
    """Return three systems: one unit, two units, none."""
    inventory = sound(workspace_text(SYSTEMS))
    return dossier(plan_workspace(inventory, date(2023, 10, 1), date.max))


@pytest.fixture(scope="module")
def facets(made: Dossier) -> Facets:
    """Return their numbers: 0, 1 and 2, 3."""
    return Facets(made.page)


def test_systems_are_ranges_of_their_units(facets: Facets) -> None:
    """Neighbours are joined; a system without units has a number of its own."""
    assert facets.of_systems(["kojin"]) == "0"
    assert facets.of_systems(["kokuho"]) == "1-2"
    assert facets.of_systems(["kojin", "inkan"]) == "0 3"


def test_what_concerns_all_carries_nothing(made: Dossier, facets: Facets) -> None:
    """The municipality's first task is shown whatever is chosen."""
    places = made.plan.network.place_of
    assert facets.of_tasks([places["1"]]) == ""
    assert facets.of_tasks([places["15@kokuho"]]) == "1-2"


def test_choices_name_sections_systems_and_vendors(facets: Facets) -> None:
    """Each with the units that it has, whichever system they belong to."""
    sections, systems, vendors = facets.choices(Pen(ENGLISH))
    assert [(each.label, each.units) for each in sections] == [
        ("税務課", "0-1"),
        ("保険年金課", "2"),
    ]
    assert [each.units for each in systems] == ["0", "1-2", "3"]
    assert [(each.label, each.units) for each in vendors] == [
        ("甲", "0-1"),
        ("乙", "2"),
    ]


def test_findings_belong_to_what_they_name(made: Dossier, facets: Facets) -> None:
    """A contract's finding to its units, a missing system's to nobody alone."""
    by_code = {entry.code: facets.of_finding(entry) for entry in made.report.entries}
    assert by_code["STD201"] == "0-1"
    assert by_code["STD102"] == "3"
    assert by_code["STD101"] == ""
