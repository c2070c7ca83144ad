"""Procurements of several municipalities (共同調達)."""

from __future__ import annotations

from typing import Any

from stdmig.outlook.portfolio.joint import joint_procurements
from stdmig.outlook.portfolio.joint_procurement import Joint
from stdmig.outlook.portfolio.town import Town, TownPurchase
from tests.outlook.portfolio.towns import TODAY, town


def _buyer(place: str, start: int, finish: int, **values: Any) -> Town:
    span = TODAY + start, TODAY + finish
    purchase = TownPurchase("p", "調達", "共同", *span, TODAY + 900, ("juki",))
    return town(place, purchases=(purchase._replace(**values),))


def _only(*towns: Town) -> Joint:
    (found,) = joint_procurements(towns)
    return found


def test_parts_of_one_name_are_one_procurement() -> None:
    """It begins with the first part; the first needed contract binds all."""
    found = _only(_buyer("b", 0, 200), _buyer("a", 50, 150))
    assert (found.name, found.start, found.finish) == ("共同", TODAY, TODAY + 150)
    assert [part.place for part in found.parts] == ["a", "b"]
    assert found.faults == ()
    assert found.apart == 0


def test_a_part_that_begins_after_another_needs_the_contract_is_told() -> None:
    """They cannot be one procurement: 30 days lie between."""
    found = _only(_buyer("a", 0, 100), _buyer("b", 130, 300))
    assert found.faults == ("dates",)
    assert found.apart == 30


def test_policies_that_differ_are_told() -> None:
    """Who stays with the vendor needs no tender; an unknown policy says nothing."""
    parts = _buyer("a", 0, 100, policy="stay"), _buyer("b", 0, 100, policy="switch")
    assert _only(*parts).faults == ("policies",)
    assert _only(parts[0], _buyer("c", 0, 100)).faults == ()


def test_a_name_that_one_municipality_alone_has_is_told() -> None:
    """It may be written otherwise by the others."""
    assert _only(_buyer("a", 0, 100)).faults == ("alone",)


def test_what_is_bought_alone_is_no_joint_procurement() -> None:
    """Without a common name there is none."""
    assert joint_procurements([_buyer("a", 0, 100, joint=None)]) == ()
