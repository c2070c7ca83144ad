"""Municipalities in the order of their risk (危険度順)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from stdmig.outlook.portfolio.portfolio import Ranked
from stdmig.outlook.portfolio.town import Town, TownSystem

LOST = frozenset({"overdue", "impossible"})
"""States of a system whose day is past, or cannot be kept by any means."""

_TROUBLED = LOST | {"late"}


class Risk(NamedTuple):
    """What municipalities are compared by, in this order; see `Ranked`."""

    lost: int
    late: int
    days_late: int
    uncovered: int
    gap_days: int
    errors: int


def ranked(towns: Iterable[Town]) -> tuple[Ranked, ...]:
    """Return the municipalities, the worst first; equal ones share a rank."""
    found = sorted(
        ((risk_of(town), town) for town in towns),
        key=lambda each: (*(-figure for figure in each[0]), identity(each[1])),
    )
    rows: list[Ranked] = []
    for number, (risk, town) in enumerate(found, start=1):
        same = number > 1 and found[number - 2][0] == risk
        rows.append(Ranked(rows[-1].rank if same else number, town, *risk))
    return tuple(rows)


def identity(town: Town) -> tuple[str, str]:
    """Return what orders equal municipalities: code, those without one last; place."""
    return town.code or "~", town.place


def risk_of(town: Town) -> Risk:
    """Return the figures that a municipality is ranked by."""
    lost = late = days_late = uncovered = gap_days = 0
    for system in town.systems:
        if system.state in _TROUBLED:
            lost += system.state in LOST
            late += system.state == "late"
            days_late = max(days_late, days_missed(system))
        if system.gap_days > 0:
            uncovered += 1
            gap_days = max(gap_days, system.gap_days)
    errors = sum(each.number for each in town.findings if each.severity == "error")
    return Risk(lost, late, days_late, uncovered, gap_days, errors)


def days_missed(system: TownSystem) -> int:
    """Return by how many days a system misses its day or deadline; 0 if neither."""
    missed = -(system.float_days or 0)
    if system.cutover is not None and system.deadline is not None:
        missed = max(missed, system.cutover - system.deadline)
    return max(missed, 0)
