"""``stdmig progress``: what happened is written, and nothing else changes (進捗)."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from stdmig.inventory import Source
from stdmig.workspace import Request, open_workspace
from stdmig.workspace.task_names import subjects_of
from tests.command import Result, run
from tests.helpers import ROOT
from tests.hostile import hostile_workspace

TOWN = ROOT / "examples" / "designated-town"


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """Return a folder with the files of a town that has begun."""
    for file in TOWN.glob("*.yaml"):
        shutil.copy(file, tmp_path / file.name)
    return tmp_path


def _run(town: Path, *words: str, lang: str = "en") -> Result:
    return run("progress", *words, cwd=town, lang=None, env={"STDMIG_LANG": lang})


def _written(town: Path) -> str:
    return (town / "progress.yaml").read_bytes().decode()


SET_EN = """\
progress.yaml: 2 entries change
  5@zei Documents of the request for information (RFI)
    status: started -> done
    finish: (nothing) -> 2026-10-31
  + 6@zei Request for information (RFI) (new)
    status: done
    finish: 2026-10-31
"""


def test_set_shows_before_and_after_and_writes(town: Path) -> None:
    """Tasks that are named, and the ministry's word for the status."""
    before = _written(town)
    result = _run(town, "set", "5@zei", "6@zei", "完了済み", "--finish", "R8.10.31")
    assert (result.code, result.out) == (0, SET_EN)
    assert result.err == (
        "written: progress.yaml\n2026-10-31 lies after the as-of date 2026-10-01 and"
        " does not count until then (--as-of looks at a later day)\n"
    )
    assert _written(town) == before.replace(
        '  - {task: "5@zei", status: started, start: 2026-09-01}\n',
        '  - {task: "5@zei", status: done, start: 2026-09-01, finish: 2026-10-31}\n'
        "  - {task: 6@zei, status: done, finish: 2026-10-31}  # RFIの実施\n",
    )
    again = _run(town, "set", "5@zei", "6@zei", "done", "--finish", "2026-10-31")
    assert (again.code, again.err) == (0, "")
    assert again.out == "progress.yaml: no change; it says so already\n"


def test_an_item_of_some_systems_by_their_names(town: Path) -> None:
    """An item by its name, systems by id or name; what no longer fits goes."""
    before = _written(town)
    words = ("--system", "国民健康保険", "--system", "koki", "--item", "assessment")
    result = _run(town, "set", *words, "done", "--finish", "2026-10")
    assert result.code == 0
    assert "    per cent done: 40 -> (nothing)\n" in result.out
    expected = before
    for system in ("kokuho", "koki"):
        old = f"system: {system}, status: started, start: 2026-08-01, percent: 40"
        new = f"system: {system}, status: done, start: 2026-08-01, finish: 2026-10"
        expected = expected.replace(old, new)
    assert _written(town) == expected


def test_a_whole_item_names_the_tasks_with_entries_of_their_own(town: Path) -> None:
    """They stay as they are, and that is said."""
    result = _run(town, "set", "--item", "2", "not-applicable")
    assert result.code == 0
    assert result.err == (
        "written: progress.yaml\n"
        "these tasks have entries of their own, which stay as they are: 2@shogai\n"
    )
    assert "{item: 2, status: not_applicable}" in _written(town)


@pytest.mark.parametrize("word", ["9@ZEI", "９＠ｚｅｉ", " 9@zei　"])
def test_ids_and_figures_may_be_typed_in_either_width(word: str, town: Path) -> None:
    """Width, capitals, blanks around and units do not matter; what is written does."""
    before = _written(town)
    more = ("--percent", "４０％", "--remaining", "２か月")
    result = _run(town, "set", word, "started", *more)
    assert (result.code, result.err) == (0, "written: progress.yaml\n")
    assert _written(town) == (
        f"{before}  - {{task: 9@zei, status: started, remaining_months: 2,"
        " percent: 40}  # ベンダ提案依頼(RFP)\n"
    )


def test_the_capital_of_an_item_is_no_other_item(town: Path) -> None:
    """14C is 文字情報基盤文字への対応 (14c), and not the data migration (14)."""
    result = _run(town, "set", "14C", "started", "--dry-run")
    assert result.out.splitlines()[1].startswith("  14c ")


def test_several_systems_may_begin_a_list(town: Path) -> None:
    """A file without the list gets it once, with an entry for each."""
    (town / "progress.yaml").write_text("schema: stdmig.progress/1\n", "utf-8")
    live = _run(town, "live", "juki", "kojin", "--since", "2026-01-05")
    assert (live.code, live.err) == (0, "written: progress.yaml\n")
    task = _run(
        town, "set", "--item", "2", "--system", "juki", "--system", "kojin", "done"
    )
    assert (task.code, task.err) == (0, "written: progress.yaml\n")
    assert _written(town) == (
        "schema: stdmig.progress/1\n"
        "live:\n"
        "  - {system: juki, since: 2026-01-05}  # 住民基本台帳\n"
        "  - {system: kojin, since: 2026-01-05}  # 個人住民税\n"
        "tasks:\n"
        "  - {item: 2, system: juki, status: done}"
        "  # 現行システムの概要調査（住民基本台帳）\n"
        "  - {item: 2, system: kojin, status: done}"
        "  # 現行システムの概要調査（個人住民税）\n"
    )


def test_a_day_that_has_not_come_is_pointed_out(town: Path) -> None:
    """It is written, but the plan of the as-of date does not count it."""
    told = (
        "written: progress.yaml\n2027-01-01 lies after the as-of date 2026-10-01 and"
        " does not count until then (--as-of looks at a later day)\n"
    )
    assert _run(town, "live", "juki", "--since", "2027-01").err == told
    started = _run(town, "set", "9@zei", "started", "--start", "2027-01-01")
    assert started.err == told


def test_dry_run_writes_nothing(town: Path) -> None:
    """It shows the same, and says so."""
    before = _written(town)
    words = ("set", "5@zei", "6@zei", "done", "--finish", "2026-10-31", "--dry-run")
    result = _run(town, *words)
    assert (result.code, result.out) == (0, SET_EN)
    assert result.err.startswith("nothing was written (--dry-run)\n2026-10-31 lies")
    assert _written(town) == before


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            ("set", "8@midory", "x@y", "done"),
            "error: no task has the id '8@midory'\n  did you mean '8@midori'?\n"
            "error: no task has the id 'x@y'\n  known here: 1, 2, 3, 4, 5, 6, 7, 8, 9,"
            " 10, 11, 12, 13, 14, 14c, 15, 16, 17\n",
        ),
        (
            ("set", "12", "done"),
            "error: item 12 is several tasks; name one, or all of them with --item 12\n"
            "  known here: 12@juki, 12@inkan, 12@senkyo, 12@shugaku, 12@kokuho,"
            " 12@koki, 12@nenkin, 12@kaigo, 12@kojin, 12@hojin, 12@kotei, 12@keiji,"
            " 12@shogai, 12@koseki, 12@fuhyo, 12@kenko, 12@jidoteate, 12@kodomo\n",
        ),
        (
            ("set", "8@midori", "finished"),
            "error: 'finished' is no status\n  known here: done, started, not_started,"
            " not_applicable, 完了済み, 作業中, 未着手, 対象外\n",
        ),
        (
            ("set", "done", "8@midori"),
            "error: '8@midori' is no status\n  known here: done, started, not_started,"
            " not_applicable, 完了済み, 作業中, 未着手, 対象外\n"
            "  the status comes last, behind the tasks\n",
        ),
        (
            ("set", "8@midori", "started", "--percent", "１０１"),
            "error: --percent: '１０１' is no whole number from 0 to 100\n"
            "  for help: stdmig progress set --help\n",
        ),
        (
            ("live", "生活保護", "--since", "2026-01"),
            "error: Public assistance is not among the systems of systems.yaml\n"
            "  known here: juki, inkan, senkyo, shugaku, kokuho, koki, nenkin, kaigo,"
            " kojin, hojin, kotei, keiji, shogai, koseki, fuhyo, kenko, jidoteate,"
            " kodomo\n",
        ),
        (
            ("set", "done"),
            "error: no task is named\n"
            "  name tasks before the status, or a work item with --item\n",
        ),
        (
            ("set", "8@midori", "done", "--percent", "3", "--remaining", "1"),
            "error: --remaining goes with started, not with done\n"
            "error: --percent goes with started, not with done\n",
        ),
        (
            ("set", "1", "done", "--system", "juki"),
            "error: --system goes with --item; a task names its own\n",
        ),
        (
            ("set", "--item", "8", "--system", "juky", "done"),
            "error: no system is called 'juky'\n  did you mean 'juki'?\n",
        ),
        (
            ("set", "5@zei", "done", "--start", "2026-10", "--finish", "2026-09"),
            "progress.yaml:1:1: error[STD025] the file would be at fault: the last day"
            " 2026-09-30 lies before the first day 2026-10-01\n  its line 58 would"
            ' read: - {task: "5@zei", status: done, start: 2026-10, finish: 2026-09}\n'
            "1 error, 0 warnings, 0 notes\nerror: nothing was written\n",
        ),
        (
            ("steps", "juki", "--done", "1-41"),
            "progress.yaml:1:1: error[STD025] the file would be at fault: there are 40"
            " steps, not 41\n  its line 61 would read: - {system: juki, done: 1-41}"
            "  # 住民基本台帳\n1 error, 0 warnings, 0 notes\n"
            "error: nothing was written\n",
        ),
        (
            ("steps", "juki", "--done", "1-3", "--started", "3"),
            "error: step 3 is named twice\n  a step is in one state only\n",
        ),
        (
            ("steps", "juki"),
            "error: no step is named\n  name steps with --done, --started,"
            " --not-applicable or --not-started\n",
        ),
    ],
)
def test_what_cannot_be_recorded_is_told(
    words: tuple[str, ...], told: str, town: Path
) -> None:
    """Nothing is written, and what may have been meant is named."""
    before = _written(town)
    result = _run(town, *words)
    assert (result.code, result.out) == (2, "")
    assert result.err == told
    assert _written(town) == before


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            ("set", "5@zei", "done", "--finish", "2026-13"),
            "error: --finish: '2026-13' has the month 13; months run from 1 to 12\n",
        ),
        (
            ("set", "5@zei", "done", "--note", " "),
            "error: --note: it must not be empty\n",
        ),
        (
            ("set", "5@zei", "done", "--note", "a\x07b"),
            "error: --note: the control character U+0007 cannot stand here\n",
        ),
        (
            ("steps", "juki", "--done", "9-3"),
            "error: --done: '9-3' names no steps; write them like 1-34,36\n",
        ),
        (
            ("steps", "juki", "--done", "1", "--as-of", "2026-10"),
            "error: --as-of: a day is wanted here, not a month: '2026-10'\n",
        ),
        (("live", "juki"), "error: --since is missing\n"),
    ],
)
def test_what_cannot_be_read_is_told(
    words: tuple[str, ...], told: str, town: Path
) -> None:
    """Options are held against what the file could hold before it is opened."""
    result = _run(town, *words)
    assert result.code == 2
    assert result.err == f"{told}  for help: stdmig progress {words[0]} --help\n"


def test_live_and_steps_in_japanese(town: Path) -> None:
    """The new file says in Japanese what goes where, and every command adds to it."""
    (town / "progress.yaml").unlink()
    first = _run(town, "live", "住民基本台帳", "--since", "R9.1.4", lang="ja")
    assert first.code == 0
    words = ("steps", "juki", "--done", "１～34、36", "--started", "35")
    assert _run(town, *words, "--as-of", "R8.10.1", lang="ja").code == 0
    assert _run(town, "set", "1", "完了済み", "--finish", "R4.6", lang="ja").code == 0
    lines = [line for line in _written(town).splitlines() if line and line[0] != "#"]
    assert lines == [
        "schema: stdmig.progress/1",
        "live:",
        "  - {system: juki, since: R9.1.4}  # 住民基本台帳",
        "tasks:",
        "  - {item: 1, status: done, finish: R4.6}  # 推進体制の立ち上げ",
        "steps:",
        "  - {system: juki, as_of: R8.10.1, done: [1-34, 36], started: 35}"
        "  # 住民基本台帳",
    ]
    inventory, faults = open_workspace(Request(town))
    assert inventory is not None, faults


def test_faults_of_the_workspace_are_told_first(town: Path) -> None:
    """Nothing is written into a workspace that cannot be read."""
    with (town / "progress.yaml").open("a", encoding="utf-8") as file:
        file.write("  - &a {item: 3, status: done}\n")
    before = _written(town)
    result = _run(town, "set", "1", "not_started")
    assert result.code == 2
    assert "error[STD003] anchors (&name) are not read\n" in result.err
    assert _written(town) == before


def test_hostile_names_are_names(tmp_path: Path) -> None:
    """Every task of packages with hostile names is set, read, and set back."""
    for each in hostile_workspace():
        if isinstance(each, Source) and not each.packaged:
            (tmp_path / each.name).write_bytes(each.data)
    inventory, faults = open_workspace(Request(tmp_path))
    assert inventory is not None, faults
    tasks = list(subjects_of(inventory).all_of("8"))
    result = _run(tmp_path, "set", "--note", "=1+1", "--", *tasks, "started")
    assert result.code == 0, result.err
    after, faults = open_workspace(Request(tmp_path))
    assert after is not None, faults
    assert after.progress is not None
    assert [each.task for each in after.progress.tasks] == tasks
    assert "\u202e" not in result.out
    assert "\x1b" not in result.out


@pytest.mark.skipif(os.name == "nt", reason="the lock is the same everywhere")
def test_a_file_that_is_being_written_is_left_alone(town: Path) -> None:
    """A lock of another command beside the file stops the writing, and is named."""
    (town / ".stdmig-lock").touch()
    before = _written(town)
    result = _run(town, "set", "5@zei", "done")
    assert result.code == 2
    assert "progress.yaml is being written by somebody else; nothing was" in result.err
    assert _written(town) == before
