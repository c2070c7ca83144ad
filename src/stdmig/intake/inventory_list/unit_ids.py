"""The ids of a list's units (業務システムの識別子)."""

from __future__ import annotations

from stdmig.intake.inventory_list.identifiers import (
    given_identifier,
    identifier,
    unique,
)
from stdmig.intake.inventory_list.installed import Installed
from stdmig.intake.inventory_list.known import Known


def unit_ids(units: list[Installed], known: Known) -> list[str | None]:
    """Return the id of each unit: the file's, the list's, or one made from both."""
    many: dict[str, int] = {}
    for unit in units:
        many[unit.system] = many.get(unit.system, 0) + (unit.known is None)
    for old in known.units:
        many[old.system] = many.get(old.system, 0) + 1
    # Also what a unit whose id cannot be written may come to be called.
    taken = {name for old in known.units for name in (old.id, given_identifier(old.id))}
    ids: list[str | None] = []
    for unit in units:
        own = _id(unit, many[unit.system] > 1, taken)
        taken.add(own or unit.system)
        ids.append(own)
    return ids


def _id(unit: Installed, crowded: bool, taken: set[str]) -> str | None:
    if unit.known is not None:
        return unit.known.own
    given = given_identifier(unit.entries[0].row.words("unit.id"))
    if given:
        return unique(given, taken)
    if not crowded:
        return None
    wanted = f"{unit.system}-{identifier(unit.section, '')}".strip("-")
    return unique(wanted, taken | {unit.system})
