"""``--baseline`` and ``--write-baseline`` as a job in CI uses them (基準ファイル)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.command import Result, call

TOWN = """\
schema: stdmig.systems/1
municipality: {name: 見本市}
contracts:
  - {id: tax, end: 2024-09-30}
systems:
  - {id: kojin, cutover: 2025-10-01, units: [{section: 税務課, contract: tax}]}
  - {id: koseki}
"""
MORE = "  - {id: fuhyo}\n"
ACCEPT = """\
accept:
  - {code: STD102, system: koseki, reason: 照会中, by: 市民課, until: 2022-03-31}
"""


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """Return a workspace with a gap of a contract and a system without a unit."""
    _write(tmp_path, TOWN)
    return tmp_path


def _write(folder: Path, text: str) -> None:
    (folder / "systems.yaml").write_text(text, encoding="utf-8")


def _check(town: Path, *args: str | Path) -> Result:
    chosen = ("--select", "STD102,STD201", "--as-of", "2021-10-01", "--lang", "en")
    return call("check", "-w", town, *chosen, *args)


def _json(town: Path, *args: str | Path) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(_check(town, "--format", "json", *args).out)
    return document


def _codes(result: Result) -> list[str]:
    return [line.split("[")[1][:6] for line in result.out.splitlines()]


def test_only_what_is_new_counts(town: Path) -> None:
    """A first run writes, a second passes, and a new fault fails again."""
    baseline = town / "baseline.json"
    first = _check(town, "--write-baseline", baseline)
    assert first.code == 1
    assert _codes(first) == ["STD201", "STD102"]
    assert f"written: {baseline.as_posix()}\n" in first.err

    second = _check(town, "--baseline", baseline)
    assert (second.code, second.out) == (0, "")
    assert second.err.endswith(
        "0 errors, 0 warnings, 0 notes; not counted: 2 in the baseline\n"
    )

    _write(town, f"# a line more\n{TOWN}{MORE}")
    third = _check(town, "--baseline", baseline, "--fail-on", "warning")
    assert third.code == 1
    assert "systems.yaml:9:5: warning[STD102] Supplementary family" in third.out
    assert _codes(third) == ["STD102"]


def test_file_is_free_of_words_and_lines(town: Path) -> None:
    """It holds names alone, in an order and in bytes that nothing else changes."""
    one, other = town / "one.json", town / "other.json"
    _check(town, "--write-baseline", one)
    assert json.loads(one.read_bytes()) == {
        "schema": "stdmig.baseline/1",
        "municipality": "見本市",
        "findings": [
            {
                "code": "STD102",
                "name": "system-without-unit",
                "severity": "warning",
                "subject": {"system": "koseki"},
                "fingerprint": "49b185c9a89dfdce",
            },
            {
                "code": "STD201",
                "name": "contract-ends-before-cutover",
                "severity": "error",
                "subject": {"contract": "tax"},
                "fingerprint": _json(town)["findings"][0]["fingerprint"],
            },
        ],
    }
    _write(town, "# moved\n" + TOWN.replace("2024-09-30", "2024-12-31"))
    _check(town, "--write-baseline", other, "--lang", "ja", "--format", "csv")
    assert other.read_bytes() == one.read_bytes()


def test_existing_baseline_is_not_overwritten(town: Path) -> None:
    """Somebody reviewed it; ``--force`` says that it may go."""
    baseline = town / "baseline.json"
    baseline.write_text("mine", encoding="utf-8")
    result = _check(town, "--write-baseline", baseline)
    assert result.code == 2
    assert result.err.endswith(
        f"error: {baseline.as_posix()} exists already; --force replaces it\n"
    )
    assert baseline.read_text(encoding="utf-8") == "mine"
    assert _check(town, "--write-baseline", baseline, "--force").code == 1
    assert b"STD201" in baseline.read_bytes()


def test_input_file_is_no_baseline(town: Path) -> None:
    """What a person writes is never overwritten, not even with ``--force``."""
    result = _check(town, "--write-baseline", town / "systems.yaml", "--force")
    assert result.code == 2
    assert (town / "systems.yaml").read_text(encoding="utf-8") == TOWN


def test_what_is_gone_is_told_and_taken_out(town: Path) -> None:
    """A mended finding never fails; a refresh takes it out and adds nothing new."""
    baseline = town / "baseline.json"
    _check(town, "--write-baseline", baseline)
    _write(town, TOWN.replace("{id: koseki}", "{id: fuhyo}"))

    result = _check(town, "--baseline", baseline)
    assert result.code == 0
    name = baseline.as_posix()
    assert result.err.endswith(
        "1 finding of the baseline no longer occurs; take it out with --baseline"
        f" {name} --write-baseline {name} --force\n"
    )
    told = _json(town, "--baseline", baseline)["baseline"]
    assert told["file"] == name
    assert [each["subject"] for each in told["gone"]] == [{"system": "koseki"}]
    assert told["worse"] == []

    _check(town, "--baseline", baseline, "--write-baseline", baseline, "--force")
    kept = json.loads(baseline.read_bytes())["findings"]
    assert [each["code"] for each in kept] == ["STD201"]
    assert "no longer occurs" not in _check(town, "--baseline", baseline).err


def test_part_of_the_rules_takes_nothing_out(town: Path) -> None:
    """What was not looked for stays in the baseline."""
    baseline, other = town / "baseline.json", town / "other.json"
    _check(town, "--write-baseline", baseline)
    part = ("--ignore", "STD102", "--baseline", baseline)
    result = _check(town, *part, "--write-baseline", other)
    assert "no longer" not in result.err
    assert other.read_bytes() == baseline.read_bytes()


def test_other_sections_are_not_gone(town: Path) -> None:
    """A section's check counts what of the baseline is its own, and forgets none."""
    baseline = town / "baseline.json"
    _check(town, "--write-baseline", baseline)
    result = _check(town, "--baseline", baseline, "--section", "税務課")
    assert result.code == 0
    assert result.err.endswith("not counted: 1 in the baseline\n")


def test_worse_counts_again(town: Path) -> None:
    """A warning of the baseline that is an error now fails, and says why."""
    requested = TOWN.replace(
        "end: 2024-09-30",
        "end: 2024-09-30,"
        " extensions: [{start: 2024-10-01, end: 2025-09-30, state: requested}]",
    )
    _write(town, requested)
    baseline = town / "baseline.json"
    _check(town, "--write-baseline", baseline)
    assert _check(town, "--baseline", baseline).code == 0
    _write(town, TOWN)
    result = _check(town, "--baseline", baseline)
    assert result.code == 1
    assert _codes(result) == ["STD201"]
    assert result.err.endswith(
        "1 finding of the baseline is worse than it was, and counts: STD201\n"
    )
    (worse,) = _json(town, "--baseline", baseline)["baseline"]["worse"]
    assert (worse["code"], worse["severity"]) == ("STD201", "warning")


def test_accepted_findings_are_no_part_of_it(town: Path) -> None:
    """An acceptance has a date of its own, so that no baseline outlives it."""
    _write(town, TOWN + ACCEPT)
    baseline = town / "baseline.json"
    _check(town, "--write-baseline", baseline)
    held = json.loads(baseline.read_bytes())["findings"]
    assert [each["code"] for each in held] == ["STD201"]
    later = ("--as-of", "2022-04-01", "--fail-on", "warning", "--baseline", baseline)
    result = _check(town, *later)
    assert result.code == 1
    assert _codes(result) == ["STD102"]


def test_run_out_acceptance_is_left_out_and_told(town: Path) -> None:
    """What comes back counts beside a baseline, with why, and writing says so."""
    _write(town, TOWN + ACCEPT)
    baseline = town / "baseline.json"
    later = ("--as-of", "2022-04-01", "--select", "STD106", "--fail-on", "warning")
    first = _check(town, *later, "--write-baseline", baseline)
    left_out = (
        "1 finding is left out of the baseline: its acceptance has run out, so that it"
        " counts whatever a baseline holds: STD102\n"
        "1 finding is left out of the baseline: it is about an acceptance, which is to"
        " be renewed, corrected or taken out: STD106\n"
    )
    assert first.err.endswith(left_out)
    held = json.loads(baseline.read_bytes())["findings"]
    assert [each["code"] for each in held] == ["STD201"]

    second = _check(town, *later, "--baseline", baseline)
    assert second.code == 1
    assert _codes(second) == ["STD102", "STD106"]
    assert "left out" not in second.err

    # As the sentence says: without the acceptance the finding can be held.
    _write(town, TOWN)
    assert _check(town, *later, "--write-baseline", baseline, "--force").code == 1
    third = _check(town, *later, "--baseline", baseline)
    assert (third.code, third.out) == (0, "")


def test_baseline_that_holds_what_it_cannot_hide_is_mended(town: Path) -> None:
    """Entries that an older version wrote, or that were accepted since, are told."""
    baseline, other = town / "baseline.json", town / "other.json"
    later = ("--as-of", "2022-04-01")
    _check(town, *later, "--write-baseline", baseline)
    _write(town, TOWN + ACCEPT)
    result = _check(
        town, *later, "--baseline", baseline, "--write-baseline", other, "--force"
    )
    assert _codes(result) == ["STD102"]
    assert "1 finding is left out of the baseline: its acceptance" in result.err
    held = json.loads(other.read_bytes())["findings"]
    assert [each["code"] for each in held] == ["STD201"]


BAD = [
    ("{", "2:1", "this is not valid JSON"),
    ("[]", "1:1", "this is no baseline: it has no 'schema'"),
    ("{}", "1:1", "this is no baseline: it has no 'schema'"),
    (
        '{"schema": "stdmig.findings/1"}',
        "1:1",
        "this file says schema 'stdmig.findings/1'; this version reads"
        " 'stdmig.baseline/1'",
    ),
    (
        '{"schema": "\\u001b[31m\\ud800"}',
        "1:1",
        "this file says schema '\ufffd[31m\ufffd'; this version reads"
        " 'stdmig.baseline/1'",
    ),
    (
        '{"schema": "stdmig.baseline/1", "findings": []}',
        "1:1",
        "it does not say for whom it was written",
    ),
    (
        '{"schema": "stdmig.baseline/1", "municipality": "甲市", "findings": []}',
        "1:1",
        "it was written for '甲市', and this is 見本市",
    ),
    (
        '{"schema": "stdmig.baseline/1", "municipality": "見本市"}',
        "1:1",
        "there is no list of 'findings'",
    ),
    ("[" * 200_000, "1:1", "this is not valid JSON"),
    (f'{{"schema": {"9" * 5000}}}', "1:1", "this is not valid JSON"),
]


@pytest.mark.parametrize(("content", "place", "message"), BAD)
def test_unusable_baseline_is_refused(
    town: Path, content: str, place: str, message: str
) -> None:
    """A damaged or foreign file ends with 2, with its place and what to do."""
    baseline = town / "baseline.json"
    baseline.write_text(f"{content}\n", encoding="utf-8")
    result = _check(town, "--baseline", baseline, "--fail-on", "never")
    assert result.code == 2
    assert result.out == f"{baseline.as_posix()}:{place}: error[STD018] {message}\n"
    assert result.err == (
        "  write it anew with --write-baseline, or take another file\n"
        "1 error, 0 warnings, 0 notes\n"
    )


ENTRY = {
    "code": "STD102",
    "name": "system-without-unit",
    "severity": "warning",
    "subject": {"system": "koseki"},
    "fingerprint": "49b185c9a89dfdce",
}


@pytest.mark.parametrize(
    "entries",
    [
        ["STD102"],
        [{**ENTRY, "code": "STD1020"}],
        [{**ENTRY, "severity": "bad"}],
        [{**ENTRY, "severity": ["warning"]}],
        [{**ENTRY, "subject": {"system": 1}}],
        [{**ENTRY, "subject": []}],
        [{**ENTRY, "fingerprint": "49B185C9A89DFDCE"}],
        [{**ENTRY, "name": None}],
    ],
)
def test_incomplete_entry_is_refused(town: Path, entries: list[Any]) -> None:
    """No entry is skipped: a baseline that is half read would count too much."""
    result = _with_entries(town, [ENTRY, *entries])
    assert result.code == 2
    assert "error[STD018] finding 2 of the list is not complete" in result.out


def test_repeated_entry_is_refused(town: Path) -> None:
    """A merge that kept both sides is told."""
    result = _with_entries(town, [ENTRY, {**ENTRY, "severity": "error"}])
    assert result.code == 2
    assert "findings 1 and 2 have the same fingerprint" in result.out


def _with_entries(town: Path, entries: list[Any]) -> Result:
    baseline = town / "baseline.json"
    document = {
        "schema": "stdmig.baseline/1",
        "municipality": "見本市",
        "findings": entries,
    }
    baseline.write_text(json.dumps(document), encoding="utf-8")
    return _check(town, "--baseline", baseline)


def test_baseline_that_is_not_there_is_refused(town: Path) -> None:
    """A misspelt name must not count as an empty baseline, nor a folder as a file."""
    result = _check(town, "--baseline", town / "none.json")
    assert result.code == 2
    assert "cannot be read: there is no such file or folder" in result.out
    assert "cannot be read: it is a folder" in _check(town, "--baseline", town).out


def test_baseline_that_is_too_large_is_refused(
    town: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No more than the limit is ever read."""
    monkeypatch.setattr("stdmig.workspace.check_baseline.MAX_BYTES", 1000)
    baseline = town / "baseline.json"
    baseline.write_text(" " * 1001, encoding="utf-8")
    result = _check(town, "--baseline", baseline)
    assert "error[STD018] the file has more than 1000 bytes" in result.out


def test_faults_of_reading_are_never_hidden(town: Path) -> None:
    """Faults end with 2 whatever the baseline says, and none is written from them."""
    baseline, other = town / "baseline.json", town / "other.json"
    _check(town, "--write-baseline", baseline)
    _write(town, f"{TOWN}sistems: []\n")
    result = _check(town, "--baseline", baseline, "--write-baseline", other)
    assert result.code == 2
    assert _codes(result) == ["STD005"]
    assert not other.exists()


def test_faults_of_workspace_and_baseline_are_told_together(town: Path) -> None:
    """One run shows everything that has to be mended."""
    _write(town, f"{TOWN}sistems: []\n")
    result = _check(town, "--baseline", town / "none.json")
    assert result.code == 2
    assert _codes(result) == ["STD005", "STD018"]
