"""SARIF: valid against the schema of OASIS, and taken in by code scanning (SARIF)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from stdmig.diagnostics import Location
from stdmig.render.check.run import Run
from stdmig.render.check.sarif import check_sarif
from stdmig.render.one_line import one_line
from stdmig.rules import RULES
from stdmig.words import LANGUAGES, Language, Style
from tests.helpers import ROOT
from tests.render.check.runs import (
    ACCEPTED,
    BASELINE,
    HOSTILE,
    entry,
    faulty_run,
    hostile_run,
    run_of,
    sample_run,
)
from tests.schema_check import violations

SCHEMA = ROOT / "tests" / "data" / "sarif-2.1.0.json"
EN = Style.of("en")


def _log(run: Run, language: Language = "en") -> dict[str, Any]:
    log: dict[str, Any] = json.loads(check_sarif(run, Style.of(language)))
    only: dict[str, Any] = log["runs"][0]
    return only


def _assert_valid(run: Run, folder: Path, language: Language = "en") -> None:
    file = folder / "check.sarif"
    document = check_sarif(run, Style.of(language))
    file.write_bytes(document.encode("utf-8", "backslashreplace"))
    assert violations(file, schema=SCHEMA) == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_sample_is_valid(language: Language, tmp_path: Path) -> None:
    """The findings of the sample keep to the official schema."""
    _assert_valid(sample_run(), tmp_path, language)


def test_hostile_names_are_valid(tmp_path: Path) -> None:
    """Whatever the names are, the log keeps to the schema."""
    _assert_valid(hostile_run(), tmp_path)


def test_faults_and_suppressions_are_valid(tmp_path: Path) -> None:
    """So do faults of reading, and findings that do not count."""
    _assert_valid(faulty_run(tmp_path), tmp_path)
    accepted = ACCEPTED._replace(location=Location("data/systems.yaml", 9, 3))
    _assert_valid(
        run_of(entry(suppression=accepted), entry(suppression=BASELINE)), tmp_path
    )


def test_schema_refuses_what_is_wrong(tmp_path: Path) -> None:
    """The schema would see a level that there is not."""
    file = tmp_path / "check.sarif"
    text = check_sarif(sample_run(), EN)
    file.write_text(text.replace('"level": "warning"', '"level": "bad"'), "utf-8")
    assert "'bad' is not one of" in violations(file, schema=SCHEMA)


def test_rules_carry_their_explanations() -> None:
    """Every rule that ran is described, in the order of codes, and results find it."""
    log = _log(sample_run())
    rules = log["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted(rule.code for rule in RULES)
    for result in log["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    (gap,) = (rule for rule in rules if rule["id"] == "STD201")
    assert gap["name"] == "contract-ends-before-cutover"
    assert gap["shortDescription"]["text"] == "a contract ends before the cutover"
    assert gap["defaultConfiguration"] == {"level": "error"}
    assert "\n```yaml\ncontracts:\n" in gap["help"]["markdown"]
    assert "What to do: extend the contract" in gap["help"]["text"]
    # There is no address that one could open.
    assert "helpUri" not in gap
    assert log["tool"]["driver"].keys() == {"name", "version", "rules"}


def test_result_tells_fact_place_and_fingerprint() -> None:
    """A result has its words, its place from the root, and a name that lasts."""
    (result,) = _log(run_of(entry("甲")))["results"]
    assert result == {
        "ruleId": "STD201",
        "ruleIndex": sorted(rule.code for rule in RULES).index("STD201"),
        "level": "error",
        "message": {"text": "甲: 365 days\nof 甲"},
        "locations": [_place("data/systems.yaml", 3, 5)],
        "partialFingerprints": {"stdmig/v1": "0000000000007532"},
        "suppressions": [],
        "relatedLocations": [
            {
                "id": 1,
                **_place("data/systems.yaml", 1, 2),
                "message": {"text": "first 甲"},
            }
        ],
    }


def _place(uri: str, line: int, column: int) -> dict[str, Any]:
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": uri, "uriBaseId": "%SRCROOT%"},
            "region": {"startLine": line, "startColumn": column},
        }
    }


@pytest.mark.parametrize(
    ("file", "artifact"),
    [
        ("町/一 覧.yaml", "%E7%94%BA/%E4%B8%80%20%E8%A6%A7.yaml %SRCROOT%"),
        ("a:b/c%41#.yaml", "a%3Ab/c%2541%23.yaml %SRCROOT%"),
        ("/builds/town/x.yaml", "x.yaml %SRCROOT%"),
        ("half\udc80.yaml", "half%80.yaml %SRCROOT%"),
        ("/etc/x y.yaml", "file:///etc/x%20y.yaml"),
        ("../x.yaml", "file:///builds/x.yaml"),
        ("C:/x.yaml", "file:///C%3A/x.yaml"),
        ("sample:systems.yaml", "sample/systems.yaml %STDMIG%"),
        ("stdmig:procedures.yaml", "stdmig/procedures.yaml %STDMIG%"),
    ],
)
def test_files_are_addresses(file: str, artifact: str) -> None:
    """Paths are relative and encoded; what lies elsewhere says where."""
    (result,) = _log(run_of(entry(file=file)))["results"]
    told = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert " ".join(told.values()) == artifact


def test_every_result_has_a_file() -> None:
    """GitHub refuses a whole log for one result without a file."""
    for result in _log(sample_run())["results"]:
        for place in (*result["locations"], *result.get("relatedLocations", ())):
            assert place["physicalLocation"]["artifactLocation"]["uri"]


def test_bases_are_told_without_a_folder_of_this_machine() -> None:
    """The same input gives the same bytes on every machine."""
    log = _log(sample_run())
    assert log["originalUriBaseIds"].keys() == {"%SRCROOT%", "%STDMIG%"}
    assert log["columnKind"] == "unicodeCodePoints"
    assert "/builds" not in check_sarif(sample_run(), EN)


def test_hostile_names_stay_words() -> None:
    """No name becomes a link, and none loses what a document can show."""
    results = _log(hostile_run())["results"]
    messages = [result["message"]["text"] for result in results]
    assert not any("](" in message for message in messages)
    for name, message in zip(HOSTILE, messages, strict=False):
        assert message.startswith(one_line(name).replace("](", "] ("))


def test_what_does_not_count_is_suppressed() -> None:
    """An accepted finding says why and by whom; an open one has an empty list."""
    accepted = ACCEPTED._replace(location=Location("data/systems.yaml", 9, 3))
    run = run_of(
        entry(suppression=accepted), entry("乙", suppression=BASELINE), entry("丙")
    )
    first, second, third = (each["suppressions"] for each in _log(run)["results"])
    assert first == [
        {
            "kind": "external",
            "status": "accepted",
            "justification": (
                "accepted by 総務課 <x> until 2027-03-31: 相手方と協議済み | <b>"
            ),
            "location": _place("data/systems.yaml", 9, 3),
        }
    ]
    assert [each["justification"] for each in second] == ["in the baseline"]
    assert third == []


def test_invocation_tells_how_it_ended(tmp_path: Path) -> None:
    """The code is that of the program; faults mean that nothing was checked."""
    assert _log(sample_run())["invocations"] == [
        {"executionSuccessful": True, "exitCode": 1}
    ]
    log = _log(faulty_run(tmp_path))
    (invocation,) = log["invocations"]
    assert (invocation["executionSuccessful"], invocation["exitCode"]) == (False, 2)
    (told,) = invocation["toolExecutionNotifications"]
    assert told["message"]["text"] == "The files cannot be read; no rule was run."


def test_faults_are_results_with_their_cure(tmp_path: Path) -> None:
    """Each fault stands at its place and says what to do; its kind is described."""
    log = _log(faulty_run(tmp_path))
    rules = log["tool"]["driver"]["rules"]
    assert {"STD004", "STD005"} <= {rule["id"] for rule in rules}
    assert all(rule["help"]["text"] for rule in rules)
    (twice,) = (each for each in log["results"] if each["ruleId"] == "STD004")
    assert twice["level"] == "error"
    assert twice["locations"] == [_place("systems.yaml", 3, 1)]
    assert "What to do: " in twice["message"]["text"]
    assert twice["relatedLocations"][0]["physicalLocation"]["region"]["startLine"] == 2


def test_code_that_nobody_explains_is_described_by_its_entry() -> None:
    """A finding of a code beyond the rules still has a rule to point at."""
    log = _log(run_of(entry(code="STD999")))
    (result,) = log["results"]
    rule = log["tool"]["driver"]["rules"][result["ruleIndex"]]
    assert (rule["id"], rule["fullDescription"]["text"]) == (
        "STD999",
        "a contract ends before the cutover",
    )
