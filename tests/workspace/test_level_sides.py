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
    assert "levelled ones" in told


def test_other_scenarios_are_not_levelled() -> None:
    """Dates that nobody levelled are told as they are."""
    result = call("compare", "--sample", "--scenario", "stay", "--format", "json")
    assert '"levelled": false' in result.out
