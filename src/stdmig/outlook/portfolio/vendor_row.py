"""One vendor over all municipalities (事業者別)."""

from __future__ import annotations

from typing import NamedTuple

from stdmig.outlook.portfolio.month_number import MonthNumber


def item_order(ref: str) -> tuple[int, str]:
    """Return what orders work items: the number, then the letter of a part."""
    number = ref.rstrip("abcdefghijklmnopqrstuvwxyz")
    return (int(number) if number.isdecimal() else 1_000, ref)


class VendorMonth(NamedTuple):
    """
    What a vendor has to do in a month (事業者の月別作業).

    Attributes
    ----------
    towns
        How many municipalities it works for at that time.
    systems
        How many systems are worked on, by work item (14 data migration, 15 tests).
    over
        By how much it is more than the vendor can do, in tenths; 0 where it is not,
        or no limit is known.
    places
        The workspaces of those municipalities.
    moving
        How many systems are in data migration or tests, or both: each counts once.
    """

    towns: int
    systems: dict[str, int]
    over: int
    places: tuple[str, ...] = ()
    moving: int = 0


class PackageRow(NamedTuple):
    """One package of a vendor, and in how many municipalities it is moved (製品別)."""

    package: str
    towns: int
    months: dict[MonthNumber, int]


class VendorRow(NamedTuple):
    """
    One vendor over all municipalities (事業者別).

    Attributes
    ----------
    towns, systems
        For how many it delivers, or has work to do; systems that do not apply apart.
    lost
        Systems of it that are overdue or cannot keep their day.
    by_package
        Who moves the same package in the same months: municipalities at work.
    """

    vendor: str
    packages: tuple[str, ...]
    towns: int
    systems: int
    lost: int
    months: dict[MonthNumber, VendorMonth]
    by_package: tuple[PackageRow, ...] = ()

    @property
    def items(self) -> tuple[str, ...]:
        """Return the work items that it has in any month, in their order."""
        found = {item for load in self.months.values() for item in load.systems}
        return tuple(sorted(found, key=item_order))


class Overload(NamedTuple):
    """
    A month in which a vendor has more to do than it can (上限を超える月).

    Attributes
    ----------
    items
        The work items that the limit counts together.
    load, limit
        How much the vendor has to do, one for each system unless procedures.yaml says
        otherwise, and how much it can; both in tenths.
    places
        The workspaces that have such work then.
    """

    vendor: str
    items: tuple[str, ...]
    month: MonthNumber
    load: int
    limit: int
    places: tuple[str, ...]

    @property
    def over(self) -> int:
        """Return by how much it is more, in tenths."""
        return self.load - self.limit
