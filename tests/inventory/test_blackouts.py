"""On which days a black-out holds, and which dates a town closes itself (暦)."""

from __future__ import annotations

from datetime import date

import pytest

from stdmig.inventory import Blackout
from tests.helpers import MINIMAL_TEMPLATE, sound, workspace_text


def blackout(**written: object) -> Blackout:
    """Return a black-out as a file would write it."""
    usual = {"system": "senkyo", "name": "定時登録", "confidence": "stated"}
    return Blackout.model_validate(usual | written)


def test_a_month_holds_from_its_first_to_its_last_day() -> None:
    """A whole month has the confidence of its entry, and nothing on either side."""
    february = blackout(months=[2])
    days = ("2025-01-31", "2025-02-01", "2024-02-29", "2025-03-01")
    assert [february.on(date.fromisoformat(day)) for day in days] == [
        None,
        "stated",
        "stated",
        None,
    ]


@pytest.mark.parametrize(
    ("day", "written", "held"),
    [
        ("2026-03-01", "03-01", "stated"),
        ("2026-02-28", "03-01", "inferred"),
        ("2026-03-02", "03-01", "inferred"),
        ("2026-02-27", "03-01", None),
        ("2024-02-29", "3月1日", "inferred"),
        # Over the turn of the year.
        ("2025-12-31", "01-01", "inferred"),
        ("2025-12-30", "01-01", None),
        # 29 February falls on the 28th where there is none.
        ("2024-02-29", "02-29", "stated"),
        ("2024-02-28", "02-29", "inferred"),
        ("2025-02-28", "02-29", "stated"),
        ("2025-03-01", "02-29", "inferred"),
    ],
)
def test_a_day_is_stated_and_its_sides_are_inferred(
    day: str, written: str, held: str | None
) -> None:
    """A day of the year has its entry's confidence, a day either side is a guess."""
    span = blackout(days=[written], either_side=1)
    assert span.on(date.fromisoformat(day)) == held


def test_ends_of_the_calendar() -> None:
    """Neither the first nor the last day of all is a fault."""
    span = blackout(days=["01-01", "12-31"], either_side=15)
    assert span.on(date.min) == span.on(date.max) == "stated"


def test_a_town_without_a_calendar_has_the_usual_turn_of_the_year() -> None:
    """Without the keys nothing of its own is closed, and no season is recorded."""
    template = sound(workspace_text(template=MINIMAL_TEMPLATE)).template
    assert template.blackouts == ()
    assert template.calendar.closed == ()
    assert template.calendar.working_days == ((12, 29), (1, 3))


def test_a_month_is_enough_for_closed_dates() -> None:
    """A month means its first day, then its last; a single system needs no list."""
    written = MINIMAL_TEMPLATE + (
        "calendar: {closed: [{from: 令和7年9月, until: 2025-09, name: 移転,"
        " systems: juki}]}\n"
    )
    (closed,) = sound(workspace_text(template=written)).template.calendar.closed
    assert (closed.start, closed.end) == (date(2025, 9, 1), date(2025, 9, 30))
    assert closed.closes("juki")
    assert not closed.closes("kojin")
