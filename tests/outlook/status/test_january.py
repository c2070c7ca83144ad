"""The sample city in January 2026, as it really stood (完了率と期限)."""

from __future__ import annotations

from fractions import Fraction

from stdmig.outlook.status import Status, statements
from stdmig.words import Style
from tests.statuses import IN_TIME, JANUARY, city_page

ENGLISH = Style.of("en")


def _status() -> Status:
    return city_page().status


def _told(found: Status) -> list[tuple[str, str]]:
    return [
        (each.tone, " ".join(one.into(ENGLISH) for one in each.sentences))
        for each in statements(found)
    ]


def test_step_rates_are_the_published_ones() -> None:
    """34 of 40 steps in 19 systems, 40 in 生活保護: 85.75 % in the mean (総務省)."""
    rates = _status().rates
    counted = {each.system.id: each.rate for each in rates.counted}
    assert counted.pop("seiho") == 1
    assert set(counted.values()) == {Fraction(34, 40)}
    assert len(counted) == 19
    assert rates.mean == Fraction(8575, 10000)
    assert rates.reported == (JANUARY,)


def test_seventeen_systems_miss_the_deadline() -> None:
    """Those that デジタル庁 lists; the other three are in time."""
    found = _status()
    assert len(found.missing) == 17
    reached = {each.system.id for each in found.forecasts if not each.misses}
    assert reached == set(IN_TIME)


def test_work_is_not_as_far_as_the_steps() -> None:
    """The rate that weighs the work is another figure, far below the first."""
    rates = _status().rates
    assert rates.work.rate is not None
    assert rates.mean is not None
    assert rates.work.rate < 0.7 < rates.mean


def test_high_step_rate_is_not_called_safe() -> None:
    """The first sentences say how many are late, and that the step rate hides it."""
    (tone, first), *_ = _told(_status())
    assert tone == "bad"
    assert first == (
        "With the longest durations 17 of 20 systems cannot be cut over by their"
        " deadline. Even the shortest durations are too long. In 17 of them the step"
        " rate is 85% or more all the same: it is no share of the work and tells"
        " nothing about the deadline."
    )
    assert "good" not in [each for each, _ in _told(_status())]


def test_slip_is_counted_from_the_kept_plan() -> None:
    """Kept in October 2021 for 2025-10-01, it is 152 to 701 days late."""
    slips = {each.system.id: each.slip for each in _status().forecasts}
    assert slips["juki"] == 701
    assert slips["koseki"] == 152
    assert slips["seiho"] == 96
    told = "\n".join(words for _, words in _told(_status()))
    assert "19 systems slip against the kept plan 'r3-10' of 2021-10-01" in told
    assert "70 tasks should be over by now and are not." in told
    assert (
        "settle whether they become designated systems, and by when (Basic resident"
        " register and 16 others)."
    ) in told
