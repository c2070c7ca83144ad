"""Whose cutover an output is about: all systems, some, or one (対象)."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from stdmig.inventory import System
from stdmig.risk.distribution import Distribution
from stdmig.risk.result import LimitKind, Risk, SystemRisk


class Focus(NamedTuple):
    """
    What is shown of a risk.

    Attributes
    ----------
    systems
        Those that are shown, in the order of the plan.
    last
        The last cutover of all systems; that of the one where only one is shown.
    kept
        Chance that all systems, or the one, keep their planned cutovers.
    alone
        The one system, where only one is shown.
    narrowed
        Whether systems are left out.
    """

    risk: Risk
    systems: tuple[SystemRisk, ...]
    last: Distribution
    kept: float
    alone: System | None
    narrowed: bool

    @property
    def tasks(self) -> list[int]:
        """Return the tasks of the systems that are shown and not over."""
        plan = self.risk.plan
        own = {
            place
            for each in self.systems
            for place in plan.network.ancestors(each.place)
        }
        return [place for place in sorted(own) if not plan.is_over(place)]

    def system(self, each: SystemRisk) -> System:
        """Return the system of a result."""
        return self.risk.plan.network.systems[each.place]

    def planned(self, each: SystemRisk) -> date:
        """Return the planned cutover of a system."""
        return self.risk.plan.cutovers[each.place].day

    @property
    def last_planned(self) -> date | None:
        """Return the last planned cutover of what `last` is about."""
        shown = self.systems if self.alone else self.risk.systems
        return max((self.planned(each) for each in shown), default=None)


def focus(risk: Risk, only: Collection[str] | None = None) -> Focus:
    """
    Return what is shown.

    Parameters
    ----------
    only
        Ids of the systems that are shown; None for all.
    """
    systems = tuple(
        each
        for each in risk.systems
        if only is None or risk.plan.network.systems[each.place].id in only
    )
    narrowed = len(systems) < len(risk.systems)
    if narrowed and len(systems) == 1:
        (one,) = systems
        alone = risk.plan.network.systems[one.place]
        return Focus(risk, systems, one.cutover, share(one, "cutover"), alone, narrowed)
    return Focus(risk, systems, risk.overall, risk.all_kept, None, narrowed)


def share(each: SystemRisk, kind: LimitKind) -> float:
    """Return the least chance of a system to keep its limits of a kind; 1 for none."""
    return min((one.share for one in each.chances if one.limit.kind == kind), default=1)
