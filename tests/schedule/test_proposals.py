"""Other days for a cutover, between those before and after it (稼働開始日の候補)."""

from __future__ import annotations

from datetime import date

import pytest

from stdmig.schedule import Plan, next_allowed_day, proposals
from tests.schedule.ordered import plan_of

CALENDAR = """\
    schema: stdmig.template/1
    deadline: 2026-03-31
    blackouts:
      - {system: koseki, months: 3, name: 年度替わり, confidence: inferred}
      - {system: kojin, months: [2, 3, 4, 5, 6], name: 課税, confidence: stated}
    """


def offered(plan: Plan, name: str) -> list[str]:
    """Return the days that are proposed for a system."""
    found = proposals(plan, plan.cutover(name))
    assert found is not None
    return [str(day) for day in found.days]


def three(first: str, second: str, third: str) -> Plan:
    """Return a plan that wants 戸籍 between two others, on days that are wanted too."""
    return plan_of(
        f"id: juki, cutover: {first}",
        f"id: koseki, cutover: {second}, after: [juki, beyond]",
        f"id: inkan, cutover: {third}, after: [koseki]",
        "id: beyond, statutory: false, applies: false, reason: 別の市の業務",
        template=CALENDAR,
    )


def test_days_between_those_of_others() -> None:
    """
    A day after that of the one and before that of the other.

    The long weekends between are those of 07-19, 08-09, 09-13, 10-11 and 11-01. The
    four days until 05-06 and the three until 11-24 end on the eve of the days of the
    others, which are taken.
    """
    plan = three("2025-05-07", "2025-10-01", "2025-11-25")
    assert offered(plan, "koseki") == ["2025-11-04", "2025-10-14", "2025-09-16"]


def test_where_no_day_lies_between_the_order_is_given_up() -> None:
    """
    From 2025-10-11 to 10-13 is a long weekend; so the best days of all are named.

    Nine days at the turn of the year, four in May, then three in February: the three
    until 2026-03-22 are later, but March is better avoided.
    """
    plan = three("2025-10-10", "2025-10-10", "2025-10-14")
    assert offered(plan, "koseki") == ["2026-01-05", "2025-05-07", "2026-02-24"]


def test_where_no_day_is_allowed_none_is_proposed() -> None:
    """Ready in February 2026 at the soonest, 個人住民税 has no day until the end."""
    plan = plan_of("id: kojin, cutover: 2026-01-05", as_of="2026-01-06")
    assert proposals(plan, plan.cutover("kojin")) is None


@pytest.mark.parametrize(
    ("wanted", "as_of", "following"),
    [
        # Tuesday: the next day; Friday: the Monday; before a long weekend: its end.
        ("2025-10-07", "2024-10-01", "2025-10-08"),
        ("2025-10-03", "2024-10-01", "2025-10-06"),
        ("2025-10-10", "2024-10-01", "2025-10-14"),
        # On the last day before the black-out: the first one after it.
        ("2026-01-30", "2024-10-01", "2026-07-01"),
        # A day that has passed: what comes after today.
        ("2025-10-07", "2025-10-14", "2025-10-15"),
    ],
)
def test_the_next_allowed_day(wanted: str, as_of: str, following: str) -> None:
    """It lies after the cutover, and after the day that the plan is looked at."""
    plan = plan_of(f"id: kojin, cutover: {wanted}", as_of=as_of)
    found = next_allowed_day(plan, plan.cutover("kojin"))
    assert found == date.fromisoformat(following)


def test_a_system_that_is_always_closed_has_no_next_day() -> None:
    """Twelve closed months leave none."""
    template = CALENDAR.replace("[2, 3, 4, 5, 6]", str([*range(1, 13)]))
    plan = plan_of("id: kojin, cutover: 2025-10-07", template=template)
    assert next_allowed_day(plan, plan.cutover("kojin")) is None
