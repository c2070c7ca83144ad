"""Findings that do not count, as every format shows them (了承・基準ファイル)."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from typing import Any

from rich.cells import cell_len

from stdmig.render.check.csv import check_csv
from stdmig.render.check.json import check_json
from stdmig.render.check.report import Report
from stdmig.render.check.text import check_lines, check_text
from stdmig.rules import Baseline, Known
from stdmig.words import Style
from stdmig.workspace.report import check_report
from tests.rules.planned import planned
from tests.screens import screen

HOSTILE = '=HYPERLINK("x") </script> ]]> "; DROP 𠮷 か\u3099 ' + "長" * 300
TOWN = """\
schema: stdmig.systems/1
municipality: {name: 見本市}
systems:
  - {id: koseki}
  - {id: fuhyo}
  - {id: inkan}
accept:
  - {code: STD102, system: koseki, reason: '%s', by: '=市民課', until: 2022-03-31}
"""


def _report(reason: str = "照会中") -> Report:
    """Return one accepted finding, one of the baseline and one that counts."""
    town = planned(TOWN % reason, as_of=date(2021, 10, 1))
    found = [each for each in town.findings if each.rule.code == "STD102"]
    known = tuple(
        Known(each.fingerprint, "STD102", each.rule.name, each.severity, {"a": "b"})
        for each in found
        if each.hit.subject == {"system": "fuhyo"}
    )
    return check_report(
        town,
        lambda rule: rule.code == "STD102",
        baseline=Baseline("b.json", known),
    )


def test_report_counts_what_is_open() -> None:
    """The counts, and the worst, are those of the findings that count."""
    report = _report()
    assert [entry.subject["system"] for entry in report.open] == ["inkan"]
    assert [entry.subject["system"] for entry in report.suppressed] == [
        "koseki",
        "fuhyo",
    ]
    assert (report.accepted, report.in_baseline) == (1, 1)
    assert report.summary.into(Style.of("en")) == (
        "0 errors, 1 warning, 0 notes; not counted: 1 accepted, 1 in the baseline"
    )


def test_page_closes_with_what_does_not_count() -> None:
    """Code, subject, person, last day, reason and place stand after the findings."""
    lines = check_text(_report(), screen("en", 120)).splitlines()
    assert lines[1] == (
        "0 errors, 1 warning, 0 notes; not counted: 1 accepted, 1 in the baseline"
    )
    assert lines[3:5] == [
        "warning STD102 no unit is recorded for a system",
        "  Seal registration: no unit is recorded  systems.yaml:6:5  system: inkan",
    ]
    start = lines.index("Accepted, not counted: 1")
    assert lines[start:] == [
        "Accepted, not counted: 1",
        "  STD102 system:koseki",
        "    accepted by =市民課 until 2022-03-31: 照会中",
        "    systems.yaml:8:5",
        "",
        "In the baseline, not counted: 1",
        "  STD102 system:fuhyo",
        "",
        "Why: stdmig explain STD102",
        "To accept a finding: stdmig explain STD102",
    ]


def test_page_of_suppressed_findings_alone_is_good_news() -> None:
    """Nothing that counts: no finding is shown as one, and no next step."""
    report = _report()
    page = check_text(report._replace(entries=report.suppressed), screen("en", 120))
    assert page.splitlines()[1] == (
        "0 errors, 0 warnings, 0 notes; not counted: 1 accepted, 1 in the baseline"
    )
    assert "warning STD102" not in page
    assert "stdmig explain" not in page


def test_page_fits_whatever_is_written() -> None:
    """A long reason is broken like any other sentence, on the narrowest screen too."""
    for width in (60, 80, 400):
        lines = check_text(_report(HOSTILE), screen("ja", width)).splitlines()
        assert [line for line in lines if cell_len(line) > width] == []
        assert [line for line in lines if line != line.rstrip()] == []
    joined = "".join(check_text(_report(HOSTILE), screen("en")).split())
    assert "".join(HOSTILE.split()) in joined


def test_many_findings_of_the_baseline_are_counted() -> None:
    """Of each code the first ten are named; the others are a number."""
    report = _report()
    (entry,) = [
        each
        for each in report.suppressed
        if each.suppression and each.suppression.kind == "baseline"
    ]
    many = tuple(
        entry._replace(subject={"system": f"s{number}"}) for number in range(25)
    )
    page = check_text(report._replace(entries=many), screen("en", 400))
    names = ", ".join(f"system:s{number}" for number in range(10))
    assert f"  STD102 {names} and 15 more\n" in page


def test_pipe_gets_what_counts() -> None:
    """A line is a finding to look at; the summary says what was left out."""
    assert check_lines(_report(), Style.of("en")) == (
        "systems.yaml:6:5: warning[STD102] Seal registration: no unit is recorded\n"
    )


def test_json_says_why_each_does_not_count() -> None:
    """Every finding is there, in its place, with its suppression or null."""
    document: dict[str, Any] = json.loads(check_json(_report(), Style.of("en")))
    assert [each["suppression"] for each in document["findings"]] == [
        {
            "kind": "accepted",
            "reason": "照会中",
            "by": "=市民課",
            "until": "2022-03-31",
            "location": {"file": "systems.yaml", "line": 8, "column": 5},
        },
        {
            "kind": "baseline",
            "reason": None,
            "by": None,
            "until": None,
            "location": None,
        },
        None,
    ]
    assert document["summary"] == {
        "error": 0,
        "warning": 1,
        "note": 0,
        "accepted": 1,
        "baseline": 1,
    }
    assert document["baseline"] == {"file": "b.json", "gone": [], "worse": []}


def test_csv_says_it_in_a_column_of_its_own() -> None:
    """The column is empty for what counts, and never a formula."""
    data, _ = check_csv(_report(HOSTILE), Style.of("ja"), "utf-8")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
    assert rows[0][-2] in {"件数に含めない理由", "Not counted"}
    english, _ = check_csv(_report(HOSTILE), Style.of("en"), "utf-8")
    rows = list(csv.reader(io.StringIO(english.decode("utf-8-sig"))))
    assert [row[-2] for row in rows] == [
        "Not counted",
        f"accepted by =市民課 until 2022-03-31: {HOSTILE}",
        "in the baseline",
        "",
    ]
