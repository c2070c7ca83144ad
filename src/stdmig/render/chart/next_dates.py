"""What has to be done next, and by when (次の期限)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from stdmig.coverage.due_notice import due_notice
from stdmig.dates import shown_fiscal_year
from stdmig.render.dossier import Dossier
from stdmig.words import Text, count, listing, text


class NextDate(NamedTuple):
    """A day, and what is due on it."""

    day: date
    what: Text


def next_dates(dossier: Dossier) -> tuple[NextDate, ...]:
    """
    Return the days from the as-of date on, the next first.

    Money to ask for, notices to give, milestones, cutovers.
    """
    found = [
        *_requests(dossier),
        *_notices(dossier),
        *_milestones(dossier),
    ]
    as_of = dossier.plan.as_of
    return tuple(
        sorted((each for each in found if each.day >= as_of), key=lambda each: each.day)
    )


def _requests(dossier: Dossier) -> Iterator[NextDate]:
    """Yield the budget requests, those of a day and a year together."""
    together: dict[tuple[date, int], list[Text]] = {}
    for line in dossier.lines:
        if line.request_due is not None:
            due = line.request_due, line.fiscal_year
            together.setdefault(due, []).append(line.title)
    for (day, year), titles in sorted(together.items(), key=lambda pair: pair[0]):
        whose = titles[0]
        if len(titles) > 1:
            more = count("and {n} more", "and {n} more", len(titles) - 1)
            whose = listing((titles[0], more))
        yield NextDate(
            day,
            text("ask for {year}: {what}", year=shown_fiscal_year(year), what=whose),
        )


def _notices(dossier: Dossier) -> Iterator[NextDate]:
    for coverage in dossier.page.coverages:
        due = due_notice(coverage)
        if due is None:
            continue
        name = coverage.agreement.title
        if due.purpose == "extend":
            told = text("notice to extend {contract}", contract=name)
        else:
            told = text("notice to end {contract}", contract=name)
        yield NextDate(due.by, told)


def _milestones(dossier: Dossier) -> Iterator[NextDate]:
    together: dict[date, list[object]] = {}
    for each in dossier.page.milestones:
        together.setdefault(each.day, []).append(each.milestone.title)
    for day, names in together.items():
        yield NextDate(day, listing(dict.fromkeys(names)))
