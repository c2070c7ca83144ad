"""Which budget pays for what a procurement buys (予算の充当)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import NamedTuple, Protocol, TypeVar

from stdmig.dates import fiscal_year
from stdmig.network import Network, Purchase
from stdmig.schedule.budget_rules import tender_day
from stdmig.schedule.budget_way import Occasion
from stdmig.schedule.passes import Backward, backward
from stdmig.schedule.timing import Timing


class Dated(Protocol):
    """Starts and finishes by the places of tasks, of all of them or of some."""

    @property
    def start(self) -> Mapping[int, int] | Sequence[int]:
        """Return the days on which tasks start."""

    @property
    def finish(self) -> Mapping[int, int] | Sequence[int]:
        """Return the days after their last ones."""


LateDates = TypeVar("LateDates", bound=Dated)


class Funding(NamedTuple):
    """
    The money of one purchase in one pass.

    Attributes
    ----------
    purchase
        Whose money it is.
    occasion
        The budget that pays.
    asked
        First day, and the day after the last, of the task that asks for it.
    signed
        The same of the task that ends with the signed contract; where none is made,
        of the one that spends the money first.
    in_time
        Whether the work on the contract begins before the money lapses.
    tendered
        First day to ask for proposals; None where they need not wait for the money.
    """

    purchase: Purchase
    occasion: Occasion
    asked: tuple[int, int]
    signed: tuple[int, int]
    in_time: bool
    tendered: int | None = None

    @property
    def carried_over(self) -> bool:
        """Return whether the signing slips past the fiscal year (繰越明許費)."""
        return self.purchase.signs and self.signed[1] - 1 > self.occasion.lapses

    def debt_years(self, until: date) -> tuple[int, ...]:
        """
        Return the later fiscal years that the contract binds up to a day.

        For these it needs a debt obligation in the same budget (自治法214条).
        """
        if not self.purchase.signs:
            return ()
        return tuple(range(self.occasion.fiscal_year + 1, fiscal_year(until) + 1))


def funding(
    network: Network, timing: Timing, dates: Dated, purchase: Purchase
) -> Funding | None:
    """
    Return which budget pays in a pass, or None where nothing is known of budgets.

    Of several that could, it is one whose money has not lapsed, the ordinary one
    first, then the one that is asked for last.
    """
    ways = timing.ways.get((purchase.request, purchase.contract))
    if not ways:
        return None
    asked = dates.start[purchase.request], dates.finish[purchase.request]
    first = first_to_spend(purchase, dates)
    signed = dates.start[first], dates.finish[first]
    tender = None if purchase.rfp is None else dates.start[purchase.rfp]
    after = network.inventory.template.planning.rfp_after

    def preference(each: Occasion) -> tuple[int, ...]:
        day = tender_day(each, after, timing.sessions)
        # What has not lapsed by then is the money of one year, and lapses last.
        return (
            tender is None or day <= tender,
            each.lapses,
            each.way.kind == "ordinary",
            each.closes,
        )

    usable = (each for way in ways for each in way.occasions(asked[1] - 1, signed[0]))
    best = max(usable, key=preference, default=None)
    if best is None and purchase.request in timing.settled:
        # What has been asked for comes when it comes, whatever the cutover would need.
        opened = (way.occasion(asked[1] - 1) for way in ways)
        best = min(opened, key=lambda each: each.usable)
    if best is None:
        return None
    day = None if tender is None else tender_day(best, after, timing.sessions)
    waits = day is not None and day > best.closes
    in_time = signed[0] <= best.lapses
    return Funding(purchase, best, asked, signed, in_time, day if waits else None)


def first_to_spend(purchase: Purchase, dates: Dated) -> int:
    """Return the place of the task that spends the money first, among those dated."""
    starts = dates.start
    held = [
        place
        for place in purchase.spending
        if not isinstance(starts, Mapping) or place in starts
    ]
    return min(held, key=lambda place: starts[place])


def late_pass(network: Network, timing: Timing, cutovers: Sequence[int]) -> Backward:
    """
    Plan every task as late as the cutovers allow, and no contract after its money.

    Money that is unsigned when its fiscal year ends is lost, so a contract whose
    money must be asked for a year earlier is signed a year earlier as well. Where
    even that leaves no time, since choosing the vendor takes longer than the money
    lasts, the dates stay as the cutovers allow and the funding says so.

    Parameters
    ----------
    network, timing
        The tasks and the rules of one scenario.
    cutovers
        The day of each system's cutover.
    """
    return before_lapses(
        network,
        timing,
        network.purchases,
        lambda bounds: backward(network, timing, cutovers, bounds),
    )


def before_lapses(
    network: Network,
    timing: Timing,
    purchases: Sequence[Purchase],
    plan: Callable[[Mapping[int, int]], LateDates],
) -> LateDates:
    """
    Plan again, with earlier contracts, until none comes after its money.

    Parameters
    ----------
    network, timing
        The tasks and the rules of one scenario.
    purchases
        Those whose contracts are looked at.
    plan
        From the last days on which contracts may begin to late dates.
    """
    bounds: dict[int, int] = {}
    tries: Counter[int] = Counter()
    dates = plan(bounds)
    while lapsed := {
        place: day
        for place, day in _lapses(network, timing, purchases, dates).items()
        if tries[place] <= _TRIES
    }:
        for place, day in lapsed.items():
            tries[place] += 1
            bounds[place] = day
            if tries[place] > _TRIES:
                del bounds[place]
        dates = plan(bounds)
    return dates


def _lapses(
    network: Network, timing: Timing, purchases: Sequence[Purchase], dates: Dated
) -> dict[int, int]:
    """Return the last day to begin the work that would come after its money."""
    found: dict[int, int] = {}
    for each in purchases:
        paid = funding(network, timing, dates, each)
        if paid is not None and not paid.in_time:
            day = paid.occasion.lapses
            first = first_to_spend(each, dates)
            found[first] = min(day, found.get(first, day))
    return found


_TRIES = 2
