"""Extensions as they are sold, notice days and automatic renewals."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stdmig.coverage import Gap, Overrun, notice_day
from stdmig.coverage.gap import left_over
from stdmig.coverage.purchase import as_sold
from stdmig.coverage.renewal import carried_to, ends, overrun
from stdmig.dates import months
from stdmig.inventory import Contract

DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))
UNITS = st.sampled_from([1, 3, 6, 12, 24])
ONE_DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("start", "end", "unit", "bought"),
    [
        # Half a year of need, sold by the day, the half-year and the year.
        ("2025-04-01", "2025-09-30", None, "2025-09-30"),
        ("2025-04-01", "2025-09-30", 6, "2025-09-30"),
        ("2025-04-01", "2025-09-30", 12, "2026-03-31"),
        # A day more takes another half-year.
        ("2025-04-01", "2025-10-01", 6, "2026-03-31"),
        # A single day is sold as a month.
        ("2025-09-30", "2025-09-30", 1, "2025-10-29"),
        # 民法143条2項: a month from 31 January lasts through February.
        ("2025-01-31", "2025-02-28", 1, "2025-02-28"),
        ("2025-01-31", "2025-03-01", 1, "2025-03-30"),
    ],
)
def test_the_end_is_rounded_up_to_what_is_sold(
    start: str, end: str, unit: int | None, bought: str
) -> None:
    """The extension ends with the first whole unit that reaches the day needed."""
    needed = Gap(date.fromisoformat(start), date.fromisoformat(end))
    assert as_sold(needed, unit) == Gap(needed.start, date.fromisoformat(bought))


@given(start=DAYS, length=st.integers(0, 4000), unit=UNITS)
def test_what_is_bought_is_the_least_that_is_enough(
    start: date, length: int, unit: int
) -> None:
    """It is the first multiple of the unit that reaches the day needed."""
    needed = Gap(start, start + timedelta(days=length))
    bought = as_sold(needed, unit)
    assert bought.end >= needed.end
    ends_of_units = [
        date.fromordinal(months(unit * times)(start.toordinal())) - ONE_DAY
        for times in range(0, length // (unit * 28) + 3)
    ]
    assert bought.end == next(end for end in ends_of_units if end >= needed.end)


@given(start=DAYS, length=st.integers(0, 2000), more=st.integers(0, 400), unit=UNITS)
def test_a_longer_need_never_buys_less(
    start: date, length: int, more: int, unit: int
) -> None:
    """The end of what is bought is monotone in the day needed."""
    end = start + timedelta(days=length)
    short = as_sold(Gap(start, end), unit)
    long = as_sold(Gap(start, end + timedelta(days=more)), unit)
    assert short.end <= long.end


@pytest.mark.parametrize(
    ("last_day", "notice", "by"),
    [
        ("2025-03-31", 6, "2024-09-30"),
        ("2025-03-31", 1, "2025-02-28"),
        ("2025-03-31", 0, "2025-03-31"),
        ("2025-02-28", 6, "2024-08-31"),
        # The day after it, 2024-08-31, and six months lead to 2025-03-01 as well.
        ("2025-03-30", 1, "2025-02-27"),
        ("2025-09-15", 3, "2025-06-15"),
    ],
)
def test_notice_days(last_day: str, notice: int, by: str) -> None:
    """The months of notice begin the day after it and are over with the contract."""
    assert notice_day(date.fromisoformat(last_day), notice) == date.fromisoformat(by)


@given(last_day=DAYS, notice=st.integers(0, 36))
def test_notice_is_in_time_and_a_day_later_is_not(last_day: date, notice: int) -> None:
    """It is the last day from which the months of notice end with the contract."""
    by, end = notice_day(last_day, notice), last_day.toordinal() + 1
    assert months(notice)(by.toordinal() + 1) <= end
    assert months(notice)(by.toordinal() + 2) > end


def test_renewals_follow_each_other_up_to_their_limit() -> None:
    """Years from 2025-03-31 on, the last one cut where it is agreed to be."""
    last_day = date(2025, 3, 31)
    endless = Contract(auto_renewal_months=12)
    assert [day.year for day in islice(ends(endless, last_day), 4)] == [
        2025,
        2026,
        2027,
        2028,
    ]
    limited = Contract(auto_renewal_months=12, auto_renewal_until="2026-09-30")
    assert list(ends(limited, last_day)) == [
        date(2025, 3, 31),
        date(2026, 3, 31),
        date(2026, 9, 30),
    ]
    once = Contract(auto_renewal_months=12, auto_renewal_until="2025-03-31")
    assert list(ends(once, last_day)) == [last_day]
    assert list(ends(Contract(), last_day)) == [last_day]


def test_the_renewal_past_the_need_and_the_day_to_stop_it() -> None:
    """
    To 2025-03-31, by the year, needed to 2026-03-31: the second renewal is too much.

    It is stopped for the end of 2026-03-31, three months before: 2025-12-31.
    """
    contract = Contract(auto_renewal_months=12, notice_months=3)
    assert overrun(contract, date(2025, 3, 31), date(2026, 3, 31)) == Overrun(
        date(2026, 3, 31), date(2025, 12, 31), date(2027, 3, 31), None
    )


@given(last_day=DAYS, apart=st.integers(-500, 2000), length=st.integers(1, 36))
def test_an_endless_renewal_always_overruns(
    last_day: date, apart: int, length: int
) -> None:
    """The overrun is the first renewal past the need; what is left ends there."""
    contract = Contract(auto_renewal_months=length)
    needed_to = last_day + timedelta(days=apart)
    found = overrun(contract, last_day, needed_to)
    assert found is not None
    assert found.runs_to > needed_to
    assert found.stops_on == last_day or found.stops_on <= needed_to
    assert found.left == (
        Gap(found.stops_on + ONE_DAY, needed_to) if found.stops_on < needed_to else None
    )
    assert carried_to(contract, last_day, needed_to) >= needed_to


SPANS = st.lists(
    st.tuples(st.integers(0, 60), st.integers(0, 15)).map(
        lambda pair: (
            date(2025, 4, 1) + timedelta(days=pair[0] - 10),
            date(2025, 4, 1) + timedelta(days=pair[0] + pair[1] - 10),
        )
    ),
    max_size=6,
)


@given(spans=SPANS)
def test_what_is_left_over_is_every_day_that_nothing_covers(
    spans: list[tuple[date, date]],
) -> None:
    """Each day of the gap is covered or left over, and no other day is."""
    gap = Gap(date(2025, 4, 1), date(2025, 5, 10))
    days = {gap.start + timedelta(days=n) for n in range(gap.days)}
    covered = {day for day in days for first, last in spans if first <= day <= last}
    left = [
        part.start + timedelta(days=n)
        for part in left_over(gap, spans)
        for n in range(part.days)
    ]
    assert left == sorted(days - covered)
