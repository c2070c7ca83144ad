"""Every rule held against its cases: workspaces in, findings out."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from stdmig.rules import RULES, Finding, selection
from tests.helpers import ENGLISH
from tests.rules.planned import planned

FILES = sorted((Path(__file__).parent / "cases").glob("*.yaml"))


class _Loader(yaml.SafeLoader):
    """Reads dates as the words they are, as the machine formats write them."""


_Loader.yaml_implicit_resolvers = {
    first: [pair for pair in pairs if pair[0] != "tag:yaml.org,2002:timestamp"]
    for first, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


class Case(NamedTuple):
    """One named case; `codes` are the rules that run, the file's own by default."""

    code: str
    name: str
    given: dict[str, Any]
    codes: list[str]
    expected: list[dict[str, Any]]


def _cases() -> list[Case]:
    found = []
    for path in FILES:
        cases = yaml.load(path.read_bytes(), _Loader)
        for name, case in cases.items():
            expected, codes = case.pop("expect"), case.pop("codes", [path.stem])
            found.append(Case(path.stem, name, case, codes, expected))
    return found


CASES = _cases()


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.code}: {case.name}")
def test_case(case: Case) -> None:
    """A workspace gives exactly the findings that its case tells, in this order."""
    given = {**case.given, "as_of": date.fromisoformat(case.given["as_of"])}
    chosen, unknown = selection(case.codes, ())
    assert unknown == ()
    found = planned(**given).check(chosen)
    assert [_told(each, len(case.codes) > 1) for each in found] == case.expected


def _told(finding: Finding, with_code: bool) -> dict[str, Any]:
    """Return a finding as the cases write it, without what is empty or usual."""
    hit, where = finding.hit, finding.hit.location
    file = "" if where.file == "systems.yaml" else f"{where.file}:"
    code = f"{finding.rule.code} " if with_code else ""
    told = {
        "says": f"{finding.severity.key} {code}{file}{where.line}:{where.column}"
        f" {hit.message.into(ENGLISH)}",
        "subject": hit.subject,
        "data": hit.data,
        "details": [detail.into(ENGLISH) for detail in hit.details],
        "help": hit.help and hit.help.into(ENGLISH),
        "related": [f"{place} {what.into(ENGLISH)}" for place, what in hit.related],
        "suppressed": _suppressed(finding),
    }
    return {key: value for key, value in told.items() if value}


def _suppressed(finding: Finding) -> str | None:
    """Return why a finding does not count, and where that is written down."""
    why = finding.suppression
    if why is None or why.location is None:
        return None
    place = f"{why.location.line}:{why.location.column}"
    return f"{why.kind} by {why.by} until {why.until} at {place} ({why.reason})"


def test_every_rule_fires_and_keeps_quiet() -> None:
    """Each rule has a case in which it fires, and one in which it is quiet."""
    firing = {case.code for case in CASES if case.expected}
    quiet = {case.code for case in CASES if not case.expected}
    codes = {rule.code for rule in RULES}
    assert firing == codes
    assert quiet == codes
