"""JUnit XML, read back by junitparser: what passes, fails and is skipped (JUnit)."""

from __future__ import annotations

from pathlib import Path

import pytest
from junitparser import Error, Failure, JUnitXml, Skipped, TestCase

from stdmig.diagnostics import Severity
from stdmig.render.check.junit import check_junit
from stdmig.render.check.run import Run
from stdmig.render.one_line import one_line
from stdmig.rules import RULES
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

EN = Style.of("en")


def _read(run: Run) -> JUnitXml:
    document = check_junit(run, EN).encode("utf-8")
    return JUnitXml.fromstring(document)


def _cases(run: Run, code: str = "STD201") -> list[TestCase]:
    """Return the cases of a rule."""
    return [
        case for suite in _read(run) if suite.name.startswith(code) for case in suite
    ]


def test_every_rule_is_a_suite() -> None:
    """Green rules are seen, in the order of their codes."""
    suites = list(_read(sample_run()))
    assert [suite.name.split()[0] for suite in suites] == sorted(
        rule.code for rule in RULES
    )
    assert suites[0].name == "STD101 a system of the law is not listed"


def test_rule_that_finds_nothing_passes() -> None:
    """It has one case, which passed."""
    (case,) = _cases(sample_run(), "STD101")
    assert (case.classname, case.name) == ("STD101 system-missing", "No findings.")
    assert case.is_passed


def test_findings_fail_by_their_subject() -> None:
    """A case is named by what it is about, not by its line or its words."""
    cases = _cases(sample_run())
    assert [case.name for case in cases] == [
        "contract:acrocity",
        "contract:welplus",
        "contract:kenko",
    ]
    (failure,) = cases[0].result
    assert isinstance(failure, Failure)
    assert failure.type == "error"
    assert failure.message.startswith("アクロシティ住民情報システム (14 units): ends")
    lines = (failure.text or "").split("\n")
    assert lines[0].startswith("sample:systems.yaml:103:10: ")
    assert lines[-1].startswith("What to do: extend the contract")


def test_counts_agree_with_the_cases() -> None:
    """The sums of the report are those of its suites, and these of their cases."""
    report = _read(sample_run())
    assert (report.tests, report.failures, report.errors, report.skipped) == (
        sum(suite.tests for suite in report),
        sum(suite.failures for suite in report),
        0,
        0,
    )
    for suite in report:
        assert suite.tests == len(list(suite))
    assert report.failures == 3


@pytest.mark.parametrize(
    ("limit", "failures"),
    [(None, 0), (Severity.ERROR, 3), (Severity.WARNING, 23), (Severity.NOTE, 23)],
)
def test_failures_are_what_fails_the_check(
    limit: Severity | None, failures: int
) -> None:
    """The report is as green as the exit code."""
    assert _read(sample_run()._replace(limit=limit)).failures == failures


def test_milder_finding_passes_and_tells_what_it_found() -> None:
    """A warning that does not fail the check is still there to read."""
    (case,) = _cases(run_of(entry("甲", severity=Severity.WARNING)))
    assert case.is_passed
    assert (case.system_out or "").startswith(
        "warning: data/systems.yaml:3:5: 甲: 365 days\nof 甲\n"
    )


def test_place_is_told_where_it_is_a_file() -> None:
    """GitLab links a case to its file; a packaged file has no link."""
    text = check_junit(run_of(entry("甲")), EN)
    assert 'name="contract:甲" file="data/systems.yaml" line="3"' in text
    packaged = check_junit(run_of(entry("甲", file="sample:systems.yaml")), EN)
    assert "file=" not in packaged


def test_findings_that_do_not_count_are_skipped() -> None:
    """Skipped with the reason; the check does not fail by them."""
    run = run_of(
        entry("甲", suppression=ACCEPTED),
        entry("乙", suppression=BASELINE),
        entry("丙"),
    )
    first, second, third = _cases(run)
    assert [(type(each), each.message) for each in (*first.result, *second.result)] == [
        (
            Skipped,
            "accepted by 総務課 <x> until 2027-03-31: 相手方と協議済み | <b>",
        ),
        (Skipped, "in the baseline"),
    ]
    assert isinstance(third.result[0], Failure)
    assert (_read(run).failures, _read(run).skipped) == (1, 2)


def test_faults_are_errors(tmp_path: Path) -> None:
    """A file that cannot be read is no failed rule: no rule was run."""
    run = faulty_run(tmp_path)
    report = _read(run)
    assert (report.failures, report.errors) == (0, len(run.report.entries))
    (case,) = _cases(run, "STD004")
    assert case.name.startswith(f"{tmp_path.as_posix()}/systems.yaml:3:1 ")
    (error,) = case.result
    assert isinstance(error, Error)


def test_hostile_names_are_text() -> None:
    """Names come out as they went in; what XML forbids is U+FFFD."""
    cases = _cases(hostile_run())
    assert len(cases) == len(HOSTILE) + 1
    for name, case in zip(HOSTILE, cases, strict=False):
        assert case.name == one_line(f"contract:{name}")
        (failure,) = case.result
        assert failure.message == f"{one_line(name)}: 365 days"
    assert "bell\ufffdnull\ufffdescape\ufffd[31m\ufffd" in cases[-4].name


def test_same_input_gives_the_same_bytes() -> None:
    """There is no clock and no host in the report."""
    document = check_junit(sample_run(), EN)
    assert document == check_junit(sample_run(), EN)
    assert "time" not in document.split("<testcase")[0]
    assert document.startswith('<?xml version="1.0" encoding="UTF-8"?>\n<testsuites ')
