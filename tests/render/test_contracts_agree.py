"""Every output gives the same answer about a contract (契約の状態の一致)."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import NamedTuple

import pytest

from stdmig.render.chart.overview import overview_svg
from stdmig.render.dossier import Dossier
from stdmig.render.html.page import html_page
from stdmig.render.plan.text import plan_text
from stdmig.words import Style
from stdmig.workspace.dossier import dossier
from tests.dossiers import sample_dossier, town_dossier
from tests.helpers import ENGLISH
from tests.render import contract_readings as read
from tests.render.chart.pictures import texts
from tests.render.html.tree import read as parse
from tests.rules.planned import planned
from tests.screens import screen


class State(NamedTuple):
    """
    What is to be read of a contract.

    Attributes
    ----------
    gap
        Under the heading "gap".
    days
        Without contract or signed extension; None where nobody knows.
    extended
        The day to which a signed extension runs.
    parts
        First and last days of the open gap, or of the years to be renewed.
    """

    last_day: str
    gap: str
    days: int | None
    extended: str | None = None
    parts: tuple[tuple[str, str], ...] = ()


TOWN = {
    "みどり総合行政システム": State("2026-03-31", "signed", 0, "2028-03-31"),
    "税オンライン（メインフレーム）": State(
        "2027-03-31", "1009 days", 1009, parts=(("2027-04-01", "2030-01-03"),)
    ),
    "障害者福祉システム": State(
        "2027-03-31",
        "renew 3 times",
        1009,
        parts=(
            ("2027-04-01", "2028-03-31"),
            ("2028-04-01", "2029-03-31"),
            ("2029-04-01", "2030-01-03"),
        ),
    ),
    "戸籍総合システム": State("2025-11-24", "-", 0),
    "健康管理システム": State("2026-01-04", "-", 0),
    "こども給付システム": State("2026-01-04", "-", 0),
}
SAMPLE = {
    "アクロシティ住民情報システム": State(
        "2024-09-30", "365 days", 365, parts=(("2024-10-01", "2025-09-30"),)
    ),
    "Wel+": State("2024-09-30", "365 days", 365, parts=(("2024-10-01", "2025-09-30"),)),
    "健康管理システム": State(
        "2025-03-31", "183 days", 183, parts=(("2025-04-01", "2025-09-30"),)
    ),
    "生活保護システム": State(
        "2022-03-31",
        "renew 4 times",
        1279,
        parts=(
            ("2022-04-01", "2023-03-31"),
            ("2023-04-01", "2024-03-31"),
            ("2024-04-01", "2025-03-31"),
            ("2025-04-01", "2025-09-30"),
        ),
    ),
}
# Cutover 2025-10-01, so that each is needed to 2025-09-30.
ODD = {
    # Signed to the end of June: July to September, 31 + 31 + 30 days, are open.
    "partly": State(
        "2025-03-31", "92 days", 92, "2025-06-30", (("2025-07-01", "2025-09-30"),)
    ),
    # May (31 days) and August to September (31 + 30) are open, June to July signed.
    "holes": State(
        "2025-04-30",
        "92 days",
        92,
        parts=(("2025-05-01", "2025-05-31"), ("2025-08-01", "2025-09-30")),
    ),
    "voted": State("2025-08-31", "30 days", 30, parts=(("2025-09-01", "2025-09-30"),)),
    "endless": State("unknown", "unknown", None),
    "lasting": State("2026-03-31", "-", 0),
}
_ODD = """\
schema: stdmig.systems/1
municipality: {name: 見本市, name_en: Mihon}
contracts:
  - id: partly
    start: 2020-04-01
    end: 2025-03-31
    extensions: [{start: 2025-04-01, end: 2025-06-30, state: signed}]
  - id: holes
    start: 2001-04-01
    end: 2025-04-30
    extensions: [{start: 2025-06-01, end: 2025-07-31, state: signed}]
  - id: voted
    end: 2025-08-31
    extensions: [{start: 2025-09-01, end: 2025-09-30, state: voted}]
  - {id: endless, start: 2020-04-01}
  - {id: lasting, start: 2020-04-01, end: 2026-03-31}
systems:
  - {id: juki, cutover: 2025-10-01, units: [{section: 甲課, contract: partly}]}
  - {id: inkan, cutover: 2025-10-01, units: [{section: 甲課, contract: holes}]}
  - {id: senkyo, cutover: 2025-10-01, units: [{section: 甲課, contract: voted}]}
  - {id: kokuho, cutover: 2025-10-01, units: [{section: 甲課, contract: endless}]}
  - {id: kaigo, cutover: 2025-10-01, units: [{section: 甲課, contract: lasting}]}
"""


@cache
def _odd() -> Dossier:
    return dossier(planned(_ODD))


# No cutover is wanted and the deadline is past: the need runs to the as-of date.
PAST = {
    # April to 21 November: 30 + 31 + 30 + 31 + 31 + 30 + 31 + 21 days.
    "tax": State("2026-03-31", "235 days", 235, parts=(("2026-04-01", "2026-11-21"),)),
    "long": State("2027-03-31", "-", 0),
}
_PAST = """\
schema: stdmig.systems/1
municipality: {name: 見本市, name_en: Mihon}
contracts:
  - {id: tax, start: 2021-04-01, end: 2026-03-31}
  - {id: long, start: 2021-04-01, end: 2027-03-31}
systems:
  - {id: kojin, units: [{section: 甲課, contract: tax}]}
  - {id: hojin, units: [{section: 甲課, contract: long}]}
"""


@cache
def _past() -> Dossier:
    return dossier(planned(_PAST, as_of=date(2026, 11, 21)))


CASES = [
    pytest.param(sample_dossier, SAMPLE, id="sample"),
    pytest.param(town_dossier, TOWN, id="town"),
    pytest.param(_odd, ODD, id="odd"),
    pytest.param(_past, PAST, id="past"),
]
both = pytest.mark.parametrize(("source", "expected"), CASES)
States = dict[str, State]


def _cells(expected: States) -> dict[str, read.Cells]:
    return {
        name: read.Cells(each.last_day, each.gap) for name, each in expected.items()
    }


@both
def test_tables_and_charts_say_the_same(source: object, expected: States) -> None:
    """Terminal, page, mayor's page and full chart have the same day and words."""
    made: Dossier = source()  # type: ignore[operator]
    cells = _cells(expected)
    assert {name: told for name, (told, _) in read.terminal(made).items()} == cells
    assert {name: told for name, (told, _) in read.html_table(made).items()} == cells
    assert read.html_chart(made) == cells
    for picture in read.pictures(made):
        assert picture == cells


@both
def test_bars_agree_with_the_words(source: object, expected: States) -> None:
    """A gap is drawn as one, a renewal as one, and nothing where all is signed."""
    made: Dossier = source()  # type: ignore[operator]
    chart, _, _ = read.sheets(made)
    for name, (_, bar) in read.terminal(made).items():
        each = expected[name]
        standing, signs = read.marks(chart, name)
        renewed = each.gap.startswith("renew")
        missing = bool(each.parts) and not renewed
        assert [mark in bar for mark in "!~"] == [missing, renewed], name
        assert ["！" in signs, "～" in signs] == [missing, renewed], name
        words = {"-": "no gap", "signed": "extension signed"}
        words["unknown"] = "last day unknown"
        told = f"gap of {each.gap}" if missing else words.get(each.gap, each.gap)
        assert standing in (told, f"{told} (requested)", f"{told} (voted)")


@both
def test_workbook_says_the_same(source: object, expected: States) -> None:
    """Words, days and both last days stand in columns of their own."""
    made: Dossier = source()  # type: ignore[operator]
    _, held, _ = read.sheets(made)
    rows = {row["Contract"]: row for row in held.dicts()}
    assert {name: row["Gap"] for name, row in rows.items()} == {
        name: each.gap for name, each in expected.items()
    }
    for name, each in expected.items():
        row, renewed = rows[name], each.gap.startswith("renew")
        assert row["Gap (days)"] == (None if renewed else each.days)
        assert (read.iso(row["Last day"]) or row["Last day"]) == each.last_day
        assert read.iso(row["Signed extension to"]) == each.extended
        assert read.iso(row["To be extended from"]) == (
            # To which day, nobody knows before there is a cutover.
            each.parts[0][0] if each.parts and expected is not PAST else None
        )


@both
def test_mermaid_says_the_same(source: object, expected: States) -> None:
    """Each contract has its own last day, and every part that is missing a bar."""
    made: Dossier = source()  # type: ignore[operator]
    found = read.mermaid(made)
    assert found.keys() == expected.keys()
    for name, each in expected.items():
        (label, _, last), *others = found[name]
        if each.days is None:
            assert label == f"{name} (last day unknown)"
            assert others == []
            continue
        assert last == each.last_day
        missing = [bar for bar in others if not bar[0].startswith("extension")]
        assert tuple(bar[1:] for bar in missing) == each.parts
        renewed = each.gap.startswith("renew")
        start = "renewal for FY" if renewed else "gap of "
        assert all(bar[0].startswith(start) for bar in missing)
        assert (f"({each.gap})" in label) == renewed
        signed = [bar[2] for bar in others if bar[0] == "extension signed"]
        if each.extended is not None:
            assert signed == [each.extended]


def test_mermaid_never_shows_a_first_day_that_is_not_the_contracts() -> None:
    """A true start, or a label that says from when the contract really is."""
    found = read.mermaid(_odd())
    assert found["partly"][0] == ("partly", "2020-04-01", "2025-03-31")
    assert found["holes"][0][0] == "holes (since 2001-04-01)"
    assert found["voted"][0][0] == "voted (first day unknown)"
    assert read.mermaid(town_dossier())["みどり総合行政システム"][0][1] == "2021-04-01"


@both
def test_calendar_and_project_say_the_same(source: object, expected: States) -> None:
    """The contract ends on its own day; what is signed beyond it has an end too."""
    made: Dossier = source()  # type: ignore[operator]
    events, tasks = read.calendar(made), read.project(made)
    for name, each in expected.items():
        own = [
            event for event in events if event[1].startswith(f"End of contract: {name}")
        ]
        beyond = f"End of the signed extension: {name}"
        extended = [event for event in events if event[1].startswith(beyond)]
        if each.days is None:
            assert (own, extended) == ([], [])
            assert f"End of contract: {name}" not in tasks
            continue
        ((day, summary, told),) = own
        finish, notes = tasks[f"End of contract: {name}"]
        assert (day, finish) == (each.last_day, each.last_day)
        assert [event[0] for event in extended] == (
            [each.extended] if each.extended else []
        )
        assert tasks.get(beyond, (None,))[0] == each.extended
        last = extended[0][1] if extended else summary
        renewed = each.gap.startswith("renew")
        assert last.endswith(f"({each.gap})") == renewed
        open_gap = bool(each.parts) and not renewed
        assert last.endswith("(not extended to the cutover)") == open_gap
        for words in (told, notes):
            assert ("No contract from" in words) == open_gap
            assert each.gap in words or not each.parts or len(each.parts) > 1
            assert (
                all(f"{first} - {end}" in words for first, end in each.parts)
                or open_gap
            )
            if each.extended:
                assert f"extended to {each.extended} (signed)" in words


@both
def test_programs_read_the_same(source: object, expected: States) -> None:
    """The days of the open gap and the last signed day are in the JSON."""
    made: Dossier = source()  # type: ignore[operator]
    found = read.programs(made)
    for name, each in expected.items():
        known = each.days is not None
        assert found[name]["open_gap_days"] == each.days
        assert found[name]["last_day"] == (each.last_day if known else None)
        assert found[name]["runs_to"] == (
            (each.extended or each.last_day) if known else None
        )
        renewals = len(each.parts) if each.gap.startswith("renew") else 0
        assert len(found[name]["renewals"]) == renewals


def test_gap_days_keep_their_meaning() -> None:
    """What is signed stays in ``gap_days``, as programs know it."""
    # 2026-04-01 to 2028-01-03, the eve of the cutover.
    found = read.programs(town_dossier())["みどり総合行政システム"]
    assert (found["gap_days"], found["open_gap_days"]) == (643, 0)


@pytest.mark.parametrize(
    ("source", "told"),
    [
        (sample_dossier, (4, 4, "365 days")),
        (town_dossier, (2, 6, "1009 days")),
        (_odd, (3, 4, "92 days")),
    ],
    ids=["sample", "town", "odd"],
)
def test_early_ends_are_counted_alike(
    source: object, told: tuple[int, int, str]
) -> None:
    """Summary, mayor's page, page and workbook count the same contracts."""
    made: Dossier = source()  # type: ignore[operator]
    short, known, longest = told
    # Where all of them end too early, one sentence says so of all.
    many = "All 4 known contracts end" if short == known else None
    sentence = many or f"{short} of {known} known contracts end before the eve"
    words = " ".join(plan_text(made.page, screen("en", 200)).split())
    assert sentence in words
    assert f"The longest gap is {longest}" in words
    overview = texts(overview_svg(made, ENGLISH))
    assert f"{short} of {known} contracts" in overview
    assert f"up to {longest}" in overview
    assert any(sentence in line for line in overview)
    assert sentence in parse(html_page(made, ENGLISH)).text
    _, _, head = read.sheets(made)
    assert f"{short} of {known} known contracts end before they are needed" in head


def test_only_what_nobody_settled_is_red() -> None:
    """A gap whose extension is signed or voted is no alarm; open days are."""
    page = plan_text(_odd().page, screen("en", 200, colour=True))
    assert "\x1b[31m 92 days\x1b[0m" in page
    assert "\x1b[31m 30 days" not in page
    town = plan_text(town_dossier().page, screen("en", 200, colour=True))
    assert "signed" in town
    assert "643" not in town


def test_japanese_words_are_the_same_in_every_table() -> None:
    """The same holds for the words of Japanese readers."""
    style = Style.of("ja")
    page = plan_text(town_dossier().page, screen("ja", 200))
    overview = texts(overview_svg(town_dossier(), style))
    html = parse(html_page(town_dossier(), style)).by_id("contracts").text
    for words in ("締結済み", "1009日", "更新3回"):
        assert words in page
        assert words in overview
        assert words in html


def test_contracts_that_are_over_are_counted_alike() -> None:
    """Where a cutover is past but not live, no output calls its contract fine."""
    sentence = (
        "1 of 2 known contracts ended before the as-of date 2026-11-21, with its system"
        " not live. The longest gap is 235 days (tax)."
    )
    made = _past()
    assert sentence in " ".join(plan_text(made.page, screen("en", 200)).split())
    overview = texts(overview_svg(made, ENGLISH))
    assert "1 of 2 contracts" in overview
    assert "up to 235 days" in overview
    assert sentence in parse(html_page(made, ENGLISH)).text
    _, _, head = read.sheets(made)
    assert "1 of 2 known contracts ends before it is needed no more" in head
