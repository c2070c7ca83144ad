"""The questions of ``stdmig init`` at a terminal (初めの質問)."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.cells import cell_len

from stdmig.inventory import STATUTORY
from stdmig.words import LANGUAGES, Language
from stdmig.workspace import Request, open_workspace
from tests.terminal import END, STOP, converse

ANSWERS = (
    *("見本町", "４６２２５０", "総務課", "１３", "", "1,3", "R8.1", ""),
    *("税務課", "6〜9", "市民課", "1-4", "税務課", "15", ""),
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_seven_questions_make_a_workspace(tmp_path: Path, language: Language) -> None:
    """Each says how far one has come; the answers stand in the file."""
    code, shown = converse("init", answers=ANSWERS, cwd=tmp_path, lang=language)
    assert code == 0, shown
    number = {"en": "Question ", "ja": "質問"}[language]
    mark = {"en": ": ", "ja": "\u3000"}[language]
    for step in range(1, 8):
        assert f"\n{number}{step}/7{mark}" in shown
    assert shown.count("Ctrl+C") == 1
    assert [line for line in shown.splitlines() if cell_len(line) > 80] == []
    inventory, faults = open_workspace(Request(tmp_path))
    assert faults == []
    assert inventory is not None
    town = inventory.municipality
    assert (town.name, town.code, town.lead_section) == ("見本町", "462250", "総務課")
    (absent,) = (each for each in inventory.file.systems if not each.applies)
    reason = {
        "ja": "福祉事務所を置いていないため",
        "en": "there is no welfare office here",
    }
    assert (absent.id, absent.reason) == ("seiho", reason[language])
    assert inventory.progress is not None
    assert [(each.system, str(each.since)) for each in inventory.progress.live] == [
        *(("juki", "2026-01-01"), ("koseki", "2026-01-01"))
    ]
    assert [each.id for each in inventory.file.systems if each.designated] == [
        each for each in STATUTORY if each not in ("juki", "koseki", "seiho")
    ]
    owned = {each.system.id: each.unit.section for each in inventory.installations}
    assert owned == {
        **dict.fromkeys(("juki", "inkan", "koseki", "fuhyo"), "市民課"),
        **dict.fromkeys(("kojin", "hojin", "kotei", "keiji", "kaigo"), "税務課"),
    }


def test_wrong_answers_are_asked_again(tmp_path: Path) -> None:
    """Each is told what is wrong with it, and nothing is lost."""
    answers = (
        "",
        "見本町",
        "123456",
        "",
        "",
        "21",
        "seiho",
        "",
        "13",
        "2,3",
        "2099-01",
        "",
        "2",
        "なし",
        "課",
        "13",
        "1",
        "",
    )
    code, shown = converse("init", answers=answers, cwd=tmp_path)
    assert code == 0, shown
    for told in (
        "this is empty",
        "123456 is no code of a municipality",
        "'21' is none of the systems; write numbers from 1 to 20",
        "write at least one number, such as 1",
        "2099-01-01 is still to come",
    ):
        assert told in shown
    # 生活保護 is not here, so no section owns it.
    assert shown.count("write at least one number, such as 1") == 3
    assert "Still without a section: 2-12, 14-20" in shown


def test_options_are_not_asked_again(tmp_path: Path) -> None:
    """What is given beforehand shortens the questions."""
    options = (
        *("--name", "見本町", "--not-here", "seiho", "--section", "課=juki"),
        *("--live", "none", "--designated", "all"),
    )
    code, shown = converse("init", *options, answers=("", ""), cwd=tmp_path)
    assert code == 0, shown
    assert "Question 1/2: The 6-digit code of the municipality" in shown
    assert "Question 2/2: The section that leads" in shown
    assert "Question 3" not in shown


@pytest.mark.parametrize("key", [END, STOP], ids=["Ctrl-D", "Ctrl-C"])
@pytest.mark.parametrize("before", [0, 1, 4], ids=str)
def test_stopping_leaves_nothing(tmp_path: Path, key: str, before: int) -> None:
    """Whenever the person stops, no file is there and the code says so."""
    town = tmp_path / "town"
    answers = (*ANSWERS[:before], key)
    code, shown = converse("init", town, answers=answers, cwd=tmp_path)
    assert code == 130
    assert shown.endswith("\ninterrupted; nothing was written\n")
    assert not town.exists()


def test_proposals_are_taken_without_a_question(tmp_path: Path) -> None:
    """``--yes`` asks nothing even at a terminal."""
    code, shown = converse("init", "--name", "x", "--yes", answers=(), cwd=tmp_path)
    assert code == 0
    assert "> " not in shown
    assert (tmp_path / "systems.yaml").is_file()


def test_existing_file_ends_it_before_the_first_question(tmp_path: Path) -> None:
    """Nobody answers seven questions for nothing."""
    (tmp_path / "systems.yaml").write_text("mine", encoding="utf-8")
    code, shown = converse("init", answers=ANSWERS, cwd=tmp_path)
    assert code == 2
    assert shown.startswith("error: systems.yaml exists already\n")


def test_half_a_character_is_no_crash(tmp_path: Path) -> None:
    """An interrupted paste is refused in words."""
    answers: tuple[str | bytes, ...] = (b"\xe3\x81\x82\xe3", "見本町", END)
    code, shown = converse("init", answers=answers, cwd=tmp_path)
    assert code == 130
    assert "Traceback" not in shown
    assert "Question 2/7: " in shown


def test_questions_on_a_cp932_console(tmp_path: Path) -> None:
    """A Japanese console is asked, and understood, in its own encoding."""
    code, shown = converse(
        "init", answers=ANSWERS, cwd=tmp_path, lang="ja", encoding="cp932"
    )
    assert code == 0, shown
    assert "\\u" not in shown
    inventory, _ = open_workspace(Request(tmp_path))
    assert inventory is not None
    assert inventory.municipality.name == "見本町"


def test_bytes_that_are_no_text_are_asked_again(tmp_path: Path) -> None:
    """What is typed in another encoding is never shown as halves of pairs."""
    answers: list[str | bytes] = ["x", "", "", b"\xff\xfe", *[""] * 20]
    for encoding in ("utf-8", "utf-8:surrogateescape"):
        folder = tmp_path / encoding[5:]
        folder.mkdir(exist_ok=True)
        code, shown = converse("init", answers=answers, cwd=folder, errors=encoding[6:])
        assert code == 0, shown
        assert "this cannot be read as text; type it again" in shown
        assert "udcff" not in shown
