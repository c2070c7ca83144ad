"""Where a contract goes to if nobody says anything (自動更新)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from stdmig.coverage.gap import DAY, Gap, gap_between
from stdmig.coverage.notice import notice_day
from stdmig.dates import months
from stdmig.inventory import Contract


class Overrun(NamedTuple):
    """
    A contract that renews itself past the day on which it is needed.

    Attributes
    ----------
    stops_on
        Its end before that renewal: what remains if somebody says stop.
    stop_by
        Last day to say so; None where the period of notice is not known.
    runs_to
        Where it ends if nobody does.
    left
        The days that are needed after `stops_on`, or None.
    """

    stops_on: date
    stop_by: date | None
    runs_to: date
    left: Gap | None


def ends(contract: Contract, last_day: date) -> Iterator[date]:
    """
    Yield the last days that a contract has one after the other, its present one first.

    All renewals are counted from the present end (民法143条), and the last one is cut
    where the agreed limit is; without a limit they never stop. Where the town hall has
    given notice, none comes by itself.
    """
    yield last_day
    length, limit = contract.auto_renewal_months, contract.auto_renewal_until
    if not length or contract.notice_given is not None:
        return
    first = (last_day + DAY).toordinal()
    times = 0
    while True:
        times += 1
        end = date.fromordinal(months(length * times)(first)) - DAY
        if limit is not None and end >= limit:
            if limit > last_day:
                yield limit
            return
        yield end


def overrun(contract: Contract, last_day: date, needed_to: date) -> Overrun | None:
    """Return the first renewal past `needed_to`, if any comes by itself."""
    notice = contract.notice_months
    for before, after in pairwise(ends(contract, last_day)):
        if after > needed_to:
            stop_by = None if notice is None else notice_day(before, notice)
            left = gap_between(before, needed_to)
            return Overrun(before, stop_by, after, left)
    return None


def carried_to(contract: Contract, last_day: date, wanted: date) -> date:
    """Return the first end not before `wanted`, or the last one that it comes to."""
    reached = last_day
    for reached in ends(contract, last_day):
        if reached >= wanted:
            break
    return reached
