"""A model that the solver is given as a whole (全体の求解)."""

from __future__ import annotations

from stdmig.levelling.solver.effort import Effort
from stdmig.levelling.solver.model import Model
from stdmig.levelling.solver.run import Search, together
from stdmig.levelling.solver.standing import Standing


def solve_whole(model: Model, standing: Standing, effort: Effort) -> int | None:
    """Offer what the solver finds, and return what it proves of the target."""
    if effort.left() <= 0:
        return None
    search = Search(
        model.proto,
        model.rungs,
        workers=effort.workers,
        seed=effort.draw(),
        seconds=effort.remaining(),
        work=effort.left(),
    )

    def look() -> None:
        if search.values is not None:
            standing.offer(model.choice(search.values))

    together([search.job], look, effort.remaining)
    look()
    effort.spend(search.work)
    return search.bound
