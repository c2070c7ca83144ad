"""A model that the solver is given as a whole (全体の求解)."""

from __future__ import annotations

from stdmig.levelling.solver.budget import Budget
from stdmig.levelling.solver.model import Model
from stdmig.levelling.solver.run import Search, together
from stdmig.levelling.solver.standing import Standing


def solve_whole(model: Model, standing: Standing, budget: Budget) -> int | None:
    """Offer what the solver finds, and return what it proves of the target."""
    if budget.left() <= 0:
        return None
    search = Search(
        model.proto,
        model.rungs,
        workers=budget.workers,
        seed=budget.draw(),
        seconds=budget.remaining(),
        work=budget.left(),
    )

    def look() -> None:
        if search.values is not None:
            standing.offer(model.choice(search.values))

    together([search.job], look, budget.remaining)
    look()
    budget.spend(search.work)
    return search.bound
