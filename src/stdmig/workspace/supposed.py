"""A workspace under one of its scenarios (想定の選択)."""

from __future__ import annotations

from stdmig.inventory import Inventory
from stdmig.inventory.alike import meant
from stdmig.inventory.scenarios import Supposition


def suppositions(inventory: Inventory) -> tuple[Supposition, ...]:
    """Return the scenarios that a workspace names, in the order of the file."""
    return inventory.scenarios.scenarios if inventory.scenarios else ()


def find_supposition(inventory: Inventory, word: str) -> Supposition | None:
    """Return the scenario of an id, or of a name in either language."""
    known = {
        name: each
        for each in reversed(suppositions(inventory))
        for name in (each.name_en, each.name, each.id)
        if name is not None
    }
    return meant(word, known)
