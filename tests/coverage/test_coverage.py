"""Contracts held against a plan: gaps, renewals, overlaps, units."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from stdmig.coverage import Coverage, Gap, due_notice
from tests.helpers import sample_city
from tests.rules.planned import AS_OF, planned, sample

DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))
ONE_DAY = timedelta(days=1)


def _of_sample() -> dict[str, Coverage]:
    return {each.agreement.id: each for each in sample().coverages}


def _one(contract: str, cutover: date, as_of: date = AS_OF) -> Coverage:
    """Return the coverage of one unit by a contract."""
    systems = f"""\
schema: stdmig.systems/1
municipality: {{name: 見本市}}
systems:
  - {{id: kojin, units: [{{section: 税務課, contract: {contract}}}]}}
"""
    planning = f"{{cutover: {cutover}}}"
    (found,) = planned(systems, planning=planning, as_of=as_of).coverages
    return found


def test_a_cutover_in_january_2026_lengthens_the_gap_of_the_sample() -> None:
    """From 2024-10-01 to 2026-01-04: 92 + 365 + 4 days."""
    town = planned(
        sample_city().systems.data.decode(), planning="{cutover: 2026-01-05}"
    )
    found = {each.agreement.id: each for each in town.coverages}["acrocity"]
    assert found.gap == Gap(date(2024, 10, 1), date(2026, 1, 4))
    assert found.gap.days == 461


def test_the_sample_holds_four_contracts() -> None:
    """The contracts stand in the order of the file, with 14, 4, 1 and 1 units."""
    assert {name: len(each.units) for name, each in _of_sample().items()} == {
        "acrocity": 14,
        "welplus": 4,
        "kenko": 1,
        "seiho": 1,
    }


def test_gaps_of_the_sample() -> None:
    """
    Each contract of the sample ends before the eve of the cutover, 2025-09-30.

    From 2024-10-01: 182 days up to 2025-03-31 and 183 after it; single-year 生活保護
    has three whole fiscal years of 365, 366 and 365 days before the same 183.
    """
    eve = date(2025, 9, 30)
    year = Gap(date(2024, 10, 1), eve)
    assert {name: each.gap for name, each in _of_sample().items()} == {
        "acrocity": year,
        "welplus": year,
        "kenko": Gap(date(2025, 4, 1), eve),
        "seiho": Gap(date(2022, 4, 1), eve),
    }
    assert {name: each.gap.days for name, each in _of_sample().items() if each.gap} == {
        "acrocity": 365,
        "welplus": 365,
        "kenko": 183,
        "seiho": 1279,
    }


def test_months_of_the_sample_per_fiscal_year() -> None:
    """Each fiscal year of a gap pays for the calendar months that it touches."""
    assert {
        name: each.gap.months_by_year for name, each in _of_sample().items() if each.gap
    } == {
        "acrocity": {2024: 6, 2025: 6},
        "welplus": {2024: 6, 2025: 6},
        "kenko": {2025: 6},
        "seiho": {2022: 12, 2023: 12, 2024: 12, 2025: 6},
    }
    assert {name: each.fiscal_years for name, each in _of_sample().items()} == {
        "acrocity": (2024, 2025),
        "welplus": (2024, 2025),
        "kenko": (2025,),
        "seiho": (2022, 2023, 2024, 2025),
    }


def test_renewals_of_the_sample() -> None:
    """Only the single-year contract is renewed, in four fiscal years."""
    assert {name: each.renewals for name, each in _of_sample().items()} == {
        "acrocity": (),
        "welplus": (),
        "kenko": (),
        "seiho": (2022, 2023, 2024, 2025),
    }
    assert [name for name, each in _of_sample().items() if each.single_year] == [
        "seiho"
    ]


def test_sections_of_the_sample() -> None:
    """A contract knows the sections that it serves, each once, in the file's order."""
    assert _of_sample()["welplus"].sections == ("子どもみらい課", "長寿・障害福祉課")
    assert _of_sample()["acrocity"].sections == (
        "市民課",
        "選挙管理委員会",
        "税務課",
        "学校教育課",
        "長寿・障害福祉課",
        "保険年金課",
    )


def test_nothing_in_the_sample_overlaps_or_is_over() -> None:
    """As of 2021-10-01 every contract runs, and none outlives its cutover."""
    for each in _of_sample().values():
        assert each.overlap is None
        assert not each.already_over
        assert each.covered_to == each.last_day


def test_a_unit_without_a_contract_knows_no_day() -> None:
    """What nobody recorded is unknown: first day, last day, gap and overlap."""
    found = _one("", date(2025, 10, 1))
    assert found.agreement.contract is None
    assert (found.first_day, found.last_day, found.covered_to) == (None, None, None)
    assert (found.gap, found.overlap, found.renewals) == (None, None, ())
    assert not found.single_year
    assert not found.already_over


def test_a_contract_without_an_end_knows_its_first_day() -> None:
    """A contract of which only the start is known leaves gap and overlap unknown."""
    found = _one("{start: 令和元年10月1日}", date(2025, 10, 1))
    assert (found.first_day, found.last_day) == (date(2019, 10, 1), None)
    assert (found.gap, found.overlap) == (None, None)


def test_an_extension_counts_per_part_of_the_gap() -> None:
    """The state of an extension is that of the days asked for, not of all the gap."""
    found = _one(
        "{end: 2024-09-30, extensions:"
        " [{start: 2024-10-01, end: 2025-03-31, state: voted}]}",
        date(2025, 10, 1),
    )
    assert found.progress.state is None
    assert found.extension_state(date(2024, 10, 1), date(2025, 3, 31)) == "voted"
    assert found.extension_state(date(2025, 4, 1), date(2025, 9, 30)) is None


def test_what_is_signed_shortens_what_is_unsigned() -> None:
    """A signed extension leaves the gap as it is, and less of it unsigned."""
    found = _one(
        "{end: 2024-09-30, extensions:"
        " [{start: 2024-10-01, end: 2025-03-31, state: signed}]}",
        date(2025, 10, 1),
    )
    assert found.gap == Gap(date(2024, 10, 1), date(2025, 9, 30))
    assert found.unsigned == (Gap(date(2025, 4, 1), date(2025, 9, 30)),)
    assert found.covered_to == date(2025, 3, 31)


@given(start=DAYS, length=st.integers(0, 3000))
def test_months_of_a_gap_are_the_months_it_touches(start: date, length: int) -> None:
    """Months per fiscal year add up to the different months of the gap's days."""
    gap = Gap(start, start + timedelta(days=length))
    days = [start + timedelta(days=n) for n in range(gap.days)]
    assert days[-1] == gap.end
    touched = {(day.year, day.month) for day in days}
    by_year: dict[int, int] = {}
    for year, month in sorted(touched):
        fiscal = year if month >= 4 else year - 1
        by_year[fiscal] = by_year.get(fiscal, 0) + 1
    assert gap.months_by_year == by_year
    assert list(gap.months_by_year) == sorted(by_year)
    assert gap.months == len(touched)


@given(last_day=DAYS, apart=st.integers(-800, 800))
def test_a_contract_has_a_gap_or_an_overlap_or_ends_on_the_eve(
    last_day: date, apart: int
) -> None:
    """Every day between contract and cutover is counted once, on one of both sides."""
    cutover = last_day + timedelta(days=apart)
    found = _one(f"{{end: {last_day}}}", cutover, as_of=cutover)
    gap = found.gap.days if found.gap else 0
    overlap = found.overlap.days if found.overlap else 0
    # On the day of the cutover the one system hands over to the other.
    assert gap == max(apart - 1, 0)
    assert overlap == max(-apart, 0)
    assert gap == 0 or overlap == 0
    if found.gap:
        assert (found.gap.start, found.gap.end) == (
            last_day + ONE_DAY,
            cutover - ONE_DAY,
        )


def test_old_system_is_needed_today_where_a_past_cutover_is_not_live() -> None:
    """
    What it takes to a cutover that nobody knows is neither bought nor stopped.

    By the last day of notice somebody must have settled which of the two it is.
    """
    renewed = "auto_renewal_months: 12, notice_months: 3"
    found = _one("{end: 2021-03-31}", date(2021, 6, 1), date(2021, 10, 1))
    assert found.overdue
    assert found.needed_to == date(2021, 10, 1)
    assert found.gap == Gap(date(2021, 4, 1), date(2021, 10, 1))
    assert (found.already_over, found.purchases, found.asks) == (True, (), ())
    runs = _one(f"{{end: 2022-03-31, {renewed}}}", date(2021, 6, 1), date(2021, 10, 1))
    assert runs.overdue
    assert (runs.gap, runs.overlap, runs.overrun) == (None, None, None)
    settle = due_notice(runs)
    assert settle is not None
    assert settle[:4] == ("settle", date(2021, 12, 31), "ahead", 91)
    late = _one(f"{{end: 2022-03-31, {renewed}}}", date(2021, 6, 1), date(2022, 1, 31))
    assert late.overdue
    passed = due_notice(late)
    assert passed is not None
    assert passed[:4] == ("settle", date(2021, 12, 31), "passed", -31)
    given = f"{{end: 2022-03-31, {renewed}, notice_given: 2021-09-01}}"
    assert due_notice(_one(given, date(2021, 6, 1), date(2021, 10, 1))) is None
    # Renewed since: the notice of a period that is over is none any more.
    over = _one(f"{{end: 2021-09-30, {renewed}}}", date(2021, 6, 1), date(2021, 10, 1))
    assert (over.overdue, over.already_over) == (True, False)
    assert due_notice(over) is None


def test_on_the_day_of_the_cutover_it_may_still_come_about() -> None:
    """Only from the next day on the cutover is past."""
    found = _one("{end: 2021-05-31}", date(2021, 6, 1), date(2021, 6, 1))
    assert (found.overdue, found.gap) == (False, None)


def test_a_wanted_look_up_period_beyond_today_is_needed_as_before() -> None:
    """Three months from 2021-06-01 last to 2021-08-31, and so is the need."""
    contract = "{end: 2021-05-31, lookup_months: 3}"
    within = _one(contract, date(2021, 6, 1), date(2021, 8, 31))
    assert (within.overdue, within.needed_to) == (False, date(2021, 8, 31))
    after = _one(contract, date(2021, 6, 1), date(2021, 9, 1))
    assert (after.overdue, after.needed_to) == (True, date(2021, 9, 1))
    assert after.wanted_beyond is None
