"""Packages whose systems cut over on different days (パッケージの分割)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from stdmig.inventory import Installation, System
from stdmig.schedule.plan import Plan


class PackageDay(NamedTuple):
    """What of a package is cut over on one day, in the order of the file."""

    day: date
    installations: tuple[Installation, ...]

    @property
    def systems(self) -> tuple[System, ...]:
        """Return the systems of the units."""
        placed = {each.system.id: each.system for each in self.installations}
        return tuple(placed.values())


class PackageSplit(NamedTuple):
    """
    A package that leaves in parts.

    Attributes
    ----------
    package, vendor
        What it is, and whose; the vendor may be unknown.
    days
        Its parts by their cutovers, the earliest first; two at least.
    """

    package: str
    vendor: str | None
    days: tuple[PackageDay, ...]


def package_splits(plan: Plan) -> tuple[PackageSplit, ...]:
    """
    Return the packages with units of several cutovers, in the order of the file.

    Units are of one package where its name and its vendor are the same, whatever
    becomes of them: it is the present package that stays behind in part.
    """
    parts: dict[tuple[str, str | None], dict[date, list[Installation]]] = {}
    for placed in plan.inventory.installations:
        package, vendor = placed.unit.package, placed.unit.vendor
        if package is not None:
            days = parts.setdefault((package, vendor), {})
            day = plan.cutover(placed.system.id).day
            days.setdefault(day, []).append(placed)
    return tuple(
        PackageSplit(
            package,
            vendor,
            tuple(PackageDay(day, tuple(days[day])) for day in sorted(days)),
        )
        for (package, vendor), days in parts.items()
        if len(days) > 1 and max(days) > plan.as_of
    )
