"""A workspace under one of its scenarios (想定の選択)."""

from __future__ import annotations

from stdmig.inventory import Inventory
from stdmig.inventory.scenarios import Supposition


def suppositions(inventory: Inventory) -> tuple[Supposition, ...]:
    """Return the scenarios that a workspace names, in the order of the file."""
    return inventory.scenarios.scenarios if inventory.scenarios else ()


def find_supposition(inventory: Inventory, word: str) -> Supposition | None:
    """Return the scenario of an id, or of a name in either language."""
    for each in suppositions(inventory):
        if word in (each.id, each.name, each.name_en):
            return each
    return None
