"""A pass of a plan as steps that any other planner understands (他の計画器への入力)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from stdmig.dates import latest, months
from stdmig.schedule import Plan
from stdmig.schedule.passes import LAPSE, Backward, Forward


class Step(NamedTuple):
    """
    A task, or the moment at which a system is ready, between others and fixed days.

    Attributes
    ----------
    months, days
        How long it takes: by its item, and as it was planned.
    others
        Places of the steps that must follow it (late) or precede it (early).
    bars
        Days by which it must be over (late) or before which it cannot begin (early).
    start, finish
        What we planned; the finish is the day after the last.
    """

    name: str
    months: int
    days: int
    others: tuple[int, ...]
    bars: tuple[date, ...]
    start: date
    finish: date


class Case(NamedTuple):
    """All steps of one pass; each names only others after it (late) or before it."""

    name: str
    late: bool
    steps: tuple[Step, ...]


def late_case(name: str, plan: Plan, *, quick: bool = False) -> Case:
    """
    Return a backward pass: what no other planner knows has become a fixed day.

    That is the cutovers, the end of the window or the vote that a task is over with,
    the last day to ask for the money of a contract, and the last day of that money.
    """
    dates = plan.last_chance if quick else plan.late
    rules = plan.timing_of(dates)
    steps = []
    for place, task in enumerate(plan.tasks):
        count, start, finish = _span(plan, dates, place)
        bars = [plan.cutovers[at].day for at in plan.network.cutovers_after[place]]
        others = []
        for other in plan.network.after[place]:
            rule = rules.links.get((place, other))
            if rule is None:
                others.append(other)
            else:
                bars.append(date.fromordinal(latest(rule, dates.start[other])))
        if rules.tasks[place] is not months(count) or dates.cause[place] == LAPSE:
            bars.append(finish)
        steps.append(_step(task.id, count, others, bars, start, finish))
    return Case(name, True, tuple(steps))


def early_case(name: str, plan: Plan, *, quick: bool = False) -> Case:
    """
    Return a forward pass: what no other planner knows has become a fixed day.

    That is the as-of date, the publications, the day on which a window opens, the vote
    that others wait for, and the day from which money may be spent.
    """
    dates = plan.earliest if quick else plan.early
    rules = plan.timing_of(dates)
    plain = [
        rules.tasks[place] is months(plan.months(dates, place))
        for place in range(len(plan.tasks))
    ]
    steps = []
    for place, task in enumerate(plan.tasks):
        count, start, finish = _span(plan, dates, place)
        bars = [date.fromordinal(plan.floors[place].day)]
        others = []
        for other in plan.network.before[place]:
            rule = rules.links.get((other, place))
            if rule is None and plain[other]:
                others.append(other)
            else:
                over = dates.finish[other]
                bars.append(date.fromordinal(rule(over) if rule else over))
        if not plain[place]:
            bars.append(start)
        steps.append(_step(task.id, count, others, bars, start, finish))
    for system, earlier in enumerate(plan.network.before_cutover):
        day = date.fromordinal(dates.ready[system])
        voted = [date.fromordinal(dates.finish[at]) for at in earlier if not plain[at]]
        others = [place for place in earlier if plain[place]]
        name_of = f"cutover of {plan.network.systems[system].id}"
        steps.append(_step(name_of, 0, others, voted, day, day))
    return Case(name, False, tuple(steps))


def _span(plan: Plan, dates: Backward | Forward, place: int) -> tuple[int, date, date]:
    days = dates.start[place], dates.finish[place]
    start, finish = map(date.fromordinal, days)
    return plan.months(dates, place), start, finish


def _step(
    name: str,
    count: int,
    others: list[int],
    bars: list[date],
    start: date,
    finish: date,
) -> Step:
    days = (finish - start).days
    return Step(name, count, days, tuple(others), tuple(bars), start, finish)
