"""From a plan to the steps of its samples (模型の組立て)."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from stdmig.dates import Rule
from stdmig.risk.draws import Sampler, Source
from stdmig.risk.grid import DAY, MONTH, Days, Grid, Value, grid
from stdmig.risk.luck import Draw
from stdmig.risk.model import Arrival, Model, Ready, Wait, Work, arrival, forward
from stdmig.risk.result import Shape
from stdmig.risk.spread import spread, strata
from stdmig.risk.work_rules import WorkRule, in_window, to_vote, when_paid
from stdmig.schedule import Plan, Settled, needs_vote

_YEAR = 400
"""Days by which the grid reaches beyond the plan: a window may lie a year off."""


def build(plan: Plan, sampler: Sampler, shape: Shape) -> Model:
    """
    Return the steps of a plan.

    Durations lie between the shortest and the longest; the ways to money are the
    ordinary budgets and what a purchase chose, as in the safe plan.
    """
    days = _grid(plan)
    rules = _rules(plan, days)
    sources = _sources(plan, sampler, shape, days, rules)
    before = _before(plan, days)
    waits, work = _works(plan, days, rules, sources, before)
    systems = tuple(
        Ready(place, plan.ahead.before_cutover[place])
        for place, system in enumerate(plan.network.systems)
        if system.id not in plan.network.live
    )
    model = Model(plan, days, sources, work, waits, before, systems, {})
    extremes = forward(model, _extremes(sources))
    waits = tuple(_needed(each, extremes.finish) for each in waits)
    return replace(model, waits=waits, cutovers=_cutovers(plan, days, extremes.ready))


def _grid(plan: Plan) -> Grid:
    """Return a grid on which every date of every sample lies."""
    today, early = plan.as_of.toordinal(), plan.early
    cutovers = [each.day.toordinal() for each in plan.cutovers]
    begun = [each.start for each in plan.safe.settled.values()]
    floors = [each.day for each in plan.floors]
    first = min([today, *plan.late.start, *begun, *cutovers])
    last = max([today, *early.finish, *early.cutover, *cutovers, *floors])
    return grid(max(1, first - _YEAR), last + _YEAR)


def _rules(plan: Plan, days: Grid) -> list[WorkRule]:
    """Return the rule of every task (see `stdmig.schedule.timing`)."""
    rules: list[WorkRule] = [days] * len(plan.tasks)
    votes = plan.inventory.template.council.vote_days
    voting = [place for place, task in enumerate(plan.tasks) if needs_vote(task)]
    if votes and voting:
        rule = to_vote(days, votes)
        for place in voting:
            rules[place] = rule
    windows: dict[object, WorkRule] = {}
    for request, window in plan.safe.windows.items():
        if window not in windows:
            windows[window] = in_window(days, window)
        rules[request] = windows[window]
    for place, money in plan.safe.money.items():
        rules[place] = when_paid(days, money.from_, rules[place])
    return rules


def _sources(
    plan: Plan, sampler: Sampler, shape: Shape, days: Grid, rules: list[WorkRule]
) -> tuple[Source | int | None, ...]:
    """Return where every task's duration, or finish, comes from."""
    tables: dict[object, tuple[Days, Days]] = {}
    vendors: dict[str, Draw] = {}
    found: list[Source | int | None] = []
    for place, task in enumerate(plan.tasks):
        known = plan.safe.settled.get(place)
        record = plan.progress.get(place)
        if known is not None and (
            known.over or (record is not None and record.remaining_months is not None)
        ):
            found.append(days.at(known.finish))
            continue
        each = spread(task, plan.durations[place], shape)
        if each not in tables:
            parts = strata(each, sampler.luck.strata)
            values = (parts & -DAY) * DAY + (parts & (DAY - 1))
            tables[each] = values, sampler.luck.by_phase(values)
        values, by_phase = tables[each]
        ends = MONTH * each.shortest, MONTH * each.longest
        if known is not None:
            values = _running(plan, days, rules[place], known, values)
        if values[0] == values[-1]:
            found.append(int(values[0]))
            continue
        if known is not None:
            by_phase = sampler.luck.by_phase(values)
            # No sample ends before it can, and none after the longest duration.
            begun, soonest = days.at(known.start), _soonest(plan, days, known)
            ends = soonest, max(soonest, int(rules[place].finish(begun, ends[1])))
        shared: list[Draw] = []
        if sampler.together and "vendor" in task.item.actors:
            for name in task.vendors:
                if name not in vendors:
                    vendors[name] = sampler.luck.draw(f"vendor {name}")
                shared.append(vendors[name])
        own = sampler.luck.draw(f"task {task.id}")
        found.append(Source(values, by_phase, own, ends, tuple(shared)))
    return tuple(found)


def _running(
    plan: Plan, days: Grid, rule: WorkRule, known: Settled, durations: Days
) -> Days:
    """
    Return the finishes of work under way that are possible still.

    What would be over by the as-of date is not, as the record says: only the longer
    durations are left, each as likely as before among them.
    """
    soonest = _soonest(plan, days, known)
    finishes = rule.finish(days.at(known.start), durations)
    left = finishes[int(np.searchsorted(finishes, soonest)) :]
    if not len(left):
        return np.full(1, soonest, np.int32)
    return left[np.arange(len(durations)) * len(left) // len(durations)]


def _soonest(plan: Plan, days: Grid, known: Settled) -> int:
    """Return the first day on which work under way can be over, with any vote."""
    return days.at(known.ends(plan.as_of.toordinal()))


def _works(
    plan: Plan,
    days: Grid,
    rules: list[WorkRule],
    sources: tuple[Source | int | None, ...],
    before: tuple[tuple[Arrival, ...], ...],
) -> tuple[tuple[Wait, ...], tuple[Work | None, ...]]:
    """Return what starts wait for, and the tasks that have not begun."""
    waits: dict[tuple[int, tuple[tuple[int, int], ...]], int] = {}
    held: list[Wait] = []
    known: dict[tuple[int, int, int], int] = {}
    works: list[Work | None] = []
    for place, arrivals in enumerate(before):
        if place in plan.safe.settled:
            works.append(None)
            continue
        floor = days.at(plan.floors[place].day)
        key = floor, tuple((each.place, id(each.link)) for each in arrivals)
        if key not in waits:
            waits[key] = len(held)
            held.append(Wait(floor, arrivals))
        wait, source, alike = waits[key], sources[place], None
        if isinstance(source, int):
            same = wait, id(rules[place]), source
            alike = known.get(same)
            known.setdefault(same, place)
        works.append(Work(wait, rules[place], alike))
    return tuple(held), tuple(works)


def _before(plan: Plan, days: Grid) -> tuple[tuple[Arrival, ...], ...]:
    """Return what every task waits for."""
    links = _links(plan, days)
    return tuple(
        tuple(
            Arrival(other, *links.get((other, place), (None, None)))
            for other in earlier
        )
        for place, earlier in enumerate(plan.ahead.before)
    )


def _links(plan: Plan, days: Grid) -> dict[tuple[int, int], tuple[Days, Days]]:
    """Return the rules of links, forward and backward, by their two tasks."""
    first, last = days.base, int(days.ordinals[-1])
    tables: dict[Rule, tuple[Days, Days]] = {}
    for rule in plan.safe.links.values():
        if rule not in tables:
            table = days.table(rule, first, last)
            tables[rule] = table, days.inverse(table)
    return {pair: tables[rule] for pair, rule in plan.safe.links.items()}


def _cutovers(plan: Plan, days: Grid, ready: list[Value]) -> dict[int, Days]:
    """Return from which day of readiness which cutover follows, where not at once."""
    asked: dict[Rule, tuple[int, int]] = {}
    for place, rule in plan.safe.cutovers.items():
        ends = days.days(np.atleast_1d(np.asarray(ready[place], np.int32)))
        first, last = asked.get(rule, (int(ends[0]), int(ends[-1])))
        # A system that waits for others may be asked about later days.
        late = max(plan.early.cutover) if plan.safe.order else 0
        asked[rule] = min(first, int(ends[0])), max(last, int(ends[-1]), late)
    tables = {rule: days.table(rule, *ends) for rule, ends in asked.items()}
    return {place: tables[rule] for place, rule in plan.safe.cutovers.items()}


def _extremes(sources: tuple[Source | int | None, ...]) -> list[Value]:
    """Return two samples: everything at its shortest, and at its longest."""
    return [
        np.array(each.ends, np.int32) if isinstance(each, Source) else each or 0
        for each in sources
    ]


def _needed(wait: Wait, finish: list[Value]) -> Wait:
    """Return a wait without what never decides, whatever is drawn."""
    ends = [
        np.broadcast_to(np.asarray(arrival(each, finish)), 2) for each in wait.arrivals
    ]
    least = max([wait.floor, *(int(low) for low, _ in ends)])
    pairs = zip(wait.arrivals, ends, strict=True)
    kept = tuple(each for each, (_, high) in pairs if high >= least)
    binds = not kept or wait.floor >= max(
        int(low) for each, (low, _) in zip(wait.arrivals, ends, strict=True)
    )
    return Wait(wait.floor if binds else -1, kept)
