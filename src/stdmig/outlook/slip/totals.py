"""Figures of a slip over several municipalities (遅れの影響の合計)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from stdmig.outlook.slip.town import SystemSlip, TownSlip


class SlipTotals(NamedTuple):
    """
    Figures of several municipalities (合計).

    Attributes
    ----------
    towns
        Municipalities in which the vendor has work that is not over.
    systems, works
        The systems whose work takes longer, or that are held up, and the tasks.
    lost, lost_towns
        Systems that lose their cutover, and the municipalities they are in.
    out_of_reach, out_of_reach_towns
        Of these, the systems whose day not even the shortest durations keep.
    endangered
        Systems whose deadline is less safe than before, or cannot be kept any more.
    missed, missed_towns
        Of these, the systems whose deadline not even the shortest durations keep.
    missed_designated
        Of these, the systems that are 特定移行支援システム already.
    worst_days
        By how many days the forecast of the worst system misses its planned day.
    contracts, gap_days, contract_towns
        Contracts that leave more days uncovered, and how many more in all.
    windows, window_towns
        Windows of budgets that are over already, and where.
    """

    towns: int
    systems: int
    works: int
    lost: int
    lost_towns: int
    out_of_reach: int
    out_of_reach_towns: int
    endangered: int
    missed: int
    missed_towns: int
    missed_designated: int
    worst_days: int
    contracts: int
    gap_days: int
    contract_towns: int
    windows: int
    window_towns: int


def totals(towns: Sequence[TownSlip]) -> SlipTotals:
    """Return the figures of some municipalities."""
    systems = [each for town in towns for each in town.systems]
    contracts = [each for town in towns for each in town.contracts]
    return SlipTotals(
        towns=len(towns),
        systems=len(systems),
        works=sum(town.works for town in towns),
        lost=sum(each.is_lost for each in systems),
        lost_towns=sum(any(map(_lost, town.systems)) for town in towns),
        out_of_reach=sum(each.is_out_of_reach for each in systems),
        out_of_reach_towns=sum(any(map(_gone, town.systems)) for town in towns),
        endangered=sum(each.endangers_deadline for each in systems),
        missed=sum(each.misses_deadline for each in systems),
        missed_towns=sum(any(map(_missed, town.systems)) for town in towns),
        missed_designated=sum(
            each.misses_deadline and each.designated for each in systems
        ),
        worst_days=max((each.days_late for each in systems if each.is_lost), default=0),
        contracts=len(contracts),
        gap_days=sum(each.added for each in contracts),
        contract_towns=sum(bool(town.contracts) for town in towns),
        windows=sum(len(town.closed) for town in towns),
        window_towns=sum(bool(town.closed) for town in towns),
    )


def _lost(system: SystemSlip) -> bool:
    return system.is_lost


def _gone(system: SystemSlip) -> bool:
    return system.is_out_of_reach


def _missed(system: SystemSlip) -> bool:
    return system.misses_deadline
