"""How many contracts end too early, and by how much at most (契約の空白の集計)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from stdmig.coverage.coverage import Coverage
from stdmig.coverage.open_gap import open_gap


class EarlyEnds(NamedTuple):
    """
    The contracts whose end counts, and those of them that end too early.

    Attributes
    ----------
    known
        Whose last day is known and that nobody takes over from in time.
    short
        Those of them that have uncovered days, single-year contracts among them.
    longest
        The one of them with the most days of an open gap; None where all that is
        missing are renewals.
    overdue
        Those of the known whose cutover is past and not recorded as live: they are
        needed today, and nobody knows how long yet.
    """

    known: tuple[Coverage, ...]
    short: tuple[Coverage, ...]
    longest: Coverage | None
    overdue: tuple[Coverage, ...] = ()

    @property
    def over(self) -> tuple[Coverage, ...]:
        """Return those that end too early since they do not last until today."""
        return tuple(each for each in self.short if each.overdue)


def early_ends(coverages: Iterable[Coverage]) -> EarlyEnds:
    """
    Return which contracts end too early.

    A signed extension counts as the contract. One that another contract takes over
    from without a hole need not last to the cutover, so it is not counted at all.
    """
    dated = [(each, open_gap(each)) for each in coverages if each.last_day is not None]
    known = [(each, gap) for each, gap in dated if gap.parts or not each.follower]
    gaps = [(each, gap.days) for each, gap in known if gap.kind == "open"]
    longest = max(gaps, key=lambda pair: pair[1], default=(None, 0))
    return EarlyEnds(
        tuple(each for each, _ in known),
        tuple(each for each, gap in known if gap.parts),
        longest[0],
        tuple(each for each, _ in known if each.overdue),
    )
