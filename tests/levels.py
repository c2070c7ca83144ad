"""Levelled plans made by hand from the sample city (平準化の見本)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache

from stdmig.dates import months
from stdmig.levelling.demand import Demand, demands, month_of, monthly
from stdmig.levelling.levelled import (
    Clash,
    Levelled,
    Series,
    Span,
    Town,
    Unlevelled,
    Worker,
)
from stdmig.levelling.solved import Reached
from stdmig.schedule import Plan
from stdmig.words import text
from stdmig.workspace import plan_workspace
from tests.helpers import sound
from tests.hostile import ALL, hostile_workspace
from tests.screens import sample_city

LIMIT = Decimal(9)

Change = Callable[[Levelled], Levelled]


def town_of(plan: Plan, shift: int = 5) -> Town:
    """
    Return a town whose tasks start earlier than late, by item more or less so.

    Parameters
    ----------
    shift
        By how many months at most.
    """
    late = plan.planned_late
    before = {
        place: Span(late.start[place], late.finish[place])
        for place in range(len(plan.tasks))
    }
    after = {
        place: span if plan.is_over(place) else _shifted(span, place % (shift + 1))
        for place, span in before.items()
    }
    found = demands(plan)
    months_used = _months(before, after)
    return Town(
        plan,
        before,
        after,
        frozenset(),
        (
            Unlevelled(
                0, text("it must be done by {day} whatever happens", day="2021-12-31")
            ),
        ),
        tuple(_series(each, before, after, months_used) for each in found),
    )


def levelled_of(*towns: Town) -> Levelled:
    """Return towns as levelling returns them, the peak not proven."""
    spans = [_months(town.before, town.after) for town in towns]
    used = range(min(each[0] for each in spans), max(each[-1] for each in spans) + 1)
    towns = tuple(
        town._replace(
            series=tuple(
                _series(each, town.before, town.after, used)
                for each in demands(town.plan)
            )
        )
        for town in towns
    )
    highest = sum(int(max(town.series[0].after)) for town in towns)
    return Levelled(
        towns,
        "likely",
        (used[0] // 12, used[0] % 12 + 1),
        len(used),
        (
            Reached("peak", highest, highest - 1),
            Reached("squares", 4321, 4000),
            Reached("early", 120, 120),
        ),
        1,
        (),
        (),
        (),
        "heuristic",
    )


@cache
def sample_levelled() -> Levelled:
    """Return the sample city, levelled by hand."""
    return levelled_of(town_of(sample_city().plan))


def limited_sample(limit: Decimal = LIMIT) -> Levelled:
    """Return the same with a capacity of its lead section in every month."""
    found = sample_levelled()
    (town,) = found.towns
    lead = town.series[0]._replace(capacity=(limit,) * found.months)
    return replace(found, towns=(town._replace(series=(lead, *town.series[1:])),))


def impossible_sample() -> Levelled:
    """Return the same with a capacity that no plan can keep."""
    found = limited_sample(Decimal(3))
    year, month = found.first
    worker = found.towns[0].series[0].worker
    clash = Clash(
        0,
        worker,
        (year + 1, month),
        (year + 2, month),
        Decimal(60),
        Decimal(39),
        ((0, 3), (0, 4)),
    )
    excess = (None, worker, (year + 1, month), Decimal(5), Decimal(3))
    return replace(found, clashes=(clash,), excess=(excess,))


def two_towns() -> Levelled:
    """Return two towns that share a vendor."""
    plan = sample_city().plan
    found = levelled_of(town_of(plan), town_of(plan, 3))
    shared = (
        found.towns[0]
        .series[1]
        ._replace(
            worker=Worker("vendor", "株式会社A", ("14", "15")),
            capacity=(Decimal("1.5"),) * found.months,
        )
    )
    return replace(found, shared=(shared,))


def _shifted(span: Span, by: int) -> Span:
    start = date.fromordinal(span.start)
    number = start.year * 12 + start.month - 1 - by
    moved = date(number // 12, number % 12 + 1, min(start.day, 28)).toordinal()
    length = month_of(span.finish) - month_of(span.start)
    return Span(moved, months(length)(moved) if by else span.finish)


def _months(*all_spans: Mapping[int, Span]) -> range:
    days = [day for spans in all_spans for span in spans.values() for day in span]
    return range(month_of(min(days)), month_of(max(days)) + 1)


def _series(
    demand: Demand, before: Mapping[int, Span], after: Mapping[int, Span], used: range
) -> Series:
    old, new = monthly(demand, before), monthly(demand, after)
    return Series(
        demand.worker,
        tuple(old.get(month, Decimal(0)) for month in used),
        tuple(new.get(month, Decimal(0)) for month in used),
        None
        if demand.limit is None
        else tuple(demand.capacity(month) for month in used),
    )


def tenths_sample() -> Levelled:
    """Return the sample counted in tenths of a person."""
    found = sample_levelled()
    tenth = Decimal(10)
    (town,) = found.towns
    series = tuple(
        each._replace(
            before=tuple(load / tenth for load in each.before),
            after=tuple(load / tenth for load in each.after),
        )
        for each in town.series
    )
    return replace(found, towns=(town._replace(series=series),), scale=10)


@cache
def hostile_levelled() -> Levelled:
    """Return a town whose every name tries to become code, with a clash and a limit."""
    inventory = sound(hostile_workspace())
    plan = plan_workspace(inventory, date(2021, 10, 1), date.max).plan
    town = town_of(plan)
    found = levelled_of(town)
    (town,) = found.towns
    limits = (LIMIT,) * found.months
    series = tuple(each._replace(capacity=limits) for each in town.series)
    reasons = tuple(
        Unlevelled(place, text("{name}", name=name)) for place, name in enumerate(ALL)
    )
    town = town._replace(series=series, unlevelled=reasons)
    clash = Clash(
        0,
        series[1].worker,
        found.first,
        found.first,
        Decimal(9),
        Decimal(3),
        ((0, 3), (0, 4)),
    )
    shared = tuple(
        series[1]._replace(worker=Worker("vendor", name, ("14",))) for name in ALL
    )
    return replace(found, towns=(town,), clashes=(clash,), shared=shared)
