"""Which day is chosen for a cutover that nobody wants on any (稼働開始日の選択)."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from stdmig.dates import Rule, WorkCalendar, latest
from stdmig.inventory import Blackout, Sources, load
from stdmig.network import expand
from stdmig.schedule import Cutover, Plan, schedule
from stdmig.schedule.allowed_days import AllowedDays, allowed_days, cutover_rule
from stdmig.schedule.cutover_choice import choose
from tests.helpers import packaged, sound, workspace_text
from tests.open_days import closed_before, is_open

AS_OF = date(2021, 10, 1)


def sample_with(planning: str = "") -> Plan:
    """Return the sample city without its wanted day, with other words on planning."""
    template = packaged("schedule_template.yaml")
    written = template.data.replace(b"  cutover: 2025-10-01\n", planning.encode())
    assert written != template.data
    sources = Sources(
        packaged("systems.yaml"),
        packaged("procedures.yaml"),
        template._replace(data=written),
        sample=True,
    )
    inventory, faults = load(sources)
    assert inventory is not None, faults
    return schedule(expand(inventory), AS_OF)


def alone(system: str, deadline: str) -> Cutover:
    """Return the cutover of one system under the packaged black-outs."""
    text = f"""\
        schema: stdmig.systems/1
        municipality: {{name: 見本市}}
        systems:
          - {{id: {system}, deadline: {deadline}, units: [{{section: 課}}]}}
        """
    plan = schedule(expand(sound(workspace_text(text))), AS_OF)
    return plan.cutovers[0]


def test_resident_tax_before_the_end_of_march() -> None:
    """
    個人住民税 alone, deadline 2026-03-31: 2026-01-05, before February to June.

    The last open months are July 2025 to January 2026. Their closures: 2025-12-27 to
    2026-01-04 (9 days); of the 3-day weekends the latest are 2026-01-10 to 12 (成人の
    日) and 2025-11-22 to 24 (勤労感謝の日, substitute). January's last working
    day is the 30th, a Friday: the de-facto deadline.
    """
    cutover = alone("kojin", "2026-03-31")
    choice = cutover.choice
    assert choice is not None
    assert cutover.day == date(2026, 1, 5)
    assert choice.others == (date(2026, 1, 13), date(2025, 11, 25))
    assert choice.closure == (date(2025, 12, 27), date(2026, 1, 4))
    assert choice.closed == (2, 3, 4, 5, 6)
    assert choice.last == date(2026, 1, 30)
    assert cutover.reason == ("blackout", "kojin")
    assert cutover.blackouts == ()


def test_resident_tax_a_year_later() -> None:
    """
    Deadline 2027-03-31: 2027-01-04, not after a longer closure of an earlier year.

    The run is July 2026 to January 2027; its turn of the year is 6 days long
    (2026-12-28 is a working Monday), September's holidays 5 (09-19 to 23). The 9 days
    of the year before lie before the closed months.
    """
    cutover = alone("kojin", "2027-03-31")
    assert cutover.day == date(2027, 1, 4)
    assert cutover.choice is not None
    assert cutover.choice.others == (date(2026, 9, 24), date(2027, 1, 12))


def test_where_nothing_is_closed_the_deadline_is_the_reason() -> None:
    """A run of months up to the deadline names the deadline, and no closed month."""
    cutover = alone("kotei", "2026-03-31")
    assert cutover.day == date(2026, 1, 5)
    assert cutover.reason == ("deadline", "kotei")
    assert cutover.choice is not None
    assert (cutover.choice.closed, cutover.choice.last) == ((), date(2026, 3, 31))


def test_one_package_has_one_day() -> None:
    """
    The ten systems of アクロシティ that do not go national share 2026-01-05.

    Closed are February to June (個人住民税), July and August (後期高齢者医療) and 1
    September (選挙), so that the run is September 2025 to January 2026. Two inferred
    black-outs hit the day: 固定資産税 and 就学, in January. Of the 3-day weekends
    2025-09-16 meets none of them, 2025-10-14 one (就学).
    """
    plan = sample_with()
    cutover = plan.cutover("kojin")
    assert len(cutover.together) == 10
    days = {plan.cutover(name).day for name in cutover.together}
    assert days == {date(2026, 1, 5)}
    hits = {
        name: [hit.confidence for hit in plan.cutover(name).blackouts]
        for name in cutover.together
        if plan.cutover(name).blackouts
    }
    assert hits == {"kotei": ["inferred"], "shugaku": ["inferred"]}
    assert cutover.choice is not None
    assert cutover.choice.others == (date(2025, 9, 16), date(2025, 10, 14))
    assert cutover.choice.closed == (2, 3, 4, 5, 6, 7, 8)


def test_a_wanted_day_in_a_black_out_is_planned_as_given() -> None:
    """2026-02-24 is closed to 個人住民税, and planned all the same."""
    plan = sample_with("  cutover: 2026-02-24\n")
    cutover = plan.cutover("kojin")
    assert (cutover.day, cutover.source) == (date(2026, 2, 24), "wanted")
    assert [hit.confidence for hit in cutover.blackouts] == ["stated"]
    place = plan.network.place_of["15@kojin"]
    assert plan.dates(place).late_finish <= date(2026, 2, 23)


def test_a_day_of_the_year_closes_itself_and_never_its_month() -> None:
    """
    選挙人名簿管理 is registered on 1 March: the day is closed, its month is not.

    1 September 2025 is a Monday after a weekend: never chosen, and 2 September follows.
    """
    cutover = alone("senkyo", "2025-09-01")
    assert cutover.choice is not None
    assert cutover.choice.last == date(2025, 8, 29)
    assert cutover.choice.closed == ()
    rule = cutover_rule(_allowed_of("senkyo"), None)
    assert rule(date(2025, 9, 1).toordinal()) == date(2025, 9, 2).toordinal()


def test_nothing_before_the_as_of_date_is_chosen() -> None:
    """Looked at from 2026-01-06 the first working day of the year is past."""
    inventory = sample_with().inventory
    plan = schedule(expand(inventory), date(2026, 1, 6))
    assert plan.cutover("kojin").day == date(2026, 1, 13)


def _allowed_of(system: str) -> AllowedDays:
    inventory = sample_with().inventory
    found = next(each for each in inventory.systems if each.id == system)
    return allowed_days(inventory.template, [found])


def first_day_for(system: str, ready: date) -> date:
    """Return the first allowed day of a system that is ready on a day."""
    return date.fromordinal(cutover_rule(_allowed_of(system), None)(ready.toordinal()))


def test_first_allowed_days_by_hand() -> None:
    """A cutover waits for the end of a closure, of a weekend or of a black-out."""
    # 2025-01-04 and 05 are a weekend, 2026-01-04 is a Sunday.
    assert first_day_for("kojin", date(2025, 1, 1)) == date(2025, 1, 6)
    assert first_day_for("kojin", date(2026, 1, 1)) == date(2026, 1, 5)
    # 個人住民税 is closed from February to June, 国民健康保険 from June to August.
    assert first_day_for("kojin", date(2026, 1, 31)) == date(2026, 7, 1)
    assert first_day_for("kokuho", date(2025, 5, 31)) == date(2025, 9, 1)
    assert first_day_for("kokuho", date(2025, 5, 30)) == date(2025, 5, 30)


days_ahead = st.integers(date(2024, 1, 1).toordinal(), date(2030, 12, 31).toordinal())


@st.composite
def closings(draw: st.DrawFn) -> tuple[AllowedDays, tuple[Blackout, ...]]:
    """Draw what closes days, and inferred black-outs that speak against some."""
    month = st.integers(1, 12)
    yearly = st.sampled_from([(3, 1), (9, 1), (1, 5), (12, 26), (2, 29)])
    stated = Blackout.model_validate(
        {
            "system": "senkyo",
            "days": [
                f"{m:02}-{d:02}"
                for m, d in draw(st.sets(yearly, min_size=1, max_size=3))
            ],
            "either_side": draw(st.integers(0, 2)),
            "name": "定時登録",
            "confidence": "stated",
        }
    )
    inferred = Blackout.model_validate(
        {
            "system": "kotei",
            "months": draw(st.lists(month, min_size=1, max_size=6, unique=True)),
            "name": "賦課",
            "confidence": "inferred",
        }
    )
    start = draw(days_ahead)
    allowed = AllowedDays(
        WorkCalendar(),
        frozenset(draw(st.sets(month, max_size=11))),
        (stated,) if draw(st.booleans()) else (),
        ((start, start + draw(st.integers(0, 1200))),) if draw(st.booleans()) else (),
    )
    return allowed, (stated, inferred)


def is_allowed(allowed: AllowedDays, moment: date) -> bool:
    """Return whether a day is allowed, asked in the plainest way."""
    number = moment.toordinal()
    return (
        is_open(moment)
        and moment.month not in allowed.months
        and all(each.on(moment) != "stated" for each in allowed.days)
        and all(not first <= number <= last for first, last in allowed.spans)
    )


def rule_of(allowed: AllowedDays, planned: int | None) -> Rule:
    """Return the rule, which must be the same object whenever it is asked for."""
    rule = cutover_rule(allowed, planned)
    assert cutover_rule(allowed, planned) is rule
    return rule


@given(closings(), days_ahead, st.integers(0, 800), st.none() | days_ahead)
def test_the_rule_of_a_cutover_is_a_rule_of_time(
    drawn: tuple[AllowedDays, object], day: int, more: int, planned: int | None
) -> None:
    """It is monotone, never leads back, and reaches allowed days or the planned one."""
    allowed, _ = drawn
    rule = rule_of(allowed, planned)
    reached = rule(day)
    assert day <= reached <= rule(day + more)
    assert reached == planned or is_allowed(allowed, date.fromordinal(reached))
    # It is the first of them, however long the town is closed before.
    assert not any(
        is_allowed(allowed, date.fromordinal(each)) for each in range(day, reached)
    )
    if planned is not None:
        assert rule(planned) == planned
        assert latest(rule, planned) == planned
    for between in range(day, reached):
        assert not is_allowed(allowed, date.fromordinal(between))


@given(closings(), days_ahead, st.integers(0, 900))
def test_no_better_day_than_the_chosen_one_exists(
    drawn: tuple[AllowedDays, tuple[Blackout, ...]], first: int, length: int
) -> None:
    """Held against every day of the last run of open months, the order is kept."""
    allowed, held = drawn
    last = first + length
    choice = choose(allowed, held, first, last)
    every = [date.fromordinal(number) for number in range(first, last + 1)]
    open_days = [each for each in every if is_allowed(allowed, each)]
    if choice is None:
        assert not open_days
        return
    run = _last_run(allowed, open_days[-1], date.fromordinal(last))
    best = sorted(
        (each for each in open_days if each >= run),
        key=lambda each: (
            -closed_before(each),
            sum(season.on(each) == "inferred" for season in held),
            -each.toordinal(),
        ),
    )
    assert choice.days == tuple(best[:3])
    assert choice.last == open_days[-1]


def _last_run(allowed: AllowedDays, day: date, limit: date) -> date:
    """Return the first day of the run of at most twelve months that a day lies in."""
    # The run is counted back from its own end: the last open month up to the limit.
    end = day.replace(day=1)
    while True:
        later = (end.replace(day=28) + timedelta(days=4)).replace(day=1)
        if later > limit or later.month in allowed.months:
            break
        end = later
    months = 1
    while months < 12:
        earlier = date.fromordinal(end.toordinal() - 1).replace(day=1)
        if earlier.month in allowed.months:
            break
        end, months = earlier, months + 1
    return end


def test_a_day_without_a_closure_before_it() -> None:
    """Where a Wednesday, 2025-10-01, is all that is left, its eve was no closure."""
    day = date(2025, 10, 1).toordinal()
    choice = choose(AllowedDays(WorkCalendar()), (), day, day)
    assert choice is not None
    assert (choice.days, choice.closure) == ((date(2025, 10, 1),), None)


def test_the_months_that_close_a_year_but_one() -> None:
    """With November alone open, the eleven months after it are named, in order."""
    allowed = AllowedDays(WorkCalendar(), frozenset(range(1, 13)) - {11})
    first, last = date(2024, 12, 1), date(2026, 10, 31)
    choice = choose(allowed, (), first.toordinal(), last.toordinal())
    assert choice is not None
    # The working day after the weekend of 勤労感謝の日, 2025-11-22 to 11-24.
    assert choice.day == date(2025, 11, 25)
    assert choice.closed == (12, *range(1, 11))


def test_days_before_the_calendar_are_not_looked_for() -> None:
    """No month lies before January of the year 1, open or closed."""
    choice = choose(AllowedDays(WorkCalendar()), (), 10, 20)
    assert choice is not None
    # Day 20 is a Saturday.
    assert choice.last == date.fromordinal(19)
    assert choose(AllowedDays(WorkCalendar(), frozenset({1})), (), 10, 20) is None
