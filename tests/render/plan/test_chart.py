"""The chart of towns that differ from the sample (工程表)."""

from __future__ import annotations

import re
from functools import cache

import pytest
from rich.cells import cell_len

from stdmig.render.plan.text import plan_text
from stdmig.words import LANGUAGES, Language
from stdmig.workspace import Planned
from stdmig.workspace.plan_page import plan_page
from tests.rules.planned import planned
from tests.screens import screen

SYSTEM = """\
  - id: {id}
    statutory: false
    name: {name}
    cutover: {cutover}
    units:
      - section: {name}担当課
        policy: stay
        contract: {{name: {name}の契約, {contract}}}
"""


LONG_NAME = "とても長い名前の業務" * 8
# Name, cutover and contract of each system.
TOWNS: dict[str, list[tuple[str, str, str]]] = {
    # R12 takes a cell more than R8, H31 as well.
    "years of two digits": [
        ("甲", "2030-12-12", "start: 2015-10-10, end: 2019-03-31"),
        ("乙", "2025-10-01", "end: 2030-12-31"),
    ],
    "a span of forty years": [("甲", "2059-10-01", "end: 2029-03-31")],
    "many renewals": [
        ("甲", "2034-10-01", "start: 2021-04-01, end: 2022-03-31, kind: single_year")
    ],
    "an end that nobody knows": [("甲", "2025-10-01", "start: 2021-04-01")],
    "long names": [
        (LONG_NAME, "2025-10-01", "end: 2024-03-31"),
        (f"{LONG_NAME}乙", "2025-11-01", "end: 2024-03-31"),
    ],
    "no systems": [],
}


@cache
def _town(name: str) -> Planned:
    systems = "".join(
        SYSTEM.format(id=f"s{number}", name=title, cutover=cutover, contract=contract)
        for number, (title, cutover, contract) in enumerate(TOWNS[name])
    )
    head = "schema: stdmig.systems/1\nmunicipality: {name: 見本市}\nsystems:"
    return planned(f"{head}\n{systems}" if systems else f"{head} []\n")


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("town", TOWNS)
def test_chart_of_any_town_fits(town: str, language: Language, width: int) -> None:
    """Long names, late years, unknown ends and long spans stay on the screen."""
    for full in (False, True):
        page = plan_page(_town(town))._replace(full=full, list_assumptions=True)
        lines = plan_text(page, screen(language, width)).splitlines()
        assert [line for line in lines if cell_len(line) > width] == []


def _chart(town: str, language: Language) -> list[str]:
    return plan_text(plan_page(_town(town)), screen(language)).splitlines()


def test_dates_stand_below_each_other_whatever_their_width() -> None:
    """Years of two digits widen the column of all dates, not of one."""
    chart = _chart("years of two digits", "ja")
    lines = [line for line in chart if re.match(r" {1,2}\d+ .* - +R", line)]
    assert any("R12." in line for line in lines)
    assert any(" R7." in line for line in lines)
    assert len({cell_len(line[: line.index(" - ")]) for line in lines}) == 1


def test_contract_that_nobody_knows_the_end_of_says_so() -> None:
    """An unknown last day is called unknown, and no gap is claimed."""
    (line,) = [
        line for line in _chart("an end that nobody knows", "en") if "unknown" in line
    ]
    assert line.split()[:4] == ["甲の契約", "1", "unknown", "unknown"]


def test_single_year_contract_counts_its_renewals() -> None:
    """Its gap is told in renewals; 2022 to 2034 are thirteen fiscal years."""
    (line,) = [line for line in _chart("many renewals", "ja") if "単年" in line]
    assert line.split()[:5] == ["甲の契約", "1", "単年", "R4.", "3.31"]
    assert "更新13回" in line


def test_cutovers_on_different_days_are_told_as_a_span() -> None:
    """The heading says from when to when the systems are cut over."""
    heading = " ".join(_chart("years of two digits", "en")[:3])
    assert "cutovers 2025-10-01 to 2030-12-12" in heading


def test_town_without_systems_has_no_rows() -> None:
    """There is nothing to draw, and nothing breaks."""
    lines = _chart("no systems", "en")
    assert not any(line.startswith("  1 ") for line in lines)
    assert "Next: stdmig check" in lines


def test_cut_name_ends_in_two_dots() -> None:
    """A name that is too long is visibly cut."""
    (line,) = [line for line in _chart("long names", "ja") if "うち" in line][:1]
    assert ".." in line
