"""How far the request for a line has come (予算要求の状況)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Literal

from stdmig.dates import day_in
from stdmig.schedule import Plan
from stdmig.words import Text, text

RequestState = Literal["open", "asked", "closed", "not_applicable"]
"""
Still to be asked for, asked for, too late, or not to be asked for (要求前, 要求済み,
受付終了, 対象外).
"""

REQUEST_STATE_TITLES: dict[RequestState, Text] = {
    "asked": text("requested"),
    "closed": text("closed"),
    "not_applicable": text("not applicable"),
}
"""What a table shows beside the last day to ask; what is open needs no word."""

_REMARKS: dict[RequestState, tuple[Text, ...]] = {
    "open": (),
    "asked": (text("asked for already (progress.yaml)"),),
    "closed": (text("the window for the request is closed"),),
    "not_applicable": (text("no money is asked for (progress.yaml)"),),
}


def request_state(
    plan: Plan, due: date | None, asking: Iterable[int] = ()
) -> RequestState:
    """
    Return how the request for a line stands on the as-of date.

    Parameters
    ----------
    plan
        As-of date and progress.
    due
        Last day to ask; None where no window is known, then nothing is closed.
    asking
        Places of the tasks that ask for the money (作業項目8).
    """
    places = tuple(asking)
    if places and plan.network.absent.issuperset(places):
        return "not_applicable"
    if due is None:
        return "open"
    if any(_asked(plan, place, due) for place in places):
        return "asked"
    return "closed" if due < plan.as_of else "open"


def state_remarks(state: RequestState) -> tuple[Text, ...]:
    """Return what a line says of its request, so that nobody asks twice or in vain."""
    return _REMARKS[state]


def _asked(plan: Plan, place: int, due: date) -> bool:
    """
    Return whether a task asked for money in the year up to a day.

    A purchase asks once; the request of a later year, with which a debt obligation is
    carried out, is another one. A task that is done on no known day asked in the past.
    """
    record = plan.progress.get(place)
    if record is None or record.status != "done":
        return False
    day = record.start or record.finish
    if day is None:
        return due < plan.as_of
    return day_in(due.year - 1, (due.month, due.day)) < day <= due
