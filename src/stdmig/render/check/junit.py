"""Findings as test results: a suite per rule, a case per subject (JUnit)."""

from __future__ import annotations

from itertools import groupby
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from stdmig.render.check.described import described
from stdmig.render.check.entry import Entry
from stdmig.render.check.heading import title
from stdmig.render.check.path import below
from stdmig.render.check.run import Run
from stdmig.render.check.sentences import (
    consequences,
    cure,
    elsewhere,
    fact,
)
from stdmig.render.check.suppressed import reason_words
from stdmig.render.explain.rule import Explicable
from stdmig.render.one_line import one_line
from stdmig.words import Style, text


def check_junit(run: Run, style: Style) -> str:
    """
    Return a run as JUnit XML.

    A rule that finds nothing is one passed case. A finding is a failure if it fails the
    check, as the exit code says; a milder one passes and tells what it found. What was
    accepted is skipped. A fault of reading is an error.
    """
    ordered = sorted(run.report.entries, key=lambda entry: entry.code)
    found = {
        code: list(entries)
        for code, entries in groupby(ordered, key=lambda entry: entry.code)
    }
    head = title(run.report)
    name = one_line(head.into(style)) if head else "stdmig check"
    suites = Element("testsuites", name=name)
    for rule in described(run):
        _suite(suites, rule, found.get(rule.code, []), run, style)
    _count(suites)
    indent(suites)
    document = tostring(suites, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{document}\n'


def _suite(
    suites: Element, rule: Explicable, entries: list[Entry], run: Run, style: Style
) -> None:
    name = one_line(f"{rule.code} {rule.title.into(style)}")
    suite = SubElement(suites, "testsuite", name=name)
    group = f"{rule.code} {rule.name}"
    if not entries:
        passed = text("No findings.").into(style)
        SubElement(suite, "testcase", classname=group, name=passed)
    for entry in entries:
        case = SubElement(suite, "testcase", classname=group, name=_name(entry, style))
        file = below(entry.location.file, run.folder)
        if file is not None:
            case.set("file", one_line(file))
            case.set("line", str(entry.location.line))
        _outcome(case, entry, run, style)
    _count(suite)


def _name(entry: Entry, style: Style) -> str:
    """Return what tells a case apart, in this report and from one run to the next."""
    if "file" in entry.subject:
        # Many faults have the same file, and at times the same place.
        return f"{one_line(str(entry.location))} {fact(entry, style)}"
    return one_line(" ".join(f"{kind}:{id}" for kind, id in entry.subject.items()))


def _outcome(case: Element, entry: Entry, run: Run, style: Style) -> None:
    said = [
        f"{one_line(str(entry.location))}: {fact(entry, style)}",
        *consequences(entry, style),
        *elsewhere(entry, style),
        *cure(entry, style),
    ]
    kind = {"message": fact(entry, style), "type": entry.severity.key}
    if entry.suppression is not None:
        reason = one_line(reason_words(entry.suppression).into(style))
        SubElement(case, "skipped", message=reason)
        SubElement(case, "system-out").text = "\n".join(said)
    elif run.unreadable:
        SubElement(case, "error", kind).text = "\n".join(said)
    elif run.fails(entry):
        SubElement(case, "failure", kind).text = "\n".join(said)
    else:
        told = f"{entry.severity.label.into(style)}: {said[0]}"
        SubElement(case, "system-out").text = "\n".join([told, *said[1:]])


def _count(suite: Element) -> None:
    """Write how many cases there are of each outcome."""
    for name, tag in (
        ("tests", "testcase"),
        ("failures", "failure"),
        ("errors", "error"),
        ("skipped", "skipped"),
    ):
        suite.set(name, str(sum(1 for _ in suite.iter(tag))))
