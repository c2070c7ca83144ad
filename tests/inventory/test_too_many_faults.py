"""Thousands of faults: the first are told, the rest is counted (誤りの上限)."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.command import call
from tests.helpers import MINIMAL, faults_of, workspace_text


def _links(number: int) -> str:
    """Return a file with links, each with a key that nobody knows, in column 6."""
    links = (
        f"  - {{size: 1, from: juki, to_outside: x, data: d{each}}}\n"
        for each in range(number)
    )
    return f"{MINIMAL}links:\n{''.join(links)}"


MANY = _links(3000)
LEFT = "2900 more faults of this file are not listed"


def _written(folder: Path) -> Path:
    (folder / "systems.yaml").write_text(MANY, encoding="utf-8")
    return folder


def _checked(folder: Path, format: str) -> tuple[str, str]:
    result = call("check", "-w", _written(folder), "--format", format, "--lang", "en")
    assert result.code == 2
    assert result.err.endswith("3000 errors, 0 warnings, 0 notes\n")
    return result.out, result.err


def test_a_hundred_faults_of_a_file_are_told_and_the_rest_is_counted() -> None:
    """The hundredth is the last with a place of its own; the next is where to look."""
    faults = faults_of(workspace_text(MANY))
    assert len(faults) == 101
    assert faults[99] == "systems.yaml:114:6 STD005 unknown key 'size'"
    assert faults[100] == f"systems.yaml:115:6 STD019 {LEFT}"


def test_a_hundred_faults_are_all_told() -> None:
    """At the limit itself nothing is left out."""
    faults = faults_of(workspace_text(_links(100)))
    assert len(faults) == 100
    assert not [fault for fault in faults if "STD019" in fault]


def test_one_file_hides_no_fault_of_another() -> None:
    """The limit is that of each file."""
    costs = "schema: stdmig.costs/1\ntax: 1\n"
    faults = faults_of(workspace_text(MANY, costs=costs))
    assert faults[0] == "costs.yaml:2:1 STD005 unknown key 'tax'"
    assert faults[-1].endswith(f"STD019 {LEFT}")


@pytest.mark.parametrize(
    ("rest", "told"),
    [
        ("k: 1\n" * 5000, "STD019 4900 more faults of this file are not listed"),
        ("k:\n" + "  - *a\n" * 5000, "4901 more faults of this file are not listed"),
        ("k: {" + "? [a], " * 5000 + "}\n", "more faults of this file are not listed"),
    ],
    ids=["the same key", "aliases", "keys that are lists"],
)
def test_faults_of_syntax_without_number_are_counted_too(rest: str, told: str) -> None:
    """What the reader itself refuses is kept up to a limit, and counted exactly."""
    faults = faults_of(workspace_text(MINIMAL + rest))
    assert len(faults) == 101
    assert faults[-1].endswith(told)


def test_a_mapping_of_very_many_keys_is_read_up_to_a_thousand() -> None:
    """Whoever wrote a list as a mapping is told so once."""
    keys = "".join(f"  k{n}: 1\n" for n in range(30_000))
    systems = MINIMAL.replace("name: 姶良市\n", f"name: 姶良市\n{keys}")
    faults = faults_of(workspace_text(systems))
    assert len(faults) == 101
    assert faults[0] == "systems.yaml:4:3 STD005 unknown key 'k0'"
    # The name and 999 of the keys are read; the others count as one fault.
    assert faults[-1].endswith("STD019 900 more faults of this file are not listed")


def test_thousands_of_unknown_ids_are_told_without_a_search_for_each() -> None:
    """The first hundred get a hint; nobody reads that of the others."""
    contracts = "".join(f"  - {{id: k{n}, end: 2026-03-31}}\n" for n in range(2000))
    units = "".join(
        f"      - {{id: u{n}, section: 課, contract: c{n}}}\n" for n in range(2000)
    )
    systems = MINIMAL.replace("contracts:\n", f"contracts:\n{contracts}") + units
    faults = faults_of(workspace_text(systems))
    assert faults[0].endswith("STD010 nothing under 'contracts' has the id 'c0'")
    assert faults[-1].endswith("STD019 1900 more faults of this file are not listed")


def test_text_tells_the_count(tmp_path: Path) -> None:
    """The lines that CI reads end with how many are left."""
    out, _ = _checked(tmp_path, "text")
    assert len(out.splitlines()) == 101
    assert out.splitlines()[-1].endswith(f"error[STD019] {LEFT}")


def test_json_and_sarif_tell_the_count(tmp_path: Path) -> None:
    """The count stands in the message, as data and in the summary."""
    document = json.loads(_checked(tmp_path, "json")[0])
    assert document["summary"]["error"] == 3000
    last = document["findings"][-1]
    assert (last["message"], last["data"]) == (LEFT, {"faults": 2900})
    results = json.loads(_checked(tmp_path, "sarif")[0])["runs"][0]["results"]
    assert (len(results), results[-1]["ruleId"]) == (101, "STD019")


def test_csv_and_junit_and_gitlab_tell_the_count(tmp_path: Path) -> None:
    """What others read holds the count as its last row."""
    out, _ = _checked(tmp_path, "csv")
    rows = list(csv.reader(io.StringIO(out.removeprefix("\ufeff"))))
    assert (len(rows), rows[-1][1], rows[-1][3]) == (102, "STD019", LEFT)
    suites = ElementTree.fromstring(_checked(tmp_path, "junit")[0])
    assert LEFT in (suites[-1][0][0].get("message") or "")
    quality = json.loads(_checked(tmp_path, "gitlab")[0])
    assert (len(quality), quality[-1]["description"]) == (101, LEFT)


def test_github_counts_what_it_does_not_show(tmp_path: Path) -> None:
    """Of 3,000 faults ten are annotations, and 2,990 are counted."""
    out, _ = _checked(tmp_path, "github")
    assert out.splitlines()[-1].startswith(
        "::notice title=stdmig::2990 more findings are not shown here"
    )


def test_other_commands_tell_the_count(tmp_path: Path) -> None:
    """So does every command that cannot begin."""
    result = call("plan", "-w", _written(tmp_path))
    assert (result.code, result.out) == (2, "")
    assert f"STD019] {LEFT}" in result.err
    assert "mend those that are listed, and check again" in result.err
    assert result.err.endswith("3000 errors, 0 warnings, 0 notes\n")
