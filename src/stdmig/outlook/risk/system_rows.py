"""Systems with their chances and dates, equal ones folded (業務別の確率)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from stdmig.inventory import System
from stdmig.outlook.risk.beginnings import Beginning, beginning
from stdmig.outlook.risk.focus import Focus, share
from stdmig.risk.result import SystemRisk
from stdmig.words import Text, count, text

SHARES = (0.1, 0.5, 0.8, 0.95)
"""Which days are told: those by which so many of the samples came out."""

_DAYS_ALIKE, _SHARE_ALIKE = 7, 0.01


class SystemRow(NamedTuple):
    """
    Systems of which the same is to be said.

    Attributes
    ----------
    planned, kept
        The planned cutover, and its chance.
    days
        P10, P50, P80 and P95 of the cutover.
    deadline, in_time
        The deadline, and its chance.
    begin
        When the first open task is to be begun; None where all have begun.
    """

    systems: tuple[System, ...]
    results: tuple[SystemRisk, ...]
    planned: date
    kept: float
    days: tuple[date, ...]
    deadline: date
    in_time: float
    begin: Beginning | None

    @property
    def label(self) -> Text:
        """Return the name of the first, and how many others there are."""
        first, others = self.systems[0].title, len(self.systems) - 1
        if not others:
            return text("{name}", name=first)
        return count(
            "{name} and {n} other", "{name} and {n} others", others, name=first
        )


def system_rows(focus: Focus, *, full: bool = False) -> list[SystemRow]:
    """
    Return the systems, the least sure first.

    Those that differ by no more than a percentage point and a week share a row, which
    says the worst of them: chance alone moves dates by so much.

    Parameters
    ----------
    full
        Whether every system stands alone.
    """
    rows = [_row(focus, each) for each in focus.systems]
    found: list[SystemRow] = []
    for row in sorted(rows, key=lambda row: (row.kept, row.results[0].place)):
        place = next(
            (at for at, each in enumerate(found) if not full and _alike(each, row)),
            None,
        )
        if place is None:
            found.append(row)
        else:
            found[place] = _worst(found[place], row)
    return found


def _alike(one: SystemRow, other: SystemRow) -> bool:
    if (one.planned, one.deadline) != (other.planned, other.deadline):
        return False
    pairs = [*zip(one.days, other.days, strict=True)]
    shares = [(one.kept, other.kept), (one.in_time, other.in_time)]
    if (one.begin is None) != (other.begin is None):
        return False
    if one.begin is not None and other.begin is not None:
        shares.append((one.begin.chance, other.begin.chance))
        for mine, its in (
            (one.begin.planned, other.begin.planned),
            (one.begin.likely, other.begin.likely),
            (one.begin.sure, other.begin.sure),
        ):
            if (mine is None) != (its is None):
                return False
            if mine is not None and its is not None:
                pairs.append((mine, its))
    return all(abs((mine - its).days) <= _DAYS_ALIKE for mine, its in pairs) and all(
        abs(mine - its) <= _SHARE_ALIKE for mine, its in shares
    )


def _worst(one: SystemRow, other: SystemRow) -> SystemRow:
    """Return a row of both: the latest days, the least chances, the first starts."""
    begin = one.begin
    if begin is not None and other.begin is not None:
        begin = Beginning(
            min(begin.planned, other.begin.planned),
            min(begin.chance, other.begin.chance),
            _first(begin.likely, other.begin.likely),
            _first(begin.sure, other.begin.sure),
        )
    return SystemRow(
        (*one.systems, *other.systems),
        (*one.results, *other.results),
        one.planned,
        min(one.kept, other.kept),
        tuple(map(max, one.days, other.days)),
        one.deadline,
        min(one.in_time, other.in_time),
        begin,
    )


def _first(one: date | None, other: date | None) -> date | None:
    return None if one is None or other is None else min(one, other)


def _row(focus: Focus, each: SystemRisk) -> SystemRow:
    plan = focus.risk.plan
    return SystemRow(
        (focus.system(each),),
        (each,),
        focus.planned(each),
        share(each, "cutover"),
        tuple(each.cutover.quantile(part) for part in SHARES),
        plan.cutovers[each.place].deadline,
        share(each, "deadline"),
        beginning(plan, each),
    )
