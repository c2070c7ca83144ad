"""``stdmig export all``: everything for a meeting in one folder (会議資料一式)."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from stdmig.workspace import folder
from stdmig.workspace.folder import FOLDER
from stdmig.workspace.papers import Paper
from stdmig.workspace.write_folder import write_folder
from tests.command import call


def _files(place: Path) -> list[str]:
    return sorted(each.name for each in place.iterdir())


def _export(place: Path, *args: str) -> tuple[int, str]:
    result = call("export", "all", place, "--sample", *args)
    return result.code, result.err


def test_folder_holds_every_paper_and_an_index(tmp_path: Path) -> None:
    """One command writes each paper under its name, and the page that leads to it."""
    code, told = _export(tmp_path / "meeting")
    assert code == 0
    missing = {paper.file for paper in FOLDER if f"{paper.file} is left out" in told}
    wanted = {paper.file for paper in FOLDER} - missing | {"index.html"}
    assert set(_files(tmp_path / "meeting")) == wanted
    assert f"written: {(tmp_path / 'meeting').as_posix()}/tasks.csv" in told


def test_index_leads_to_every_file(tmp_path: Path) -> None:
    """Each link of the index is a file beside it, and each file has its link."""
    _export(tmp_path / "meeting")
    page = (tmp_path / "meeting" / "index.html").read_text("utf-8")
    links = set(re.findall(r'href="([^"#]+)"', page))
    assert links == set(_files(tmp_path / "meeting")) - {"index.html"}
    assert "姶良市" in page


def test_papers_are_those_of_their_own_commands(tmp_path: Path) -> None:
    """What lies in the folder is to the byte what the single command prints."""
    _export(tmp_path / "meeting", "--only", "budget,tasks")
    budget = (tmp_path / "meeting" / "budget.csv").read_bytes()
    tasks = (tmp_path / "meeting" / "tasks.csv").read_bytes()
    assert budget == call("export", "budget", "--sample").stdout
    assert tasks == call("plan", "--sample", "--format", "csv").stdout


def test_only_some_papers(tmp_path: Path) -> None:
    """``--only`` may be given with commas or several times."""
    _export(tmp_path / "a", "--only", "budget,tasks")
    _export(tmp_path / "b", "--only", "budget", "--only", "tasks")
    assert _files(tmp_path / "a") == ["budget.csv", "index.html", "tasks.csv"]
    assert _files(tmp_path / "b") == _files(tmp_path / "a")


def test_unknown_paper_is_refused_with_the_nearest_name(tmp_path: Path) -> None:
    """A misspelt name ends with code 2 before anything is written."""
    code, told = _export(tmp_path / "a", "--only", "bugdet")
    assert (code, told) == (
        2,
        "error: there is no paper named bugdet\n  did you mean 'budget'?\n",
    )
    assert not (tmp_path / "a").exists()


def test_files_in_the_way_are_kept(tmp_path: Path) -> None:
    """Without ``--force`` a folder that holds one of the files stays as it is."""
    (tmp_path / "tasks.csv").write_text("mine", "utf-8")
    code, told = _export(tmp_path, "--only", "budget,tasks")
    place = (tmp_path / "tasks.csv").as_posix()
    assert (code, told) == (2, f"error: {place} exists already; --force replaces it\n")
    assert _files(tmp_path) == ["tasks.csv"]
    assert _export(tmp_path, "--only", "budget,tasks", "--force")[0] == 0
    assert _files(tmp_path) == ["budget.csv", "index.html", "tasks.csv"]
    assert (tmp_path / "tasks.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_other_files_of_the_folder_stay(tmp_path: Path) -> None:
    """Minutes that lie in the folder already are not touched."""
    (tmp_path / "minutes.txt").write_text("mine", "utf-8")
    assert _export(tmp_path, "--only", "budget")[0] == 0
    assert (tmp_path / "minutes.txt").read_text("utf-8") == "mine"


def test_file_instead_of_a_folder_is_refused(tmp_path: Path) -> None:
    """A file of that name is told, not replaced."""
    (tmp_path / "meeting").write_text("mine", "utf-8")
    code, told = _export(tmp_path / "meeting", "--force")
    place = (tmp_path / "meeting").as_posix()
    assert (code, told) == (2, f"error: {place} is a file, not a folder\n")


def test_folder_of_a_section_is_its_own_part(tmp_path: Path) -> None:
    """With a section the tables hold its part alone."""
    _export(tmp_path / "tax", "--only", "tasks", "--section", "税務課")
    rows = (tmp_path / "tax" / "tasks.csv").read_text("utf-8-sig")
    assert "15@seiho" not in rows
    assert "15@kojin" in rows


def test_new_folder_appears_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """If the disk is full at the second file, no folder is left behind."""
    real = os.replace
    calls = []

    def full(source: str, target: Path) -> None:
        calls.append(target)
        if len(calls) > 1:
            raise OSError(28, "No space left on device")
        real(source, target)

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(OSError, match="No space left"):
        write_folder(tmp_path / "new", {"a": b"1", "b": b"2"})
    assert _files(tmp_path) == []


def test_missing_optional_part_leaves_out_its_paper(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the part for a paper the others are written, and its way is told."""
    tasks = next(paper for paper in FOLDER if paper.name == "tasks")
    absent = tasks._replace(name="pdf", file="plan.pdf", needs=("pdf", "no_such_part"))
    papers: tuple[Paper, ...] = (absent, tasks)
    monkeypatch.setattr(folder, "FOLDER", papers)
    code, told = _export(tmp_path / "a")
    assert code == 0
    assert _files(tmp_path / "a") == ["index.html", "tasks.csv"]
    assert told.splitlines()[:3] == [
        "plan.pdf is left out: the optional part 'no_such_part' is not installed",
        "  install it: pip install 'no_such_part'",
        f"written: {(tmp_path / 'a').as_posix()}/tasks.csv",
    ]
    code, told = _export(tmp_path / "b", "--only", "pdf")
    assert (code, told) == (
        2,
        "error: pdf needs the optional part 'no_such_part'\n"
        "  install it: pip install 'no_such_part'\n",
    )
