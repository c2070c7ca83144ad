"""When each system will be cut over, from what has really happened (見込み)."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Literal, NamedTuple

from stdmig.inventory import System
from stdmig.inventory.baselines import Baseline
from stdmig.schedule import Plan

Standing = Literal["live", "in_time", "late", "lost"]
"""
How a system stands against its deadline, the first that holds.

Serves already; the longest durations keep it; only shorter ones do; not even the
shortest do. So the portfolio and the rules reckon too, whatever the planned dates do.
"""


class SystemForecast(NamedTuple):
    """
    The cutover of a system as it must be expected now (稼働開始日の見込み).

    Attributes
    ----------
    planned
        As the plan has it.
    forecast
        The first day on which it can be, counted forward from what has happened with
        the planned durations, where that is later than planned; else the planned day.
        A live system's is a fact.
    longest
        The same with the longest durations and ordinary budgets.
    shortest
        The same with the shortest durations and every allowed way to the money.
    kept
        As the kept plan had it (基準計画); None where that does not name it.
    """

    system: System
    standing: Standing
    deadline: date
    planned: date
    forecast: date
    longest: date
    shortest: date
    kept: date | None

    @property
    def misses(self) -> bool:
        """Return whether it does not reach its deadline with the longest durations."""
        return self.standing in ("late", "lost")

    @property
    def slip(self) -> int | None:
        """Return the days from the kept cutover to the forecast; negative if sooner."""
        return None if self.kept is None else (self.forecast - self.kept).days


def forecasts(
    plan: Plan,
    baseline: Baseline | None = None,
    systems: Collection[str] | None = None,
) -> tuple[SystemForecast, ...]:
    """
    Return the forecast of every system that applies, in the order of the plan.

    Parameters
    ----------
    plan
        The dates, from the as-of date on.
    baseline
        The kept plan that it is held against, if any.
    systems
        Ids of the systems that the reader looks at; None means all.
    """
    kept = {each.system: each.day for each in baseline.cutovers} if baseline else {}
    return tuple(
        _forecast(plan, place, kept.get(system.id))
        for place, system in enumerate(plan.network.systems)
        if systems is None or system.id in systems
    )


def _forecast(plan: Plan, place: int, kept: date | None) -> SystemForecast:
    cutover = plan.cutovers[place]
    deadline, day = cutover.deadline, cutover.day
    if cutover.source == "live":
        days = (day, day, day, day)
        return SystemForecast(cutover.system, "live", deadline, *days, kept)
    early = date.fromordinal(plan.planned_early.cutover[place])
    forecast, longest = max(day, early), max(day, cutover.early)
    standing: Standing = "in_time"
    if cutover.earliest > deadline:
        standing = "lost"
    elif longest > deadline:
        standing = "late"
    shortest = max(day, cutover.earliest)
    return SystemForecast(
        cutover.system, standing, deadline, day, forecast, longest, shortest, kept
    )
