"""What comes out of the samples, held against what can be reckoned (リスクの評価)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stdmig.dates import latest, months
from stdmig.network import expand
from stdmig.risk.assess import assess
from stdmig.risk.grid import DAY
from stdmig.risk.result import Limit, Risk
from stdmig.risk.spread import Spread, strata
from stdmig.schedule import Plan, schedule
from tests.helpers import sound, workspace_text
from tests.risk.town import AS_OF, chain, limits, quantile, risk
from tests.schedule.sample import sample_plan
from tests.schedule.strategies import towns
from tests.schedule.town import Business, Calendar, Item, Town, Unit, plan_of

SHARES = (0.1, 0.5, 0.8, 0.95)


def _days(start: int, parts: int) -> int:
    """Return the day that a duration of so many 32nds of a month reaches."""
    whole, more = divmod(parts, DAY)
    low, high = months(whole)(start), months(whole + 1)(start)
    return low + (2 * more * (high - low) + DAY) // (2 * DAY)


def _fixed(town: Town, *, longest: bool) -> Town:
    """Return a town in which every duration is its shortest, or its longest."""
    return town._replace(
        items=tuple(
            each._replace(longest=each.shortest)
            if not longest
            else each._replace(shortest=each.longest)
            for each in town.items
        )
    )


@settings(max_examples=40)
@given(towns(), st.booleans())
def test_fixed_durations_leave_nothing_to_chance(town: Town, longest: bool) -> None:
    """Every chance is 0 or 1, and every day that of the plan."""
    plan = plan_of(_fixed(town, longest=longest))
    found = risk(plan, samples=100)
    for each in found.systems:
        early = plan.cutovers[each.place].early
        assert each.cutover.counts == (100,)
        assert each.cutover.quantile(0.5) == early
        for chance in each.chances:
            assert chance.share == (early <= chance.limit.day)
    kept = all(each.early <= each.day for each in plan.cutovers)
    assert found.all_kept == kept
    assert set(found.criticality) <= {0.0, 1.0}
    assert found.swings == ()


@pytest.mark.parametrize("likely", [None, 1, 3, 5])
@pytest.mark.parametrize("shape", ["pert", "triangular"])
def test_one_free_task_gives_the_exact_quantiles(
    likely: int | None, shape: str
) -> None:
    """
    All others fixed, the quantiles are those of its own months, day by day.

    The chain takes 2 months, 1 to 5 and 3, from 2025-04-01.
    """
    plan = chain((2, 2), (1, 5), (3, 3))
    first, free, last = plan.durations
    plan = replace(plan, durations=(first, free._replace(stated=likely), last))
    found = risk(plan, samples=100_000, shape=shape)
    begun = months(2)(AS_OF.toordinal())
    each = Spread(1, 3.0 if likely is None else float(likely), 5, shape)  # type: ignore[arg-type]
    rule = plan.safe.cutovers[0]
    ends = [months(3)(_days(begun, parts)) for parts in range(DAY, 5 * DAY + 1)]
    by_parts = dict(zip(range(DAY, 5 * DAY + 1), map(rule, ends), strict=True))
    exact = [by_parts[parts] for parts in strata(each, 1_000_000).tolist()]
    for share in (*SHARES, 0.01, 0.25, 0.99):
        assert found.overall.quantile(share) == quantile(exact, share)
    assert found.systems[0].cutover == found.overall


@settings(max_examples=15)
@given(
    st.lists(st.tuples(st.integers(0, 4), st.integers(0, 5)), min_size=1, max_size=8)
)
def test_mean_of_a_chain_is_the_sum_of_the_means(spans: list[tuple[int, int]]) -> None:
    """
    Without windows the mean is that of PERT, task by task, in months of 30.44 days.

    Each task may be a day off, since days are whole and months are not alike.
    """
    plan = chain(*((low, low + more) for low, more in spans), cutover=AS_OF)
    plan = replace(plan, safe=replace(plan.safe, cutovers={}))
    found = risk(plan, samples=20_000)
    mean = sum(low + more / 2 for low, more in spans)
    days = found.overall.mean - AS_OF.toordinal()
    assert days == pytest.approx(mean * 365.2425 / 12, abs=2.5)


def test_mean_of_a_long_chain_is_the_analytic_one() -> None:
    """Twelve tasks of 0 to 2 months take 12 months on the mean: 365 days and a bit."""
    plan = chain(*[(0, 2)] * 12, cutover=AS_OF)
    plan = replace(plan, safe=replace(plan.safe, cutovers={}))
    found = risk(plan, samples=100_000)
    whole_years = date(2026, 4, 1).toordinal() - AS_OF.toordinal()
    assert found.overall.mean - AS_OF.toordinal() == pytest.approx(whole_years, abs=0.6)


def _figures(each: Risk) -> tuple[object, ...]:
    return (
        each.overall,
        each.all_kept,
        each.systems,
        each.budgets,
        each.criticality,
        each.swings,
    )


@pytest.mark.parametrize("together", [0.0, 0.5])
def test_number_of_workers_changes_nothing(together: float) -> None:
    """One, two and five threads give the same figures, to the last digit."""
    plan = sample_plan()
    one, two, five = (
        _figures(
            assess(plan, limits(plan), samples=25_001, together=together, workers=n)
        )
        for n in (1, 2, 5)
    )
    assert one == two == five
    other = assess(plan, limits(plan), samples=25_001, together=together, seed=2)
    assert _figures(other) != one


@settings(max_examples=25)
@given(towns(), st.data())
def test_longer_duration_never_raises_a_chance(town: Town, data: st.DataObject) -> None:
    """With a later longest duration of one item, no limit is kept more often."""
    place = data.draw(st.integers(0, len(town.items) - 1))
    item = town.items[place]
    more = data.draw(st.integers(1, 4))
    longer = list(town.items)
    longer[place] = item._replace(longest=item.longest + more)
    plan = plan_of(town)
    before = risk(plan, samples=200)
    spans = plan_of(town._replace(items=tuple(longer))).durations
    after = risk(replace(plan, durations=spans), samples=200)
    pairs = zip(before.systems, after.systems, strict=True)
    for one, other in pairs:
        for low, high in zip(other.chances, one.chances, strict=True):
            assert low.share <= high.share
    assert after.all_kept <= before.all_kept


MONEY = Town(
    (
        Item("7", "procurement", 1, 3),
        Item("8", "procurement", 2, 2, ("7",), role="budget_request"),
        Item("11", "procurement", 1, 1, ("8",), role="contract"),
        Item("15", "system", 6, 6, ("11",)),
    ),
    ("15",),
    (Business("juki", (Unit("juki", procurement="wave"),), cutover=date(2026, 11, 2)),),
    as_of=date(2025, 7, 1),
    calendar=Calendar(),
)


def test_one_month_late_costs_a_year() -> None:
    """
    Requests are taken from 1 September to 31 October, and the request takes 2 months.

    Item 7 begins on 2025-07-01. Done within 2 months it is over by 1 September, so
    that the request fits into 2025: the money is there on 2026-04-01, the contract
    takes until 1 May, the work until 2026-11-01, a Sunday: cutover on Monday the 2nd.
    A day more, and the request has to wait for September 2026: cutover 2027-11-01.
    Of 1 to 3 months, likely 2, half takes 2 months at most.
    """
    plan = plan_of(MONEY)
    wanted = (
        Limit("cutover", date(2026, 11, 2), 0),
        Limit("budget", date(2025, 10, 31), purchase=plan.network.purchases[0]),
    )
    found = assess(plan, wanted, samples=10_000)
    (juki,) = found.systems
    days = [day for day, n in enumerate(juki.cutover.counts, juki.cutover.first) if n]
    assert [str(date.fromordinal(day)) for day in days] == ["2026-11-02", "2027-11-01"]
    kept = (strata(Spread(1, 2.0, 3, "pert"), 10_000) <= 2 * DAY).mean()
    assert juki.chances[0].share == found.budgets[0].share == kept
    assert 0.5 <= kept <= 0.52
    assert juki.cutover.quantile(0.5) == date(2026, 11, 2)
    assert juki.cutover.quantile(0.8) == date(2027, 11, 1)


def test_start_that_keeps_the_cutover() -> None:
    """
    The latest start of item 7 is its own months before 2025-09-01.

    Of 1 to 3 months: 1 August if it is quick, 1 June if it is slow; and who begins on
    the as-of date keeps the cutover as often as the forward pass says.
    """
    (juki,) = risk(plan_of(MONEY), samples=10_000).systems
    assert juki.start is not None
    first, last = juki.start.quantile(0.0), juki.start.quantile(1.0)
    assert date(2025, 6, 1) <= first <= date(2025, 6, 4)
    assert date(2025, 7, 29) <= last <= date(2025, 8, 1)
    eve = date(2025, 6, 30)
    assert 1 - juki.start.chance(eve) == pytest.approx(juki.chances[0].share)
    assert juki.never == 0


@settings(max_examples=40)
@given(towns())
def test_start_and_cutover_tell_the_same_chance(town: Town) -> None:
    """Who begins on the as-of date keeps the cutover as often as the samples say."""
    plan = plan_of(town)
    for each in risk(plan, samples=200).systems:
        day = plan.cutovers[each.place].day
        if each.start is None:
            share = 1 - each.never
            assert share in {0.0, 1.0}
            continue
        eve = date.fromordinal(max(plan.as_of.toordinal() - 1, 1))
        kept = min(1 - each.start.chance(eve), 1 - each.never)
        assert kept == pytest.approx(each.cutover.chance(day))


def test_criticality_counts_the_chains() -> None:
    """
    Two items lead to the cutover side by side, one of 1 to 3 months, one of 2.

    The first sets the cutover in the half of the samples in which it takes longer,
    the second in the other half, both where they take the same.
    """
    town = Town(
        (
            Item("1", "system", 1, 1),
            Item("2", "system", 1, 3, ("1",)),
            Item("3", "system", 2, 2, ("1",)),
        ),
        ("2", "3"),
        (Business("juki", cutover=date(2026, 4, 1)),),
        as_of=AS_OF,
    )
    found = risk(plan_of(town), samples=10_000)
    first, free, fixed = found.criticality
    assert first == 1.0
    assert free + fixed == pytest.approx(1.0, abs=0.04)
    assert free == pytest.approx(0.5, abs=0.04)


def test_swing_is_the_mean_of_the_longest_and_shortest_tenth() -> None:
    """Of a chain of 1 to 5 months and 1 to 2, the first moves the cutover more."""
    plan = chain((1, 5), (1, 2), cutover=AS_OF)
    plan = replace(plan, safe=replace(plan.safe, cutovers={}))
    found = risk(plan, samples=10_000)
    assert [each.place for each in found.swings] == [0, 1]
    parts = strata(Spread(1, 3.0, 5, "pert"), 10_000) / DAY
    months_apart = parts[-1000:].mean() - parts[:1000].mean()
    wide = found.swings[0]
    assert wide.long - wide.short == pytest.approx(months_apart * 30.44, abs=3)


def test_vendor_that_slips_slips_everywhere() -> None:
    """
    Two systems of one vendor, side by side, and the later of the two counts.

    Drawn alone, both keep the cutover as often as one does, squared; wholly together,
    as often as one. With two vendors it stays the square.
    """
    plan = _two_systems("A", "A")
    alone = assess(plan, limits(plan), samples=20_000)
    share = alone.systems[0].chances[0].share
    assert 0.5 < share < 0.6
    assert alone.all_kept == pytest.approx(share**2, abs=0.01)
    together = assess(plan, limits(plan), samples=20_000, together=1.0)
    assert together.all_kept == pytest.approx(share, abs=0.01)
    half = assess(plan, limits(plan), samples=20_000, together=0.5)
    assert alone.all_kept + 0.03 < half.all_kept < together.all_kept - 0.03
    others = _two_systems("A", "B")
    apart = assess(others, limits(others), samples=20_000, together=1.0)
    assert apart.all_kept == pytest.approx(share**2, abs=0.01)
    for each in (together, half, apart):
        for system in each.systems:
            assert system.chances[0].share == pytest.approx(share, abs=0.01)


def _two_systems(one: str, other: str) -> Plan:
    """Return a plan of two systems, each with one task of its vendor."""
    systems = "".join(
        f"  - {{id: {name}, cutover: 2025-06-02,"
        f" units: [{{section: 課, vendor: {vendor}, id: {name}}}]}}\n"
        for name, vendor in (("juki", one), ("koseki", other))
    )
    head = "schema: stdmig.systems/1\nmunicipality: {name: 見本市}\nsystems:\n"
    procedures = """\
        schema: stdmig.procedures/1
        phases: [{id: all, name: 全体}]
        items:
          - number: 1
            id: work
            name: 作業
            phase: all
            scope: system
            actors: [section, vendor]
            months: {min: 1, max: 3}
        cutover: {after: [1]}
        """
    template = "schema: stdmig.template/1\ndeadline: 2026-03-31\n"
    inventory = sound(workspace_text(head + systems, procedures, template))
    return schedule(expand(inventory), AS_OF)


def test_work_under_way_is_not_over_yet() -> None:
    """
    Item 1 of 1 to 3 months began on 2025-01-15 and is still under way on 1 March.

    By then a month and a half are gone: only longer durations are left, and its
    latest end is 2025-04-14. Item 2 takes a month more.
    """
    town = Town(
        (Item("1", "system", 1, 3), Item("2", "system", 1, 1, ("1",))),
        ("2",),
        (Business("juki", cutover=date(2025, 4, 30)),),
        as_of=date(2025, 3, 1),
        progress={
            "tasks": [{"task": "1@juki", "status": "started", "start": "2025-01-15"}]
        },
    )
    plan = plan_of(town)
    plan = replace(plan, safe=replace(plan.safe, cutovers={}))
    (juki,) = risk(plan, samples=10_000).systems
    assert juki.cutover.quantile(0.0) == date(2025, 4, 1)
    last = juki.cutover.quantile(1.0)
    assert date(2025, 5, 12) <= last <= date(2025, 5, 15)
    parts = strata(Spread(1, 2.0, 3, "pert"), 100_000)
    begun = date(2025, 1, 15).toordinal()
    ends = [_days(begun, each) for each in parts.tolist()]
    left = [each for each in ends if each >= date(2025, 3, 1).toordinal()]
    exact = quantile([months(1)(each) for each in left], 0.5)
    assert abs((juki.cutover.quantile(0.5) - exact).days) <= 1
    # Nothing can be begun but item 2, by 30 March, once item 1 is over.
    assert juki.start is not None
    assert juki.start.quantile(1.0) == date.fromordinal(
        latest(months(1), date(2025, 4, 30).toordinal())
    )


def test_remaining_months_leave_nothing_to_chance() -> None:
    """Where progress says what is left, that is what it takes."""
    town = Town(
        (Item("1", "system", 1, 3),),
        ("1",),
        (Business("juki", cutover=date(2025, 5, 1)),),
        as_of=date(2025, 3, 3),
        progress={
            "tasks": [
                {
                    "task": "1@juki",
                    "status": "started",
                    "start": "2025-01-15",
                    "remaining_months": 1,
                }
            ]
        },
    )
    found = risk(plan_of(town), samples=50)
    assert found.overall.counts == (50,)
    assert found.overall.quantile(0.5) == date(2025, 4, 3)
    (juki,) = found.systems
    assert (juki.start, juki.never) == (None, 0.0)


def test_live_systems_are_left_out() -> None:
    """With all systems live there is nothing to draw, and nothing left to keep."""
    town = Town(
        (Item("1", "system", 1, 3),),
        ("1",),
        (Business("juki"),),
        as_of=date(2025, 3, 3),
        progress={"live": [{"system": "juki", "since": "2025-01-06"}]},
    )
    found = risk(plan_of(town), samples=50)
    assert (found.systems, found.swings, found.all_kept) == ((), (), 1.0)
    assert found.overall.quantile(0.5) == date(2025, 1, 6)
    assert found.overall.samples == 50
