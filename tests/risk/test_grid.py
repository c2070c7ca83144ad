"""Months over many samples, held against the rule for one (日付の格子)."""

from __future__ import annotations

from datetime import date

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from stdmig.dates import Rule, months
from stdmig.risk.grid import DAY, MONTH, grid, taken_apart

FIRST, LAST = date(2023, 1, 1).toordinal(), date(2029, 12, 31).toordinal()
GRID = grid(FIRST, LAST)
DAYS = range(FIRST, date(2027, 1, 1).toordinal())
STARTS = np.array([GRID.at(day) for day in DAYS], np.int32)
spans = st.builds(
    lambda whole, parts: MONTH * whole + parts,
    st.integers(0, 24),
    st.integers(0, DAY - 1),
)


@given(st.integers(0, 24))
def test_whole_months_are_those_of_the_civil_code(count: int) -> None:
    """From every day of four years, the day after so many months is the same."""
    found = GRID.days(GRID.finish(STARTS, count * MONTH))
    assert found.tolist() == [months(count)(day) for day in DAYS]


@given(st.integers(0, 24), st.integers(0, DAY - 1))
def test_parts_of_a_month_are_days_of_that_month(count: int, parts: int) -> None:
    """So many 32nds of the way from the whole months to one more, to the nearest."""
    found = GRID.days(GRID.finish(STARTS, count * MONTH + parts))
    for day, reached in zip(DAYS, found.tolist(), strict=True):
        low, high = months(count)(day), months(count + 1)(day)
        assert abs(reached - (low + parts / DAY * (high - low))) <= 0.5
        assert low <= reached <= high


def test_half_a_month_from_the_last_of_january() -> None:
    """
    Half of the days from 31 January to 1 March 2025, and from 15 March to 15 April.

    One month from 31 January ends on 28 February: 29 days lie between, half of them
    14.5, upward 15: 15 February. From 15 March there are 31, half 15.5: 31 March.
    """
    for start, end in (("2025-01-31", "2025-02-15"), ("2025-03-15", "2025-03-31")):
        value = GRID.at(date.fromisoformat(start).toordinal())
        found = GRID.days(np.atleast_1d(GRID.finish(value, DAY // 2)))
        assert date.fromordinal(int(found[0])) == date.fromisoformat(end)


@given(spans)
def test_later_starts_never_end_earlier(span: int) -> None:
    """The rule of a drawn duration is monotone, as every rule of time is."""
    assert (np.diff(GRID.finish(STARTS, span)) >= 0).all()


@given(spans, spans)
def test_longer_durations_never_end_earlier(one: int, other: int) -> None:
    """The day that is reached is monotone in the duration as well."""
    low, high = sorted((one, other))
    assert (GRID.finish(STARTS, low) <= GRID.finish(STARTS, high)).all()


@given(spans)
def test_latest_start_is_the_latest(span: int) -> None:
    """From it a limit is kept, and from the day after it no more."""
    kept = STARTS[GRID.finish(STARTS, span)[0] <= STARTS][:400]
    found = GRID.days(GRID.start(kept, taken_apart(span))).tolist()
    ends = GRID.days(GRID.finish(STARTS, span)).tolist()
    by_day = dict(zip(DAYS, ends, strict=True))
    for limit, start in zip(GRID.days(kept).tolist(), found, strict=True):
        assert by_day[start] <= limit
        assert by_day[start + 1] > limit


def test_table_is_the_rule_and_its_inverse() -> None:
    """A rule with steps, one that waits and one that is the day itself."""
    first, last = DAYS[0], DAYS[-1]
    rules: tuple[Rule, ...] = (
        lambda day: day,
        lambda day: day + -day % 100,
        lambda day: day + (7 - day % 7 if day % 7 > 4 else 0),
    )
    for rule in rules:
        table = GRID.table(rule, first, last)
        found = GRID.days(table[STARTS >> 5])
        assert found.tolist() == [rule(day) for day in DAYS]
        back = GRID.days(GRID.inverse(table)[STARTS >> 5]).tolist()
        for day, start in list(zip(DAYS, back, strict=True))[200:-200]:
            assert rule(start) <= day < rule(start + 1)
