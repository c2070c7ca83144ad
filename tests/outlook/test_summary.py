"""What matters, what to decide, and the next date (要点)."""

from __future__ import annotations

from datetime import date

import pytest

from stdmig.outlook import Summary, summarise
from stdmig.words import Style
from stdmig.workspace import Planned
from stdmig.workspace.plan_page import plan_page
from tests.rules.planned import planned
from tests.screens import sample_city

ENGLISH, JAPANESE = Style.of("en"), Style.of("ja")


def _summary(planned: Planned, systems: set[str] | None = None) -> Summary:
    dates = plan_page(planned).next_dates
    return summarise(planned.plan, planned.coverages, dates, systems)


def _told(summary: Summary, style: Style = ENGLISH) -> list[tuple[str, str]]:
    """Return each statement's tone and words."""
    return [
        (each.tone, " ".join(sentence.into(style) for sentence in each.sentences))
        for each in summary.statements
    ]


def test_sample_says_what_matters_what_to_decide_and_what_is_next() -> None:
    """Contracts first, then the fit, then the next day to ask for money."""
    assert _told(_summary(sample_city())) == [
        (
            "bad",
            "All 4 known contracts end before 2025-09-30, the eve of the cutover."
            " The longest gap is 365 days (アクロシティ住民情報システム).",
        ),
        (
            "decide",
            # From 2025-10-01 to 2026-10-01: item 8 misses the window of autumn 2023.
            "With every task at its longest the cutover would be 2026-10-01, 12 months"
            # Ready on 2026-07-01 by the December budget, the package is closed from
            # February (個人住民税) to August (後期高齢者医療), and on 1 September.
            " late. With the supplementary budget of the December session it would be"
            " 2026-09-02. At its shortest it is in time: decide which tasks to"
            " shorten.",
        ),
        (
            "next",
            "生活保護システム: renewal of the contract, ask for FY2022 by 2021-10-31"
            " (requests are open).",
        ),
    ]


def test_summary_of_some_systems_is_about_them() -> None:
    """
    選挙人名簿管理 needs no assessment; ready on 2026-06-01, it waits for September.

    It is cut over with its package, closed from February to August and on 1 September.
    """
    told = dict(_told(_summary(sample_city(), {"senkyo"})))
    assert told["decide"].startswith(
        "With every task at its longest the cutover would be 2026-09-02, 11 months"
        " and 1 day late."
    )


TOWN = """\
schema: stdmig.systems/1
municipality: {{name: 見本市}}
systems:
{systems}
"""
SYSTEM = """\
  - id: {id}
    statutory: false
    name: {id}
    cutover: {cutover}
    units: [{{section: 市民課, policy: stay, contract: {contract}}}]
"""


def _town(*contracts: str, as_of: date = date(2021, 10, 1), **changed: str) -> Planned:
    cutover = changed.get("cutover", "2025-10-01")
    systems = "".join(
        SYSTEM.format(id=f"s{n}", cutover=cutover, contract=contract)
        for n, contract in enumerate(contracts)
    )
    return planned(TOWN.format(systems=systems), as_of=as_of)


LONG, SHORT = (
    "{start: 2020-04-01, end: 2026-03-31}",
    "{start: 2020-04-01, end: 2025-03-31}",
)


@pytest.mark.parametrize(
    ("contracts", "told"),
    [
        ((LONG,), ("good", "Every known contract lasts until its cutover.")),
        (
            (SHORT,),
            (
                "bad",
                # April to September are 183 days.
                "The one known contract ends before 2025-09-30, the eve of the"
                " cutover. The longest gap is 183 days (s0).",
            ),
        ),
        (
            (LONG, SHORT),
            (
                "bad",
                "1 of 2 known contracts ends before the eve of its cutover."
                " The longest gap is 183 days (s1).",
            ),
        ),
        (
            (SHORT, LONG, SHORT),
            (
                "bad",
                "2 of 3 known contracts end before the eve of their cutover."
                " The longest gap is 183 days (s0).",
            ),
        ),
        # One that nobody knows the end of is not counted.
        (("{start: 2020-04-01}", LONG), ("good", "Every known contract lasts until")),
    ],
)
def test_contracts_are_counted(
    contracts: tuple[str, ...], told: tuple[str, str]
) -> None:
    """The first statement says how many contracts end too early, and by how much."""
    tone, words = _told(_summary(_town(*contracts)))[0]
    assert tone == told[0]
    assert words.startswith(told[1])


def test_unknown_contracts_are_no_news() -> None:
    """Where no end is known nothing is said of contracts: ``check`` says it."""
    tones = [tone for tone, _ in _told(_summary(_town("{start: 2020-04-01}")))]
    assert tones[0] != "bad"


def test_single_year_contract_is_not_the_longest_gap() -> None:
    """A contract that is renewed every year has renewals, not a gap of years."""
    single = "{start: 2021-04-01, end: 2022-03-31, kind: single_year}"
    _, words = _told(_summary(_town(single, SHORT)))[0]
    assert "The longest gap is 183 days (s1)." in words


def test_plan_that_fits_is_good_news() -> None:
    """With time enough for the longest durations there is nothing to decide."""
    told = _told(_summary(_town(LONG, as_of=date(2020, 1, 1))))
    assert ("good", "The plan fits, even with every task at its longest.") in told


def test_plan_that_cannot_fit_says_what_to_do() -> None:
    """When even the shortest durations are too long, the cutover must move."""
    told = _told(_summary(_town(LONG, as_of=date(2025, 6, 1))))
    tone, words = next(each for each in told if "shortest" in each[1])
    assert tone == "bad"
    assert words.startswith("Even with every task at its shortest the cutover would be")
    assert words.endswith("Choose a later cutover.")


def test_cutover_after_the_deadline_is_told() -> None:
    """A wanted day after the deadline is bad news of its own."""
    told = _told(_summary(_town(LONG, cutover="2026-05-01")))
    assert ("bad", "1 system is to be cut over after its deadline.") in told


def test_next_request_is_the_first_that_is_not_yet_over() -> None:
    """Requests whose day is past are not announced; today's still is."""
    single = "{start: 2021-04-01, end: 2022-03-31, kind: single_year}"
    on_the_day = _told(_summary(_town(single, as_of=date(2021, 10, 31))))[-1]
    assert on_the_day == (
        "next",
        "s0: renewal of the contract, ask for FY2022 by 2021-10-31 (requests are"
        " open).",
    )
    after = _told(_summary(_town(single, as_of=date(2021, 11, 1))))[-1]
    assert after[1].startswith("s0: renewal of the contract, ask for FY2023 by")
    assert "open" not in after[1]


def test_empty_workspace_has_no_news() -> None:
    """A town without systems gets an empty summary, not a crash."""
    town = planned("schema: stdmig.systems/1\nmunicipality: {name: 甲}\nsystems: []\n")
    assert _summary(town) == Summary(())


def test_summary_is_japanese_for_japanese_readers() -> None:
    """The same statements, in era dates."""
    told = _told(_summary(sample_city()), JAPANESE)
    assert told[1][1].startswith("各作業を最長の月数で進めると、稼働はR8.10.1となり、")


PAST = date(2026, 11, 21)
RECORD = (
    "Record the live ones in progress.yaml (live), and mark the designated ones in"
    " systems.yaml (designated)."
)


def _undated(*contracts: str) -> Planned:
    """Return a town that wants no day, after the deadline 2026-03-31."""
    systems = "".join(
        SYSTEM.format(id=f"s{n}", cutover="", contract=contract)
        for n, contract in enumerate(contracts)
    )
    return planned(TOWN.format(systems=systems), as_of=PAST)


@pytest.mark.parametrize(
    ("contracts", "tone", "words"),
    [
        # April to 21 November: 30 + 31 + 30 + 31 + 31 + 30 + 31 + 21 days.
        (
            (LONG,),
            "bad",
            "The one known contract ended before the as-of date 2026-11-21, with its"
            " system not live. The longest gap is 235 days (s0).",
        ),
        (
            (LONG, "{end: 2027-03-31}"),
            "bad",
            "1 of 2 known contracts ended before the as-of date 2026-11-21, with its"
            " system not live. The longest gap is 235 days (s0).",
        ),
        (
            ("{end: 2027-03-31}",),
            "decide",
            "No known contract is over yet; whether they last until the cutover cannot"
            " be told before its day is settled.",
        ),
    ],
)
def test_past_deadline_comes_first_and_calls_no_contract_fine(
    contracts: tuple[str, ...], tone: str, words: str
) -> None:
    """Where nothing is recorded as live, that is the first thing to put right."""
    first, second, third, *_ = _told(_summary(_undated(*contracts)))
    number = len(contracts)
    many = "1 system is" if number == 1 else f"{number} systems are"
    assert first == (
        "bad",
        f"The deadline 2026-03-31 is past, and {many} not recorded as live. {RECORD}",
    )
    assert second == (tone, words)
    assert third[1].startswith("Even with every task at its shortest")
    assert "Choose a later cutover" not in third[1]


def test_some_over_and_some_that_end_before_a_cutover_ahead() -> None:
    """Both are told in one sentence, since both need somebody's help."""
    text = TOWN.format(
        systems=SYSTEM.format(id="s0", cutover="", contract=LONG)
        + SYSTEM.format(id="s1", cutover="2029-10-01", contract="{end: 2027-03-31}")
    )
    told = _told(_summary(planned(text, as_of=PAST)))
    assert told[1][1].startswith(
        "2 of 2 known contracts are over, or end before the eve of their cutover."
    )
