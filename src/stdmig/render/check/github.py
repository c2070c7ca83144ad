"""Findings as annotations of a GitHub workflow (GitHubの注釈)."""

from __future__ import annotations

from stdmig.diagnostics import Severity
from stdmig.render.check.entry import Entry
from stdmig.render.check.path import below
from stdmig.render.check.run import Run
from stdmig.render.check.sentences import consequences, cure, elsewhere, fact
from stdmig.render.one_line import one_line
from stdmig.words import Style, count

MOST = 10
"""Annotations of each kind that GitHub shows for one step; the rest is dropped."""

_COMMANDS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.NOTE: "notice",
}


def check_github(run: Run, style: Style) -> str:
    """
    Return one workflow command per finding that counts, the worst first.

    What GitHub would drop is counted in a notice at the end, which takes the place of
    one of its own kind.
    """
    entries = {
        severity: [each for each in run.report.open if each.severity == severity]
        for severity in reversed(Severity)
    }
    dropped = any(len(each) > MOST for each in entries.values())
    shown, left = [], 0
    for severity, each in entries.items():
        room = MOST - 1 if dropped and severity == Severity.NOTE else MOST
        shown += [_annotation(entry, run.folder, style) for entry in each[:room]]
        left += sum(entry.times for entry in each[room:])
    if left:
        shown.append(f"::notice title=stdmig::{_escaped(_more(left, style))}")
    return "".join(f"{command}\n" for command in shown)


def _more(left: int, style: Style) -> str:
    return count(
        "{n} more finding is not shown here: GitHub shows {most} of a kind in a step",
        "{n} more findings are not shown here: GitHub shows {most} of a kind in a step",
        left,
        most=MOST,
    ).into(style)


def _annotation(entry: Entry, folder: str, style: Style) -> str:
    place = {}
    file = below(entry.location.file, folder)
    if file is not None:
        line, column = entry.location.line, entry.location.column
        place = {"file": file, "line": str(line), "col": str(column)}
    title = one_line(f"{entry.code} {entry.title.into(style)}")
    properties = ",".join(
        f"{key}={_property(value)}" for key, value in {**place, "title": title}.items()
    )
    said = [
        fact(entry, style),
        *consequences(entry, style),
        *elsewhere(entry, style),
        *cure(entry, style),
    ]
    if file is None:
        said[0] = f"{one_line(str(entry.location))}: {said[0]}"
    words = _escaped("\n".join(said))
    return f"::{_COMMANDS[entry.severity]} {properties}::{words}"


def _escaped(words: str) -> str:
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    # A line break of a path is coded; what else controls a terminal is not let through.
    coded = _escaped(words).replace(":", "%3A").replace(",", "%2C")
    return one_line(coded)
