"""The exact search for starts, by constraint programming (CP-SATによる厳密解法)."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec

from stdmig.levelling.problem import Choice, Objective, Problem
from stdmig.levelling.solved import Limits, Solved, Told


def available() -> bool:
    """Return whether OR-tools is installed, without loading it."""
    return find_spec("ortools") is not None


def search(
    problem: Problem,
    first: Choice,
    objectives: Sequence[Objective],
    limits: Limits,
    told: Told = lambda reached: None,
) -> Solved:
    """
    Search for the best choice, objective after objective.

    First that capacities are kept; then each objective, while those before it stay at
    what they reached. A bound is only ever one that is proven.

    The same problem, first choice, objectives, workers, seed and `limits.seconds` give
    the same choice wherever the machine is fast enough to do the work that the seconds
    are counted for; where `limits.remaining` runs out before, the best found by then
    is returned.

    Parameters
    ----------
    first
        A choice that keeps all arcs and lapses; capacities it may exceed.
    told
        Called in the thread that calls, with every better choice and bound.

    Returns
    -------
    The best choice found. After Ctrl-C (KeyboardInterrupt) as well, at once, with
    `interrupted`.

    Raises
    ------
    ImportError
        Where OR-tools is not installed; see `available`.
    """
    from stdmig.levelling.solver.stages import searched

    return searched(problem, first, objectives, limits, told)
