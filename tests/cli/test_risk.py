"""``stdmig risk``: what it is told, what it writes, how it ends (リスクの評価)."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.command import Result, call

FEW = ("--samples", "500")


def _risk(*args: str | Path) -> Result:
    return call("risk", "--sample", *FEW, *args)


def _document(*args: str) -> Any:
    result = _risk("--format", "json", "--lang", "en", *args)
    assert result.code == 0, result.err
    return json.loads(result.out)


def test_sample_city_is_not_sure() -> None:
    """The screen says the chance, the deadline and the day that is kept."""
    result = _risk()
    assert result.code == 0, result.err
    told = " ".join(result.out.split())
    assert "The 20 systems all keep their planned cutovers with a chance of 0%." in told
    assert "The deadline, 2026-03-31, is kept" in result.out
    assert "500 random runs" in result.out


@pytest.mark.parametrize("format", ["text", "json", "csv", "html", "xlsx"])
def test_same_seed_gives_the_same_bytes(format: str) -> None:
    """No clock has a say, and none is in any output."""
    first = _risk("--format", format, "--seed", "7")
    assert first.code == 0, first.err
    assert first.stdout
    assert first.stdout == _risk("--format", format, "--seed", "7").stdout


def test_another_seed_draws_other_runs() -> None:
    """The seed is told to the engine, and written into the document."""
    first, second = _document("--seed", "1"), _document("--seed", "2")
    assert (first["seed"], second["seed"]) == (1, 2)
    assert first["systems"] != second["systems"]


def test_shape_and_correlation_count() -> None:
    """A triangle is wider than PERT; vendors that slip together change the chances."""
    plain = _document()
    wide = _document("--shape", "triangular")
    joined = _document("--together", "0.9")
    assert (wide["shape"], joined["together"]) == ("triangular", 0.9)
    assert plain["all_systems"] != wide["all_systems"]
    assert plain["all_systems"] != joined["all_systems"]
    assert any("slip together (correlation 0.9)" in each for each in _told(joined))


def _told(document: Any) -> list[str]:
    told: list[str] = document["assumptions"]
    return told


@pytest.mark.parametrize("word", ["kojin", "個人住民税", "Individual resident tax"])
def test_system_is_chosen_by_id_or_name(word: str) -> None:
    """One system alone: its own chance, its own histogram."""
    document = _document("--system", word)
    assert [each["id"] for each in document["systems"]] == ["kojin"]
    told = " ".join(_risk("--system", word).out.split())
    assert "Individual resident tax keeps its planned cutover, 2025-10-01" in told


def test_section_and_systems_narrow_together() -> None:
    """What is asked for with both is what belongs to both."""
    document = _document("--section", "税務課", "--system", "kojin", "--system", "juki")
    assert [each["id"] for each in document["systems"]] == ["kojin"]
    assert document["section"] == "税務課"


def test_nothing_that_is_asked_for_is_not_nothing_left() -> None:
    """A system of another section: the other systems have their cutovers to come."""
    result = _risk("--section", "市民課", "--system", "kojin")
    assert result.code == 0
    assert "None of the systems asked for has its cutover" in result.out
    assert "No system is left" not in result.out


def test_missing_arrays_are_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without numpy nothing is drawn, and the answer says where to look."""
    monkeypatch.setitem(sys.modules, "numpy", None)
    result = _risk()
    assert result.code == 2
    assert "the library 'numpy' is missing or does not work" in result.err
    assert "stdmig doctor" in result.err
    assert result.stdout == b""


def test_unknown_system_is_answered_with_the_nearest() -> None:
    """A slip in a name ends with 2 before anything is drawn."""
    result = _risk("--system", "kojinn", "--system", "juki")
    assert result.code == 2
    assert "no system is called 'kojinn'" in result.err
    assert "did you mean 'kojin'?" in result.err
    assert result.stdout == b""


@pytest.mark.parametrize(
    "given",
    [
        ("--samples", "0"),
        ("--together", "1.5"),
        ("--together", "-0.1"),
        ("--shape", "normal"),
        ("--seed", "-1"),
    ],
)
def test_strange_numbers_are_refused(given: tuple[str, str]) -> None:
    """What lies outside of what is possible ends with 2, and names the option."""
    result = call("risk", "--sample", *given)
    assert result.code == 2
    assert given[0] in result.err


def test_file_that_exists_is_refused_before_drawing(tmp_path: Path) -> None:
    """Nobody waits for a result that cannot be written."""
    file = tmp_path / "risk.html"
    file.write_text("mine", encoding="utf-8")
    result = call("risk", "--sample", "--format", "html", "-o", file)
    assert result.code == 2
    assert "exists already" in result.err
    assert file.read_text(encoding="utf-8") == "mine"


def test_no_format_waits_for_another() -> None:
    """Text needs neither templates nor workbooks, and other commands no arrays."""
    code = (
        "import sys; from stdmig.cli.program import app;"
        "print([each for each in ('numpy', 'jinja2', 'xlsxwriter') if each in"
        " sys.modules]);"
        "app(['risk', '--sample', '--samples', '50'], standalone_mode=False);"
        "print([each for each in ('jinja2', 'xlsxwriter') if each in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, text=True
    )
    lines = done.stdout.splitlines()
    assert (lines[0], lines[-1]) == ("[]", "[]")
