"""Monthly loads over the columns of a time axis (月別の値)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from stdmig.levelling.levelled import Levelled, Series
from stdmig.outlook.levelling import month_at, used_months
from stdmig.render.plan.axis import Axis, axis


class Cells(NamedTuple):
    """
    A series over the columns of an axis: the greatest of the months of each.

    Attributes
    ----------
    capacity
        The least of the months; None in a column without a limit.
    exceeds
        Per column whether a month has more than can be done, before and after.
    """

    before: list[Decimal]
    after: list[Decimal]
    capacity: list[Decimal | None]
    exceeds: tuple[list[bool], list[bool]]


def load_axis(levelled: Levelled, series: Sequence[Series], room: int) -> Axis | None:
    """Return the axis of the months in which anybody has work; None without any."""
    months = used_months(series)
    if not months:
        return None
    return axis(month_at(levelled, months[0]), month_at(levelled, months[-1]), room)


def cells(levelled: Levelled, each: Series, axis: Axis) -> Cells:
    """Return a series over the columns of an axis."""
    columns = _columns(levelled, axis, len(each.after))
    return Cells(
        _greatest(each.before, columns),
        _greatest(each.after, columns),
        [_least(each, own) for own in columns],
        (_exceeds(each.before, each, columns), _exceeds(each.after, each, columns)),
    )


def _least(each: Series, months: list[int]) -> Decimal | None:
    known = [each.capacity[at] for at in months] if each.capacity else []
    return min((most for most in known if most is not None), default=None)


def _columns(levelled: Levelled, axis: Axis, months: int) -> list[list[int]]:
    """Return which months of the series stand in which column."""
    found: list[list[int]] = [[] for _ in range(axis.columns)]
    first, last = date(axis.first_year, 4, 1), date(axis.last_year + 1, 3, 31)
    for place in range(months):
        day = month_at(levelled, place)
        if first <= day <= last:
            at = axis.column(day)
            for column in range(at, at + axis.columns_per_month):
                found[column].append(place)
    return found


def _greatest(loads: Sequence[Decimal], columns: list[list[int]]) -> list[Decimal]:
    return [max((loads[at] for at in own), default=Decimal(0)) for own in columns]


def _exceeds(
    loads: Sequence[Decimal], each: Series, columns: list[list[int]]
) -> list[bool]:
    limits = each.capacity
    if limits is None:
        return [False] * len(columns)
    over = [
        most is not None and load > most
        for load, most in zip(loads, limits, strict=True)
    ]
    return [any(over[at] for at in own) for own in columns]
