"""The budgets of a town as one would first write them: lists of days per year."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from dateutil.relativedelta import relativedelta

_DAY = relativedelta(days=1)
_YEARS = range(2010, 2041)


class Budget(NamedTuple):
    """One budget of one year."""

    opens: date
    closes: date
    tender: date
    usable: date
    lapses: date


def ways(
    budget: dict[str, Any], council: dict[str, Any], rfp_after: str
) -> list[list[Budget]]:
    """
    Return the budgets of each way, the ordinary one first.

    Generated towns name no sessions to leave out, and wait for the request or for the
    notice; that is all that is needed here.
    """
    if "request" not in budget:
        return []
    sessions = council.get("sessions", [])
    return [list(_ordinary(budget, sessions, rfp_after))] + [
        list(_supplementary(session, rfp_after))
        for session in sessions
        if session.get("request_until") and session["until"] != "03-31"
    ]


def _ordinary(
    budget: dict[str, Any], sessions: list[dict[str, Any]], rfp_after: str
) -> Iterator[Budget]:
    votes = [each["until"] for each in sessions if each.get("votes_budget")]
    vote = [*votes, "03-31"][0]
    # PyYAML reads the key `on` as true.
    notice_on = budget["notice"]["until"] if "notice" in budget else vote
    for year in _YEARS:
        closes = _on(year, budget["request"]["until"])
        april = date(year + 1, 4, 1)
        notice = _after(closes, notice_on)
        tender = min(notice + _DAY, april) if rfp_after == "notice" else date.min
        yield Budget(
            _on(year, budget["request"]["from"]),
            closes,
            tender,
            april,
            date(year + 2, 3, 31),
        )


def _supplementary(session: dict[str, Any], rfp_after: str) -> Iterator[Budget]:
    for year in _YEARS:
        closes = _on(year, session["request_until"])
        usable = _after(closes, session["until"]) + _DAY
        begins = min(_after(closes, session["from"]), usable)
        lapses = date(usable.year + (usable.month > 3), 3, 31)
        tender = begins if rfp_after == "notice" else date.min
        yield Budget(date.min, closes, tender, usable, lapses)


def _on(year: int, day: str) -> date:
    return date.fromisoformat(f"{year}-{day}")


def _after(day: date, wanted: str) -> date:
    found = _on(day.year, wanted)
    return found if found > day else _on(day.year + 1, wanted)


def last_day(known: list[list[Budget]], opened: str, start: date) -> date:
    """Return by when a request must be over for its successor to start on a day."""
    return min(
        start,
        max(
            each.closes + _DAY
            for way in known
            for each in way
            if getattr(each, opened) <= start
        ),
    )


def first_day(known: list[list[Budget]], opened: str, finish: date) -> date:
    """Return when the successor of a request may start that is over by a day."""
    found = (
        next(each for each in way if each.closes >= finish - _DAY) for way in known
    )
    return max(finish, min(getattr(each, opened) for each in found))


def start_in_window(way: list[Budget], finish: date, months: int) -> date:
    """Return the latest start of a request that is over by a day, in its window."""
    for each in reversed(way):
        start = min(finish, each.closes + _DAY) - relativedelta(months=months)
        if start >= each.opens:
            return start
    raise ValueError("the request is longer than its window")


def finish_in_window(way: list[Budget], start: date, months: int) -> date:
    """Return when a request is over that may start on a day, in its window."""
    for each in way:
        finish = max(start, each.opens) + relativedelta(months=months)
        if finish <= each.closes + _DAY:
            return finish
    raise ValueError("the request is longer than its window")


def lapses(
    known: list[list[Budget]], finish: date, tender: date | None, signed: date
) -> date | None:
    """Return the last day of the money that pays, of several the last one."""
    days = []
    for place, way in enumerate(known):
        open_ones = [each for each in way if each.closes >= finish - _DAY]
        # A request for one year's ordinary budget is none for the next.
        for each in open_ones if place else open_ones[:1]:
            if each.usable <= signed and (tender is None or each.tender <= tender):
                days.append(each.lapses)
    return max(days, default=None)
