"""Everybody's load before and after, month by month (月別の作業量の前後)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from stdmig.levelling.demand import (
    Demand,
    MonthNumber,
    YearlyLimit,
    month_of,
    monthly,
)
from stdmig.levelling.groups import Group
from stdmig.levelling.levelled import Series, Span
from stdmig.levelling.model import Model
from stdmig.levelling.part import Part

Dates = Mapping[int, Span]
"""The dates of one municipality's tasks, by their places."""


class Months:
    """The months that the series show: from that of the as-of date to the last."""

    def __init__(self, model: Model, *dates: Sequence[Dates]) -> None:
        self.first = model.first
        last = model.first + model.problem.periods
        for choice in dates:
            for part, spans in zip(model.parts, choice, strict=True):
                for place in part.places:
                    last = max(last, month_of(spans[place].finish - 1) + 1)
        self.count = last - self.first

    def values(self, loads: Mapping[MonthNumber, Decimal]) -> tuple[Decimal, ...]:
        """Return the loads of all months in their order."""
        span = range(self.first, self.first + self.count)
        return tuple(loads.get(month, Decimal(0)) for month in span)

    def limits(self, limit: YearlyLimit | None) -> tuple[Decimal | None, ...] | None:
        """Return what can be done in all months."""
        if limit is None:
            return None
        span = range(self.first, self.first + self.count)
        return tuple(limit[month % 12] for month in span)


def town_series(
    part: Part, before: Dates, after: Dates, months: Months
) -> tuple[Series, ...]:
    """Return the loads of everybody in a municipality."""
    return tuple(
        Series(
            demand.worker,
            months.values(monthly(demand, before)),
            months.values(monthly(demand, after)),
            months.limits(demand.limit),
        )
        for demand in part.demands
    )


def shared_series(
    groups: Sequence[Group],
    before: Sequence[Dates],
    after: Sequence[Dates],
    months: Months,
) -> tuple[Series, ...]:
    """Return the loads of vendors that work for several municipalities."""
    return tuple(
        Series(
            group.worker,
            months.values(_sum(group, before)),
            months.values(_sum(group, after)),
            months.limits(group.limit),
        )
        for group in groups
        if group.town is None
    )


def _sum(group: Group, dates: Sequence[Dates]) -> dict[MonthNumber, Decimal]:
    total: dict[MonthNumber, Decimal] = {}
    for amounts, spans in zip(group.amounts, dates, strict=True):
        own = monthly(Demand(group.worker, amounts, None), spans)
        for month, amount in own.items():
            total[month] = total.get(month, Decimal(0)) + amount
    return total
