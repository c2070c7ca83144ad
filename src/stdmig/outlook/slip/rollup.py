"""What a vendor's slip does to all municipalities together (遅れの影響の集計)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from stdmig.inventory.prefectures import prefecture_of
from stdmig.outlook.slip.supposed import SupposedSlip
from stdmig.outlook.slip.totals import SlipTotals, totals
from stdmig.outlook.slip.town import SystemSlip, TownSlip


class PrefectureSlip(NamedTuple):
    """A prefecture's figures; `code` is None for towns without a code (都道府県計)."""

    code: str | None
    totals: SlipTotals


class PackageSlip(NamedTuple):
    """
    The systems of one package (パッケージ別).

    Attributes
    ----------
    package
        None for units that name none.
    """

    package: str | None
    towns: int
    systems: int
    lost: int
    out_of_reach: int
    missed: int


class Spelling(NamedTuple):
    """How files write a late vendor, and how many municipalities do so (表記)."""

    vendor: str
    towns: int


class SlipReport(NamedTuple):
    """
    A supposed slip with all that follows from it, ready to be shown (遅れの影響).

    Attributes
    ----------
    as_of
        The day that all are looked at from.
    slips
        What was supposed.
    spellings
        How the files write the vendors, the most frequent first.
    towns
        The municipalities in which the vendors have work left, the worst first.
    finished
        How many have one of the vendors, but no work of items 13 to 15 left.
    others
        How many do not have any of them.
    total, prefectures, packages
        Figures over all of `towns`.
    """

    as_of: date
    slips: tuple[SupposedSlip, ...]
    spellings: tuple[Spelling, ...]
    towns: tuple[TownSlip, ...]
    finished: int
    others: int
    total: SlipTotals
    prefectures: tuple[PrefectureSlip, ...]
    packages: tuple[PackageSlip, ...]


def roll_up(
    slips: Sequence[SupposedSlip], found: Iterable[TownSlip], towns: int, as_of: date
) -> SlipReport:
    """
    Return what slips do to all municipalities.

    Parameters
    ----------
    slips
        What was supposed.
    found
        The municipalities that have one of the vendors.
    towns
        How many municipalities there are, of those that could be planned.
    as_of
        The day that all are looked at from.
    """
    held = list(found)
    written = Counter(name for town in held for name in town.spellings)
    affected = sorted((town for town in held if town.works), key=_order)
    return SlipReport(
        as_of,
        tuple(slips),
        tuple(
            Spelling(name, number)
            for name, number in sorted(
                written.items(), key=lambda pair: (-pair[1], pair[0])
            )
        ),
        tuple(affected),
        len(held) - len(affected),
        towns - len(held),
        totals(affected),
        _prefectures(affected),
        _packages(affected),
    )


def _order(town: TownSlip) -> tuple[object, ...]:
    """Return what municipalities are ranked by, the worst first."""
    one = totals([town])
    worst = (
        one.out_of_reach,
        one.lost,
        one.missed,
        one.worst_days,
        one.gap_days,
        one.windows,
    )
    return *(-each for each in worst), town.code or "", town.place


def _prefectures(towns: Iterable[TownSlip]) -> tuple[PrefectureSlip, ...]:
    """Return the prefectures in the order of their codes; those without come last."""
    found: dict[str | None, list[TownSlip]] = {}
    for town in towns:
        found.setdefault(prefecture_of(town.code), []).append(town)
    ordered = sorted(found, key=lambda code: (code is None, code or ""))
    return tuple(PrefectureSlip(code, totals(found[code])) for code in ordered)


def _packages(towns: Iterable[TownSlip]) -> tuple[PackageSlip, ...]:
    """Return the packages, the one that loses most systems first."""
    found: dict[str | None, list[tuple[str, SystemSlip]]] = {}
    for town in towns:
        for each in town.systems:
            for package in each.packages or (None,):
                found.setdefault(package, []).append((town.place, each))
    rows = [
        PackageSlip(
            package,
            len({place for place, _ in held}),
            len(held),
            sum(each.is_lost for _, each in held),
            sum(each.is_out_of_reach for _, each in held),
            sum(each.misses_deadline for _, each in held),
        )
        for package, held in found.items()
    ]
    return tuple(
        sorted(
            rows,
            key=lambda row: (
                -row.out_of_reach,
                -row.lost,
                -row.systems,
                row.package is None,
                row.package or "",
            ),
        )
    )
