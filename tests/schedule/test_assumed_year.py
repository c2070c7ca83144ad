"""What is taken for granted of the municipal year (年間の予定の前提)."""

from __future__ import annotations

from datetime import date
from importlib import metadata

import pytest

from stdmig.dates.holiday_table import VERSION
from tests.schedule.guesses import (
    TEMPLATE,
    Guess,
    guesses,
    settled,
    systems_file,
    town,
)

FILE = "schedule_template.yaml: "
WHOLE = FILE + "schema: stdmig.template/1"
STAYING = systems_file(settled("juki"))
CHANGING = systems_file(
    settled("juki", "units: [{section: 課, policy: switch, package: 基幹}]"),
    settled("koseki", "units: [{section: 課, policy: stay, package: 戸籍}]"),
)
ASKING = ("8@基幹:switch", "8@戸籍:stay", "9@基幹:switch")


def year(*pairs: tuple[str, str]) -> str:
    """Return the municipal year with other words in it."""
    text = TEMPLATE
    for old, new in pairs:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def test_a_deadline_that_is_a_guess() -> None:
    """Its day is told and pointed at; no task of its own leans on it."""
    written = "{date: 2026-03-31, assumed: true}"
    template = year(("deadline: 2026-03-31", f"deadline: {written}"))
    assert guesses(town(STAYING, template=template)) == {
        "deadline": Guess("the deadline is 2026-03-31", FILE + written),
    }


def test_no_window_for_requests() -> None:
    """Then no notice is told either, since nothing waits for it."""
    head, _, rest = TEMPLATE.partition("budget: ")
    notice = "budget: {notice: {until: 02-10, assumed: true}}\n"
    for budget in ("", notice):
        template = head + budget + rest.partition("\n")[2]
        assert guesses(town(CHANGING, template=template)) == {
            "budget": Guess(
                "no window for budget requests is recorded; money is taken to be at"
                " hand",
                WHOLE,
            ),
        }


def test_a_window_for_requests_that_is_a_guess() -> None:
    """What asks for money and what tenders for it lean on its days."""
    window = '{from: "09-01", until: "10-31", assumed: true}'
    template = year(('{from: "09-01", until: "10-31"}', window))
    assert guesses(town(CHANGING, template=template)) == {
        "budget-request": Guess(
            "budget requests for the next fiscal year are taken from 1 September to 31"
            " October",
            f'{FILE}{window}, notice: "02-10"}}',
            ASKING,
        ),
    }


def test_a_notice_that_is_a_guess() -> None:
    """It is one where the tender waits for it, which it does unless told otherwise."""
    notice = '{until: "02-10", assumed: true}'
    change = ('notice: "02-10"', f"notice: {notice}")
    told = {
        "budget-notice": Guess(
            "the informal notice of the budget is out by 10 February",
            f"{FILE}{notice}}}",
            ASKING,
        ),
    }
    assert guesses(town(CHANGING, template=year(change))) == told
    for after, found in (("notice", told), ("request", {}), ("vote", {})):
        chosen = ("2025-10-01}", f"2025-10-01, rfp_after: {after}}}")
        assert guesses(town(CHANGING, template=year(change, chosen))) == found


def test_no_busy_seasons() -> None:
    """A town that records none is told so."""
    template = (
        TEMPLATE[: TEMPLATE.index("blackouts:")] + "planning: {cutover: 2025-10-01}\n"
    )
    assert guesses(town(STAYING, template=template)) == {
        "no-blackouts": Guess(
            "no busy seasons are recorded; any working day may be a cutover", WHOLE
        ),
    }


SEASONS = """\
blackouts:
  - {system: inkan, months: 10, name: 別の業務, confidence: inferred}
  - {system: koseki, months: [10, 11], name: 繁忙, name_en: rush, confidence: inferred}
  - {system: koseki, months: 1, name: 年始, confidence: inferred}
  - {system: juki, months: 4, name: 異動, name_en: moves, confidence: stated}
  - {system: juki, days: "10-02", either_side: 1, name: 登録, name_en: register,
     confidence: stated}
"""
TWO = systems_file(settled("juki"), settled("koseki"))
RUSH = Guess(
    "Family register: a cutover is better avoided in this season (October to November,"
    " rush)",
    FILE + "{system: koseki, months: [10, 11], name: 繁忙, name_en: rush,"
    " confidence: inferred}",
    ("1@koseki", "8@基幹:stay", "12@koseki", "17@koseki", "11@基幹:stay"),
)
OWN = ("1@juki", "8@基幹:stay", "12@juki", "17@juki", "11@基幹:stay")


def seasons(planning: str) -> str:
    """Return a municipal year with busy seasons."""
    head = TEMPLATE[: TEMPLATE.index("blackouts:")]
    return f"{head}{SEASONS}planning: {planning}\n"


def test_inferred_seasons_that_hit_a_wanted_day() -> None:
    """Of what holds on 2025-10-01 all but what a source states is a guess.

    The eve of the stated 10-02 is inferred; a season of a system that the town does
    not have is no guess.
    """
    found = guesses(town(TWO, template=seasons("{cutover: 2025-10-01}")))
    assert found == {
        "blackout-koseki-2": RUSH,
        "blackout-juki-5": Guess(
            "Basic resident register: a cutover is better avoided in this season (10-02"
            " and 1 day either side, register)",
            FILE + '{system: juki, days: "10-02", either_side: 1, name: 登録, name_en:'
            " register,",
            OWN,
        ),
    }
    # On the day itself the source speaks.
    found = guesses(town(TWO, template=seasons("{cutover: 2025-10-02}")))
    assert set(found) == {"blackout-koseki-2"}
    assert guesses(town(TWO, template=seasons("{cutover: 2025-12-01}"))) == {}


def test_inferred_seasons_that_speak_against_days() -> None:
    """Where the day is chosen, all inferred seasons of the system were weighed."""
    # 2026-01-05, after the longest closure; its holidays are not announced either.
    found = guesses(town(TWO, template=seasons("{}")))
    names = {"blackout-koseki-2", "blackout-koseki-3", "national-holidays"}
    assert set(found) == names
    assert found["blackout-koseki-2"] == RUSH


@pytest.mark.parametrize(
    ("as_of", "cutover", "announced"),
    [
        # The holidays of 2025 are announced on 2024-02-01, those of 2026 a year later.
        (date(2024, 1, 31), "2025-10-01", 2024),
        (date(2024, 2, 1), "2025-10-01", None),
        (date(2024, 10, 1), "2026-01-05", 2025),
        (date(2025, 2, 1), "2026-01-05", None),
    ],
)
def test_holidays_that_nobody_has_announced(
    monkeypatch: pytest.MonkeyPatch, as_of: date, cutover: str, announced: int | None
) -> None:
    """
    They are a guess where a cutover falls into a year that is not announced.

    The years to come stand in a table, whichever version of the library is installed.
    """
    monkeypatch.setattr(metadata, "version", lambda _: "0.0")
    template = year(("2025-10-01", cutover))
    guess = Guess(
        f"the national holidays after {announced} are as jpholiday {VERSION} computes"
        " them",
        FILE + '{year_end: {from: "12-29", until: "01-03"}}',
    )
    found = guesses(town(STAYING, template=template, as_of=as_of))
    assert found == ({} if announced is None else {"national-holidays": guess})


def test_a_town_without_a_cutover_leans_on_no_holidays() -> None:
    """Where no system applies, nothing of the year is a guess."""
    none = systems_file("id: juki, applies: false, reason: 広域連合が行う")
    assert guesses(town(none)) == {}
