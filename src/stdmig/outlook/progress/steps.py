"""The rate that the ministry counts: (done + not applicable) / steps (完了率)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from stdmig.inventory import Inventory, System
from stdmig.inventory.step_records import StepRecord, numbers


class SystemSteps(NamedTuple):
    """
    The steps of one system, counted (業務別の完了率).

    Attributes
    ----------
    done, started, not_applicable, not_started
        How many steps are 完了済み, 作業中, 対象外 and 未着手.
    record
        Where that was recorded; None for a system that does not apply here, all of
        whose steps count as not applicable.
    """

    system: System
    done: int
    started: int
    not_applicable: int
    not_started: int
    record: StepRecord | None

    @property
    def all(self) -> int:
        """Return how many steps there are."""
        return self.done + self.started + self.not_applicable + self.not_started

    @property
    def rate(self) -> Fraction:
        """
        Return (done + not applicable) / all: the ministry's rate of completion.

        It is no share of the work: the steps differ in size (総務省
        dashboard_00001.html says so itself).
        """
        return Fraction(self.done + self.not_applicable, self.all)


def system_steps(inventory: Inventory, as_of: date) -> tuple[SystemSteps, ...]:
    """
    Return the steps of the systems of the law whose state is known on a day.

    A system of which nothing is recorded is left out, unless it does not apply here:
    it then counts as not applicable as a whole, where anything is recorded at all. What
    was so on a later day only is not known yet.
    """
    table, progress = inventory.steps, inventory.progress
    if table is None or progress is None:
        return ()
    recorded = {
        each.system: each
        for each in progress.steps
        if each.as_of is None or each.as_of <= as_of
    }
    if not recorded:
        return ()
    found = []
    for system in inventory.file.systems:
        if not system.statutory:
            # The ministry counts the systems of the law alone.
            continue
        record = recorded.get(system.id)
        if record is not None:
            found.append(_counted(system, record, table.count))
        elif not system.applies:
            found.append(SystemSteps(system, 0, 0, table.count, 0, None))
    return tuple(found)


def mean_rate(steps: Iterable[SystemSteps]) -> Fraction | None:
    """Return the plain mean over systems, as the ministry adds them up."""
    rates = [each.rate for each in steps]
    return sum(rates, Fraction(0)) / len(rates) if rates else None


def _counted(system: System, record: StepRecord, count: int) -> SystemSteps:
    if record.counts is not None:
        known = record.counts
        done, started, none = known.done, known.started, known.not_applicable
    else:
        states = record.done, record.started, record.not_applicable
        done, started, none = (len(numbers(spans)) for spans in states)
    left = count - done - started - none
    return SystemSteps(system, done, started, none, left, record)
