"""Lines whose request is made, or comes too late, say so (要求の状況)."""

from __future__ import annotations

from datetime import date

import pytest

from stdmig.budget import BudgetLine
from stdmig.render.html.page import html_page
from stdmig.workspace.dossier import dossier
from tests.dossiers import town_dossier
from tests.helpers import ENGLISH
from tests.render.html.tree import read
from tests.rules.planned import planned

TOWN = """\
schema: stdmig.systems/1
municipality: {name: 見本市}
systems:
  - {id: kojin, units: [{section: 税務課}]}
"""
ASKED = "asked for already (progress.yaml)"
CLOSED = "the window for the request is closed"


def _lines(progress: str | None, as_of: date) -> dict[int, BudgetLine]:
    """Return the line of the migration for each fiscal year."""
    entry = f"{{task: 8@kojin, {progress}}}" if progress else ""
    town = planned(
        TOWN,
        planning="{cutover: 2025-10-01}",
        progress=f"schema: stdmig.progress/1\ntasks: [{entry}]\n",
        as_of=as_of,
    )
    lines = [each for each in town.budget if each.cost_item == "migration"]
    return {each.fiscal_year: each for each in lines}


@pytest.mark.parametrize(
    ("progress", "as_of", "state"),
    [
        # The window of FY2024 is 2023-09-01 to 2023-10-31, both inside.
        (None, date(2023, 10, 31), "open"),
        (None, date(2023, 11, 1), "closed"),
        ("status: done, finish: 2023-10-31", date(2023, 10, 31), "asked"),
        ("status: done, finish: 2023-10-31", date(2024, 3, 1), "asked"),
        # Begun in the window, over after it: the same request.
        (
            "status: done, start: 2023-10-01, finish: 2023-11-20",
            date(2024, 3, 1),
            "asked",
        ),
        ("status: done", date(2024, 3, 1), "asked"),
        # A year earlier it was another request.
        ("status: done, finish: 2022-10-31", date(2024, 3, 1), "closed"),
        ("status: started, start: 2023-10-01", date(2024, 3, 1), "closed"),
        ("status: not_applicable", date(2023, 9, 1), "not_applicable"),
        ("status: not_applicable", date(2024, 3, 1), "not_applicable"),
    ],
)
def test_request_of_a_year(progress: str | None, as_of: date, state: str) -> None:
    """The line says whether its money is asked for, or can be no more."""
    line = _lines(progress, as_of)[2024]
    told = [remark.into(ENGLISH) for remark in line.remarks]
    assert line.request_due == date(2023, 10, 31)
    assert line.request_state == state
    expected = {
        "asked": [ASKED],
        "closed": [CLOSED],
        "open": [],
        "not_applicable": ["no money is asked for (progress.yaml)"],
    }[state]
    assert told == [*expected, "unit price not given"]


def test_later_year_is_asked_for_by_itself() -> None:
    """The year that carries out the debt obligation has a request of its own."""
    line = _lines("status: done, finish: 2023-10-31", date(2024, 7, 10))[2025]
    assert line.request_due == date(2024, 10, 31)
    assert line.request_state == "open"
    assert [remark.into(ENGLISH) for remark in line.remarks] == ["unit price not given"]


def test_lines_of_the_town_that_asked() -> None:
    """Progress says that みどり was asked for in autumn 2025; 税 is not yet."""
    lines = {
        (each.system, each.fiscal_year): each.request_state
        for each in town_dossier().lines
        if each.cost_item == "migration"
    }
    assert lines["juki", 2026] == "asked"
    assert lines["juki", 2027] == "open"
    assert lines["kojin", 2028] == "open"


def test_extension_says_it_once() -> None:
    """What is recorded of an extension is told by its own remark alone."""
    line = next(
        each
        for each in town_dossier().lines
        if each.cost_item == "extension" and each.request_state == "asked"
    )
    told = [remark.into(ENGLISH) for remark in line.remarks]
    assert told[0] == "extension requested"
    assert ASKED not in told


def test_page_marks_the_lines_and_the_years() -> None:
    """A line has a mark beside its day; a year names the days that are still open."""
    town = planned(TOWN, planning="{cutover: 2025-10-01}", as_of=date(2024, 7, 10))
    money = read(html_page(dossier(town), ENGLISH)).by_id("money")
    told = " ".join(money.text.split())
    assert "none open closed: 3 lines" in told
    assert "2023-10-31 closed" in told
    assert CLOSED in told
    assert len(list(money.with_class("closed"))) == 3
