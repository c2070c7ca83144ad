"""``stdmig level``: what it is told, what it writes, how it ends (平準化)."""

from __future__ import annotations

import io
import json
import os
import shutil
import signal
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
import typer

from stdmig.cli.level_options import all_objectives
from stdmig.cli.search_watch import Watch
from stdmig.levelling.levelled import Levelled
from stdmig.levelling.solved import Reached
from tests.command import Result, call
from tests.dossiers import TOWN
from tests.levels import impossible_sample

QUICK = ("--time-limit", "0", "--durations", "minimum")


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """Return a folder with the files of the designated town."""
    folder = tmp_path / "town"
    shutil.copytree(TOWN, folder)
    return folder


def _level(*args: str | Path) -> Result:
    return call("level", *args, *QUICK)


def test_sample_is_levelled() -> None:
    """The sample's peak falls, and the screen says by how much and what is proven."""
    result = _level("--sample")
    assert result.code == 0, result.err
    assert "people in a month, down from 80." in " ".join(result.out.split())
    assert "proven" in result.out
    assert "optimal" not in result.out


@pytest.mark.parametrize("format", ["text", "json", "csv", "html", "xlsx"])
def test_same_seed_gives_the_same_bytes(format: str) -> None:
    """Without a time limit no clock has a say, and none is in any output."""
    first = _level("--sample", "--format", format, "--seed", "7")
    assert first.code == 0, first.err
    assert first.stdout
    assert first.stdout == _level("--sample", "--format", format, "--seed", "7").stdout


def test_unknown_task_is_answered_with_the_nearest() -> None:
    """A slip in an id ends with 2 before anything is searched."""
    result = _level("--sample", "--fix", "3@seihoo", "--fix", "1")
    assert result.code == 2
    assert "no task is called '3@seihoo'" in result.err
    assert "did you mean '3@seiho'?" in result.err
    assert result.stdout == b""


def test_fixed_task_keeps_its_dates(town: Path) -> None:
    """What is fixed starts on its planned day, and the document says so."""
    planned = json.loads(call("plan", "-w", town, "--format", "json").out)
    starts = {each["id"]: each["planned_start"] for each in planned["tasks"]}
    free = json.loads(_level("-w", town, "--format", "json").out)
    name = next(
        each["id"]
        for each in free["municipalities"][0]["tasks"]
        if each["item"] == "13" and each["after"]["start"] != starts[each["id"]]
    )
    held = json.loads(_level("-w", town, "--fix", name, "--format", "json").out)
    (task,) = [
        each for each in held["municipalities"][0]["tasks"] if each["id"] == name
    ]
    assert task["fixed"] is True
    assert task["after"]["start"] == starts[name]


@pytest.mark.parametrize(
    ("given", "found"),
    [
        (None, ("peak", "squares", "early")),
        (["early"], ("early",)),
        (["squares, peak"], ("squares", "peak")),
        (["early", "peak"], ("early", "peak")),
    ],
)
def test_goals_count_in_the_order_in_which_they_are_named(
    given: list[str] | None, found: tuple[str, ...]
) -> None:
    """A list with commas or the option again: the first is the most important."""
    assert all_objectives(given) == found


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("hight", "'hight' is none of peak, squares, early"),
        ("", "'' is none of"),
        ("peak,peak", "'peak' is named twice"),
    ],
)
def test_strange_goals_are_refused(given: str, told: str) -> None:
    """An unknown goal, or one that is named twice, ends with 2."""
    with pytest.raises(typer.BadParameter, match=told):
        all_objectives([given])
    result = _level("--sample", "--objective", given)
    assert result.code == 2
    assert "--objective" in result.err


def test_document_has_the_goals_that_were_asked_for() -> None:
    """What is not named does not count, and is not told."""
    result = _level("--sample", "--objective", "early", "--format", "json")
    goals = json.loads(result.out)["goals"]
    assert [each["objective"] for each in goals] == ["early"]


def test_starts_are_saved_and_the_plan_follows_them(town: Path) -> None:
    """A new file holds the starts, and a second run finds nothing to change."""
    first = _level("-w", town, "--save")
    assert first.code == 0, first.err
    assert f"written: {town.as_posix()}/starts.yaml\n" in first.err
    assert "Next: stdmig plan -w " in " ".join(first.out.split())
    document = json.loads(_level("-w", town, "--format", "json").out)
    written = (town / "starts.yaml").read_text(encoding="utf-8")
    moved = [
        each for each in document["municipalities"][0]["tasks"] if each["moved_days"]
    ]
    assert moved
    for each in moved:
        assert f"task: {each['id']}, start: {each['after']['start']}" in written
    again = _level("-w", town, "--save")
    assert f"{town.as_posix()}/starts.yaml says all of this already." in again.err
    assert (town / "starts.yaml").read_text(encoding="utf-8") == written


def test_saved_starts_keep_the_words_of_their_reader(town: Path) -> None:
    """A remark and a fixed start that a person wrote stay when starts change."""
    _level("-w", town, "--save")
    file = town / "starts.yaml"
    lines = file.read_text(encoding="utf-8").splitlines()
    at = next(place for place, each in enumerate(lines) if "- {task:" in each)
    lines[at] = lines[at].replace("}", ", fixed: true}", 1)
    lines.insert(at, "  # 議会と調整済み")
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    result = _level("-w", town, "--save", "--objective", "early")
    assert result.code == 0, result.err
    after = file.read_text(encoding="utf-8").splitlines()
    assert "  # 議会と調整済み" in after
    assert lines[at + 1] in after


def test_faulty_starts_are_not_touched(town: Path) -> None:
    """A file that cannot be read ends with 2 before anything is searched."""
    file = town / "starts.yaml"
    file.write_text("schema: stdmig.starts/1\nstarts: 3\n", encoding="utf-8")
    result = _level("-w", town, "--save")
    assert result.code == 2
    assert "starts.yaml:2:9" in result.err
    assert file.read_text(encoding="utf-8").endswith("starts: 3\n")


def test_sample_has_nowhere_to_save() -> None:
    """The packaged city is nobody's workspace."""
    result = _level("--sample", "--save")
    assert result.code == 2
    assert "--save has no workspace to write into under --sample" in result.err
    assert "stdmig init" in result.err


def test_existing_output_is_refused_before_the_search(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody waits for a result that then has no place to go."""
    (tmp_path / "level.html").write_text("mine", encoding="utf-8")
    monkeypatch.setattr("stdmig.cli.level._search", _never)
    target = tmp_path / "level.html"
    result = _level("--sample", "--format", "html", "-o", target)
    assert result.code == 2
    assert target.read_text(encoding="utf-8") == "mine"


def _never(*_: object, **__: object) -> Levelled:
    raise AssertionError


def test_impossible_plan_is_a_result_and_saves_nothing(
    town: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It ends with 0 and words; asked to save as well, with 2 and no file."""
    monkeypatch.setattr(
        "stdmig.cli.level._search", lambda *_, **__: impossible_sample()
    )
    result = _level("-w", town)
    assert result.code == 0
    assert "No plan can keep every capacity." in result.out
    refused = _level("-w", town, "--save")
    assert refused.code == 2
    assert "nothing is saved" in refused.err
    assert not (town / "starts.yaml").exists()


def test_several_towns_are_levelled_together(town: Path, tmp_path: Path) -> None:
    """Each keeps its own tasks; saved, each gets its own file."""
    other = tmp_path / "other"
    shutil.copytree(TOWN, other)
    result = _level("-w", town, "--with", other, "--save", "--format", "json")
    assert result.code == 0, result.err
    assert len(json.loads(result.out)["municipalities"]) == 2
    assert (town / "starts.yaml").exists()
    assert (other / "starts.yaml").exists()


def test_missing_solver_is_told_with_its_cure(monkeypatch: pytest.MonkeyPatch) -> None:
    """One sentence says how to install it; the heuristic answers all the same."""
    monkeypatch.setattr("stdmig.cli.level.find_spec", lambda name: None)
    result = call("level", "--sample", "--durations", "minimum")
    assert result.code == 0
    assert 'pip install "stdmig[level]"' in result.err
    assert "docs/offline.md" in result.err
    assert "fast heuristic" in result.out
    assert "pip install" not in _level("--sample").err


def test_solver_that_cannot_be_loaded_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A part that is there but broken is no fault of ours: the heuristic answers."""
    pytest.importorskip("ortools")

    def broken(*_: Any) -> Any:
        raise ImportError("DLL load failed")

    monkeypatch.setattr("stdmig.levelling.solver.search", broken)
    result = call("level", "--sample", "--durations", "minimum")
    assert result.code == 0, result.err
    assert "the solver cannot be loaded (DLL load failed); the fast" in result.err
    assert "fast heuristic" in result.out


def test_a_workspace_is_named_once(town: Path) -> None:
    """One folder cannot be two municipalities, however it is written."""
    result = _level("-w", town, "--with", town / ".." / town.name, "--save")
    assert result.code == 2
    assert f"/../{town.name} is named twice" in result.err
    assert not (town / "starts.yaml").exists()


def test_towns_that_differ_over_a_vendor_are_told_so(
    town: Path, tmp_path: Path
) -> None:
    """The warning stands with its place; the shared vendor counts as one capacity."""
    other = tmp_path / "other"
    shutil.copytree(town, other)
    file = other / "capacity.yaml"
    words = file.read_text(encoding="utf-8")
    less = words.replace("items: [14], capacity: 8", "items: [14], capacity: 9")
    file.write_text(less, encoding="utf-8")
    result = _level("-w", town, "--with", other)
    assert result.code == 0, result.err
    assert "other/capacity.yaml:47:5: warning[STD404]" in result.err
    assert "write down different capacities for it; the lesser one" in result.err
    assert "All 14 recorded capacities" in result.out


def test_begun_tasks_that_take_too_long_for_those_after(town: Path) -> None:
    """With the longest durations the RFI cannot wait for the documents in work."""
    result = call(
        "level", "-w", town, "--durations", "maximum", "--time-limit", "0",
        "--as-of", "2026-11-22",
    )  # fmt: skip
    assert result.code == 0, result.err
    told = " ".join(result.out.split())
    assert "6 Request for information (RFI)" in told
    assert "with longest durations it has 334 days too few" in told


def test_a_request_under_way_asks_when_it_does(town: Path) -> None:
    """Its money lapses by the day on record, not by the last day it might be asked."""
    with (town / "progress.yaml").open("a", encoding="utf-8") as file:
        file.write(
            '  - {task: "8@zei", status: started, start: 2026-09,'
            " remaining_months: 0}\n"
        )
    (town / "starts.yaml").write_text(
        "schema: stdmig.starts/1\n"
        "starts: [{task: 11@zei, start: 2028-11-01, fixed: true}]\n",
        encoding="utf-8",
    )
    result = call("level", "-w", town, "--time-limit", "0", "--as-of", "2026-10-01")
    assert result.code == 0, result.err
    assert "the money for it lapses before the work on the contract can begin" in (
        " ".join(result.out.split())
    )


def test_interrupted_search_ends_with_0_and_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Ctrl-C is an earlier time limit: the plan is there, and what it is worth."""
    from stdmig.levelling import level as module

    plain = module.level

    def interrupted(*args: Any, **options: Any) -> Any:
        os.kill(os.getpid(), signal.SIGINT)
        assert options["limits"].remaining() == 0
        return plain(*args, **options)

    monkeypatch.setattr(module, "level", interrupted)
    result = _level("--sample")
    assert result.code == 0
    assert "The search was interrupted: this is the best plan" in result.out
    document = _level("--sample", "--format", "json")
    assert json.loads(document.out)["interrupted"] is True
    assert "The search was interrupted" in document.err


def test_second_ctrl_c_ends_the_search() -> None:
    """Who presses it again does not want the result."""
    watch = Watch(60)
    with pytest.raises(KeyboardInterrupt):
        _press_twice(watch)
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def _press_twice(watch: Watch) -> None:
    with watch.watching():
        os.kill(os.getpid(), signal.SIGINT)
        assert watch.interrupted
        os.kill(os.getpid(), signal.SIGINT)


def test_second_ctrl_c_counts_though_the_search_takes_it() -> None:
    """A search that answers it with its best plan so far is not listened to."""
    watch = Watch(60)
    with pytest.raises(KeyboardInterrupt):  # noqa: PT012, SIM117
        with watch.watching():
            with suppress(KeyboardInterrupt):
                os.kill(os.getpid(), signal.SIGINT)
                os.kill(os.getpid(), signal.SIGINT)
            assert watch.given_up


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        """Return that it is one."""
        return True


def test_progress_is_for_terminals_alone(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A terminal sees value, bound, gap and seconds on one line; a pipe nothing."""
    told = Reached("peak", 16, 14)
    Watch(60).told(told)
    assert capsys.readouterr().err == ""
    terminal = _Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    watch = Watch(60)
    with watch.watching():
        watch.told(told)
        watch.told(told._replace(value=15))
    shown = terminal.getvalue()
    assert "\r0 s  peak: 16, bound 14, gap 2" in shown
    assert "15" not in shown
    assert "\n" not in shown
    assert shown.endswith("\r")
    Watch(60, 10).told(told)
    assert "peak: 1.6, bound 1.4, gap 0.2" in terminal.getvalue()


def test_time_runs_out() -> None:
    """What is left never falls below nothing; without a limit it never ends."""
    assert Watch(0).remaining() == 0
    assert 0 < Watch(60).remaining() <= 60
    assert Watch(None).remaining() == float("inf")


def test_workbook_is_not_for_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Bytes on a screen help nobody; a pipe gets them."""
    monkeypatch.setattr("stdmig.cli.level._search", _never)
    monkeypatch.setattr("stdmig.cli.spared_screen._is_terminal", lambda: True)
    result = _level("--sample", "--format", "xlsx")
    assert result.code == 2
    assert "level.xlsx" in result.err
