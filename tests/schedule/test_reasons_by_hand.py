"""Gaps and money that set a date, in towns counted by hand (理由の例)."""

from __future__ import annotations

from datetime import date

from stdmig.schedule import Reason, task_reasons
from tests.schedule.town import (
    SITTINGS,
    Business,
    Calendar,
    Item,
    Town,
    Unit,
    plan_of,
)


def test_a_gap_is_that_of_the_window_where_there_is_one() -> None:
    """
    Choosing takes longer than money lasts, from 2023-11-30 on; the window is closed.

    With the shortest durations June's money is asked for on any day until 04-30: a
    month from 2025-02-28 is over on 03-28, one from 03-01 on 04-01. The tender, on
    03-30, lies behind a gap that no window makes; so does the request, forward.
    """
    items = (
        Item("1", "system", 1, 1),
        Item("8", "procurement", 1, 1, ("1",), role="budget_request"),
        Item("9", "procurement", 4, 20, ("8",), role="rfp"),
        Item("11", "procurement", 1, 1, ("9",), role="contract"),
    )
    system = Business("juki", (Unit("a", procurement="p"),), cutover=date(2025, 8, 30))
    calendar = Calendar(sittings=SITTINGS)
    town = Town(items, ("11",), (system,), date(2022, 12, 29), calendar=calendar)
    plan = plan_of(town)
    place = plan.network.place_of["8@p"]
    reasons, dates = task_reasons(plan, place), plan.dates(place)
    assert str(dates.late_start) == "2023-10-01"
    assert reasons["late_start"] == Reason("window", "9@p")
    assert str(dates.last_chance_start) == "2025-02-28"
    assert reasons["last_chance_start"] == Reason("link", "9@p")
    # Item 1 is over on 2023-01-28.
    assert str(dates.early_start) == "2023-09-01"
    assert reasons["early_start"] == Reason("window", "1@juki")
    assert str(dates.earliest_start) == "2023-02-01"
    assert reasons["earliest_start"] == Reason("link", "1@juki")


def test_a_gap_behind_an_amendment_is_that_of_its_vote() -> None:
    """Voted on 2025-06-30, it waits for the work of September, and before for April."""
    items = (
        Item("1", "system", 1, 1),
        Item("17", "system", 1, 1, ("1",), role="ordinance"),
        Item("18", "system", 1, 1, ("17",)),
    )
    system = Business("juki", cutover=date(2025, 10, 1))
    for sittings, kind in ((SITTINGS[:1], "window"), ((), "link")):
        calendar = Calendar(sittings=sittings)
        plan = plan_of(Town(items, ("18",), (system,), calendar=calendar))
        reasons = task_reasons(plan, plan.network.place_of["17@juki"])
        assert reasons["late_start"] == (kind, "18@juki")
        assert reasons["early_start"] == (kind, "1@juki")


def test_money_that_has_lapsed_is_the_reason_of_what_could_begin_today() -> None:
    """June's money of 2024 was asked for, but not spent: that of 2025 is waited for."""
    items = (
        Item("8", "procurement", 1, 1, role="budget_request"),
        Item("11", "procurement", 1, 1, ("8",), role="contract"),
    )
    system = Business("juki", (Unit("a", procurement="p"),), cutover=date(2026, 1, 5))
    june = Calendar(sittings=SITTINGS, choices=(("p", "june"),))
    done = {"task": "8@p", "status": "done", "start": "2024-04-01"}
    plan = plan_of(
        Town(
            items,
            ("11",),
            (system,),
            date(2025, 4, 10),
            progress={"tasks": [{**done, "finish": "2024-04-30"}]},
            calendar=june,
        )
    )
    place = plan.network.place_of["11@p"]
    reasons = task_reasons(plan, place)
    assert str(plan.dates(place).early_start) == "2025-07-01"
    assert reasons["early_start"] == Reason("budget", "june")
    assert reasons["earliest_start"] == Reason("budget", "june")


def test_money_counts_by_the_ways_of_each_pass() -> None:
    """
    Asked for by 2024-04-30, it is June's money, which pays from 2024-07-01.

    On 2024-12-10 the contract can begin today. With the ordinary budget, which the
    safe plan counts with, it waits for 2025-04-01.
    """
    items = (
        Item("8", "procurement", 1, 1, role="budget_request"),
        Item("11", "procurement", 1, 1, ("8",), role="contract"),
    )
    system = Business("juki", (Unit("a", procurement="p"),), cutover=date(2026, 1, 5))
    done = {"task": "8@p", "status": "done", "start": "2024-04-01"}
    progress: dict[str, object] = {"tasks": [{**done, "finish": "2024-04-30"}]}
    calendar = Calendar(sittings=SITTINGS)
    as_of = date(2024, 12, 10)
    town = Town(items, ("11",), (system,), as_of, progress=progress, calendar=calendar)
    plan = plan_of(town)
    place = plan.network.place_of["11@p"]
    reasons = task_reasons(plan, place)
    assert str(plan.dates(place).early_start) == "2025-04-01"
    assert reasons["early_start"] == Reason("budget", "8@p")
    assert str(plan.dates(place).earliest_start) == "2024-12-10"
    assert reasons["earliest_start"] == Reason("as_of", "as_of")


def test_money_of_a_supplementary_budget_that_lapses_is_named() -> None:
    """
    Proposals wait for the vote, and for a contract on 2025-05-15 begin on 02-15.

    Money that is voted by then is that of fiscal 2024 and lapses on 2025-03-31, on
    which day the contract begins at the latest, and the tender on 2024-12-31: on the
    day of December's vote, so that it is September's money.
    """
    items = (
        Item("8", "procurement", 1, 2, role="budget_request"),
        Item("9", "procurement", 3, 3, ("8",), role="rfp"),
        Item("11", "procurement", 1, 1, ("9",), role="contract"),
    )
    system = Business("juki", (Unit("a", procurement="p"),), cutover=date(2025, 6, 15))
    calendar = Calendar(sittings=SITTINGS, rfp_after="vote")
    plan = plan_of(Town(items, ("11",), (system,), calendar=calendar))
    place = plan.network.place_of["11@p"]
    assert str(plan.dates(place).last_chance_start) == "2025-03-31"
    reasons = task_reasons(plan, place)
    assert reasons["last_chance_start"] == Reason("budget", "september")
    assert reasons["late_start"] == Reason("budget", "ordinary")
