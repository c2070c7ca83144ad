"""A supposed delay gives the dates of files in which it is written down."""

from __future__ import annotations

import re
from datetime import date

import pytest

from stdmig.inventory import Source
from stdmig.schedule import Plan, with_cutovers, with_later_work
from stdmig.workspace import plan_workspace
from tests.helpers import packaged, sample_city, sound
from tests.rules.planned import AS_OF, planned
from tests.slips import AS_OF as TOWN_AS_OF
from tests.slips import ASAHI, ASAHI_PROGRESS, PROCEDURES, SAKURA, asahi, sakura


def assert_same_dates(one: Plan, other: Plan) -> None:
    """Hold two plans against each other: every date, float, path and funding."""
    assert [task.id for task in one.tasks] == [task.id for task in other.tasks]
    assert one.cutovers == other.cutovers
    assert one.durations == other.durations
    for name in ("late", "last_chance", "early", "earliest", "planned"):
        assert getattr(one, name) == getattr(other, name), name
    assert one.critical_paths == other.critical_paths
    for purchase in one.network.purchases:
        assert one.funding(purchase) == other.funding(purchase)
    likely, other_likely = one.scenario("likely"), other.scenario("likely")
    assert (likely.late, likely.early) == (other_likely.late, other_likely.early)


def by_hand(
    systems: str, progress: str | None = None, procedures: str = PROCEDURES
) -> Plan:
    """Return the plan of files that say themselves what is supposed elsewhere."""
    town = planned(systems, procedures=procedures, progress=progress, as_of=TOWN_AS_OF)
    return town.plan


def later(plan: Plan, months: int, *tasks: str) -> Plan:
    """Return a plan in which some tasks take longer."""
    places = [plan.network.place_of[task] for task in tasks]
    return with_later_work(plan, dict.fromkeys(places, months))


def test_longer_durations() -> None:
    """Work not begun takes the months that the procedure would say."""
    longer = PROCEDURES.replace("{min: 2, max: 4}", "{min: 8, max: 10}")
    longer = longer.replace("{min: 4, max: 6}", "{min: 10, max: 12}")
    town = sakura()
    assert_same_dates(
        later(town.plan, 6, "13@juki", "14@juki"), by_hand(SAKURA, procedures=longer)
    )


def test_longer_durations_of_which_the_likely_one_is_stated() -> None:
    """What the work mostly takes grows with the shortest and the longest."""
    stated = PROCEDURES.replace("{min: 2, max: 4}", "{min: 2, likely: 2, max: 4}")
    longer = PROCEDURES.replace("{min: 2, max: 4}", "{min: 8, likely: 8, max: 10}")
    plan = later(by_hand(SAKURA, procedures=stated), 6, "13@juki")
    assert plan.durations[plan.network.place_of["13@juki"]] == (8, 10, 8)
    assert_same_dates(plan, by_hand(SAKURA, procedures=longer))


def test_the_last_chance_of_longer_work_with_another_cutover() -> None:
    """Six months more, and another day: as in files that say so themselves."""
    longer = PROCEDURES.replace("{min: 4, max: 6}", "{min: 10, max: 12}")
    written = SAKURA.replace("2030-01-07", "2030-06-03")
    moved = with_cutovers(later(sakura().plan, 6, "14@juki"), {0: date(2030, 6, 3)})
    edited = by_hand(written, procedures=longer)
    assert moved.last_chance == edited.last_chance
    # 15 takes 2 months at least, 14 before it 10: from 2029-06-03 on.
    begun = moved.last_chance.start[moved.network.place_of["14@juki"]]
    assert begun == date(2029, 6, 3).toordinal()


def test_more_months_that_remain() -> None:
    """Work under way takes the months that progress would say to be left."""
    town = asahi()
    longer = ASAHI_PROGRESS.replace("remaining_months: 2", "remaining_months: 8")
    after = later(town.plan, 6, "14@juki")
    edited = by_hand(ASAHI, longer)
    assert after.cutovers == edited.cutovers
    assert after.early == edited.early
    assert after.late == edited.late


def test_work_under_way_without_remaining_months() -> None:
    """Its duration grows, counted from the day on which it began."""
    town = asahi()
    place = town.plan.network.place_of["15@kojin"]
    after = later(town.plan, 6, "15@kojin")
    begun = date(2025, 3, 1).toordinal()
    assert after.early.start[place] == begun
    assert after.early.finish[place] == date(2026, 3, 1).toordinal()
    assert after.earliest.finish[place] == date(2025, 11, 1).toordinal()


def test_work_that_should_have_been_over() -> None:
    """It ends six months after the as-of date, not six months after a past day."""
    progress = ASAHI_PROGRESS.replace("start: 2025-03-01}", "start: 2024-03-01}")
    town = asahi(progress)
    place = town.plan.network.place_of["15@kojin"]
    assert town.plan.early.finish[place] == date(2025, 4, 1).toordinal()
    after = later(town.plan, 6, "15@kojin")
    assert after.early.finish[place] == date(2025, 10, 1).toordinal()
    assert after.earliest.finish[place] == date(2025, 10, 1).toordinal()


def test_what_is_over_stays() -> None:
    """A done task keeps its recorded days whatever is supposed."""
    town = asahi()
    after = later(town.plan, 6, "13@juki")
    place = town.plan.network.place_of["13@juki"]
    assert after.early.finish[place] == town.plan.early.finish[place]
    assert after.cutovers == town.plan.cutovers


def test_a_live_system_stays() -> None:
    """Its first day of service is a fact; that of the other is a year later."""
    progress = "schema: stdmig.progress/1\nlive: [{system: juki, since: 2025-01-06}]\n"
    plan = by_hand(ASAHI, progress)
    after = later(plan, 12, "15@kojin")
    served, other = after.cutovers
    assert served == plan.cutovers[0]
    live = date(2025, 1, 6)
    assert (served.source, served.early, served.earliest) == ("live", live, live)
    assert other.early.year == plan.cutovers[1].early.year + 1
    assert other.earliest.year == plan.cutovers[1].earliest.year + 1


@pytest.mark.parametrize("months", [1, 6, 13])
def test_the_sample_city(months: int) -> None:
    """Twenty systems with windows, councils and several purchases agree as well."""
    written = packaged("procedures.yaml").data.decode()

    def longer(found: re.Match[str]) -> str:
        lengths = (int(found[number]) + months for number in (2, 3))
        return "{}months: {{min: {}, max: {}}}".format(found[1], *lengths)

    start = written.index("  - number: 15")
    edited = written[:start] + re.sub(
        r"(?s)(.*?)months: \{min: (\d+), max: (\d+)\}", longer, written[start:], count=1
    )
    sources = sample_city()
    plan = plan_workspace(sound(sources), None, AS_OF).plan
    files = sources._replace(procedures=Source("procedures.yaml", edited.encode()))
    tasks = [task.id for task in plan.tasks if task.item.ref == "15"]
    assert_same_dates(
        later(plan, months, *tasks), plan_workspace(sound(files), None, AS_OF).plan
    )
