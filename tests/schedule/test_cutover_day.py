"""Which day a cutover is planned on, and who said so (稼働開始日)."""

from __future__ import annotations

from datetime import date

import pytest

from stdmig.schedule import publication
from tests.schedule.generator import standard_town
from tests.schedule.town import Business, plan_of, read

OWN, TOWN = date(2025, 1, 6), date(2025, 10, 1)
OWN_DEADLINE, DEADLINE = date(2031, 3, 31), date(2026, 3, 31)
# The first working days after the turn of the year before.
LAST_OWN, LAST = date(2031, 1, 6), date(2026, 1, 5)


@pytest.mark.parametrize(
    ("own", "town", "own_deadline", "day", "source", "deadline"),
    [
        (None, None, None, LAST, "chosen", DEADLINE),
        (None, None, OWN_DEADLINE, LAST_OWN, "chosen", OWN_DEADLINE),
        (None, TOWN, None, TOWN, "wanted", DEADLINE),
        (None, TOWN, OWN_DEADLINE, TOWN, "wanted", OWN_DEADLINE),
        (OWN, TOWN, None, OWN, "wanted", DEADLINE),
        (OWN, None, OWN_DEADLINE, OWN, "wanted", OWN_DEADLINE),
    ],
)
def test_a_system_s_own_word_wins_over_the_town_s(
    own: date | None,
    town: date | None,
    own_deadline: date | None,
    day: date,
    source: str,
    deadline: date,
) -> None:
    """A wanted day is planned as given; without one it follows a long closure."""
    systems = (Business("juki", cutover=own, deadline=own_deadline),)
    planned = standard_town(systems)._replace(wanted=town, deadline=DEADLINE)
    cutover = plan_of(planned).cutover("juki")
    assert (cutover.day, cutover.source, cutover.deadline) == (day, source, deadline)


def test_systems_of_one_town_are_cut_over_on_days_of_their_own() -> None:
    """A shared task is planned for the earliest of the cutovers that need it."""
    systems = (
        Business("juki", cutover=date(2025, 10, 1)),
        Business("kojin", cutover=date(2025, 1, 1)),
    )
    plan = plan_of(standard_town(systems))
    # Each item lasts a month; from item 1 to the cutover there are fourteen on the
    # chain (1 to 12, 14, 15).
    assert str(plan.dates(plan.network.place_of["1"]).late_start) == "2023-11-01"
    assert str(plan.dates(plan.network.place_of["2@juki"]).late_start) == "2024-09-01"
    assert str(plan.dates(plan.network.place_of["2@kojin"]).late_start) == "2023-12-01"


def test_publication_is_that_of_the_system_s_group() -> None:
    """A specification appears on its group's day, or nobody knows when."""
    town = standard_town(
        (Business("juki", specification="first"), Business("kojin"))
    )._replace(published=(("first", date(2021, 8, 31)),))
    inventory = read(town)
    first, second = inventory.systems
    assert publication(inventory, first) == date(2021, 8, 31)
    assert publication(inventory, second) is None


def test_work_that_waits_for_a_publication_starts_the_day_after_it() -> None:
    """Item 3 waits for its own system's specification, the others for nothing."""
    town = standard_town(
        (Business("juki", specification="first"), Business("kojin"))
    )._replace(as_of=date(2021, 1, 1), published=(("first", date(2021, 8, 31)),))
    plan = plan_of(town)
    early = {
        task.id: str(plan.dates(place).early_start)
        for place, task in enumerate(plan.tasks)
    }
    assert early["2@juki"] == "2021-02-01"
    assert early["3@juki"] == "2021-09-01"
    assert early["3@kojin"] == "2021-03-01"
