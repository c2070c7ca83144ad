"""How many days of a system no contract covers (契約の空白)."""

from __future__ import annotations

from collections.abc import Iterable

from stdmig.coverage import Coverage
from stdmig.coverage.extension import signed
from stdmig.coverage.gap import left_over


def gap_days(coverages: Iterable[Coverage]) -> dict[str, int]:
    """
    Return the uncovered days up to the cutover, by the ids of the systems.

    Of several units of a system it is the one that lacks most. Only what is signed
    covers a day; a hole that is past, after which another contract runs, is none.
    """
    lacking: dict[tuple[str, str], int] = {}
    for coverage in coverages:
        contract = coverage.contract
        extensions = signed(contract.extensions) if contract else ()
        for unit in coverage.units:
            gap = unit.gap
            if gap is None or (unit.follower and gap.end < coverage.as_of):
                continue
            days = sum(part.days for part in left_over(gap, extensions))
            key = unit.installation.system.id, unit.installation.id
            lacking[key] = lacking.get(key, 0) + days
    found: dict[str, int] = {}
    for (system, _), days in lacking.items():
        found[system] = max(found.get(system, 0), days)
    return found
