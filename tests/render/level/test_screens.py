"""The screen of a levelled plan: what it says first, and that it fits (画面)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest
from rich.cells import cell_len

from stdmig.levelling.levelled import Levelled
from stdmig.render.level.page import LevelPage
from stdmig.render.level.text import level_text
from stdmig.words import LANGUAGES, Language
from tests.levels import (
    hostile_levelled,
    impossible_sample,
    limited_sample,
    sample_levelled,
    tenths_sample,
    two_towns,
)
from tests.screens import screen
from tests.terminal_width import doubtful, wide

Golden = Callable[[str, str | bytes], None]
Maker = Callable[[], Levelled]

MAKERS: tuple[Maker, ...] = (
    sample_levelled,
    limited_sample,
    impossible_sample,
    tenths_sample,
    two_towns,
)


def _told(levelled: Levelled, *, full: bool = False, language: Language = "en") -> str:
    return level_text(LevelPage(levelled, full), screen(language))


def _joined(told: str) -> str:
    """Return a page as one line, as its sentences are read."""
    return re.sub(r"\s+", " ", told)


@pytest.mark.parametrize("columns", [60, 80, 200])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("make", MAKERS, ids=lambda make: make.__name__)
@pytest.mark.parametrize("full", [False, True])
def test_screen_fits(make: Maker, language: Language, columns: int, full: bool) -> None:
    """No line is wider than the screen, and no character is of doubtful width."""
    told = level_text(LevelPage(make(), full), screen(language, columns))
    assert [line for line in told.splitlines() if wide(line) > columns] == []
    assert doubtful(told) == set()


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize(
    ("name", "make"),
    [("level", limited_sample), ("level_impossible", impossible_sample)],
)
def test_screen_is_as_filed(
    name: str, make: Maker, language: Language, golden: Golden
) -> None:
    """The whole screen is that of the file."""
    golden(f"{name}_{language}_80.txt", _told(make(), language=language))


def test_first_lines_say_what_matters() -> None:
    """Capacities, the peak with its proof, and how much moves stand at the head."""
    head = _joined(_told(limited_sample()).split("Goals")[0])
    assert "The capacity that is recorded is kept in every month." in head
    assert "48 people in a month, down from 60." in head
    assert "It is proven that it cannot be below 47; gap 1 (3%)." in head
    assert "186 of 224 tasks start on another day, up to 5 months earlier." in head
    assert "1 task cannot be levelled and keeps its dates." in head


def test_nothing_is_called_least_without_proof() -> None:
    """Only where value and bound meet, it says that no plan is better."""
    found = sample_levelled()
    proven = found.reached[0]._replace(bound=found.reached[0].value)
    assert "no plan has a lower one" not in _joined(_told(found))
    told = _joined(_told(replace(found, reached=(proven, *found.reached[1:]))))
    assert "It is proven that no plan has a lower one." in told
    later = replace(found, reached=(found.reached[2], proven))
    assert "a lower one that is as good in the goals before." in _joined(_told(later))
    assert "optimal" not in told


def test_many_clashes_are_told_up_to_a_limit() -> None:
    """Of hundreds the first are told and the others counted; ``--full`` tells all."""
    found = impossible_sample()
    many = replace(found, clashes=found.clashes[:1] * 300)
    told = _told(many)
    assert told.count("To change: ") == 10
    assert "\n  and 290 more (--full)\n" in told
    assert _told(many, full=True).count("To change: ") == 300


def test_impossible_plan_says_who_when_and_what_to_do() -> None:
    """The clash is told with its months, its amounts, its tasks and three ways out."""
    told = _joined(_told(impossible_sample()))
    assert "No plan can keep every capacity." in told
    assert "60 person-months of work fall between 2022-08 and 2023-08, and 39" in told
    assert "These tasks clash: 2 Survey of the present systems" in told
    assert "To change: raise the capacity in these months to 4.7 on average" in told
    assert "Goals" not in told
    assert "--save" not in told


def test_one_task_that_is_too_much_is_told_so() -> None:
    """Where a single task takes more people than there ever are, it says that."""
    found = impossible_sample()
    clash = found.clashes[0]._replace(
        at_once=True, needed=Decimal(4), available=Decimal("2.5")
    )
    told = _joined(_told(replace(found, clashes=(clash,))))
    assert "one task takes 4 at a time, and there is never more than 2.5" in told
    assert "raise the capacity to 4 in every month in which it is done" in told


def test_unproven_excess_is_not_called_impossible() -> None:
    """A plan that breaks a capacity says where, and that another may exist."""
    found = replace(impossible_sample(), clashes=())
    told = _joined(_told(found))
    assert "No plan was found that keeps every capacity." in told
    assert "needs 5 people in 2022-08, and has 3." in told
    assert "That none exists is not proven." in told


def test_interrupted_search_says_so() -> None:
    """After Ctrl-C the reader knows that it is not all that could be found."""
    told = _told(replace(sample_levelled(), interrupted=True))
    assert "The search was interrupted: this is the best plan" in _joined(told)


def test_tenths_are_shown_where_there_are_any() -> None:
    """With a scale of ten, peaks have one place and squares two."""
    told = _joined(_told(tenths_sample()))
    assert "4.8 people in a month" in told
    assert "(people) 4.8 4.7 0.1 (3%)" in told
    assert "loads 43.21 40.00 3.21 (9%)" in told


def test_limit_that_is_exceeded_is_marked() -> None:
    """Months above the limit have a mark instead of their figure."""
    rows = _told(limited_sample()).split("People a month")[1].splitlines()
    assert "!" in rows[1]
    assert "!" not in rows[3]


def test_equal_moves_are_folded_unless_all_are_wanted() -> None:
    """`--full` gives every task its row, and leaves none out."""
    short, full = _told(sample_levelled()), _told(sample_levelled(), full=True)
    assert "and 54 more rows (--full)" in short
    assert "more rows" not in full
    assert full.count(" -> ") == 186


def test_next_step_leads_to_the_plan() -> None:
    """Saving comes before the plan, which is of the first workspace alone."""
    (town,) = sample_levelled().towns
    own = replace(town.plan.inventory, sample=False)
    network = replace(town.plan.network, inventory=own)
    plan = replace(town.plan, network=network)
    found = replace(sample_levelled(), towns=(town._replace(plan=plan),))
    page = LevelPage(found, options=" -w town", beside=" --with other")
    told = _joined(level_text(page, screen("en")))
    assert "Next: stdmig level -w town --with other --save, stdmig plan -w town" in told
    told = _joined(level_text(page._replace(saved=True), screen("en")))
    assert "Next: stdmig plan -w town, stdmig check -w town" in told
    told = _told(sample_levelled()).splitlines()[-1]
    assert told == "Next: stdmig plan --sample, stdmig check --sample"


def test_assumptions_are_told() -> None:
    """Loads that nobody wrote down, and durations that were guessed, are named."""
    told = _joined(_told(limited_sample()))
    assert "Assumed: 18 work items have no load in procedures.yaml" in told
    assert "Assumed: 13 work items have no likely duration" in told
    assert "Assumed: 9 sections have no capacity" in told


def test_several_towns_add_up_and_show_what_they_share() -> None:
    """The peaks of all lead sections are one figure; shared vendors stand apart."""
    told = _joined(_told(two_towns()))
    assert "The peaks of the 2 lead sections add up to" in told
    assert "Vendors of several municipalities" in told
    assert "株式会社A" in told


def test_hostile_names_break_no_line() -> None:
    """Names of all kinds stay on their lines, and no control reaches the terminal."""
    told = level_text(LevelPage(hostile_levelled(), full=True), screen("ja"))
    assert [line for line in told.splitlines() if cell_len(line) > 80] == []
    assert "\x1b" not in told
    assert "\u202e" not in told
