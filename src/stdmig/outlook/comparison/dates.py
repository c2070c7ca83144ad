"""Which of the next dates changed: requests, notices, votes (期限の変更)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import zip_longest
from typing import NamedTuple

from stdmig.coverage import due_notice
from stdmig.dates import shown_fiscal_year
from stdmig.outlook.comparison.outcome import Outcome
from stdmig.outlook.comparison.union import union
from stdmig.outlook.needed_votes import needed_votes
from stdmig.outlook.next_dates import NextKind
from stdmig.outlook.open_requests import open_requests
from stdmig.words import Text, text

_Due = tuple[NextKind, Text, date]


class DateChange(NamedTuple):
    """
    Something that is due on another day, or in one plan alone.

    Attributes
    ----------
    what
        What is due.
    before, after
        The day; None where it is not due.
    """

    kind: NextKind
    what: Text
    before: date | None
    after: date | None


def date_changes(before: Outcome, after: Outcome) -> Iterator[DateChange]:
    """
    Yield what differs from the as-of date on, by day.

    Starts of tasks are told with the tasks. What is due more than once under the same
    words is matched by the order of days.
    """
    first, second = _days(_due(before)), _days(_due(after))
    found = []
    for key in union(second, first):
        was, is_ = first.get(key, []), second.get(key, [])
        left = [day for day in was if day not in is_]
        come = [day for day in is_ if day not in was]
        found += [DateChange(*key, *pair) for pair in zip_longest(left, come)]
    yield from sorted(found, key=_order)


def _due(outcome: Outcome) -> Iterator[_Due]:
    yield from (each for each in _every(outcome) if each[2] >= outcome.plan.as_of)


def _every(outcome: Outcome) -> Iterator[_Due]:
    share, today = outcome.share, outcome.plan.as_of
    for request in open_requests(share.lines, today):
        year = shown_fiscal_year(request.fiscal_year)
        what = text("ask for {year}: {what}", year=year, what=request.vote)
        yield "request", what, request.day
    for coverage in share.coverages:
        due = due_notice(coverage)
        if due is not None:
            yield "notice", _notice(due.purpose, coverage.agreement.title), due.by
    for vote in needed_votes(share.plan, share.budgets, share.coverages, share.places):
        yield "vote", vote.title, vote.day
    for milestone in share.milestones:
        title = text("{name}", name=milestone.milestone.title)
        yield "milestone", title, milestone.day


def _notice(purpose: str, name: object) -> Text:
    if purpose == "extend":
        return text("notice to extend {contract}", contract=name)
    if purpose == "settle":
        return text("notice to extend or end {contract}", contract=name)
    return text("notice to end {contract}", contract=name)


def _days(due: Iterable[_Due]) -> dict[tuple[NextKind, Text], list[date]]:
    found: dict[tuple[NextKind, Text], set[date]] = {}
    for kind, what, day in due:
        found.setdefault((kind, what), set()).add(day)
    return {key: sorted(days) for key, days in found.items()}


def _order(change: DateChange) -> tuple[date, str]:
    return change.after or change.before or date.max, change.kind
