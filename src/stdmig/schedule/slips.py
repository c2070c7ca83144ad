"""Work under contract that slips into the next fiscal year (年度をまたぐ遅れ)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from stdmig.dates import fiscal_year
from stdmig.network import Purchase
from stdmig.schedule.plan import Plan


class Slip(NamedTuple):
    """
    Tasks that a fiscal year was to pay for, and that end after it.

    Attributes
    ----------
    purchase
        Whose contract has been begun.
    fiscal_year
        The year by whose end they must be over to keep the cutover.
    places
        The tasks, in the order of the plan.
    """

    purchase: Purchase
    fiscal_year: int
    places: tuple[int, ...]


def slips(plan: Plan) -> tuple[Slip, ...]:
    """
    Return the work under contract that ends in a later year than it may.

    Only what a begun contract pays for is counted: before that no budget is bound to
    a year, and a plan that does not fit is told as such. A year that is over can carry
    nothing over any more.
    """
    slipping = dict(_slipping(plan))
    if not slipping:
        return ()
    found: list[Slip] = []
    for purchase in plan.network.purchases:
        if purchase.contract not in plan.safe.settled:
            continue
        years: dict[int, list[int]] = {}
        for place in plan.network.under_contract(purchase):
            if place in slipping:
                years.setdefault(slipping[place], []).append(place)
        found += [
            Slip(purchase, year, tuple(places))
            for year, places in sorted(years.items())
        ]
    return tuple(found)


def _slipping(plan: Plan) -> Iterator[tuple[int, int]]:
    """Yield the tasks that end after the fiscal year by which they must, and that."""
    this_year = fiscal_year(plan.as_of)
    for place in range(len(plan.tasks)):
        year = _paid_in(plan.late.finish[place])
        # What is over ended in this year or before, so that it does not slip.
        if _paid_in(plan.early.finish[place]) > year >= this_year:
            yield place, year


def _paid_in(finish: int) -> int:
    """Return the fiscal year of the last day of a task, from the day after it."""
    return fiscal_year(date.fromordinal(finish - 1))
