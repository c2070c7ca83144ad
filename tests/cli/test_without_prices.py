"""``stdmig export without-prices``: a copy that tells nobody what things cost."""

from __future__ import annotations

from pathlib import Path

from tests.command import call
from tests.helpers import ROOT

TOWN = ROOT / "examples" / "small-town"
CITY = ROOT / "data"


def test_copy_plans_the_same_without_a_single_fee(tmp_path: Path) -> None:
    """The tasks and cutovers are those of the workspace; no fee is left."""
    town, copy = tmp_path / "town", tmp_path / "copy"
    town.mkdir()
    text = (CITY / "systems.yaml").read_text("utf-8")
    at = text.index("\n    end: ") + 1
    priced = f"{text[:at]}    monthly_fee: 1234567  # 税抜\n{text[at:]}"
    (town / "systems.yaml").write_text(priced, "utf-8")
    result = call("export", "without-prices", copy, "--workspace", town)
    assert (result.code, result.out) == (0, "")
    assert (copy / "systems.yaml").read_text("utf-8") == text
    day = ("--as-of", "2021-10-01", "--format", "csv")
    same = call("plan", "--workspace", town, *day).stdout
    assert call("plan", "--workspace", copy, *day).stdout == same


def test_file_of_prices_stays_at_home_and_is_named(tmp_path: Path) -> None:
    """costs.yaml is not among the files of the copy, and the screen says so."""
    copy = tmp_path / "copy"
    result = call("export", "without-prices", copy, "--workspace", TOWN)
    assert "costs.yaml is left out: it holds prices alone\n" in result.err
    own = {path.name for path in TOWN.iterdir()} - {"costs.yaml", "portfolio.yaml"}
    assert {path.name for path in copy.iterdir()} == own


def test_words_about_money_are_pointed_at(tmp_path: Path) -> None:
    """What a remark or a note may tell is left, and shown with its line."""
    town = tmp_path / "town"
    town.mkdir()
    text = (TOWN / "systems.yaml").read_text("utf-8")
    noted = text + "# 覚え：月額は33万円\n"
    (town / "systems.yaml").write_text(noted, "utf-8")
    result = call("export", "without-prices", tmp_path / "copy", "--workspace", town)
    line = noted.count("\n")
    assert f"/copy/systems.yaml:{line}:6\n" in result.err
    assert "read it before you give the copy" in " ".join(result.err.split())


def test_used_folder_is_refused(tmp_path: Path) -> None:
    """Nothing that lay there before is given away with the copy."""
    (tmp_path / "old.txt").write_text("x", "utf-8")
    result = call("export", "without-prices", tmp_path, "--workspace", TOWN)
    assert result.code == 2
    assert "is there already" in result.err
    assert [path.name for path in tmp_path.iterdir()] == ["old.txt"]


def test_faulty_workspace_gives_no_copy(tmp_path: Path) -> None:
    """Its faults are told, and no folder appears."""
    (tmp_path / "systems.yaml").write_text("schema: x\n", "utf-8")
    result = call("export", "without-prices", tmp_path / "copy", "-w", tmp_path)
    assert result.code == 2
    assert "systems.yaml:1:9" in result.err
    assert not (tmp_path / "copy").exists()
