"""Which budget requests are still open, and for what (受付中・受付前の予算要求)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from stdmig.budget import BudgetLine
from stdmig.words import Text


class OpenRequest(NamedTuple):
    """
    Lines that are asked for in the same budget.

    Attributes
    ----------
    day
        Last day to ask (要求締切).
    fiscal_year
        Whose budget it is.
    vote
        Which budget of that year (当初・補正).
    lines
        What is asked for, in the order of the request.
    """

    day: date
    fiscal_year: int
    vote: Text
    lines: tuple[BudgetLine, ...]


def open_requests(
    lines: tuple[BudgetLine, ...], as_of: date
) -> tuple[OpenRequest, ...]:
    """
    Return the requests that somebody still has to make, the next first.

    What is asked for already, and what closed before the as-of date, is none of them.
    """
    together: dict[tuple[date, int, Text], list[BudgetLine]] = {}
    for line in lines:
        due = line.request_due
        if due is not None and due >= as_of and line.request_state == "open":
            together.setdefault((due, line.fiscal_year, line.vote), []).append(line)
    found = [OpenRequest(*key, tuple(own)) for key, own in together.items()]
    return tuple(sorted(found, key=lambda each: (each.day, each.fiscal_year)))
