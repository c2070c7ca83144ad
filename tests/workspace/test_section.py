"""What of a plan concerns one section (担当課別)."""

from __future__ import annotations

from stdmig.schedule import assumptions, milestones
from stdmig.workspace.section import (
    assumptions_of,
    coverages_of,
    findings_of,
    lines_of,
    milestones_of,
    places_of,
    sections,
    systems_of,
)
from tests.rules.planned import planned
from tests.screens import sample_city

ELECTIONS, TAX = "選挙管理委員会", "税務課"


def test_sections_stand_in_the_order_of_the_file() -> None:
    """The nine sections of the sample, each once."""
    assert sections(sample_city().inventory) == (
        *("市民課", "選挙管理委員会", "税務課", "学校教育課", "健康増進課"),
        *("子どもみらい課", "社会福祉課", "長寿・障害福祉課", "保険年金課"),
    )


def test_no_section_means_everything() -> None:
    """Without a section nothing is left out."""
    planned = sample_city()
    plan = planned.plan
    assert places_of(plan, None) == list(range(224))
    assert systems_of(planned.inventory, None) is None
    assert coverages_of(planned.coverages, None) == planned.coverages
    assert findings_of(plan, planned.findings, None) == planned.findings
    assert lines_of(planned.budget, None) == planned.budget
    assert milestones_of(plan, milestones(plan), None) == milestones(plan)
    assert assumptions_of(plan, assumptions(plan), None) == assumptions(plan)


def test_section_owns_the_systems_of_its_units() -> None:
    """税務課 owns four taxes and its half of three insurances."""
    assert systems_of(sample_city().inventory, TAX) == frozenset(
        ("kojin", "hojin", "kotei", "keiji", "kaigo", "kokuho", "koki")
    )


def test_section_sees_its_tasks_and_the_shared_ones() -> None:
    """A section sees its own tasks, its procurement's and the municipality's."""
    plan = sample_city().plan
    ids = [plan.tasks[place].id for place in places_of(plan, ELECTIONS)]
    assert ids[0] == "1"
    assert {name.partition("@")[2] for name in ids} == {
        *("", "senkyo", "アクロシティ住民情報システム:undecided")
    }


def test_section_sees_the_contracts_of_its_units() -> None:
    """A contract that covers one of its units concerns a section."""
    planned = sample_city()
    own = coverages_of(planned.coverages, "長寿・障害福祉課")
    assert [each.agreement.id for each in own] == ["acrocity", "welplus"]


def test_section_sees_the_findings_about_its_own() -> None:
    """Findings about its systems, contracts, procurements and days are a section's."""
    planned = sample_city()
    found = findings_of(planned.plan, planned.findings, "健康増進課")
    codes = [each.rule.code for each in found]
    assert codes == ["STD201", "STD105", "STD303", "STD311", "STD312"]
    assert {name for each in found for name in each.hit.subject.values()} == {
        *("kenko", "健康管理システム:undecided", "second", "2025-10-01")
    }


def test_section_sees_the_findings_that_name_its_systems() -> None:
    """What is found about a group of specifications concerns the systems it names."""
    planned = sample_city()
    seen = {
        section: "STD311"
        in {
            each.rule.code
            for each in findings_of(planned.plan, planned.findings, section)
        }
        for section in ("学校教育課", "保険年金課")
    }
    # 就学 belongs to group 1, 国民健康保険 to group 2, whose specifications are late.
    assert seen == {"学校教育課": False, "保険年金課": True}


def test_milestones_of_a_section_name_its_systems_alone() -> None:
    """A milestone keeps those systems that are the section's."""
    plan = sample_city().plan
    own = milestones_of(plan, milestones(plan), TAX)
    systems = systems_of(plan.inventory, TAX)
    assert systems is not None
    assert {system.id for each in own for system in each.systems} == systems
    assert all(each.systems for each in own)


def test_assumptions_of_a_section_are_those_of_its_tasks() -> None:
    """What only others lean on is left out; what no task alone leans on stays."""
    plan = sample_city().plan
    own = {each.id: each for each in assumptions_of(plan, assumptions(plan), ELECTIONS)}
    assert "assessment-senkyo" in own
    assert "assessment-inkan" not in own
    assert "no-unit-koseki" not in own
    assert "budget-request" in own
    mine = {plan.tasks[place].id for place in places_of(plan, ELECTIONS)}
    assert all(set(each.tasks) <= mine for each in own.values())


def test_section_sees_the_bridges_and_packages_of_its_systems() -> None:
    """A bridge concerns the sections at both ends, a split those with a part of it."""
    systems = """\
schema: stdmig.systems/1
municipality: {name: 見本市}
systems:
  - {id: juki, units: [{section: 市民課, package: 総合}]}
  - {id: kojin, cutover: 2026-01-05, units: [{section: 税務課, package: 総合}]}
  - {id: seiho, units: [{section: 福祉課}]}
links: [{from: juki, to: kojin, data: 宛名}]
"""
    apart = planned(systems, planning="{cutover: 2025-10-01}")
    found = [each for each in apart.findings if each.rule.code.startswith("STD4")]
    codes = {
        section: [
            each.rule.code for each in findings_of(apart.plan, tuple(found), section)
        ]
        for section in ("市民課", "税務課", "福祉課")
    }
    assert codes == {
        "市民課": ["STD401", "STD402"],
        "税務課": ["STD401", "STD402"],
        "福祉課": [],
    }
