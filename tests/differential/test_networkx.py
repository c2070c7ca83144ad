"""
Late and early starts, and floats, as longest paths that networkx finds (CPMの比較).

Each pass is a network of days: every task an edge as long as it takes in that pass, the
fixed days edges to one end. A late start is the end less the longest path to it, an
early finish the longest path from the beginning.
"""

from __future__ import annotations

from datetime import date, timedelta

import networkx as nx
import pytest

from tests.differential.plans import even_plans
from tests.differential.steps import Case, early_case, late_case

TOWNS = 100
_END = -1


def late_starts(case: Case) -> list[date]:
    """Return the late starts of the steps of a backward pass."""
    end = max(day for step in case.steps for day in step.bars)
    graph: nx.DiGraph[int] = nx.DiGraph()
    for place, step in enumerate(case.steps):
        for other in step.others:
            graph.add_edge(other, place, weight=-step.days)
        if step.bars:
            spare = (end - min(step.bars)).days
            graph.add_edge(_END, place, weight=-step.days - spare)
    # The longest paths are the shortest ones of lengths below zero.
    lengths = nx.single_source_bellman_ford_path_length(graph, _END)
    return [end + timedelta(lengths[place]) for place in range(len(case.steps))]


def early_finishes(case: Case) -> list[date]:
    """Return the early finishes of the steps of a forward pass."""
    begin = min(day for step in case.steps for day in step.bars)
    graph: nx.DiGraph[int] = nx.DiGraph()
    for place, step in enumerate(case.steps):
        for other in step.others:
            graph.add_edge(other, place, weight=-step.days)
        if step.bars:
            wait = (max(step.bars) - begin).days
            graph.add_edge(_END, place, weight=-step.days - wait)
    lengths = nx.single_source_bellman_ford_path_length(graph, _END)
    return [begin - timedelta(lengths[place]) for place in range(len(case.steps))]


@pytest.mark.parametrize("quick", [False, True], ids=["longest", "shortest"])
def test_late_starts_and_early_finishes_are_longest_paths(quick: bool) -> None:
    """In the sample city and 100 towns both passes agree to the day."""
    for name, plan in even_plans(TOWNS).items():
        late = late_case(name, plan, quick=quick)
        assert late_starts(late) == [step.start for step in late.steps], name
        early = early_case(name, plan, quick=quick)
        assert early_finishes(early) == [step.finish for step in early.steps], name


def test_total_floats_are_the_differences_of_longest_paths() -> None:
    """Total float is the late start less the early one, as networkx finds the two."""
    for name, plan in even_plans(TOWNS).items():
        late = late_starts(late_case(name, plan))
        early_steps = early_case(name, plan)
        early = early_finishes(early_steps)
        for place, task in enumerate(plan.tasks):
            start = early[place] - timedelta(early_steps.steps[place].days)
            assert plan.total_float(place) == (late[place] - start).days, task.id
