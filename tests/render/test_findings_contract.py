"""The findings for other programs, field by field (``stdmig.findings/1``)."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.command import call
from tests.helpers import MINIMAL

Document = dict[str, Any]

FINDING = {
    "code": str,
    "name": str,
    "severity": str,
    "message": str,
    "help": str,
    "subject": dict,
    "location": dict,
    "related": list,
    "fingerprint": str,
    "data": dict,
}


def _findings(*args: str | Path, code: int = 1) -> Document:
    result = call("check", "--format", "json", *args)
    assert result.code == code, result.err
    document: Document = json.loads(result.out)
    return document


@pytest.fixture(scope="module")
def found() -> Document:
    """Return the sample's findings as another program reads them."""
    return _findings("--sample")


def test_fields_of_the_document_are_all_there(found: Document) -> None:
    """The document names its version, the municipality, the day and the counts."""
    assert {name: found[name] for name in found if name != "findings"} == {
        "schema": "stdmig.findings/1",
        "municipality": "姶良市",
        "sample": True,
        "section": None,
        "as_of": "2021-10-01",
        "designated": [],
        "summary": {"error": 3, "warning": 20, "note": 0, "accepted": 0, "baseline": 0},
        "baseline": None,
    }


def test_fields_of_every_finding_are_all_there(found: Document) -> None:
    """Every finding has each field in its kind, and a place that counts from 1."""
    for finding in found["findings"]:
        for name, kind in FINDING.items():
            assert isinstance(finding[name], kind), (finding["code"], name)
        assert re.fullmatch(r"STD[1-5]\d\d", finding["code"])
        assert re.fullmatch(r"[a-z]+(-[a-z]+)+", finding["name"])
        assert finding["severity"] in {"error", "warning", "note"}
        assert re.fullmatch(r"[0-9a-f]{16}", finding["fingerprint"])
        assert finding["location"].keys() == {"file", "line", "column"}
        assert finding["location"]["line"] >= 1
        assert finding["location"]["column"] >= 1


def test_summary_counts_the_findings(found: Document) -> None:
    """The counts are those of the list."""
    severities = [finding["severity"] for finding in found["findings"]]
    assert {finding["suppression"] for finding in found["findings"]} == {None}
    assert found["summary"] == {
        **{name: severities.count(name) for name in ("error", "warning", "note")},
        "accepted": 0,
        "baseline": 0,
    }


def test_subjects_name_what_exists(found: Document) -> None:
    """A subject is one of the kinds of the contract, with the plan's id or day."""
    plan = json.loads(call("plan", "--sample", "--format", "json").out)
    known = {
        "system": {system["id"] for system in plan["systems"]},
        "contract": {each["contract"] for each in plan["contracts"]},
        "procurement": {task["procurement"] for task in plan["tasks"]} - {None},
        "specification": {"leading", "first", "second"},
        "cutover": {system["cutover"] for system in plan["systems"]},
        "confidence": {"stated", "inferred"},
    }
    for finding in found["findings"]:
        for kind, name in finding["subject"].items():
            assert name in known[kind], finding["code"]


def test_gap_days_belong_to_the_gap_alone(found: Document) -> None:
    """Only the contract that ends before its cutover carries ``gap_days``."""
    codes = {each["code"] for each in found["findings"] if "gap_days" in each["data"]}
    assert codes == {"STD201"}
    gaps = {
        each["subject"]["contract"]: each["data"]["gap_days"]
        for each in found["findings"]
        if each["code"] == "STD201"
    }
    assert gaps == {"acrocity": 365, "welplus": 365, "kenko": 183}


def test_gap_of_a_contract_lists_its_units(found: Document) -> None:
    """``data.units`` gives each unit with its own cutover and its own gap."""
    first = found["findings"][0]
    assert first["subject"] == {"contract": "acrocity"}
    assert len(first["data"]["units"]) == 14
    assert first["data"]["units"][0] == {
        "id": "juki",
        "system": "juki",
        "section": "市民課",
        "cutover": "2025-10-01",
        "gap_days": 365,
    }
    assert first["data"]["extension"] == {"start": "2024-10-01", "end": "2025-09-30"}
    assert first["data"]["fiscal_years"] == [2024, 2025]
    assert first["location"] == {
        "file": "sample:systems.yaml",
        "line": 103,
        "column": 10,
    }


def test_renewals_are_fiscal_years(found: Document) -> None:
    """The single-year contract names the fiscal years that need a renewal."""
    (finding,) = [each for each in found["findings"] if each["code"] == "STD203"]
    assert finding["data"]["renewals"] == [2022, 2023, 2024, 2025]


def test_findings_stand_in_order(found: Document) -> None:
    """The worst come first, then by code, then as the files are read."""
    rank = {"error": 0, "warning": 1, "note": 2}
    order = [
        (
            rank[each["severity"]],
            each["code"],
            *(each["location"][name] for name in ("file", "line", "column")),
        )
        for each in found["findings"]
    ]
    assert order == sorted(order)


def test_fingerprints_tell_findings_apart(found: Document) -> None:
    """No two findings share one, so that each can be accepted by itself."""
    prints = [each["fingerprint"] for each in found["findings"]]
    assert len(set(prints)) == len(prints)


def test_fingerprint_survives_another_language_and_moved_lines(
    found: Document, tmp_path: Path
) -> None:
    """It hangs on the code and the subject, not on words or lines."""
    english = _findings("--sample", "--lang", "en")
    assert english["findings"][0]["message"] != found["findings"][0]["message"]
    prints = [each["fingerprint"] for each in found["findings"]]
    assert [each["fingerprint"] for each in english["findings"]] == prints
    texts = (MINIMAL, f"# a line more\n\n{MINIMAL}")
    seen = []
    for text in texts:
        (tmp_path / "systems.yaml").write_text(text, encoding="utf-8")
        options = ("-w", tmp_path, "--as-of", "2021-10-01", "--select", "STD201")
        seen.append(_findings(*options)["findings"][0])
    assert seen[0]["location"]["line"] + 2 == seen[1]["location"]["line"]
    assert seen[0]["fingerprint"] == seen[1]["fingerprint"]


def test_faults_of_reading_have_the_same_shape(tmp_path: Path) -> None:
    """Where files cannot be read, the document lists why, and knows nothing else."""
    (tmp_path / "systems.yaml").write_text("schema: stdmig.systems/1\n", "utf-8")
    found = _findings("-w", tmp_path, code=2)
    assert found["municipality"] is None
    assert found["as_of"] is None
    assert found["sample"] is False
    finding = found["findings"][0]
    assert finding["code"] == "STD006"
    assert finding["name"] == "missing-key"
    assert finding["severity"] == "error"
    assert finding["subject"] == {"file": f"{tmp_path.as_posix()}/systems.yaml"}
    assert found["summary"]["error"] == len(found["findings"])


def test_missing_workspace_is_a_finding_too() -> None:
    """A program learns from the document itself that there was nothing to check."""
    found = _findings("-w", "nowhere", code=2)
    (finding,) = found["findings"]
    assert finding["code"] == "STD015"
    assert "--sample" in finding["help"]


def test_findings_for_programs_are_as_filed(golden: Callable[[str, str], None]) -> None:
    """The whole document is, to the byte, the one that was read and approved."""
    golden("check.json", call("check", "--sample", "--format", "json").out)
