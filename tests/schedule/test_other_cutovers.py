"""A supposed cutover gives the plan of files that want that day (稼働開始日の変更)."""

from __future__ import annotations

from datetime import date

from stdmig.schedule import with_cutovers
from tests.rules.planned import planned
from tests.schedule.ordered import bought, plan_of
from tests.slips import AS_OF, ASAHI, ASAHI_PROGRESS, PROCEDURES, asahi, minato


def test_a_later_day_for_both() -> None:
    """A plan for another day is the plan of a file that wants that day."""
    town = asahi()
    later_day = ASAHI.replace("cutover: 2026-01-05", "cutover: 2026-06-01")
    edited = planned(
        later_day, procedures=PROCEDURES, progress=ASAHI_PROGRESS, as_of=AS_OF
    ).plan
    moved = with_cutovers(town.plan, {0: date(2026, 6, 1), 1: date(2026, 6, 1)})
    assert moved.late == edited.late
    assert moved.last_chance == edited.last_chance
    assert [each.day for each in moved.cutovers] == [date(2026, 6, 1)] * 2
    assert [each.early for each in moved.cutovers] == [
        each.early for each in edited.cutovers
    ]


def test_one_cutover_alone() -> None:
    """The other systems of the plan keep their day."""
    plan = minato().plan
    moved = with_cutovers(plan, {0: date(2026, 2, 2)})
    assert [each.day for each in moved.cutovers] == [
        date(2026, 2, 2),
        date(2025, 10, 1),
    ]
    assert with_cutovers(plan, {}) is plan


def test_a_chosen_day_becomes_a_wanted_one() -> None:
    """What it was chosen from, and whose day it took over, is no longer told.

    Together they were chosen for 2026-01-05, the first day after the longest closure.
    """
    plan = plan_of(
        bought("juki"),
        bought("kojin"),
        "id: koseki, with: [inkan]",
        "id: inkan, cutover: 2025-11-04",
    )
    chosen, busy, follower, _ = plan.cutovers
    assert (str(chosen.day), chosen.source) == ("2026-01-05", "chosen")
    assert chosen.choice is not None
    assert follower.follows == "inkan"
    day = date(2026, 2, 3)
    moved = with_cutovers(plan, {0: day, 1: day, 2: day}).cutovers
    assert [(each.day, each.source, each.choice, each.follows) for each in moved] == [
        *[(day, "wanted", None, None)] * 3,
        (date(2025, 11, 4), "wanted", None, None),
    ]
    # February is closed to 個人住民税.
    held = [[hit.blackout.name for hit in each.blackouts] for each in moved]
    assert held == [[], ["課税"], [], []]
    assert busy.blackouts == ()
    assert [each.together for each in moved] == [
        each.together for each in plan.cutovers
    ]
    back = with_cutovers(plan, {1: date(2026, 7, 1)}).cutovers
    assert back[0] == chosen
    assert (back[1].day, back[1].blackouts) == (date(2026, 7, 1), ())
