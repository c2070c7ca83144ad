"""Everything in which two plans differ (計画の差)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from stdmig.outlook.comparison.contracts import (
    AskChange,
    ContractChange,
    ask_changes,
    contract_changes,
)
from stdmig.outlook.comparison.cutovers import CutoverChange, cutover_changes
from stdmig.outlook.comparison.dates import DateChange, date_changes
from stdmig.outlook.comparison.files import changed_files
from stdmig.outlook.comparison.findings import FindingChange, finding_changes
from stdmig.outlook.comparison.fits import FitChange, fit_changes
from stdmig.outlook.comparison.money import Money, money_changes
from stdmig.outlook.comparison.outcome import Outcome
from stdmig.outlook.comparison.paths import PathChange, path_changes
from stdmig.outlook.comparison.tasks import (
    Pairing,
    TaskChange,
    pair_tasks,
    task_changes,
)


@dataclass(frozen=True)
class Comparison:
    """
    What is different in a second plan; what is alike is in none of the lists.

    Attributes
    ----------
    before, after
        The plans, looked at from the same as-of date.
    pairs
        Which task of one is which of the other.
    cutovers, fits
        Systems with another cutover, and with one that is easier or harder to keep.
    contracts, asks
        Contracts with another gap, and requests for their extension.
    findings
        New, worse, milder, accepted, gone, and with other words.
    money
        The budget request.
    tasks
        With any other date, or in one plan alone.
    dates
        What is due next.
    paths
        Critical paths.
    files
        Names of the files that do not say the same, of any effect or none.
    """

    before: Outcome
    after: Outcome
    pairs: Pairing
    cutovers: tuple[CutoverChange, ...]
    fits: tuple[FitChange, ...]
    contracts: tuple[ContractChange, ...]
    asks: tuple[AskChange, ...]
    findings: tuple[FindingChange, ...]
    money: Money
    tasks: tuple[TaskChange, ...]
    dates: tuple[DateChange, ...]
    paths: tuple[PathChange, ...]
    files: tuple[str, ...]

    @cached_property
    def moved(self) -> tuple[TaskChange, ...]:
        """Return the tasks of both plans with other planned days."""
        return tuple(each for each in self.tasks if each.is_moved)

    @cached_property
    def limits(self) -> tuple[TaskChange, ...]:
        """Return the tasks of both plans with another last chance to start."""
        return tuple(
            each
            for each in self.tasks
            if each.before is not None
            and each.after is not None
            and each.before.last_chance_start != each.after.last_chance_start
        )

    @property
    def is_empty(self) -> bool:
        """Return whether the plans differ in nothing, whatever the files say."""
        return not any(
            (
                self.cutovers,
                self.fits,
                self.contracts,
                self.asks,
                self.findings,
                self.money.lines,
                self.tasks,
                self.dates,
                self.paths,
            )
        )


def compare_outcomes(before: Outcome, after: Outcome) -> Comparison:
    """
    Return what is different in a second plan.

    Raises
    ------
    ValueError
        If the plans are looked at from different days.
    """
    if before.plan.as_of != after.plan.as_of:
        raise ValueError(f"{before.plan.as_of} is not {after.plan.as_of}")
    pairs = pair_tasks(before, after)
    return Comparison(
        before,
        after,
        pairs,
        tuple(cutover_changes(before, after)),
        tuple(fit_changes(before, after)),
        tuple(contract_changes(before, after)),
        tuple(ask_changes(before, after)),
        tuple(finding_changes(before, after)),
        money_changes(before, after),
        tuple(task_changes(before, after, pairs)),
        tuple(date_changes(before, after)),
        tuple(path_changes(before, after)),
        changed_files(before, after),
    )
