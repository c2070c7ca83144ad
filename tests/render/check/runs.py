"""Runs of the check that a pipeline reports on, the hostile ones too (点検の実行)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from stdmig.diagnostics import Location, Severity
from stdmig.render.check.entry import Entry, of_fault
from stdmig.render.check.report import Report
from stdmig.render.check.run import Run
from stdmig.rules import RULES, Suppression
from stdmig.words import Name, text
from stdmig.workspace import Request, open_workspace
from tests.screens import report, sample_city

FOLDER = "/builds/town"
"""The current folder of the runs."""

HOSTILE = (
    '=HYPERLINK("http://evil.example","x")',
    "</script><img src=x onerror=alert(1)>",
    "]]><failure/>",
    '"; DROP TABLE systems;--',
    "::error file=a::b",
    "[click](https://evil.example) www.evil.example `code` | cell *b* _u_ $m$ #1 @all",
    "100%0A%25, a:b",
    "{0} {name} %s ${HOME}",
    "長" * 300,
    "right\u202eleft\u2066",
    "👨\u200d👩\u200d👧 ❤\ufe0f 𠮷野家 か\u3099",
    "bell\x07null\x00escape\x1b[31m\ufffe",
    "half\udc80",
    "two\nlines\r\nand\ttab",
)
"""Names that some format could take for something else."""

ACCEPTED = Suppression(
    "accepted", "相手方と協議済み | <b>", "総務課 <x>", date(2027, 3, 31), None
)
BASELINE = Suppression("baseline")


def entry(
    name: str = "甲",
    *,
    code: str = "STD201",
    severity: Severity = Severity.ERROR,
    file: str = "data/systems.yaml",
    line: int = 3,
    suppression: Suppression | None = None,
) -> Entry:
    """Return a finding about a name."""
    return Entry(
        code,
        "contract-ends-before-cutover",
        severity,
        text("a contract ends before the cutover"),
        text("{name}: 365 days", name=name),
        (text("of {name}", name=name),),
        text("ask {name}", name=name),
        {"contract": name},
        Location(file, line, 5),
        ((Location(file, 1, 2), text("first {name}", name=name)),),
        f"{sum(map(ord, name)):016x}",
        {},
        suppression,
    )


def run_of(*entries: Entry, limit: Severity | None = Severity.ERROR) -> Run:
    """Return a run of all rules in which nothing else was found."""
    told = Report(entries, Name("見本町", "Sample Town"), date(2026, 10, 1))
    return Run(told, RULES, limit, 1, FOLDER)


def hostile_run() -> Run:
    """Return a run whose names, files and municipality are hostile."""
    entries = [entry(name) for name in HOSTILE]
    entries.append(entry("甲", file="data/%41 #?[a]\udc80\u202e:,|<b>`\n.yaml"))
    run = run_of(*entries)
    return run._replace(report=run.report._replace(municipality=Name(HOSTILE[1])))


def sample_run() -> Run:
    """Return the run of the packaged city."""
    return Run(report(sample_city()), RULES, Severity.ERROR, 1, FOLDER)


def faulty_run(folder: Path) -> Run:
    """Return a run that ended with two faults of a file in `folder`."""
    (folder / "systems.yaml").write_text(
        "schema: stdmig.systems/1\nsystems: []\nsystems: []\nsistems: []\n", "utf-8"
    )
    _, faults = open_workspace(Request(folder))
    found = Report(tuple(map(of_fault, faults)))
    return Run(found, code=2, folder=folder.as_posix())
