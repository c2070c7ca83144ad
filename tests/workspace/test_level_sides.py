"""A scenario of fewer people is compared in levelled dates (体制の想定)."""

from __future__ import annotations

from pathlib import Path

from tests.command import call
from tests.helpers import ROOT

SCENARIOS = """\
schema: stdmig.scenarios/1
scenarios:
  - {id: few, name: 人員減, capacity: {lead: {capacity: 3}}}
"""


def test_both_sides_are_levelled(tmp_path: Path) -> None:
    """The page says so, and the same run gives the same bytes."""
    for file in ("systems", "procedures", "schedule_template"):
        data = (ROOT / "data" / f"{file}.yaml").read_bytes()
        (tmp_path / f"{file}.yaml").write_bytes(data)
    (tmp_path / "scenarios.yaml").write_text(SCENARIOS, encoding="utf-8")
    words = ("compare", "-w", tmp_path, "--scenario", "few", "--format", "json")
    first = call(*words)
    assert first.code == 0, first.err
    assert '"levelled": true' in first.out
    assert call(*words).stdout == first.stdout
    told = call("compare", "-w", tmp_path, "--scenario", "few").out
    assert "the work is levelled" in told


def test_other_scenarios_are_not_levelled() -> None:
    """Dates that nobody levelled are told as they are."""
    result = call("compare", "--sample", "--scenario", "stay", "--format", "json")
    assert '"levelled": false' in result.out


def _town(folder: Path, lead: int) -> None:
    for file in (ROOT / "examples" / "designated-town").iterdir():
        (folder / file.name).write_bytes(file.read_bytes())
    (folder / "scenarios.yaml").write_text(
        SCENARIOS.replace("capacity: 3", f"capacity: {lead}"), encoding="utf-8"
    )


def test_capacity_that_binds_nobody_moves_nothing(tmp_path: Path) -> None:
    """What already suits is not searched for again, which would find other dates."""
    _town(tmp_path, 20)
    told = " ".join(call("compare", "-w", tmp_path, "--scenario", "few").out.split())
    assert "Most of 情報政策課 at a time: 13 people before, 13 after." in told
    assert "the same in capacity.yaml." in told


def test_capacity_that_nobody_can_keep_is_told(tmp_path: Path) -> None:
    """Dates that are not levelled are not called so; the page says why."""
    _town(tmp_path, 1)
    told = " ".join(call("compare", "-w", tmp_path, "--scenario", "few").out.split())
    assert "No plan keeps the capacities (after): 情報政策課: at least 2 people" in told
    assert "Its work is not spread." in told
    assert "dates of both are levelled ones" not in told
