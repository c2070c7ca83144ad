"""The score of the mutants is counted by package, and survivors are named (変異)."""

from __future__ import annotations

import json
from pathlib import Path

from scripts.mutation_score import Mutant, mutants, told


def _noted(folder: Path, file: str, codes: dict[str, int | None]) -> None:
    noted = folder / "src" / "stdmig" / file
    noted.parent.mkdir(parents=True, exist_ok=True)
    noted.write_text(json.dumps({"exit_code_by_key": codes}), encoding="utf-8")


def test_results_are_read_by_package(tmp_path: Path) -> None:
    """What mutmut notes as codes is a word for each mutant, by package."""
    _noted(tmp_path, "rules/check.py.meta", {"a": 1, "b": 0, "c": 33})
    _noted(tmp_path, "dates/era.py.meta", {"d": 36, "e": None, "f": -11})
    assert list(mutants(tmp_path)) == [
        Mutant("dates", "d", "hung"),
        Mutant("dates", "e", "waiting"),
        Mutant("dates", "f", "killed"),
        Mutant("rules", "a", "killed"),
        Mutant("rules", "b", "survived"),
        Mutant("rules", "c", "untested"),
    ]


def test_share_and_survivors_are_told() -> None:
    """A package below nine tenths is not enough, and those who live are named."""
    killed = [Mutant("dates", f"d{number}", "killed") for number in range(9)]
    assert told([*killed, Mutant("dates", "era_7", "survived")]) == (
        ["dates: 9 of 10 killed (90.0%)", "era_7: survived"],
        True,
    )
    assert told([*killed[1:], Mutant("dates", "era_7", "untested")]) == (
        ["dates: 8 of 9 killed (88.9%)", "era_7: untested"],
        False,
    )


def test_a_run_that_did_not_end_is_not_enough() -> None:
    """What nobody has tried is neither killed nor forgotten; no run is no result."""
    found = [Mutant("rules", "a", "killed"), Mutant("rules", "b", "waiting")]
    assert told(found) == (["rules: 1 of 1 killed (100.0%), 1 not run"], False)
    assert told([]) == ([], False)
