"""Which systems are cut over on another day (稼働開始日の変更)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from stdmig.inventory import System
from stdmig.outlook.comparison.outcome import Outcome
from stdmig.outlook.comparison.union import union
from stdmig.schedule import Cutover


class CutoverChange(NamedTuple):
    """
    A system whose cutover, who named it, or deadline differs.

    Attributes
    ----------
    before, after
        None where the system does not apply there.
    """

    before: Cutover | None
    after: Cutover | None

    @property
    def system(self) -> System:
        """Return the system, as the second plan has it where it does."""
        held = self.after or self.before
        assert held is not None
        return held.system

    @property
    def days(self) -> int | None:
        """Return by how many days it comes later; None where one side has none."""
        if self.before is None or self.after is None:
            return None
        return (self.after.day - self.before.day).days


def cutover_changes(before: Outcome, after: Outcome) -> Iterator[CutoverChange]:
    """Yield the systems whose cutover differs, in the order of the file."""
    first, second = before.cutovers, after.cutovers
    for name in union(second, first):
        change = CutoverChange(first.get(name), second.get(name))
        if _facts(change.before) != _facts(change.after):
            yield change


def _facts(cutover: Cutover | None) -> tuple[object, ...] | None:
    return cutover and (cutover.day, cutover.source, cutover.deadline)
