"""Rows of the milestones: starts, finishes, cutovers, several dates (主な節目)."""

from __future__ import annotations

from datetime import date

from stdmig.schedule import milestones
from tests.schedule.town import Business, Item, Town, Unit, plan_of

TOWN = Town(
    (
        Item("1", "municipality", 1, 2),
        Item("2", "procurement", 1, 2, ("1",), drops="vendor_stays"),
        Item("3", "system", 1, 2, ("2",)),
    ),
    ("3",),
    (
        Business("juki", (Unit("a", "switch"), Unit("b", "stay"))),
        Business("kojin", (Unit("c", "stay"),), cutover=date(2025, 10, 1)),
        Business("kokuho", (Unit("d", "switch"),), cutover=date(2025, 4, 1)),
    ),
    wanted=date(2025, 10, 1),
    milestones=(
        {"id": "begin", "name": "着手", "item": "1", "date": "start"},
        {"id": "choice", "name": "選定", "item": "2"},
        {"id": "live", "name": "稼働", "cutover": True},
    ),
)


def rows(town: Town) -> list[tuple[str, str, list[str]]]:
    """Return the rows as milestone, day and systems."""
    return [
        (row.milestone.id, str(row.day), [system.id for system in row.systems])
        for row in milestones(plan_of(town))
    ]


def test_rows_of_a_town_with_two_cutovers() -> None:
    """There is a row for each different date, the earlier first."""
    # Two months each: for kokuho 3 from 2025-02-01, 2 from 2024-12-01 to 2025-01-31, 1
    # from 2024-10-01; for juki 3 from 2025-08-01, 2 to 07-31. Kojin's vendor stays, so
    # that it has no item 2 and no row there.
    assert rows(TOWN) == [
        ("begin", "2024-10-01", ["juki", "kojin", "kokuho"]),
        ("choice", "2025-01-31", ["kokuho"]),
        ("choice", "2025-07-31", ["juki"]),
        ("live", "2025-04-01", ["kokuho"]),
        ("live", "2025-10-01", ["juki", "kojin"]),
    ]


def test_rows_follow_the_durations_that_the_plan_is_counted_with() -> None:
    """Counted with minimum durations, the milestones are those of that plan."""
    # One month each: for kokuho 3 from 2025-03-01, 2 to 02-28, 1 from 2025-01-01; for
    # juki 3 from 09-01, 2 to 08-31.
    assert rows(TOWN._replace(durations="minimum")) == [
        ("begin", "2025-01-01", ["juki", "kojin", "kokuho"]),
        ("choice", "2025-02-28", ["kokuho"]),
        ("choice", "2025-08-31", ["juki"]),
        ("live", "2025-04-01", ["kokuho"]),
        ("live", "2025-10-01", ["juki", "kojin"]),
    ]


def test_a_milestone_of_an_item_that_drops_out_everywhere_has_no_row() -> None:
    """Where nobody does an item its milestone is not told."""
    town = TOWN._replace(systems=TOWN.systems[1:2])
    assert [row[0] for row in rows(town)] == ["begin", "live"]
