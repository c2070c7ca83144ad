"""First, capacities are kept, or it is proven that they cannot be (実行可能性)."""

from __future__ import annotations

from collections.abc import Sequence

from stdmig.levelling.bounds import least_excess
from stdmig.levelling.problem import Problem
from stdmig.levelling.ranges import Range
from stdmig.levelling.solver.aim import Aim
from stdmig.levelling.solver.effort import Effort
from stdmig.levelling.solver.encoding import encode
from stdmig.levelling.solver.model import Model
from stdmig.levelling.solver.neighbours import improve
from stdmig.levelling.solver.relaxation import Relaxation
from stdmig.levelling.solver.run import Job, together
from stdmig.levelling.solver.standing import Standing
from stdmig.levelling.solver.whole import solve_whole

_WHOLE = 12_000
"""A problem of more rungs is not given to the solver as a whole."""


def keep_capacities(
    problem: Problem, left: Sequence[Range], standing: Standing, effort: Effort
) -> None:
    """
    Bring down what exceeds the capacities, to nothing where that is possible.

    Afterwards the standing's choice keeps them, or says that none does, or neither
    could be found out in time.
    """
    if not standing.excess:
        return
    standing.impossible = least_excess(problem, left) > 0
    aim = Aim("excess", soft=frozenset(range(len(problem.resources))))
    encoding = encode(problem, left)
    relaxed = Relaxation(encoding, aim)
    part = effort.share(0.4)
    together(
        [Job(lambda: relaxed.solve(part.remaining()), relaxed.stop)],
        left=part.remaining,
    )
    effort.spend(relaxed.work)
    least = relaxed.bound() or 0
    standing.impossible = standing.impossible or least > 0
    for choice in relaxed.choices():
        standing.offer(choice)
    improve(
        problem,
        left,
        aim,
        standing.choice,
        effort.share(0.3 if standing.impossible else 0.6),
        least=least,
        seen=standing.offer,
    )
    if standing.excess and not standing.impossible and encoding.size <= _WHOLE:
        proven = solve_whole(Model(encoding, aim, standing.choice), standing, effort)
        standing.impossible = proven is not None and proven > 0
