"""Work that lies inside a window of every year (受付期間)."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stdmig.dates import Window, fits, latest, months, within

AUTUMN = Window((9, 1), (10, 31))
WINTER = Window((12, 29), (1, 3))

days = st.dates(date(1990, 1, 1), date(2060, 12, 31)).map(date.toordinal)
# 2024 is a leap year: every month and day of a year occurs in it.
year_days = st.dates(date(2024, 1, 1), date(2024, 12, 31)).map(
    lambda day: (day.month, day.day)
)
spans = st.builds(Window, year_days, year_days)


def of(day: str) -> int:
    """Return the number of a day."""
    return date.fromisoformat(day).toordinal()


def shown(*numbers: int) -> list[str]:
    """Return days by their numbers."""
    return [date.fromordinal(number).isoformat() for number in numbers]


@pytest.mark.parametrize(
    ("span", "day", "found"),
    [
        (AUTUMN, "2023-10-31", ["2023-09-01", "2023-10-31"]),
        (AUTUMN, "2023-11-01", ["2024-09-01", "2024-10-31"]),
        (AUTUMN, "2024-02-01", ["2024-09-01", "2024-10-31"]),
        # On New Year's Day the span is the one begun in the year before.
        (WINTER, "2025-01-01", ["2024-12-29", "2025-01-03"]),
        (WINTER, "2025-01-04", ["2025-12-29", "2026-01-03"]),
    ],
)
def test_the_first_span_that_ends_on_or_after_a_day(
    span: Window, day: str, found: list[str]
) -> None:
    """A span counts through its last day; after that the next year's does."""
    assert shown(*span.closing_from(of(day))) == found


@pytest.mark.parametrize(
    ("start", "finish"),
    [
        # Two months fit on the first day alone: to 10-31, over on 11-01.
        ("2024-02-01", "2024-11-01"),
        ("2024-09-01", "2024-11-01"),
        ("2024-09-02", "2025-11-01"),
    ],
)
def test_a_task_lies_inside_a_span(start: str, finish: str) -> None:
    """Two months in September and October begin on 1 September or wait a year."""
    assert shown(within(AUTUMN, months(2))(of(start))) == [finish]


def test_a_shorter_task_may_begin_later() -> None:
    """One month may begin until 1 October; from the 2nd on it waits for a year."""
    rule = within(AUTUMN, months(1))
    assert shown(rule(of("2024-10-01"))) == ["2024-11-01"]
    assert shown(rule(of("2024-10-02"))) == ["2025-10-01"]
    assert shown(latest(rule, of("2025-09-30"))) == ["2024-10-01"]


def test_the_latest_start_inside_a_span_by_hand() -> None:
    """Over by any day from 2023-11-01 to 2024-10-31, it begins on 2023-09-01."""
    rule = within(AUTUMN, months(2))
    for limit in ("2023-11-01", "2024-04-01", "2024-10-31"):
        assert shown(latest(rule, of(limit))) == ["2023-09-01"]
    assert shown(latest(rule, of("2023-10-31"))) == ["2022-09-01"]


def test_a_task_may_need_a_leap_year() -> None:
    """29 days from 1 to 29 February: a month fits where the month has the day."""
    # From 02-01 a month is over on 03-01 in every year: the last day is the 28th or
    # the 29th, and the span closes then.
    leap = Window((2, 1), (2, 29))
    rule = within(leap, months(1))
    assert shown(rule(of("2024-02-01"))) == ["2024-03-01"]
    assert shown(rule(of("2025-01-15"))) == ["2025-03-01"]
    assert fits(leap, months(1))


def test_a_task_longer_than_every_span_is_refused() -> None:
    """Three months never fit into September and October."""
    assert fits(AUTUMN, months(2))
    assert not fits(AUTUMN, months(3))
    with pytest.raises(ValueError, match="longer than every window"):
        within(AUTUMN, months(3))(of("2024-01-01"))


@given(spans, st.integers(0, 4), days, st.integers(0, 500))
def test_a_rule_inside_a_span_is_a_rule_of_time(
    span: Window, count: int, day: int, more: int
) -> None:
    """It is monotone and extensive, and has the one inverse of all rules."""
    if not fits(span, months(count)):
        return
    rule = within(span, months(count))
    assert rule(day) >= day
    assert rule(day) <= rule(day + more)
    assert rule(latest(rule, day)) <= day
    assert latest(rule, rule(day)) >= day
    # What is shown as its start gives the same finish, and lies in a span with it.
    finish = rule(day)
    start = latest(rule, finish)
    assert rule(start) == finish
    if count:
        opens, closes = span.closing_from(finish - 1)
        assert opens <= start
        assert finish - 1 <= closes


def test_a_month_does_not_fit_into_a_day_less() -> None:
    """September has 30 days; from the 1st to the 29th is no month in any year."""
    assert fits(Window((9, 1), (9, 30)), months(1))
    assert not fits(Window((9, 1), (9, 29)), months(1))
