"""Systems and tasks by the words that people use for them (検索)."""

from __future__ import annotations

import pytest

from stdmig.workspace import find_system, find_tasks
from tests.screens import sample_city


@pytest.mark.parametrize(
    ("word", "system"),
    [
        ("kojin", "kojin"),
        ("個人住民税", "kojin"),
        ("Individual resident tax", "kojin"),
        # A unit, by its id or the name of its system.
        ("kokuho-zeimu", "kokuho"),
        ("住民記録システム", "juki"),
        # As keyboards make it: half-width kana, full-width and capital letters, blanks.
        ("子ども･子育て支援", "kodomo"),
        ("ＫＯＪＩＮ", "kojin"),
        (" 個人住民税\u3000", "kojin"),
    ],
)
def test_system_is_found_by_its_names(word: str, system: str) -> None:
    """Id, either name, or one of its units stand for a system, in any width."""
    found = find_system(sample_city().inventory, word)
    assert found is not None
    assert found.id == system


@pytest.mark.parametrize("word", ["", "koji", "税", "STD201"])
def test_other_words_name_no_system(word: str) -> None:
    """A part of a name is a guess, and guesses are not taken."""
    assert find_system(sample_city().inventory, word) is None


@pytest.mark.parametrize(
    ("word", "ids"),
    [
        ("1", ["1"]),
        ("14", ["14@kojin"]),
        ("14c", ["14c"]),
        ("１４Ｃ", ["14c"]),
        ("ﾃﾞｰﾀ移行", ["14@kojin"]),
        ("データ移行", ["14@kojin"]),
        ("Data migration", ["14@kojin"]),
        ("data-migration", ["14@kojin"]),
        ("8", ["8@アクロシティ住民情報システム:undecided"]),
        (
            "8@アクロシティ住民情報システム:undecided",
            ["8@アクロシティ住民情報システム:undecided"],
        ),
        ("14@juki", []),
        ("18", []),
    ],
)
def test_tasks_are_found_by_their_item(word: str, ids: list[str]) -> None:
    """Number, id or name of the item, or the id of the task, name a system's tasks."""
    planned = sample_city()
    system = find_system(planned.inventory, "kojin")
    assert system is not None
    places = find_tasks(planned.plan, system, word)
    assert [planned.plan.tasks[place].id for place in places] == ids
