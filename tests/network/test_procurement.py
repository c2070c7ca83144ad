"""What units are bought under, and what a procurement is called (調達単位)."""

from __future__ import annotations

import pytest

from stdmig.network import Procurement, procurement_id
from stdmig.words import Style
from tests.schedule.generator import standard_town
from tests.schedule.sample import sample_plan
from tests.schedule.town import Business, Unit, network_of, read

ENGLISH = Style("en", era=False)


def bought(*systems: Business) -> dict[str, Procurement]:
    """Return the procurements of a town with these systems."""
    return network_of(standard_town(systems)).procurements


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        (Unit("a", "stay", "基幹", "wave"), "wave"),
        (Unit("a", "stay", "基幹"), "基幹:stay"),
        (Unit("a"), "a"),
    ],
)
def test_what_a_unit_is_bought_under(unit: Unit, expected: str) -> None:
    """The procurement given, else package and policy, else the unit alone."""
    inventory = read(standard_town((Business("juki", (unit,)),)))
    assert procurement_id(inventory.installations[0]) == expected


def test_procurements_stand_in_the_order_of_the_file() -> None:
    """Procurements are listed as the file first names them."""
    assert list(
        bought(
            Business("juki", (Unit("a", procurement="second"),)),
            Business("koseki"),
            Business(
                "kojin",
                (Unit("b", procurement="first"), Unit("c", procurement="second")),
            ),
        )
    ) == ["second", "koseki", "first"]


def test_a_procurement_holds_each_of_its_systems_once() -> None:
    """Two units of one system in one procurement do not double the system."""
    units = (Unit("a", procurement="wave"), Unit("b", procurement="wave"))
    wave = bought(
        Business("juki", units), Business("kojin", (units[0]._replace(id="c"),))
    )
    assert [system.id for system in wave["wave"].systems] == ["juki", "kojin"]
    assert [placed.id for placed in wave["wave"].installations] == ["a", "b", "c"]


def test_the_policy_of_a_procurement_is_that_of_all_its_units() -> None:
    """Units of one policy give it to the procurement, mixed ones none."""
    same = bought(
        Business("juki", (Unit("a", "stay", procurement="wave"),)),
        Business("kojin", (Unit("b", "stay", procurement="wave"),)),
    )
    assert same["wave"].policy == "stay"
    mixed = bought(
        Business("juki", (Unit("a", "stay", procurement="wave"),)),
        Business("kojin", (Unit("b", "switch", procurement="wave"),)),
    )
    assert mixed["wave"].policy is None


def test_titles_of_procurements() -> None:
    """A title is the package's, the system's or the id's, with the policy if any."""
    found = bought(
        Business("juki", (Unit("a", "stay", "基幹"),)),
        Business("koseki"),
        Business("kojin", (Unit("b", "switch", "税", "wave"),)),
        Business("kokuho", (Unit("c", "national", "国保", "wave"),)),
    )
    titles = {name: each.title.into(ENGLISH) for name, each in found.items()}
    assert titles == {
        "基幹:stay": "基幹, staying with the vendor",
        "koseki": "Family register",
        "wave": "wave",
    }


def test_titles_of_the_sample_tell_one_package_s_procurements_apart() -> None:
    """The two procurements of one package differ by what becomes of the vendor."""
    package = "アクロシティ住民情報システム"
    found = sample_plan().network.procurements
    assert found[f"{package}:undecided"].title.into(ENGLISH) == (
        f"{package}, policy undecided"
    )
    assert found[f"{package}:national"].title.into(ENGLISH) == (
        f"{package}, taking the national product"
    )
