"""What a fee for whole years comes to in each fiscal year (再リース料)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from stdmig.budget.line import Amount
from stdmig.budget.prices import Price, priced
from stdmig.coverage import Gap
from stdmig.dates import months
from stdmig.words import Text, text

PER_YEAR = text("year(s)")


def yearly_figures(
    price: Price, bought: Gap, part: Gap
) -> tuple[Amount, tuple[Text, ...]]:
    """
    Return the amount of one fiscal year, and what is missing from it.

    A year of the lease is paid whole in the fiscal year in which it begins, the last
    one too where the contract stops within it. That is how 再リース is mostly agreed;
    no source states it, so costs.yaml can say otherwise.

    Parameters
    ----------
    price
        For one year.
    bought
        The whole extension; its years are counted from its first day (民法143条).
    part
        The part of it that falls into the fiscal year.
    """
    begun = [day for day in _years(bought) if part.start <= day <= part.end]
    if not begun:
        return Amount(), (text("paid in the year in which each lease year begins"),)
    return priced(price, Decimal(len(begun)))


def _years(bought: Gap) -> list[date]:
    """Return the first days of the years that begin in a span."""
    start, end = bought.start.toordinal(), bought.end.toordinal()
    days, times = [start], 1
    while (day := months(12 * times)(start)) <= end:
        days.append(day)
        times += 1
    return [date.fromordinal(day) for day in days]
