"""Whether each system's cutover can be kept, before and after (日程の成否の変更)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from stdmig.inventory import System
from stdmig.outlook.comparison.outcome import Outcome
from stdmig.schedule import Cutover


class Fit(NamedTuple):
    """
    How a cutover stands against the days on which it is possible.

    Attributes
    ----------
    state
        ``safe`` with the longest durations, only with the ``shortest``, or ``none``:
        no plan keeps it. ``live`` where the system serves already.
    days
        By how many days the longest durations miss it, or, where no plan keeps it,
        the shortest; 0 where it is safe or live.
    """

    state: Literal["live", "safe", "shortest", "none"]
    days: int


class FitChange(NamedTuple):
    """A system of both plans whose cutover is kept more or less easily."""

    system: System
    before: Fit
    after: Fit


def fit_changes(before: Outcome, after: Outcome) -> Iterator[FitChange]:
    """Yield the systems of both plans that differ, in the order of the file."""
    first = before.cutovers
    for name, cutover in after.cutovers.items():
        if name in first:
            was, is_ = fit(first[name]), fit(cutover)
            if was != is_:
                yield FitChange(cutover.system, was, is_)


def fit(cutover: Cutover) -> Fit:
    """Return whether a cutover can be kept, and by how much it is missed."""
    if cutover.source == "live":
        return Fit("live", 0)
    if cutover.earliest > cutover.day:
        return Fit("none", (cutover.earliest - cutover.day).days)
    if cutover.early > cutover.day:
        return Fit("shortest", (cutover.early - cutover.day).days)
    return Fit("safe", 0)
