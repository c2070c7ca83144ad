"""Samples of work that ends with a vote of the council (議決とリスク)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.risk.town import risk
from tests.schedule.town import Business, Calendar, Item, Sitting, Town, plan_of


def test_an_amendment_under_way_is_voted_in_a_session() -> None:
    """
    Begun on 2025-01-15, 1 to 6 months of work wait for the votes of June and December.

    On 1 July, with June's over and the work not, it is December's in every sample; on
    1 May it is June's in most: only more than five and a half months are too long.
    """
    sittings = Sitting("june", (6, 1), (6, 30)), Sitting("december", (12, 1), (12, 25))
    town = Town(
        (Item("1", "system", 1, 6, role="ordinance"),),
        ("1",),
        (Business("juki", cutover=date(2026, 1, 5)),),
        calendar=Calendar(sittings=sittings),
        progress={
            "tasks": [{"task": "1@juki", "status": "started", "start": "2025-01-15"}]
        },
    )
    plan = plan_of(town._replace(as_of=date(2025, 7, 1)))
    assert plan.early.finish[0] == date(2025, 12, 26).toordinal()
    plan = replace(plan, safe=replace(plan.safe, cutovers={}))
    (juki,) = risk(plan, samples=100).systems
    assert juki.cutover.counts == (100,)
    assert juki.cutover.quantile(0.5) == date(2025, 12, 26)
    plan = plan_of(town._replace(as_of=date(2025, 5, 1)))
    plan = replace(plan, safe=replace(plan.safe, cutovers={}))
    (juki,) = risk(plan, samples=1_000).systems
    assert {juki.cutover.quantile(share) for share in (0.0, 0.5)} == {date(2025, 7, 1)}
    assert juki.cutover.quantile(1.0) == date(2025, 12, 26)
