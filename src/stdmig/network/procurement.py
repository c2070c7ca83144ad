"""Which units are bought together (調達単位)."""

from __future__ import annotations

from typing import NamedTuple

from stdmig.inventory import Installation, Inventory, System, procurement_id
from stdmig.words import Name, Text, text

POLICIES = {
    "stay": text("staying with the vendor"),
    "switch": text("changing the vendor"),
    "national": text("taking the national product"),
    "undecided": text("policy undecided"),
}
"""What is done with the present vendor (現行事業者の対応方針)."""


class Procurement(NamedTuple):
    """
    Units bought together, and cut over together unless told otherwise.

    Attributes
    ----------
    id
        As given by the units, else package and policy, else the unit's or the
        system's own id.
    name
        The name of the package, or of what is bought alone.
    policy
        The common policy of the units, or None where they differ.
    systems, installations
        What it holds, in the order of the file; a system that has no unit recorded
        stands for one unit bought alone.
    """

    id: str
    name: Name
    policy: str | None
    systems: tuple[System, ...]
    installations: tuple[Installation, ...]

    @property
    def title(self) -> Text:
        """Return the name with what sets it apart from others of the package."""
        if self.policy is None or not self.installations:
            return text("{name}", name=self.name)
        return text("{name}, {policy}", name=self.name, policy=POLICIES[self.policy])


def procurements(inventory: Inventory) -> dict[str, Procurement]:
    """Return the procurements by id, in the order in which the file names them."""
    bought: dict[str, list[Installation]] = {}
    systems: dict[str, list[System]] = {}
    placed_in: dict[str, list[Installation]] = {}
    for placed in inventory.installations:
        placed_in.setdefault(placed.system.id, []).append(placed)
    for system in inventory.systems:
        for placed in placed_in.get(system.id, ()):
            name = procurement_id(placed)
            bought.setdefault(name, []).append(placed)
            held = systems.setdefault(name, [])
            if not held or held[-1] is not system:
                held.append(system)
        if system.id not in placed_in:
            systems.setdefault(system.id, []).append(system)
    return {
        name: _procurement(name, tuple(held), tuple(bought.get(name, ())))
        for name, held in systems.items()
    }


def _procurement(
    name: str, systems: tuple[System, ...], installations: tuple[Installation, ...]
) -> Procurement:
    policies = {placed.unit.policy for placed in installations}
    packages = {placed.unit.package for placed in installations}
    if len(packages) == 1 and (package := packages.pop()):
        title = Name(package)
    elif len(systems) == 1:
        title = systems[0].title
    else:
        title = Name(name)
    policy = policies.pop() if len(policies) == 1 else None
    return Procurement(name, title, policy, systems, installations)
