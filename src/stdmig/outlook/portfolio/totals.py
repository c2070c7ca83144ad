"""Figures of several municipalities, added up (合計)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from fractions import Fraction
from math import fsum
from typing import get_args

from stdmig.inventory.prefectures import prefecture_of
from stdmig.inventory.statutory import STATUTORY
from stdmig.outlook.portfolio.portfolio import (
    Broken,
    PrefectureTotals,
    SystemTotals,
    Totals,
)
from stdmig.outlook.portfolio.town import SystemState, Town, TownSystem

STATES: tuple[SystemState, ...] = get_args(SystemState)


class _Tally:
    """Figures while they are added up; whole numbers, so that the order is nothing."""

    def __init__(self) -> None:
        self.towns = 0
        self.states: Counter[SystemState] = Counter()
        self.designated = self.designated_towns = 0
        self.uncovered = self.errors = self.warnings = 0
        # The numerators of rates by their denominators: fractions are slow to add.
        self.rates: Counter[int] = Counter()
        self.rated = 0
        self.done: list[float] = []
        self.whole: list[float] = []

    def rate(self, rate: Fraction | None) -> None:
        if rate is not None:
            self.rates[rate.denominator] += rate.numerator
            self.rated += 1

    def totals(self, broken: int) -> Totals:
        whole = fsum(self.whole)
        absent = self.states["absent"]
        rates = (Fraction(top, bottom) for bottom, top in self.rates.items())
        return Totals(
            self.towns,
            broken,
            sum(self.states.values()) - absent,
            {state: self.states[state] for state in STATES},
            self.designated,
            self.designated_towns,
            self.uncovered,
            self.errors,
            self.warnings,
            sum(rates, Fraction(0)) / self.rated if self.rated else None,
            fsum(self.done) / whole if whole else None,
        )


def town_totals(
    towns: Iterable[Town], broken: Iterable[Broken]
) -> tuple[Totals, tuple[PrefectureTotals, ...]]:
    """Return the figures of all, and of each prefecture in the order of the codes."""
    every, known = _Tally(), dict[str | None, _Tally]()
    for town in towns:
        own = known.setdefault(prefecture_of(town.code), _Tally())
        _add_town(town, (every, own))
    faulty = Counter(prefecture_of(each.code) for each in broken)
    for code in faulty:
        known.setdefault(code, _Tally())
    codes = sorted(known, key=lambda code: code or "~")
    rows = tuple(
        PrefectureTotals(code, known[code].totals(faulty[code])) for code in codes
    )
    return every.totals(faulty.total()), rows


def system_totals(towns: Iterable[Town], broken: int) -> tuple[SystemTotals, ...]:
    """
    Return the figures of each system: those of the law in their order, then others.

    Findings are those that name the system; a rate is the plain mean over the
    municipalities that recorded it.
    """
    known: dict[str, _Tally] = {}
    for town in towns:
        for system in town.systems:
            tally = known.get(system.id)
            if tally is None:
                tally = known[system.id] = _Tally()
            tally.towns += 1
            _add_system(system, tally)
            tally.designated_towns += system.designated
            tally.errors += system.errors
            tally.warnings += system.warnings
            if system.steps:
                over = system.done + system.not_applicable
                tally.rates[system.steps] += over
                tally.rated += 1
    return tuple(
        SystemTotals(id_, known[id_].totals(broken)) for id_ in _in_order(known)
    )


def step_rate(town: Town) -> Fraction | None:
    """
    Return the plain mean of a municipality's rates of completion (国の40ステップ).

    None where nothing is recorded.
    """
    over: Counter[int] = Counter()
    recorded = 0
    for system in town.systems:
        if system.steps:
            over[system.steps] += system.done + system.not_applicable
            recorded += 1
    if not recorded:
        return None
    if len(over) == 1:
        ((steps, number),) = over.items()
        return Fraction(number, steps * recorded)
    rates = (Fraction(number, steps) for steps, number in over.items())
    return sum(rates, Fraction(0)) / recorded


def work_rate(town: Town) -> float | None:
    """Return the share of a municipality's work that is over (作業量の進捗率)."""
    return town.work_done / town.work_whole if town.work_whole else None


def _add_town(town: Town, tallies: Iterable[_Tally]) -> None:
    one, rate = _Tally(), step_rate(town)
    for system in town.systems:
        _add_system(system, one)
    for found in town.findings:
        one.errors += found.number * (found.severity == "error")
        one.warnings += found.number * (found.severity == "warning")
    for tally in tallies:
        tally.towns += 1
        tally.states.update(one.states)
        tally.designated += one.designated
        tally.designated_towns += one.designated > 0
        tally.uncovered += one.uncovered
        tally.errors += one.errors
        tally.warnings += one.warnings
        tally.rate(rate)
        tally.done.append(town.work_done)
        tally.whole.append(town.work_whole)


def _add_system(system: TownSystem, tally: _Tally) -> None:
    tally.states[system.state] += 1
    tally.designated += system.designated
    tally.uncovered += system.gap_days > 0


def _in_order(known: Mapping[str, object]) -> list[str]:
    law = [id_ for id_ in STATUTORY if id_ in known]
    return law + sorted(set(known) - set(law))
