"""What has to be done next, and by when (次の期限)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal, NamedTuple

from stdmig.budget import BudgetLine
from stdmig.coverage import Coverage, due_notice
from stdmig.dates import fiscal_year, shown, shown_fiscal_year
from stdmig.outlook.budgets import BudgetGroup
from stdmig.outlook.needed_votes import needed_votes
from stdmig.outlook.open_requests import OpenRequest, open_requests
from stdmig.schedule import MilestoneDate, Plan
from stdmig.words import Text, count, listing, text

NextKind = Literal["request", "notice", "vote", "milestone", "start"]
"""予算要求, 予告期限, 議決, 節目, 着手; in this order where they share a day."""


class NextDate(NamedTuple):
    """
    A day, and what is due on it.

    Attributes
    ----------
    what
        As a list of days shows it.
    sentence
        As a sentence with the day in it; None where nobody has to act.
    """

    kind: NextKind
    day: date
    what: Text
    sentence: Text | None = None


class Share(NamedTuple):
    """
    What of a plan its reader looks at: all of it, or one section's part (担当分).

    Attributes
    ----------
    places
        The tasks.
    coverages
        The contracts held against the plan.
    lines
        The budget request.
    budgets
        Which budget pays for what.
    """

    plan: Plan
    places: list[int]
    coverages: tuple[Coverage, ...]
    lines: tuple[BudgetLine, ...]
    budgets: tuple[BudgetGroup, ...]
    milestones: tuple[MilestoneDate, ...]


def next_dates(share: Share) -> tuple[NextDate, ...]:
    """
    Return the days from the as-of date on, the next first, with equal subjects folded.

    Budget requests that are still open, notices to give, votes of the council,
    milestones with the cutovers, and starts of tasks.
    """
    found = [
        *_requests(share),
        *_notices(share.coverages),
        *_votes(share),
        *_milestones(share.milestones),
        *_starts(share),
    ]
    ahead = [each for each in found if each.day >= share.plan.as_of]
    return tuple(sorted(ahead, key=lambda each: each.day))


def first_to_act(dates: Iterable[NextDate]) -> NextDate | None:
    """
    Return the day that somebody must act on next, if there is one.

    A request or a notice comes before any start: its day is set by others and does not
    move, the day of a start is the plan's own.
    """
    acts = [each for each in dates if each.sentence is not None]
    outside = [each for each in acts if each.kind != "start"]
    return min(outside or acts, key=lambda each: each.day, default=None)


def _requests(share: Share) -> Iterator[NextDate]:
    """Yield the budget requests, those of a day and a budget together."""
    for each in open_requests(share.lines, share.plan.as_of):
        year = shown_fiscal_year(each.fiscal_year)
        whose = _folded(line.title for line in each.lines)
        yield NextDate(
            "request",
            each.day,
            text("ask for {year}: {what}", year=year, what=whose),
            _request_sentence(share.plan, each),
        )


def _request_sentence(plan: Plan, request: OpenRequest) -> Text:
    window = plan.inventory.template.budget.request
    title, year = request.lines[0].title, shown_fiscal_year(request.fiscal_year)
    opens = window.start if window else None
    today = (plan.as_of.month, plan.as_of.day)
    if opens and fiscal_year(plan.as_of) == request.fiscal_year - 1 and today >= opens:
        return text(
            "{title}, ask for {year} by {day} (requests are open).",
            title=title,
            year=year,
            day=shown(request.day),
        )
    return text(
        "{title}, ask for {year} by {day}.",
        title=title,
        year=year,
        day=shown(request.day),
    )


def _notices(coverages: tuple[Coverage, ...]) -> Iterator[NextDate]:
    """Yield the notices, those of a day and a purpose together."""
    together: dict[tuple[date, str], list[Text]] = {}
    for coverage in coverages:
        due = due_notice(coverage)
        if due is not None:
            name = text("{name}", name=coverage.agreement.title)
            together.setdefault((due.by, due.purpose), []).append(name)
    for (day, purpose), names in together.items():
        name, by = _folded(names), shown(day)
        if purpose == "extend":
            told = text("notice to extend {contract}", contract=name)
            said = text(
                "{contract}, give notice by {day} to extend it.", contract=name, day=by
            )
        elif purpose == "settle":
            told = text("notice to extend or end {contract}", contract=name)
            said = text(
                "{contract}, its cutover is past and not live: settle by {day} whether"
                " to extend it or to let it end.",
                contract=name,
                day=by,
            )
        else:
            told = text("notice to end {contract}", contract=name)
            said = text(
                "{contract}, give notice by {day} to end it.", contract=name, day=by
            )
        yield NextDate("notice", day, told, said)


def _votes(share: Share) -> Iterator[NextDate]:
    votes = needed_votes(share.plan, share.budgets, share.coverages, share.places)
    for each in votes:
        what = _folded(text("{name}", name=matter) for matter in each.matters)
        told = text("{vote}: {what}", vote=each.title, what=what)
        yield NextDate("vote", each.day, told)


def _milestones(milestones: tuple[MilestoneDate, ...]) -> Iterator[NextDate]:
    """Yield the milestones, those of a day together."""
    together: dict[date, list[object]] = {}
    for each in milestones:
        together.setdefault(each.day, []).append(each.milestone.title)
    for day, names in together.items():
        yield NextDate("milestone", day, listing(dict.fromkeys(names)))


def _starts(share: Share) -> Iterator[NextDate]:
    """Yield the planned starts, those of a day and a work item together."""
    plan, starts = share.plan, share.plan.planned.start
    together: dict[tuple[int, int, str], list[Text]] = {}
    for place in sorted(share.places, key=lambda each: (starts[each], each)):
        if plan.status(place) == "not_started":
            item = plan.tasks[place].item
            key = starts[place], item.number, item.ref
            together.setdefault(key, []).append(plan.tasks[place].title)
    for (start, _, _), titles in together.items():
        day = date.fromordinal(start)
        yield NextDate(
            "start",
            day,
            text("begin {task}", task=_folded(titles)),
            text("{task}, begin by {day}.", task=titles[0], day=shown(day)),
        )


def _folded(names: Iterable[Text]) -> Text:
    """Return the first of some names, and how many more there are."""
    first, *others = names
    if not others:
        return first
    return listing((first, count("and {n} more", "and {n} more", len(others))))
