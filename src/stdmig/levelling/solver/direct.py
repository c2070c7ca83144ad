"""Starts as numbers, for plain work of fixed length under capacities (RCPSP)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from ortools.sat.python import cp_model

from stdmig.levelling.problem import Arc, Choice, Objective, Problem
from stdmig.levelling.ranges import Range
from stdmig.levelling.solver.effort import Effort
from stdmig.levelling.solver.run import Search, together
from stdmig.levelling.solver.standing import Standing


def takes(problem: Problem, objectives: Sequence[Objective]) -> bool:
    """
    Return whether a problem is of the plain kind.

    Its activities keep their length wherever they are put, wait for the end of others
    and for nothing else, and are to be early alone: the project scheduling problem of
    the text-books, for which numbers with intervals are much the stronger form. Where
    loads are to be level, rungs are.
    """
    return (
        tuple(objectives) == ("early",)
        and not problem.lapses
        and all(
            len({end - start for start, end in zip(a.starts, a.ends, strict=True)}) == 1
            for a in problem.activities
        )
        and all(_plain(problem, arc) for arc in problem.arcs)
    )


def direct(
    problem: Problem,
    left: Sequence[Range],
    objectives: Sequence[Objective],
    standing: Standing,
    effort: Effort,
) -> None:
    """Search the plain problem as a whole."""
    (objective,) = objectives
    standing.target = objective
    model, starts = _model(problem, left, standing.choice, standing.bound(objective))
    search = Search(
        model,
        starts,
        workers=effort.workers,
        seed=effort.draw(),
        seconds=effort.remaining(),
        work=effort.left(),
    )

    def look() -> None:
        if search.values is not None:
            standing.offer(_choice(problem, search.values))

    together([search.job], look, effort.remaining)
    look()
    effort.spend(search.work)
    standing.impossible = search.refuted
    if search.bound is not None:
        standing.raise_bound(objective, search.bound)


def _plain(problem: Problem, arc: Arc) -> bool:
    starts = problem.activities[arc.after].starts
    ends = problem.activities[arc.before].ends
    return all(
        first == bisect_left(starts, end)
        for first, end in zip(arc.first, ends, strict=True)
    )


def _choice(problem: Problem, starts: Sequence[int]) -> Choice:
    return tuple(
        bisect_left(each.starts, start)
        for each, start in zip(problem.activities, starts, strict=True)
    )


def _model(
    problem: Problem, left: Sequence[Range], first: Choice, least: int
) -> tuple[cp_model.CpModel, list[cp_model.IntVar]]:
    model = cp_model.CpModel()
    starts, spans = [], []
    for each, (low, high), chosen in zip(problem.activities, left, first, strict=True):
        domain = cp_model.Domain.from_values(list(each.starts[low : high + 1]))
        start = model.new_int_var_from_domain(domain, "")
        model.add_hint(start, each.starts[chosen])
        starts.append(start)
        length = each.ends[0] - each.starts[0]
        spans.append(model.new_fixed_size_interval_var(start, length, ""))
    for arc in problem.arcs:
        before = problem.activities[arc.before]
        length = before.ends[0] - before.starts[0]
        model.add(starts[arc.after] >= starts[arc.before] + length)
    for resource in problem.resources:
        if resource.capacity is not None and resource.demands:
            used, amounts = _uses(model, resource.capacity)
            used += [spans[place] for place, _ in resource.demands]
            amounts += [amount for _, amount in resource.demands]
            model.add_cumulative(used, amounts, max(resource.capacity, default=0))
    delay = cp_model.LinearExpr.weighted_sum(
        starts, [each.eagerness for each in problem.activities]
    ) - sum(each.eagerness * each.starts[0] for each in problem.activities)
    model.add(delay >= least)
    model.minimize(delay)
    return model, starts


def _uses(
    model: cp_model.CpModel, capacity: Sequence[int]
) -> tuple[list[cp_model.IntervalVar], list[int]]:
    """Return what takes up a capacity where it is less than at its highest."""
    spans, amounts, begun = [], [], 0
    for period in range(1, len(capacity) + 1):
        if period == len(capacity) or capacity[period] != capacity[begun]:
            if lacking := max(capacity) - capacity[begun]:
                length = period - begun
                spans.append(model.new_fixed_size_interval_var(begun, length, ""))
                amounts.append(lacking)
            begun = period
    return spans, amounts
