"""Acceptances held against findings: what they take out of the count (指摘の了承)."""

from __future__ import annotations

from datetime import date

import pytest

from stdmig.diagnostics import Location
from stdmig.rules import Finding, Suppression, selection
from stdmig.workspace import Planned
from stdmig.workspace.report import check_report
from stdmig.workspace.section import findings_of
from tests.helpers import ENGLISH
from tests.rules.planned import planned, sample

TOWN = """\
schema: stdmig.systems/1
municipality: {name: 見本市}
systems:
  - {id: koseki}
  - {id: juki, units: [{section: 市民課}]}
  - {id: kojin, units: [{section: 税務課}]}
accept:
  - {code: STD105, procurement: juki, reason: 協議中, by: 市民課, until: 2021-12-31}
  - code: policy-undecided
    procurement: kojin
    reason: 協議中
    by: 税務課
    until: 2021-09
"""


def _told(found: tuple[Finding, ...]) -> list[str]:
    """Return code, subject and why each finding does not count."""
    return [
        " ".join(
            (
                each.rule.code,
                *each.hit.subject.values(),
                each.suppression.kind if each.suppression else "counts",
            )
        )
        for each in found
    ]


def _check(town: Planned, *codes: str) -> tuple[Finding, ...]:
    return town.check(selection(codes, ())[0])


def test_accepted_finding_stays_in_its_place_and_says_why() -> None:
    """It is told where it would be, with reason, person, last day and place."""
    found = _check(planned(TOWN), "STD102", "STD105")
    assert _told(found) == [
        "STD102 koseki counts",
        "STD105 juki accepted",
        "STD105 kojin counts",
    ]
    assert found[1].suppression == Suppression(
        "accepted",
        "協議中",
        "市民課",
        date(2021, 12, 31),
        Location("systems.yaml", 8, 5),
    )
    assert [each.comes_back for each in found] == [False, False, True]


def test_acceptance_covers_one_finding_alone() -> None:
    """Another finding of the rule, or of the system, still counts."""
    accepted = TOWN.replace("{id: koseki}", "{id: koseki}\n  - {id: fuhyo}").replace(
        "STD105, procurement: juki", "STD102, system: koseki"
    )
    assert _told(_check(planned(accepted), "STD102", "STD105")) == [
        "STD102 koseki accepted",
        "STD102 fuhyo counts",
        "STD105 juki counts",
        "STD105 kojin counts",
    ]


def test_only_the_rules_that_run_are_told_of() -> None:
    """What was not looked for is not unused, and what was not chosen not told."""
    mended = TOWN.replace("{section: 市民課}", "{section: 市民課, policy: stay}")
    town = planned(mended, as_of=date(2021, 10, 1))
    assert _told(_check(town, "STD105", "STD106", "STD107")) == [
        "STD105 kojin counts",
        "STD107 STD105 juki counts",
        "STD106 STD105 kojin counts",
    ]
    assert _told(_check(town, "STD105")) == ["STD105 kojin counts"]
    assert _told(_check(town, "STD102", "STD106", "STD107")) == ["STD102 koseki counts"]


def test_section_is_told_of_its_own_acceptances() -> None:
    """What concerns another section is neither shown nor called unused."""
    mended = TOWN.replace("{section: 市民課}", "{section: 市民課, policy: stay}")
    town = planned(mended)
    found = _check(town, "STD105", "STD106", "STD107")
    assert _told(findings_of(town.plan, found, "市民課")) == [
        "STD107 STD105 juki counts"
    ]
    assert _told(findings_of(town.plan, found, "税務課")) == [
        "STD105 kojin counts",
        "STD106 STD105 kojin counts",
    ]
    report = check_report(town, selection(("STD105",), ())[0], "税務課")
    assert [entry.subject for entry in report.entries] == [{"procurement": "kojin"}]


def test_systems_of_a_bridge_may_stand_in_any_order() -> None:
    """A pair of days is named by its systems, as a list or one by one."""
    town = """\
schema: stdmig.systems/1
municipality: {name: 見本市}
systems:
  - {id: kojin, cutover: 2025-10-01, units: [{section: 税務課}]}
  - {id: juki, cutover: 2025-10-01, units: [{section: 市民課}]}
  - {id: kaigo, cutover: 2026-01-05, units: [{section: 福祉課}]}
links:
  - {from: juki, to: kaigo, data: 住民}
  - {from: kojin, to: kaigo, data: 所得}
accept:
  - code: STD401
    first_systems: [kojin, juki]
    second_systems: kaigo
    reason: 橋渡しを発注済み
    by: 推進課
    until: 2026-03-31
"""
    assert _told(_check(planned(town), "STD401", "STD107")) == [
        "STD401 juki,kojin kaigo accepted"
    ]


def test_systems_without_a_specification_are_accepted_as_blank() -> None:
    """A subject that is an empty word can be written."""
    town = """\
schema: stdmig.systems/1
municipality: {name: 見本市}
systems:
  - {id: kojin, units: [{section: 税務課}]}
accept:
  - {code: STD311, specification: "", reason: 照会中, by: 推進課, until: 2026-03-31}
"""
    assert _told(_check(planned(town), "STD311", "STD107")) == ["STD311  accepted"]


def test_days_and_years_are_read_as_findings_write_them() -> None:
    """An era day names the cutover of a finding."""
    lines = sample().inventory.documents.systems.root
    assert "accept" not in lines
    town = planned(
        """\
schema: stdmig.systems/1
municipality: {name: 見本市}
systems:
  - {id: kojin, units: [{section: 税務課}]}
accept:
  - {code: std312, cutover: R7.10.1, reason: 夜間に切替, by: 税務課, until: R7.9.30}
""",
        planning="{cutover: 2025-10-01}",
    )
    assert _told(_check(town, "STD312", "STD107")) == ["STD312 2025-10-01 accepted"]


@pytest.mark.parametrize(
    ("found", "told"),
    [
        (2, "{system: s0}, {system: s1}"),
        (3, "{system: s0}, {system: s1}, {system: s2}"),
        (4, "{system: s0}, {system: s1}, {system: s2} and 1 more"),
        (13, "{system: s0}, {system: s1}, {system: s2} and 10 more"),
    ],
)
def test_messages_of_many_findings_stay_short(found: int, told: str) -> None:
    """Of what a rule finds instead the three most alike are named, ready to paste."""
    systems = "".join(
        f"  - {{id: s{number}, statutory: false, name: 業務{number}}}\n"
        for number in range(found)
    )
    town = planned(
        "schema: stdmig.systems/1\nmunicipality: {name: 見本市}\n"
        f"systems:\n{systems}"
        "  - {id: juki, units: [{section: 市民課}]}\n"
        "accept:\n"
        "  - {code: STD102, system: juki, reason: r, by: b, until: 2026-03-31}\n"
    )
    (unused,) = [
        each for each in _check(town, "STD102", "STD107") if each.rule.code == "STD107"
    ]
    assert unused.hit.details == ()
    assert unused.hit.message.into(ENGLISH) == (
        "STD102 system:juki: accepted, but there is no such finding; STD102 finds:"
        f" {told}"
    )


def test_most_alike_is_named_first() -> None:
    """A slip of the pen stands beside what was meant, wherever that is in the file."""
    systems = "".join(f"  - {{id: {name}}}\n" for name in ("juki", "inkan", "koseki"))
    town = planned(
        "schema: stdmig.systems/1\nmunicipality: {name: 見本市}\n"
        f"systems:\n{systems}"
        "  - {id: kosei, statutory: false, units: [{section: 市民課}]}\n"
        "accept:\n"
        "  - {code: STD102, system: kosei, reason: r, by: b, until: 2026-03-31}\n"
    )
    (unused,) = [
        each for each in _check(town, "STD102", "STD107") if each.rule.code == "STD107"
    ]
    assert "STD102 finds: {system: koseki}, " in unused.hit.message.into(ENGLISH)


def test_all_names_of_a_finding_count_for_its_likeness() -> None:
    """Of two orders that are not kept the one of the accepted system comes first."""
    town = planned("""\
schema: stdmig.systems/1
municipality: {name: 見本市}
systems:
  - {id: kojin, cutover: 2025-10-14, units: [{section: 税務課}]}
  - {id: hojin, cutover: 2026-01-05, units: [{section: 税務課}]}
  - {id: fuhyo, cutover: 2026-01-05, units: [{section: 市民課}]}
  - {id: kenko, cutover: 2025-11-04, after: [hojin], units: [{section: 健康課}]}
  - {id: kokuho, cutover: 2025-11-04, after: [kojin, fuhyo], units: [{section: 国保課}]}
accept:
  - {code: STD403, system: kokuho, after: kojin, reason: r, by: b, until: 2026-03-31}
""")
    (unused,) = [
        each for each in _check(town, "STD403", "STD107") if each.rule.code == "STD107"
    ]
    assert unused.hit.message.into(ENGLISH) == (
        "STD403 system:kokuho after:kojin: accepted, but there is no such finding;"
        " STD403 finds: {system: kokuho, after: fuhyo}, {system: kenko, after: hojin}"
    )
