"""``stdmig status``: what it is told, what it writes, how it ends (進捗の状況)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.command import Result, call
from tests.helpers import ROOT

TOWN = ROOT / "examples" / "small-town"


def _status(*args: str | Path) -> Result:
    return call("status", "-w", TOWN, *args)


def _document(*args: str | Path) -> Any:
    result = _status("--format", "json", "--lang", "en", *args)
    assert result.code == 0, result.err
    return json.loads(result.out)


def test_example_town_is_held_against_its_kept_plan() -> None:
    """The screen names the kept plan, both rates and the slip."""
    result = _status()
    assert result.code == 0, result.err
    told = " ".join(result.out.split())
    assert "kept plan r6-04 (2024-04-01)" in told
    assert "Official step rate (40 steps)" in told
    assert "Work-weighted rate" in told
    assert "Without them the step rate is 8.75%." in told


@pytest.mark.parametrize("format", ["text", "json", "csv"])
def test_same_files_give_the_same_bytes(format: str) -> None:
    """No clock has a say where the template names the day."""
    first = _status("--format", format)
    assert first.code == 0, first.err
    assert first.stdout
    assert first.stdout == _status("--format", format).stdout


def test_days_are_sorted_and_told_once() -> None:
    """Horizons are a set of days, whatever the order they are typed in."""
    assert _document("--days", "90,14, 14")["days"] == [14, 90]
    assert _document("--days", "３０、１４")["days"] == [14, 30]
    assert _document()["days"] == [30, 60, 90]


@pytest.mark.parametrize("days", ["", "0", "-1", "3,x", "30;60", "99999", "1," * 20])
def test_days_that_are_none_are_refused(days: str) -> None:
    """The message shows what was typed, and what is wanted."""
    result = _status("--days", days)
    assert result.code == 2
    assert "is no list of days such as 30,60,90" in " ".join(result.err.split())


def test_unknown_kept_plan_ends_with_the_known_ones() -> None:
    """A slip of the keyboard is told, with the nearest id."""
    result = _status("--baseline", "r6-4")
    assert result.code == 2
    assert "no kept plan is called 'r6-4'" in result.err
    assert "did you mean 'r6-04'?" in result.err
    assert "known here: -" in call("status", "--sample", "--baseline", "x").err


def test_kept_plan_can_be_named() -> None:
    """By its id."""
    assert _document("--baseline", "r6-04")["kept_plan"]["id"] == "r6-04"


def test_unknown_section_ends_with_the_known_ones() -> None:
    """As with every other command."""
    result = _status("--section", "財政課")
    assert result.code == 2
    assert "no unit belongs to a section '財政課'" in result.err


def test_leading_section_is_told_to_look_at_everything() -> None:
    """It owns no system, but takes part in the work of all; blanks do not matter."""
    town = str(ROOT / "examples" / "designated-town")
    result = call("status", "-w", town, "--section", "情報政策課")
    assert (result.code, result.err) == (
        2,
        "error: no unit belongs to a section '情報政策課'\n"
        "  it leads the migration of all systems; leave --section out\n",
    )
    assert _document("--section", "住民課　")["section"] == "住民課"


def test_section_narrows_everything() -> None:
    """住民課 has one system; the rates are those of that system."""
    found = _document("--section", "住民課")
    assert found["section"] == "住民課"
    assert [each["id"] for each in found["systems"]] == ["juki"]
    assert found["step_rate"]["mean"] == 0.1


def test_another_day_shows_another_status() -> None:
    """What happens after the as-of date has not happened."""
    later = _document("--as-of", "2025-12-01")
    assert later["as_of"] == "2025-12-01"
    assert {each["standing"] for each in later["systems"] if each["applies"]} != {
        "in_time"
    }


def test_table_is_written_to_a_file(tmp_path: Path) -> None:
    """CSV as a spreadsheet in Japan reads it."""
    target = tmp_path / "status.csv"
    result = _status("--format", "csv", "--encoding", "cp932", "-o", target)
    assert result.code == 0, result.err
    assert "住民基本台帳" in target.read_bytes().decode("cp932")
    again = _status("--format", "csv", "-o", target)
    assert (again.code, "exists already" in again.err) == (2, True)
