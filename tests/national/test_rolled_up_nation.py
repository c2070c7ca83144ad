"""The roll-up of a generated nation comes to the tables' totals (全国の集計)."""

from __future__ import annotations

import json
from pathlib import Path

from tests.benchmark import benchmark
from tests.command import call
from tests.national.tables import DESIGNATED, write_tables


def test_totals_are_those_of_the_tables(tmp_path: Path) -> None:
    """Mean rate and designated systems, in all, of each system and prefecture."""
    tables = write_tables(tmp_path / "tables")
    towns = benchmark("figures").read(tables).towns
    benchmark("generate").write(tmp_path / "towns", len(towns), 1, towns)
    totals = benchmark("totals")
    output = tmp_path / "rolled_up.json"

    done = call(
        *("portfolio", str(tmp_path / "towns"), "--as-of", "2026-01-31"),
        *("--no-cache", "--format", "json", "-o", str(output)),
    )

    assert done.code == 0, done.err
    rolled_up = json.loads(output.read_bytes())
    assert totals.differences(totals.straight(tables), rolled_up) == []
    other = DESIGNATED.replace("戸籍の附票", "戸籍;戸籍の附票")
    write_tables(tables, designated=other)
    assert totals.differences(totals.straight(tables), rolled_up) == [
        "designated: 3, not 4",
        "by system: {'juki': 2, 'fuhyo': 1}, not {'juki': 2, 'koseki': 1, 'fuhyo': 1}",
        "by prefecture: {'01': 2, '02': 1}, not {'01': 3, '02': 1}",
    ]
