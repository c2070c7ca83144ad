"""From a planned workspace to how sure its dates are (リスクの評価)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from stdmig.coverage import Coverage
from stdmig.risk.result import Limit
from stdmig.schedule import Plan
from stdmig.workspace.plan import Planned

if TYPE_CHECKING:
    from stdmig.risk.result import Risk, Shape

_DAY = timedelta(days=1)


def assess_risk(
    planned: Planned,
    *,
    samples: int = 100_000,
    seed: int = 1,
    shape: Shape = "pert",
    together: float = 0.0,
    workers: int = 1,
) -> Risk:
    """
    Return how sure the planned dates are.

    Parameters
    ----------
    planned
        The workspace.
    samples, seed, shape, together, workers
        See `stdmig.risk.assess.assess`.
    """
    # Arrays are slow to import, and no other use case needs them.
    from stdmig.risk.assess import assess

    return assess(
        planned.plan,
        limits(planned),
        samples=samples,
        seed=seed,
        shape=shape,
        together=together,
        workers=workers,
    )


def limits(planned: Planned) -> tuple[Limit, ...]:
    """
    Return the days that the plan wants to keep, systems that are live left out.

    Per system the planned cutover, the deadline and the ends of its contracts; per
    purchase the window in which the planned dates ask for its money.
    """
    plan = planned.plan
    found: list[Limit] = []
    for place, cutover in enumerate(plan.cutovers):
        if cutover.system.id not in plan.network.live:
            found.append(Limit("cutover", cutover.day, place))
            found.append(Limit("deadline", cutover.deadline, place))
            found += _contracts(planned.coverages, place, cutover.system.id)
    return (*found, *_budgets(plan))


def _contracts(
    coverages: tuple[Coverage, ...], place: int, system: str
) -> Iterator[Limit]:
    """
    Yield the ends of the contracts that nothing takes over from.

    Signed extensions count. A contract that is renewed every year (単年度契約) has no
    end to speak of, and one whose next one joins on leaves the end to that one.
    """
    for each in coverages:
        end = each.runs_to
        if end is None or each.renewed_yearly:
            continue
        for placed, after in zip(
            each.agreement.installations, each.agreement.followers, strict=True
        ):
            joined = after is not None and after.start <= end + _DAY
            if placed.system.id == system and not joined:
                yield Limit("contract", end, place, name=each.agreement.id)
                break


def _budgets(plan: Plan) -> Iterator[Limit]:
    """Yield the last days to ask for money in the planned dates, where it is open."""
    for purchase in plan.network.purchases:
        if plan.is_over(purchase.request):
            continue
        paid = plan.funding(purchase)
        if paid is not None:
            day = date.fromordinal(paid.occasion.closes)
            yield Limit("budget", day, purchase=purchase)
