"""Contracts that end, by vendor and month (契約の満了)."""

from __future__ import annotations

from collections.abc import Iterable

from stdmig.outlook.portfolio.month_number import MonthNumber, month_of
from stdmig.outlook.portfolio.portfolio import Ending
from stdmig.outlook.portfolio.town import Day, Town


def endings(towns: Iterable[Town], as_of: Day) -> tuple[Ending, ...]:
    """
    Return the contracts that end from the as-of date on, the next month first.

    The last day is that with signed extensions. Those that ended before are there as
    long as they leave days uncovered.
    """
    found: dict[tuple[MonthNumber, str | None], list[tuple[str, str, Day, int]]] = {}
    for town in towns:
        for contract in town.contracts:
            ends = contract.covered_to or contract.ends
            if ends is None or (ends < as_of and contract.gap_days <= 0):
                continue
            key = month_of(ends), contract.vendor
            row = town.place, contract.id, ends, contract.gap_days
            found.setdefault(key, []).append(row)
    keys = sorted(found, key=lambda key: (key[0], key[1] is None, key[1] or ""))
    return tuple(
        Ending(
            vendor,
            month,
            tuple(sorted(found[month, vendor], key=lambda row: (row[2], *row[:2]))),
        )
        for month, vendor in keys
    )
