"""Every fault of every file, at once and in one order (誤りの一覧)."""

from __future__ import annotations

from tests.helpers import MINIMAL, faults_of, workspace_text

SYSTEMS = """\
    schema: stdmig.systems/1
    municipality:
      name: 姶良市
      code: 46225
      popluation: 七万
    contracts:
      - id: acrocity
        start: 令和6年10月1日
        end: 平成31年5月1日
      - id: welplus
        start: 2024-10-01
        end: 2024-09-30
    systems:
      - id: juki
        units:
          - section: 市民課
            policy: maybe
            contract: *shared
"""
PROCEDURES = """\
    schema: stdmig.procedures/1
    phases: [{id: planning, name: 計画立案}]
    items:
      - {number: 1, id: a, name: 甲, phase: planning, scope: system,
         months: {min: 2, max: 1}}
      - {number: 2, id: b, name: 乙, phase: planning, scope: town,
         months: {min: 1, max: 2}}
    cutover: {after: [2]}
"""
TEMPLATE = """\
    schema: stdmig.template/1
    deadline: 2026-03-31
    deadline: 2031-03-31
    planing: {}
"""
COSTS = """\
    schema: stdmig.costs/1
    costs: [{item: migration, unit_price: 高い}
"""


def test_every_fault_of_every_file() -> None:
    """One look shows all faults of four files by file, line and column."""
    assert faults_of(workspace_text(SYSTEMS, PROCEDURES, TEMPLATE, COSTS)) == [
        "costs.yaml:2:8 STD002 not valid YAML: a list in [ ] lacks a comma or its"
        " closing ]",
        "procedures.yaml:5:28 STD007 the longest duration 1 is shorter than the"
        " shortest 2",
        "procedures.yaml:6:57 STD007 'town' is none of 'municipality', 'procurement',"
        " 'system'",
        "schedule_template.yaml:3:1 STD004 the key 'deadline' stands here a second"
        " time",
        "schedule_template.yaml:4:1 STD005 unknown key 'planing'",
        "systems.yaml:4:9 STD007 a municipality code has six half-width digits, such"
        " as 462250",
        "systems.yaml:5:3 STD005 unknown key 'popluation'",
        "systems.yaml:9:10 STD008 '平成31年5月1日' lies after its era: 平成 ended on"
        " 2019-04-30; write 令和元年5月1日",
        "systems.yaml:12:10 STD009 the last day 2024-09-30 lies before the first day"
        " 2024-10-01",
        "systems.yaml:17:17 STD007 'maybe' is none of 'stay', 'switch', 'national',"
        " 'undecided'",
        "systems.yaml:18:19 STD003 aliases (*name) are not read",
    ]


def test_references_between_sound_files() -> None:
    """Faults of shape in one file hide no unknown references in the others."""
    systems = MINIMAL.replace("contract: acrocity", "contract: acrosity")
    template = "schema: stdmig.template/1\ndeadline: 2026-02-30\n"

    faults = faults_of(workspace_text(systems, template=template))

    assert [fault.split(" ", 2)[:2] for fault in faults] == [
        ["schedule_template.yaml:2:11", "STD008"],
        ["systems.yaml:13:19", "STD010"],
    ]


def test_faults_of_shared_files_are_found_again() -> None:
    """A bad file that many workspaces share is refused in each of them."""
    sources = workspace_text(procedures="schema: stdmig.procedures/1\n")

    assert faults_of(sources) == faults_of(sources)
    assert len(faults_of(sources)) == 2
