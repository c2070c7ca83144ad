"""Which systems of the law a municipality has (該当する業務)."""

from __future__ import annotations

from stdmig.cli.known_beforehand import Absent
from stdmig.inventory import STATUTORY
from stdmig.inventory.draft import Draft


def present_systems(absent: Absent, listed: Draft) -> list[str]:
    """Return the systems of the law that the municipality has."""
    gone = {system for system, _ in absent}
    gone |= {each.id for each in listed.systems if each.values.get("applies") is False}
    return [each for each in STATUTORY if each not in gone]
