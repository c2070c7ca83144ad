"""Ways to the money, their days, and the rules of time between them (予算の組み方)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from random import Random
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stdmig.dates import Rule, latest, months
from stdmig.inventory import TemplateFile
from stdmig.inventory.template import RfpAfter
from stdmig.schedule import BudgetWay, Occasion, budget_ways, carry_over_vote
from stdmig.schedule.budget_rules import asking, spending, tender_day, tendering
from tests.budget_days import ways_of
from tests.oracle import ONE_DAY
from tests.schedule.generator import random_calendar
from tests.schedule.town import (
    SITTINGS,
    Business,
    Calendar,
    Item,
    Sitting,
    Town,
    read,
)

days = st.dates(date(1995, 1, 1), date(2060, 12, 31)).map(date.toordinal)
calendars = st.builds(
    random_calendar, st.integers(0, 10**6).map(Random), st.integers(1, 4)
)
SAMPLE = Calendar(sittings=SITTINGS)
TOWN = Town((Item("1", "system", 1, 1),), ("1",), (Business("juki"),))


def template_of(calendar: Calendar) -> TemplateFile:
    """Return what the product reads of a municipal year."""
    return read(TOWN._replace(calendar=calendar)).template


def ways(calendar: Calendar = SAMPLE) -> dict[str, BudgetWay]:
    """Return the ways by their ids."""
    return {each.id: each for each in budget_ways(template_of(calendar))}


def of(day: str) -> int:
    """Return the number of a day."""
    return date.fromisoformat(day).toordinal()


def told(occasion: Occasion) -> tuple[object, ...]:
    """Return the days of a budget as one reads them, and its year."""
    numbers = (
        *(occasion.opens, occasion.closes, occasion.tabled),
        *(occasion.voted, occasion.usable, occasion.lapses),
    )
    shown = (date.fromordinal(day).isoformat() for day in numbers)
    return (occasion.way.id, *shown, occasion.fiscal_year)


def test_the_sample_allows_four_ways() -> None:
    """The ordinary budget comes first; the March one has no day left to sign on."""
    # The March session votes on 31 March, and its money would lapse on that day.
    assert [(each.id, each.kind) for each in ways().values()] == [
        ("ordinary", "ordinary"),
        ("june", "supplementary"),
        ("september", "supplementary"),
        ("december", "supplementary"),
    ]


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"supplementary": ("june",)}, ["ordinary", "june"]),
        ({"supplementary": ()}, ["ordinary"]),
        # Work on a new system runs on; without a debt obligation none can be begun.
        ({"debt_obligation": False}, ["ordinary"]),
        (
            {"supplementary": ("june",), "zero_debt": True},
            ["ordinary", "june", "zero-june", "zero-september", "zero-december"],
        ),
        ({"sittings": ()}, ["ordinary"]),
        (
            {"sittings": (Sitting("june", (6, 1), (6, 30)),)},
            ["ordinary"],
        ),
    ],
)
def test_what_a_town_allows(changed: dict[str, Any], expected: list[str]) -> None:
    """Choices, and sessions that take requests, decide which ways there are."""
    assert list(ways(SAMPLE._replace(**changed))) == expected


def test_without_a_window_nothing_is_known_of_budgets() -> None:
    """A template without a request window gives no way at all."""
    assert budget_ways(read(TOWN).template) == ()


@pytest.mark.parametrize(
    ("way", "day", "expected"),
    [
        # Autumn 2023 asks for fiscal 2024: notice by 2024-02-10, vote on 03-31.
        (
            *("ordinary", "2023-10-31"),
            ("2023-09-01", "2023-10-31", "2024-02-11", "2024-03-31", "2024-04-01"),
        ),
        # Asked for by 2024-04-30; the session begins on 06-01 and votes on 06-30.
        (
            *("june", "2023-11-01"),
            ("2024-04-30", "2024-04-30", "2024-06-01", "2024-06-30", "2024-07-01"),
        ),
        (
            *("september", "2024-07-31"),
            ("2024-07-31", "2024-07-31", "2024-09-01", "2024-09-30", "2024-10-01"),
        ),
        (
            *("december", "2024-08-01"),
            ("2024-10-31", "2024-10-31", "2024-12-01", "2024-12-31", "2025-01-01"),
        ),
    ],
)
def test_days_of_the_next_budget(way: str, day: str, expected: tuple[str, ...]) -> None:
    """Asked for on a day, money is in sight, voted and there on these days."""
    assert told(ways()[way].occasion(of(day))) == (way, *expected, "2025-03-31", 2024)


def test_a_day_after_the_window_the_budget_is_a_year_later() -> None:
    """From 2023-11-01 on one asks for fiscal 2025, in autumn 2024."""
    assert told(ways()["ordinary"].occasion(of("2023-11-01"))) == (
        *("ordinary", "2024-09-01", "2024-10-31", "2025-02-11", "2025-03-31"),
        *("2025-04-01", "2026-03-31", 2025),
    )


def test_money_of_a_zero_debt_obligation_is_that_of_the_next_year() -> None:
    """ゼロ債務 of June 2024 is signed in fiscal 2024 and paid from fiscal 2025."""
    found = ways(SAMPLE._replace(zero_debt=True))["zero-june"]
    assert told(found.occasion(of("2024-04-01"))) == (
        *("zero-june", "2024-04-30", "2024-04-30", "2024-06-01", "2024-06-30"),
        *("2024-07-01", "2025-03-31", 2025),
    )


def test_a_supplementary_budget_may_be_asked_for_long_before() -> None:
    """A request that is ready in 2023 can wait for that of 2024; an ordinary not."""
    found = ways()["june"].occasions(of("2023-02-01"), of("2024-12-31"))
    assert [told(each)[2] for each in found] == ["2023-04-30", "2024-04-30"]
    found = ways()["ordinary"].occasions(of("2022-09-01"), of("2024-12-31"))
    assert [told(each)[2] for each in found] == ["2022-10-31"]


def test_nothing_is_there_before_it_can_be_used() -> None:
    """The budget of autumn 2023 is none for a contract of 2024-03-31."""
    ordinary = ways()["ordinary"]
    assert not list(ordinary.occasions(of("2023-10-31"), of("2024-03-31")))
    assert len(list(ordinary.occasions(of("2023-10-31"), of("2024-04-01")))) == 1


@pytest.mark.parametrize(
    ("way", "after", "day"),
    [
        ("ordinary", "notice", "2024-02-11"),
        ("ordinary", "vote", "2024-04-01"),
        # The December session, whose requests close on 2023-10-31 as well, votes on
        # 12-31; the debt obligation for what fiscal 2024 pays can be voted there.
        ("ordinary", "debt_vote", "2024-01-01"),
        ("december", "notice", "2023-12-01"),
        ("december", "vote", "2024-01-01"),
        ("december", "debt_vote", "2024-01-01"),
    ],
)
def test_when_proposals_may_be_asked_for(way: str, after: RfpAfter, day: str) -> None:
    """What is asked for on 2023-10-31 may be tendered from these days on."""
    known = ways()
    occasion = known[way].occasion(of("2023-10-31"))
    sessions = tuple(known.values())[1:]
    found = tender_day(occasion, after, sessions)
    assert date.fromordinal(found).isoformat() == day
    # On the same day if the request is all that is waited for.
    assert tender_day(occasion, "request", sessions) <= occasion.closes


def test_a_request_lies_in_the_window_if_all_its_money_is_ordinary() -> None:
    """By any other way a request may be written in any months."""
    known = tuple(ways().values())
    assert asking(known[:1], months(2))(of("2024-02-01")) == of("2024-11-01")
    assert asking(known, months(2))(of("2024-02-01")) == of("2024-04-01")
    assert asking(known[1:2], months(2)) is months(2)


def test_every_way_at_once_is_the_quickest_of_all() -> None:
    """A request over on 2023-08-01, 05-01 or 11-01 is paid by different sessions."""
    rule = spending(tuple(ways().values()))
    # Over on 08-01, it was handed in on 07-31, in time for the September budget.
    assert rule(of("2023-05-01")) == of("2023-07-01")
    assert rule(of("2023-05-02")) == of("2023-10-01")
    assert rule(of("2023-08-01")) == of("2023-10-01")
    assert rule(of("2023-08-02")) == of("2024-01-01")
    assert rule(of("2023-11-01")) == of("2024-01-01")
    assert rule(of("2023-11-02")) == of("2024-07-01")


@pytest.mark.parametrize(
    ("year", "sessions", "vote"),
    [
        (2023, SITTINGS, "2024-03-31"),
        (2023, SITTINGS[:3], "2023-12-31"),
        (2023, (Sitting("march", (2, 20), (3, 22)),), "2024-03-22"),
        # One that ends in April votes in the next fiscal year.
        (2023, (Sitting("april", (3, 20), (4, 5)),), "2023-04-05"),
        (2023, (), "2024-03-31"),
    ],
)
def test_the_last_vote_of_a_fiscal_year(
    year: int, sessions: tuple[Sitting, ...], vote: str
) -> None:
    """Money is carried over by the last vote before 1 April."""
    template = template_of(SAMPLE._replace(sittings=sessions))
    assert carry_over_vote(template, year).isoformat() == vote


def _rules(calendar: Calendar, after: RfpAfter) -> Iterator[Rule]:
    known = tuple(ways(calendar).values())
    for chosen in (known, *((each,) for each in known)):
        yield spending(chosen)
        yield tendering(chosen, after, known[1:])
        yield asking(chosen, months(1))


@given(calendars, st.sampled_from(get_args(RfpAfter)), days, st.integers(0, 800))
def test_all_rules_between_money_and_work_are_rules_of_time(
    calendar: Calendar, after: RfpAfter, day: int, more: int
) -> None:
    """Each is monotone and extensive, and has the one inverse of all rules."""
    for rule in _rules(calendar, after):
        assert rule(day) >= day
        assert rule(day) <= rule(day + more)
        assert rule(latest(rule, day)) <= day
        assert latest(rule, rule(day)) >= day


@given(calendars, days)
def test_days_of_a_budget_stand_in_their_order(calendar: Calendar, day: int) -> None:
    """Asked for, in sight, voted, spent, lapsed; and the next one is later."""
    for way in ways(calendar).values():
        found = way.occasion(day)
        assert day <= found.closes
        assert found.opens <= found.closes < found.tabled <= found.voted + 1
        assert found.voted < found.usable <= found.lapses
        later = way.occasion(found.closes + 1)
        assert later.closes > found.closes
        # What closes on 28 February misses a vote on the 29th in most years, and
        # shares that of a leap year with the request of the year before.
        assert later.usable > found.usable or way.vote == (2, 29)
        assert later.usable >= found.usable


@given(calendars, days)
def test_days_are_those_of_a_calendar_on_the_wall(calendar: Calendar, day: int) -> None:
    """Each way's next budget is the one that is found by turning the pages."""
    by_hand = ways_of(calendar)
    known = ways(calendar)
    assert list(by_hand) == list(known)
    for name, way in known.items():
        found = way.occasion(day)
        page = next(each for each in by_hand[name] if each.closes.toordinal() >= day)
        assert found.closes == page.closes.toordinal()
        assert found.usable == page.usable.toordinal()
        assert found.lapses == page.lapses.toordinal()
        assert found.voted < page.usable.toordinal()
        assert page.closes + ONE_DAY <= page.usable
