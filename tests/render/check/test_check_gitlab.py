"""The code quality report of GitLab (GitLabのコード品質)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from stdmig.diagnostics import Severity
from stdmig.render.check.gitlab import check_gitlab
from stdmig.render.check.run import Run
from stdmig.render.one_line import one_line
from stdmig.words import Style
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


def _issues(run: Run) -> list[dict[str, Any]]:
    issues: list[dict[str, Any]] = json.loads(check_gitlab(run, Style.of("en")))
    return issues


def test_issue_has_what_gitlab_needs() -> None:
    """Words, rule, name, severity and place, and nothing else."""
    assert _issues(run_of(entry("甲"))) == [
        {
            "description": "甲: 365 days",
            "check_name": "STD201 contract-ends-before-cutover",
            "fingerprint": "0000000000007532",
            "severity": "major",
            "location": {"path": "data/systems.yaml", "lines": {"begin": 3}},
        }
    ]


@pytest.mark.parametrize(
    ("severity", "told"),
    [
        (Severity.ERROR, "major"),
        (Severity.WARNING, "minor"),
        (Severity.NOTE, "info"),
    ],
)
def test_severities_are_those_of_gitlab(severity: Severity, told: str) -> None:
    """Each of ours has one of theirs."""
    (issue,) = _issues(run_of(entry(severity=severity)))
    assert issue["severity"] == told


@pytest.mark.parametrize(
    ("file", "path"),
    [
        ("./systems.yaml", "systems.yaml"),
        ("/builds/town/data/x.yaml", "data/x.yaml"),
        ("sample:systems.yaml", "sample:systems.yaml"),
        ("../x.yaml", "../x.yaml"),
    ],
)
def test_paths_are_told_from_the_root(file: str, path: str) -> None:
    """A path is relative and without ``./``; one from elsewhere stays as given."""
    (issue,) = _issues(run_of(entry(file=file)))
    assert issue["location"]["path"] == path


def test_fingerprints_are_stable_and_unique(tmp_path: Path) -> None:
    """GitLab drops an issue with a name that another has; the same run has the same."""
    twice = run_of(entry("甲"), entry("甲"), entry("甲"), entry("乙"))
    prints = [issue["fingerprint"] for issue in _issues(twice)]
    assert prints == [
        "0000000000007532",
        "0000000000007532-2",
        "0000000000007532-3",
        "0000000000004e59",
    ]
    for run in (sample_run(), faulty_run(tmp_path), hostile_run()):
        prints = [issue["fingerprint"] for issue in _issues(run)]
        assert len(set(prints)) == len(prints)
        assert _issues(run) == _issues(run)


def test_findings_that_do_not_count_are_left_out() -> None:
    """GitLab has no word for them."""
    run = run_of(
        entry("甲", suppression=ACCEPTED),
        entry("乙", suppression=BASELINE),
        entry("丙"),
    )
    assert [issue["description"] for issue in _issues(run)] == ["丙: 365 days"]


def test_nothing_found_is_an_empty_list() -> None:
    """GitLab wants a list, even of nothing."""
    assert check_gitlab(run_of(), Style.of("en")) == "[]\n"


def test_hostile_names_come_out_as_they_went_in() -> None:
    """JSON holds every name, on one line."""
    described = [issue["description"] for issue in _issues(hostile_run())]
    assert described[:-1] == [f"{one_line(name)}: 365 days" for name in HOSTILE]


def test_faults_are_issues(tmp_path: Path) -> None:
    """A file that cannot be read is a major issue at its line."""
    issues = _issues(faulty_run(tmp_path))
    assert ("STD004 duplicate-key", "major", 3) in [
        (each["check_name"], each["severity"], each["location"]["lines"]["begin"])
        for each in issues
    ]
