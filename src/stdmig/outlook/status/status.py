"""Everything that ``stdmig status`` shows (進捗の状況)."""

from __future__ import annotations

from collections.abc import Collection
from fractions import Fraction
from typing import NamedTuple

from stdmig.inventory.baselines import Baseline
from stdmig.outlook.next_dates import NextDate, Share, first_to_act, next_dates
from stdmig.outlook.status.against import Against, held_against
from stdmig.outlook.status.decisions import Decision, decisions
from stdmig.outlook.status.forecast import SystemForecast, forecasts
from stdmig.outlook.status.rates import Rates, rates
from stdmig.outlook.status.starts import Start, WorkerStarts, by_worker, starts
from stdmig.schedule import Plan

HIGH = Fraction(85, 100)
"""
From which step rate on a system sounds as good as done; our choice.

The sample city stood there in January 2026, with 17 of its 20 systems to miss the
deadline two months later (総務省 and デジタル庁, see facts/domain.md).
"""


class Status(NamedTuple):
    """
    How far the work is, and what follows (進捗の状況).

    Attributes
    ----------
    rates
        The ministry's step rate and the work-weighted one, apart.
    forecasts
        When each system will be cut over; this, and no rate, tells whether a deadline
        is kept.
    against
        What is late against the kept plan; None where no plan is kept.
    horizons
        Days ahead of the as-of date, upward, for what must begin.
    starts, workers
        What must begin up to the last horizon, and how much of it is whose.
    decisions
        What has to be decided up to then.
    next
        The next day on which somebody must act.
    """

    plan: Plan
    rates: Rates
    forecasts: tuple[SystemForecast, ...]
    against: Against | None
    horizons: tuple[int, ...]
    starts: tuple[Start, ...]
    workers: tuple[WorkerStarts, ...]
    decisions: tuple[Decision, ...]
    next: NextDate | None

    @property
    def missing(self) -> tuple[SystemForecast, ...]:
        """Return the systems that do not reach their deadline by the plan."""
        return tuple(each for each in self.forecasts if each.misses)

    @property
    def deceptive(self) -> tuple[SystemForecast, ...]:
        """Return those of them whose step rate sounds as good as done."""
        high = {each.system.id for each in self.rates.counted if each.rate >= HIGH}
        return tuple(each for each in self.missing if each.system.id in high)


def status(
    share: Share,
    baseline: Baseline | None,
    horizons: tuple[int, ...],
    systems: Collection[str] | None = None,
) -> Status:
    """
    Return the status of a plan, or of one section's part of it.

    Parameters
    ----------
    share
        What of the plan its reader looks at.
    baseline
        The kept plan that it is held against, if any.
    horizons
        Days ahead of the as-of date, upward; at least one.
    systems
        Ids of the systems that the reader looks at; None means all.
    """
    plan, last = share.plan, horizons[-1]
    dates = next_dates(share)
    expected = forecasts(plan, baseline, systems)
    begin = starts(plan, share.places, last)
    return Status(
        plan,
        rates(plan, systems),
        expected,
        held_against(plan, baseline, share.places, systems) if baseline else None,
        horizons,
        begin,
        by_worker(plan, begin, horizons),
        decisions(plan, expected, dates, last),
        first_to_act(dates),
    )
