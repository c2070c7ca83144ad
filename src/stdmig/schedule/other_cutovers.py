"""A plan as it would be with other cutovers (稼働開始日の変更の想定)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from stdmig.schedule.cutover import Cutover, hits
from stdmig.schedule.funding import late_pass
from stdmig.schedule.plan import Plan
from stdmig.schedule.town_days import blackouts_of


def with_cutovers(plan: Plan, days: Mapping[int, date]) -> Plan:
    """
    Return a plan that leads to other days, as if the municipality wanted them.

    All other cutovers stay, also those that were chosen together with one that moves.
    How early each is possible does not depend on the day that is planned.

    Parameters
    ----------
    plan
        The plan as it is.
    days
        The new days, by the places of their systems; none of a live system.
    """
    if not days:
        return plan
    cutovers = tuple(
        [
            _on(plan, each, days[place]) if place in days else each
            for place, each in enumerate(plan.cutovers)
        ]
    )
    bounds = [each.day.toordinal() for each in cutovers]
    return replace(
        plan,
        cutovers=cutovers,
        late=late_pass(plan.ahead, plan.safe, bounds),
        last_chance=late_pass(plan.ahead, plan.quick, bounds),
    )


def _on(plan: Plan, cutover: Cutover, day: date) -> Cutover:
    held = blackouts_of(plan.inventory.template, cutover.system)
    return cutover._replace(
        day=day,
        source="wanted",
        choice=None,
        follows=None,
        blackouts=hits(held, day),
    )
