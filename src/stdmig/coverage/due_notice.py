"""Whether something must be said about a contract now (予告期限の状況)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal, NamedTuple

from stdmig.coverage.asks import Ask
from stdmig.coverage.coverage import Coverage

NEAR = timedelta(days=90)
"""How long before its last day a notice counts as near; our choice, in no source."""

NoticeState = Literal["passed", "near", "ahead"]
"""How the last day of a notice stands on the as-of date."""

NoticePurpose = Literal["extend", "stop", "settle"]
"""
What a notice is for: to extend a contract, to stop it from renewing itself, or one of
the two, which nobody can tell before the cutover has a day (更新・終了・要判断).
"""


class DueNotice(NamedTuple):
    """
    A notice that somebody has to give, or failed to.

    Attributes
    ----------
    purpose
        What it is for; ``settle`` where the cutover is past and not recorded as live.
    by
        Last day to give it.
    state
        How that day stands on the as-of date; ``near`` is within `NEAR` of it.
    days_left
        Days from the as-of date to it; negative where it is past.
    before_request
        The first year of the extension, where its money can still be asked for after
        the notice is due: the town hall must bind itself before it knows the money.
    """

    purpose: NoticePurpose
    by: date
    state: NoticeState
    days_left: int
    before_request: Ask | None


def due_notice(coverage: Coverage) -> DueNotice | None:
    """
    Return the notice that a contract waits for.

    None where its period is not known, where notice is given, where nothing is left to
    extend or to stop, and where the contract or the need for it is already over. While
    a cutover is overdue the old system still serves: the day of the notice stands, but
    not what it will be for.
    """
    contract = coverage.contract
    if contract is None or contract.notice_given is not None or coverage.already_over:
        return None
    if coverage.needed_to < coverage.as_of:
        return None
    purpose, by = _wanted(coverage)
    if by is None:
        return None
    return DueNotice(
        purpose,
        by,
        _state(by, coverage.as_of),
        (by - coverage.as_of).days,
        _asked_later(coverage, by),
    )


def _wanted(coverage: Coverage) -> tuple[NoticePurpose, date | None]:
    """Return what a notice would be for, and its last day, if there is one."""
    if coverage.overdue:
        runs_to = coverage.runs_to
        is_over = runs_to is None or runs_to < coverage.as_of
        return "settle", None if is_over else coverage.notice_by
    if coverage.unsigned:
        return "extend", coverage.notice_by
    return "stop", coverage.overrun.stop_by if coverage.overrun else None


def _state(by: date, as_of: date) -> NoticeState:
    if by < as_of:
        return "passed"
    return "near" if by - as_of <= NEAR else "ahead"


def _asked_later(coverage: Coverage, by: date) -> Ask | None:
    """Return the first request of the extension if it is open longer than `by`."""
    for ask in coverage.asks[:1]:
        asked = coverage.asked(ask) not in (None, "planned")
        if ask.closes is not None and by < ask.closes and not asked:
            return ask
    return None
