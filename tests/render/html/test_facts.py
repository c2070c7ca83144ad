"""The page says no less than the terminal does."""

from __future__ import annotations

import re
from datetime import date

import pytest

from stdmig.render.dossier import Dossier
from stdmig.render.html.page import html_page
from stdmig.render.one_line import one_line
from stdmig.render.place_in_file import place_in_file
from stdmig.render.plan.budgets import budget_facts
from stdmig.render.plan.standing import critical_path, standing
from stdmig.render.plan.text import plan_text
from stdmig.render.screen import Screen
from stdmig.rules import RULES, Suppression
from stdmig.words import Text, in_style
from stdmig.workspace.dossier import dossier as dossier_of
from tests.helpers import ENGLISH
from tests.render.html.tree import Node, read
from tests.screens import sample_city


@pytest.fixture(params=["sample", "town"])
def dossier(request: pytest.FixtureRequest) -> Dossier:
    """Return one workspace after the other."""
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Dossier)
    return found


@pytest.fixture
def page(dossier: Dossier) -> Node:
    """Return its page as a tree."""
    return read(html_page(dossier, ENGLISH))


def _words(told: object) -> str:
    return " ".join(one_line(in_style(told, ENGLISH)).split())


def test_every_day_of_the_terminal_is_on_the_page(dossier: Dossier, page: Node) -> None:
    """No date that ``stdmig plan`` prints is missing."""
    told = plan_text(dossier.page, Screen(ENGLISH, 200, False))
    days = set(re.findall(r"\d{4}-\d\d-\d\d", told))
    assert len(days) > 40
    assert sorted(days - set(re.findall(r"\d{4}-\d\d-\d\d", page.text))) == []


def test_every_sentence_of_the_terminal_is_on_the_page(
    dossier: Dossier, page: Node
) -> None:
    """Summary, standing, budgets and assumptions are there word for word."""
    shown = dossier.page
    told: list[Text] = [
        sentence
        for statement in shown.summary.statements
        for sentence in statement.sentences
    ]
    told += [*critical_path(shown), *standing(shown)]
    told += [fact for group in shown.budgets for fact in budget_facts(group)]
    told += [each.text for each in shown.assumptions]
    missing = [words for words in map(_words, told) if words not in page.text]
    assert missing == []


def test_every_row_of_the_chart_is_there(sample: Dossier, tree: Node) -> None:
    """Work items and contracts have the cells that the terminal prints."""
    items = tree.by_id("items")
    rows = [row for row in items.all("tr") if row.attributes.get("id")]
    cells = [[cell.text for cell in row.parts[:5]] for row in rows]  # type: ignore[union-attr]
    assert len(cells) == 21
    assert cells[0] == [
        "1",
        "Setting up the organisation critical",
        "2021-10-01",
        "2021-12-31",
        "0",
    ]
    assert cells[9] == [
        "9",
        "of which Seal registration",
        "2024-03-01",
        "2024-05-31",
        "121",
    ]
    held = [
        [cell.text for cell in row.parts[1:5]]  # type: ignore[union-attr]
        for row in tree.by_id("held").all("tr")
        if row.attributes.get("id")
    ]
    assert held[0] == ["アクロシティ住民情報システム", "14", "2024-09-30", "365 days"]
    assert held[3] == ["生活保護システム", "1", "2022-03-31", "renew 4 times"]


def test_every_system_and_task_can_be_found(dossier: Dossier, page: Node) -> None:
    """Each system has a line or a name in one; each task has a row of its own."""
    plan = dossier.plan
    names = " ".join(node.text for node in page.with_class("name"))
    for system in plan.network.systems:
        assert _words(system.title) in names
    table = page.by_id("tasks")
    rows = [row for row in table.all("tr") if len(list(row.all("td"))) == 7]
    assert len(rows) == len(plan.tasks)
    refs = sorted(next(row.all("td")).text for row in rows)
    assert refs == sorted(task.item.ref for task in plan.tasks)


def test_findings_are_told_with_what_to_do_and_why(
    dossier: Dossier, page: Node
) -> None:
    """Message, details, place, help and the rule's reason are there."""
    findings = page.by_id("findings").text
    whys = {rule.code: rule.why for rule in RULES}
    assert dossier.report.entries
    for entry in dossier.report.entries:
        told = (entry.message, *entry.details, entry.help, whys[entry.code])
        for words in told:
            assert words is None or _words(words) in findings
        assert place_in_file(entry.location) in findings
        assert entry.code in findings


def test_sections_stand_in_the_order_of_their_weight(tree: Node) -> None:
    """Chart first, then what can go wrong, the long lists last."""
    (main,) = tree.all("main")
    sections = [node.attributes["id"] for node in main.all("section")]
    assert sections == [
        "chart",
        "milestones",
        "findings",
        "contracts",
        "money",
        "load",
        "tasks",
        "ways",
        "assumptions",
    ]


def test_milestones_name_their_day_and_systems(tree: Node) -> None:
    """Days and weekdays in order; which systems, where it is not all of them."""
    rows = [row.text for row in tree.by_id("milestones").all("tr")][1:]
    assert rows[0] == "2023-08-31 Thu Policy decided, RFI analysed all systems"
    assert rows[3] == "2024-09-30 Mon Contract 1 system Seal registration"
    assert rows[-1] == "2025-10-01 Wed Cutover all systems"


def test_contracts_tell_gap_and_requests(tree: Node) -> None:
    """The longest gap stands first, with its days and when its money is asked for."""
    rows = [row.text for row in tree.by_id("contracts").all("tr")][1:]
    assert rows[0].startswith("アクロシティ住民情報システム")
    assert "365 days 2024-10-01 to 2025-09-30" in rows[0]
    assert "FY2024: 2023-09-01 to 2023-10-31 (not open yet)" in rows[0]
    assert rows[3].startswith("生活保護システム single-year contract")
    assert "FY2022: 2021-09-01 to 2021-10-31 (requests are open)" in rows[3]


def test_unknown_money_is_empty_never_zero(tree: Node) -> None:
    """The sample has no prices: no sum, and every line is counted as unpriced."""
    table = next(tree.by_id("money").all("table"))
    rows = [
        [c.text for c in row.all() if c.tag in ("th", "td")] for row in table.all("tr")
    ]
    assert rows[1] == ["FY2022", "", "1", "0", "1", "2021-10-31"]
    assert rows[-1] == ["Total", "", "124", "0", "124", ""]


def test_workload_is_told_in_numbers(sample: Dossier, tree: Node) -> None:
    """Every section's peak is there; a month is never told by colour alone."""
    table = tree.by_id("load")
    rows = {
        next(row.all("th")).text: row
        for row in table.all("tr")
        if next(row.all("td"), None)
    }
    for each in sample.workloads:
        row = rows[each.section or "No section is recorded"]
        cells = [cell.text for cell in row.all("td")]
        assert cells[0] == str(each.peak)
        assert [int(cell) for cell in cells[1:] if cell] == list(each.tasks.values())


def test_dates_follow_the_style(sample_page_ja: str) -> None:
    """The Japanese page writes eras; programs still find ISO days."""
    page = read(sample_page_ja)
    (html,) = page.all("html")
    assert html.attributes["lang"] == "ja"
    assert "R7.10.1" in page.text
    assert "2025-10-01" not in page.text
    days = {node.attributes["datetime"] for node in page.all("time")}
    assert {"2021-10-01", "2025-10-01", "2026-03-31"} <= days
    assert "令和7年度 (2025)" in page.text


def test_accepted_findings_stand_apart_with_their_reason(sample: Dossier) -> None:
    """
    They are told, with who said so and until when, and counted nowhere.

    A page has no baseline: what one would take out of the count stays in it.
    """
    accepted = Suppression("accepted", "延長は協議中", "推進課", date(2022, 3, 31))
    first, second, *others = sample.report.entries
    entries = (
        first._replace(suppression=accepted),
        second._replace(suppression=Suppression("baseline")),
        *others,
    )
    report = sample.report._replace(entries=entries)
    page = read(html_page(sample._replace(report=report), ENGLISH))
    (apart,) = page.with_class("accepted-list")
    assert _words(first.message) in apart.text
    assert "accepted by 推進課 until 2022-03-31: 延長は協議中" in apart.text
    for open_one in (second, others[0]):
        assert _words(open_one.message) not in apart.text
        assert _words(open_one.message) in page.by_id("found").text
    assert "baseline" not in page.text
    (tally,) = page.with_class("tally")
    assert tally.text == "error 2 warning 20 note 0"


def test_page_of_a_section_says_so() -> None:
    """It names the section, and holds its own contracts alone."""
    page = read(html_page(dossier_of(sample_city(), "健康増進課"), ENGLISH))
    (heading,) = page.all("h1")
    assert heading.text == "Aira City sample 健康増進課"
    rows = [
        next(row.all("th")).text
        for row in page.by_id("held").all("tr")
        if row.attributes.get("id")
    ]
    assert rows == ["健康管理システム"]


def test_hundreds_of_names_can_be_listed(large: Dossier) -> None:
    """A milestone of 400 systems is no recursion too deep."""
    page = read(html_page(large, ENGLISH))
    assert "独自業務399" in page.by_id("milestones").text
