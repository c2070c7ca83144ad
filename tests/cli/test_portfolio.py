"""``stdmig portfolio`` on the hand-made municipalities (団体の集計)."""

from __future__ import annotations

import io
import json
import shutil
import sys
from pathlib import Path

import pytest

from stdmig.cli import counter
from stdmig.cli.cache_folder import cache_folder
from tests.command import Result, call, run
from tests.helpers import ROOT

TOWNS = ROOT / "tests" / "data" / "portfolio"
LIST = TOWNS / "portfolio.yaml"
WITH_BROKEN = tuple(TOWNS / name for name in "abcd")


def _portfolio(*args: str | Path) -> Result:
    return call("portfolio", *args, "--as-of", "2024-04-01", "--no-cache")


def test_one_broken_workspace_never_hides_the_others() -> None:
    """The others are shown; the broken one is told with all its faults, and code 2."""
    result = _portfolio(*WITH_BROKEN)
    assert result.code == 2
    assert "1 workspace cannot be read; it is in no figure below." in result.out
    assert "3 municipalities" in result.out
    assert "Aonami Town" in result.out
    shown = " ".join(result.out.split())
    assert "STD007 a municipality code has six half-width" in shown
    assert "and 1 more fault" in shown
    assert "systems.yaml:6:9: error[STD007]" in result.err
    assert "systems.yaml:11:14: error[STD008]" in result.err
    end = "1 workspace cannot be read; the figures are those of the others"
    assert result.err.splitlines()[-1] == end


def test_where_nothing_can_be_read_no_figures_are_spoken_of() -> None:
    """There are no others whose figures could be shown."""
    result = _portfolio("nowhere", "--lang", "en")
    assert result.code == 2
    assert "0 municipalities" in result.out
    assert "nowhere/systems.yaml:1:1: error[STD015]" in result.err
    assert result.err.splitlines()[-1] == "no workspace can be read"


@pytest.mark.parametrize("format", ["json", "csv"])
def test_every_format_lists_the_broken_workspace(format: str) -> None:
    """A program that reads the result knows that something is missing."""
    result = _portfolio(*WITH_BROKEN, "--format", format, "--lang", "en")
    assert result.code == 2
    if format == "json":
        told = json.loads(result.out)
        assert told["total"]["broken"] == 1
        (broken,) = told["broken"]
        assert broken["workspace"].endswith("/d")
        assert [each["code"] for each in broken["faults"]] == ["STD007", "STD008"]
    else:
        last = result.out.rstrip().splitlines()[-1]
        assert "cannot be read" in last
        assert "STD007" in last


def test_findings_are_no_failure() -> None:
    """Whatever the check finds, the code is 0: only `check` fails a pipeline."""
    assert _portfolio(LIST).code == 0


def test_list_of_the_current_folder_is_what_is_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who stands beside the portfolio.yaml need not name it; nor its folders."""
    shutil.copytree(TOWNS, tmp_path / "towns")
    monkeypatch.chdir(tmp_path / "towns")
    listed = _portfolio()
    assert listed.out.startswith("Prefectural digital office (fictional)\n")
    assert listed.code == 0
    (tmp_path / "towns" / "portfolio.yaml").unlink()
    found = _portfolio()
    assert found.out.startswith(
        "Municipalities together    as of 2024-04-01  3 municipalities"
    )
    assert found.code == 2


def test_workspace_may_be_named_as_other_commands_name_it() -> None:
    """``-w`` is one more place."""
    named = _portfolio(TOWNS / "a", TOWNS / "b", "--format", "json")
    assert _portfolio(TOWNS / "a", "-w", TOWNS / "b", "--format", "json") == named
    assert named.code == 0


def test_sample_is_looked_at_from_its_own_day() -> None:
    """It says that it is a sample; folders beside it are refused."""
    result = call("portfolio", "--sample")
    assert result.code == 0
    assert "as of 2021-10-01  1 municipality" in result.out
    assert "Aira City (sample)" in result.out
    both = call("portfolio", "--sample", TOWNS)
    assert both.code == 2
    assert both.err == "error: folders and --sample exclude each other\n"


def test_templates_own_days_do_not_count(tmp_path: Path) -> None:
    """Two towns with days of their own are looked at from one day alone."""
    template = ROOT / "examples" / "small-town" / "schedule_template.yaml"
    for name, day in (("a", "2020-01-01"), ("b", "2025-01-01")):
        shutil.copytree(TOWNS / name, tmp_path / name)
        words = template.read_text("utf-8").replace("令和6年4月1日", day)
        assert day in words
        (tmp_path / name / template.name).write_text(words, "utf-8")
    told = json.loads(_portfolio(tmp_path, "--format", "json").out)
    assert told["as_of"] == "2024-04-01"
    assert len(told["municipalities"]) == 2
    today = call("portfolio", tmp_path, "--no-cache", "--format", "json")
    assert today.err.endswith(" (today)\n")


def test_only_a_prefecture_and_a_system() -> None:
    """Names in either language and codes are known; what is left out is told."""
    told = json.loads(_portfolio(LIST, "--prefecture", "沖縄", "--format", "json").out)
    assert [each["code"] for each in told["municipalities"]] == ["479012"]
    for named in ("健康管理", "kenko"):
        result = _portfolio(LIST, "--system", named, "--format", "json")
        told = json.loads(result.out)
        assert told["only_systems"] == ["kenko"]
        assert {s["id"] for m in told["municipalities"] for s in m["systems"]} == {
            "kenko"
        }
        assert told["findings"] == []
    assert "--system leaves them out" in " ".join(
        _portfolio(LIST, "--system", "kenko").out.split()
    )


def test_unknown_names_are_refused_with_a_hint() -> None:
    """A slip of the pen is no empty result."""
    result = _portfolio(LIST, "--prefecture", "Kagosima")
    assert result.code == 2
    assert "'Kagosima'\n  did you mean 'Kagoshima'" in result.err
    result = _portfolio(LIST, "--system", "jukki")
    assert result.code == 2
    assert "no system is called 'jukki'\n  did you mean 'juki'" in result.err


def test_text_shows_the_worst_and_says_how_many_more() -> None:
    """With 1,741 municipalities nobody reads every line."""
    told = _portfolio(LIST, "--top", "1").out
    assert "  1. Aonami Town (fictional)" in told
    assert "  2. Izumihara" not in told
    assert "    and 2 more (--top)\n" in told


def test_output_is_refused_before_anything_is_read(tmp_path: Path) -> None:
    """An existing file stays as it is, and nobody waits for a run in vain."""
    target = tmp_path / "portfolio.json"
    target.write_text("mine", "utf-8")
    result = _portfolio(tmp_path / "nowhere", "--output", target)
    assert result.code == 2
    assert "exists already; --force replaces it" in result.err
    assert target.read_text("utf-8") == "mine"


def test_progress_is_shown_on_a_terminal_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A bar grows on one line, and the line is empty in the end; a pipe has none."""

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    for stream, shows in ((Terminal(), True), (io.StringIO(), False)):
        monkeypatch.setattr(sys, "stderr", stream)
        monkeypatch.setattr(counter, "_PAUSE", 0)
        shown = counter.Counter()
        with shown.counting():
            shown.told(5, 20)
            shown.told(20, 20)
        told = stream.getvalue()
        assert ("[#####...............] 5 of 20 workspaces" in told) == shows
        assert ("[####################] 20 of 20 workspaces" in told) == shows
        assert told.split("\r")[-2].strip() == "" if shows else told == ""
        assert "\n" not in told


@pytest.mark.parametrize(
    ("system", "environ", "folder"),
    [
        ("linux", {"HOME": "/home/a"}, "/home/a/.cache/stdmig"),
        ("linux", {"HOME": "/home/a", "XDG_CACHE_HOME": "/x"}, "/x/stdmig"),
        ("linux", {"HOME": "/home/a", "XDG_CACHE_HOME": "x"}, "/home/a/.cache/stdmig"),
        ("darwin", {"HOME": "/Users/a"}, "/Users/a/Library/Caches/stdmig"),
        ("win32", {"LOCALAPPDATA": "C:/a"}, "C:/a/stdmig/cache"),
        ("linux", {}, None),
        ("win32", {}, None),
    ],
)
def test_cache_lies_where_the_system_wants_it(
    system: str, environ: dict[str, str], folder: str | None
) -> None:
    """Each system has a folder for what may be deleted; without a home, none."""
    found = cache_folder(environ, system)
    assert (found and found.as_posix()) == folder


def test_jobs_and_cache_never_change_the_answer(tmp_path: Path) -> None:
    """One process or two, with a cache or without: the same bytes."""
    line = ("portfolio", LIST, "--as-of", "2024-04-01", "--format", "json")
    kept = ("--cache", tmp_path / "kept")
    outputs = {
        run(*line, *more).stdout
        for more in (
            ("--no-cache", "--jobs", "1"),
            ("--no-cache", "--jobs", "2"),
            kept,
            kept,
        )
    }
    assert len(outputs) == 1
