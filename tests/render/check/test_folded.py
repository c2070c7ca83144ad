"""Findings of a rule that differ in nothing but what they are about."""

from __future__ import annotations

from datetime import date

from stdmig.render.check.text import check_lines, check_text
from stdmig.words import Style
from tests.rules.planned import planned
from tests.screens import report, screen

TOWN = """\
schema: stdmig.systems/1
municipality: {name: 見本市}
systems:
"""
UNIT = "  - {{id: {}, units: [{{section: 甲課, package: {}, policy: undecided}}]}}\n"


def _page(*named: tuple[str, str]) -> list[str]:
    """Return the screen of a town that has one unit of each of these packages."""
    systems = TOWN + "".join(UNIT.format(*each) for each in named)
    found = report(planned(systems, as_of=date(2021, 10, 1)))
    own = tuple(each for each in found.entries if each.code == "STD105")
    return check_text(found._replace(entries=own), screen("en")).splitlines()


def test_three_of_a_kind_are_one_with_a_list() -> None:
    """The first is told in full; of the others the names, places and keys are."""
    page = _page(("kojin", "甲"), ("hojin", "乙"), ("kotei", "乙"), ("juki", "丙"))
    start = page.index(next(each for each in page if "STD105" in each))
    assert page[start + 1 : start + 7] == [
        "  甲: the vendor's policy is undecided for 1 unit; planned as a change of"
        " vendor",
        "    systems.yaml:4:59  procurement: 甲:undecided",
        "    the same of 2 others:",
        "      乙 (2 units)  systems.yaml:5:59  procurement: 乙:undecided",
        "      丙 (1 unit)  systems.yaml:7:58  procurement: 丙:undecided",
        "  What to do: ask the vendor, and set 'policy' to stay, switch or national",
    ]


def test_two_are_told_one_by_one() -> None:
    """A list of one would be longer than the sentence."""
    page = _page(("kojin", "甲"), ("hojin", "乙"))
    assert not any("the same of" in each for each in page)
    assert sum("undecided for 1 unit" in each for each in page) == 2


def test_figures_that_happen_to_be_names_are_no_names() -> None:
    """Packages "1" and "2" are told alike, their figures are not."""
    page = _page(("kojin", '"1"'), ("hojin", '"2"'), ("kotei", '"3"'))
    assert "    the same of 2 others:" in page
    assert any(each.startswith("      2 (1 unit)") for each in page)


def test_lines_for_a_pipe_stay_one_for_each_finding() -> None:
    """What programs read is never folded."""
    named = (("kojin", "甲"), ("hojin", "乙"), ("juki", "丙"))
    systems = TOWN + "".join(UNIT.format(*each) for each in named)
    found = report(planned(systems, as_of=date(2021, 10, 1)))
    lines = check_lines(found, Style.of("en")).splitlines()
    assert sum("[STD105]" in each for each in lines) == 3
    assert len(lines) == len(found.open)
