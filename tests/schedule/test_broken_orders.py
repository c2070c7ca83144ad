"""Common days and orders that the plan does not keep (守れない稼働順序)."""

from __future__ import annotations

from stdmig.schedule import Plan, broken_orders
from tests.schedule.ordered import plan_of


def broken(plan: Plan) -> list[tuple[str, str, str, str, str | None]]:
    """Return both systems of each wish, the wish, why it is broken, and by what."""
    return [
        (
            *(each.first.system.id, each.other.system.id),
            *(each.wish, each.cause),
            each.by.name if each.by else None,
        )
        for each in broken_orders(plan)
    ]


def test_a_common_day_with_two_that_want_different_days() -> None:
    """The third one can have neither, even where one of them is on the deadline."""
    plan = plan_of(
        "id: koseki, with: [juki, inkan]",
        "id: juki, cutover: 2026-03-31",
        "id: inkan, cutover: 2025-11-04",
    )
    assert str(plan.cutover("koseki").deadline) == "2026-03-31"
    assert plan.cutover("koseki").source == "chosen"
    assert broken(plan) == [
        ("koseki", "juki", "with", "wanted", None),
        ("koseki", "inkan", "with", "wanted", None),
    ]


def test_a_common_day_of_two_that_want_different_days() -> None:
    """Their wishes contradict each other, whatever the deadline of the one is."""
    plan = plan_of(
        "id: koseki, with: [juki], cutover: 2025-11-04",
        "id: juki, with: [koseki], cutover: 2026-06-01",
    )
    assert broken(plan) == [("koseki", "juki", "with", "wanted", None)]


def test_a_common_day_that_is_none_for_the_other() -> None:
    """A day after its deadline, in its black-out, or on its closed dates."""
    late = plan_of("id: koseki, with: juki", "id: juki, cutover: 2026-04-01")
    assert broken(late) == [("koseki", "juki", "with", "deadline", None)]
    busy = plan_of("id: kojin, with: juki", "id: juki, cutover: 2025-06-30")
    assert broken(busy) == [("kojin", "juki", "with", "blackout", "課税")]
    template = """\
    schema: stdmig.template/1
    deadline: 2026-03-31
    calendar:
      closed: [{from: 2025-11-04, until: 2025-11-04, name: 選挙, systems: [koseki]}]
    """
    pair = ("id: koseki, with: juki", "id: juki, cutover: 2025-11-04")
    closed = plan_of(*pair, template=template)
    assert broken(closed) == [("koseki", "juki", "with", "closed", "選挙")]


def test_an_order_that_is_not_kept() -> None:
    """Both days are wanted, or no allowed day is left; one day for both is none."""
    wanted = plan_of(
        "id: koseki, after: juki, cutover: 2025-11-04", "id: juki, cutover: 2025-11-04"
    )
    assert broken(wanted) == [("koseki", "juki", "after", "wanted", None)]
    left = plan_of(
        "id: koseki, after: juki", "id: juki, cutover: 2026-03-31", as_of="2026-02-01"
    )
    assert broken(left) == [("koseki", "juki", "after", "no_day", None)]
    kept = plan_of(
        "id: koseki, after: juki, cutover: 2025-11-05", "id: juki, cutover: 2025-11-04"
    )
    assert broken(kept) == []
