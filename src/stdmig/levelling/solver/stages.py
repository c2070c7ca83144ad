"""The exact search: objective after objective, those before held (辞書式の最適化)."""

from __future__ import annotations

from collections.abc import Sequence

from stdmig.levelling.components import parts
from stdmig.levelling.problem import Choice, Objective, Problem
from stdmig.levelling.ranges import Range, ranges
from stdmig.levelling.solved import Limits, Solved, Told
from stdmig.levelling.solver.direct import direct, takes
from stdmig.levelling.solver.effort import Effort
from stdmig.levelling.solver.feasible import keep_capacities
from stdmig.levelling.solver.stage import Stage
from stdmig.levelling.solver.standing import Standing

_SHARE = 0.6
"""Part of what is left that an objective may use while others wait."""

_SHARE_OF_MANY = 0.85
"""The same where several towns are searched in turn."""

_SHARE_OF_CAPACITIES = 0.5
"""The same of the search for a choice that keeps the capacities."""


def searched(
    problem: Problem,
    first: Choice,
    objectives: Sequence[Objective],
    limits: Limits,
    told: Told,
) -> Solved:
    """Return the best choice; see `stdmig.levelling.solver.search`."""
    left = ranges(problem)
    standing = Standing(problem, left, first, objectives, told)
    if left is None:
        standing.impossible = True
        return standing.solved()
    try:
        _stages(problem, left, objectives, standing, Effort.of(limits))
    except KeyboardInterrupt:
        return standing.solved(interrupted=True)
    return standing.solved()


def _stages(
    problem: Problem,
    left: Sequence[Range],
    objectives: Sequence[Objective],
    standing: Standing,
    effort: Effort,
) -> None:
    if takes(problem, objectives):
        direct(problem, left, objectives, standing, effort)
        return
    keep_capacities(problem, left, standing, effort.share(_SHARE_OF_CAPACITIES))
    if standing.excess:
        return
    groups = parts(problem)
    part = _SHARE if len(groups) == 1 else _SHARE_OF_MANY
    least: dict[Objective, list[int]] = {}
    for number, target in enumerate(objectives):
        last = number == len(objectives) - 1
        stage = Stage(problem, left, groups, target, standing, least)
        stage.run(effort if last else effort.share(part))
        standing.hold(target)
