"""On which day to reckon with a cutover."""

from __future__ import annotations

from datetime import date

from stdmig.outlook.slip.forecast import forecast, kept, moved
from stdmig.schedule import with_later_work
from tests.slips import asahi

IN_ORDER = """\
schema: stdmig.systems/1
municipality: {name: 見本市}
systems:
  - id: juki
    cutover: 2027-06-01
    units: [{section: 市民課, vendor: 甲, policy: stay}]
  - id: kojin
    cutover: 2028-01-05
    after: juki
    units: [{section: 税務課, vendor: 乙, policy: stay}]
"""

LONG_MIGRATION = """\
schema: stdmig.progress/1
tasks:
  - {task: 14@kojin, status: started, start: 2025-01-01, remaining_months: 30}
"""


def test_what_is_kept_stays() -> None:
    """Without a slip a plan that fits is reckoned with its own days."""
    plan = asahi().plan
    assert [kept(each) for each in plan.cutovers] == ["longest", "longest"]
    days = forecast(plan, ["longest", "longest"])
    assert days == [date(2026, 1, 5).toordinal()] * 2
    assert moved(plan, days) == {}


def test_a_day_is_as_safe_as_it_was() -> None:
    """What only the shortest durations kept is reckoned with them."""
    plan = asahi().plan
    place = plan.network.place_of["15@kojin"]
    later = with_later_work(plan, {place: 10})
    safe = forecast(later, ["longest", "longest"])
    quick = forecast(later, ["longest", "shortest"])
    assert date.fromordinal(safe[1]) == date(2026, 7, 1)
    assert date.fromordinal(quick[1]) == date(2026, 3, 2)


def test_past_days_are_reckoned_with_the_shortest() -> None:
    """A cutover that is past has the first possible day as its own."""
    plan = asahi().plan
    overdue = [each._replace(day=date(2025, 1, 6)) for each in plan.cutovers]
    assert [kept(each) for each in overdue] == ["not", "not"]
    object.__setattr__(plan, "cutovers", tuple(overdue))
    days = forecast(plan, ["not", "not"])
    assert [date.fromordinal(day) for day in days] == [
        date(2025, 8, 1),
        date(2025, 5, 1),
    ]


def test_a_wanted_order_is_kept() -> None:
    """
    A system that waits for another moves with it.

    juki: money from 2026-04-01, then 2 + 6 + 6 months: 2027-06-01, a year later with
    the slip. kojin comes after it, though its own work would be over by then.
    """
    plan = asahi(LONG_MIGRATION, IN_ORDER).plan
    assert [kept(each) for each in plan.cutovers] == ["longest", "shortest"]
    place = plan.network.place_of["14@juki"]
    later = with_later_work(plan, {place: 12})
    days = forecast(later, ["longest", "shortest"])
    assert [date.fromordinal(day) for day in days] == [
        date(2028, 6, 1),
        date(2028, 6, 2),
    ]
