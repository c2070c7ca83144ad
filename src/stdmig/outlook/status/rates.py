"""The two rates side by side, never mixed (二つの進捗率)."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from stdmig.inventory import System
from stdmig.outlook.progress.steps import SystemSteps, mean_rate, system_steps
from stdmig.outlook.progress.work import Work, work_progress
from stdmig.schedule import Plan


class SystemRates(NamedTuple):
    """
    The rates of one system.

    Attributes
    ----------
    steps
        The ministry's steps; None where nothing is recorded of them.
    work
        The work of the plan; None where the system does not apply.
    """

    system: System
    steps: SystemSteps | None
    work: Work | None


class Rates(NamedTuple):
    """
    The ministry's step rate, and the rate that weighs the work (完了率・進捗率).

    Attributes
    ----------
    systems
        In the order of the file, with those of the law that do not apply.
    steps_each
        How many steps the ministry counts for a system; None where none are recorded.
    work
        The work of all these systems, each task once.
    unmeasured
        Places of the tasks under way that count as nothing done, since neither a
        percentage nor remaining months are recorded.
    """

    systems: tuple[SystemRates, ...]
    steps_each: int | None
    work: Work
    unmeasured: tuple[int, ...]

    @property
    def counted(self) -> tuple[SystemSteps, ...]:
        """Return the systems whose steps are known, or that do not apply."""
        return tuple(each.steps for each in self.systems if each.steps is not None)

    @property
    def mean(self) -> Fraction | None:
        """Return the mean step rate, as the ministry adds it up."""
        return mean_rate(self.counted)

    @property
    def absent(self) -> tuple[System, ...]:
        """Return the systems that do not apply: they flatter the mean step rate."""
        return tuple(each.system for each in self.counted if not each.system.applies)

    @property
    def mean_without_absent(self) -> Fraction | None:
        """Return the mean step rate of the systems that do apply."""
        return mean_rate(each for each in self.counted if each.system.applies)

    @property
    def unrecorded(self) -> tuple[System, ...]:
        """Return the systems of the law of whose steps nothing is recorded."""
        return tuple(
            each.system
            for each in self.systems
            if each.steps is None and each.system.statutory and each.system.applies
        )

    @property
    def reported(self) -> tuple[date, ...]:
        """Return the days as of which the steps were reported, each once."""
        days = (each.record.as_of for each in self.counted if each.record is not None)
        return tuple(sorted({day for day in days if day is not None}))


def rates(plan: Plan, systems: Collection[str] | None = None) -> Rates:
    """
    Return both rates.

    Parameters
    ----------
    plan
        The dates, and what is recorded.
    systems
        Ids of the systems that the reader looks at; None means all.
    """
    inventory = plan.inventory
    counted = {each.system.id: each for each in system_steps(inventory, plan.as_of)}
    work = work_progress(plan, systems)
    own = tuple(
        SystemRates(each, counted.get(each.id), work.systems.get(each.id))
        for each in inventory.file.systems
        if (systems is None or each.id in systems)
        and (each.applies or each.id in counted)
    )
    table = inventory.steps
    steps_each = table.count if table is not None and counted else None
    return Rates(own, steps_each, work.whole, work.unmeasured)
