"""Which rules run, in which order the findings come, and how they are named."""

from __future__ import annotations

from datetime import date

import pytest

from stdmig.rules import RULES, selection
from tests.helpers import ENGLISH, ROOT
from tests.rules.planned import planned, sample

LATE = """\
schema: stdmig.systems/1
municipality: {name: 見本市}
contracts:
  - {id: tax, end: 2026-03-31}
  - {id: welfare, end: 2024-09-30}
systems:
  - {id: kojin, units: [{section: 税務課, policy: stay, contract: tax}]}
  - {id: seiho, units: [{section: 社会福祉課, policy: stay, contract: welfare}]}
  - {id: koseki}
"""


def _codes(select: tuple[str, ...], ignore: tuple[str, ...] = ()) -> list[str]:
    chosen, unknown = selection(select, ignore)
    assert unknown == ()
    return [rule.code for rule in RULES if chosen(rule)]


def test_the_worst_comes_first() -> None:
    """Findings stand by severity, then code, then place in the file."""
    found = planned(
        LATE, planning="{cutover: 2025-10-01}", as_of=date(2024, 10, 1)
    ).check(selection((), ("STD101", "STD3"))[0])
    assert [
        (each.severity.key, each.rule.code, each.hit.location.line) for each in found
    ] == [
        ("error", "STD201", 5),
        ("error", "STD204", 5),
        ("warning", "STD102", 9),
        ("warning", "STD208", 5),
        ("note", "STD205", 4),
    ]


def test_the_sample_gives_its_known_findings() -> None:
    """The sample city: three gaps, and warnings for what is not known or decided."""
    found = [
        (each.severity.key, each.rule.code, each.hit.subject)
        for each in sample().findings
    ]
    assert [code for _, code, _ in found] == [
        *["STD201"] * 3,
        *["STD102"] * 3,
        *["STD105"] * 4,
        "STD203",
        *["STD303"] * 7,
        *["STD307"] * 3,
        "STD311",
        "STD312",
    ]
    assert found[:3] == [
        ("error", "STD201", {"contract": "acrocity"}),
        ("error", "STD201", {"contract": "welplus"}),
        ("error", "STD201", {"contract": "kenko"}),
    ]
    assert {severity for severity, _, _ in found[3:]} == {"warning"}
    assert [subject["system"] for _, code, subject in found if code == "STD102"] == [
        "inkan",
        "koseki",
        "fuhyo",
    ]
    # October is busy in these three, as is inferred; 2025-10-01 is a Wednesday.
    assert [subject for _, code, subject in found if code > "STD303"] == [
        {"system": "shugaku", "confidence": "inferred"},
        {"system": "seiho", "confidence": "inferred"},
        {"system": "kodomo", "confidence": "inferred"},
        {"specification": "second"},
        {"cutover": "2025-10-01"},
    ]


def test_the_safe_plan_of_the_sample_misses_by_a_year() -> None:
    """
    Seven of the eight procurements wait for the specifications of group 2.

    They appear by 2022-08-31, so that item 7 is over on 2024-01-31, after the window of
    autumn 2023. In that of 2024 item 8 begins on 2024-09-01 instead of 2023-09-01, 366
    days later. 印鑑登録 (group 1, bought alone) keeps its date.
    """
    found = [each.hit for each in sample().findings if each.rule.code == "STD303"]
    assert {hit.data["days"] for hit in found} == {366}
    assert {hit.data["early_cutover"] for hit in found} == {"2026-10-01"}
    assert {hit.data["task"].partition("@")[0] for hit in found} == {"8"}
    assert "inkan" not in {name for hit in found for name in hit.data["systems"]}


@pytest.mark.parametrize(
    ("select", "expected"),
    [
        (("STD201",), ["STD201"]),
        (("std201",), ["STD201"]),
        (("STD2",), [f"STD20{n}" for n in range(1, 10)]),
        (("no-plan-fits", "STD101"), ["STD101", "STD302"]),
    ],
)
def test_rules_are_chosen_by_code_beginning_or_name(
    select: tuple[str, ...], expected: list[str]
) -> None:
    """A code, its beginning, in either case, or a name chooses rules."""
    assert _codes(select) == expected


def test_without_a_choice_all_run() -> None:
    """No word selects every rule."""
    assert _codes(()) == [rule.code for rule in RULES]


def test_what_is_ignored_does_not_run() -> None:
    """A word to ignore wins over the same word to select."""
    ignored = ("STD201", "contract-already-over", "STD206", "STD207", "STD208")
    assert _codes(("STD2",), ignored) == ["STD202", "STD203", "STD205", "STD209"]
    assert _codes(("STD201",), ("STD201",)) == []


def test_words_that_name_no_rule_are_told() -> None:
    """A misspelt word is handed back, so that a gate cannot pass by mistake."""
    _, unknown = selection(("STD201", "STD9", ""), ("contract-ends",))
    assert unknown == ("STD9", "", "contract-ends")


def test_fingerprints_survive_edits_elsewhere() -> None:
    """A comment above moves the lines of the findings, not their fingerprints."""
    written = (ROOT / "data" / "systems.yaml").read_text(encoding="utf-8")
    before = sample(written).findings
    after = sample(f"# 追記\n{written}").findings
    assert [each.fingerprint for each in after] == [each.fingerprint for each in before]
    assert [each.hit.location.line - 1 for each in after] == [
        each.hit.location.line for each in before
    ]


def test_fingerprints_survive_other_figures() -> None:
    """A contract that ends on another day has the same finding with other figures."""
    before = planned(LATE, planning="{cutover: 2025-10-01}").findings
    longer = LATE.replace("2024-09-30", "2024-12-31")
    after = planned(longer, planning="{cutover: 2025-10-01}").findings
    gaps = [
        next(each for each in found if each.rule.code == "STD201")
        for found in (before, after)
    ]
    assert gaps[0].fingerprint == gaps[1].fingerprint
    assert [gap.hit.data["gap_days"] for gap in gaps] == [365, 273]


def test_fingerprints_tell_findings_apart() -> None:
    """No two findings of the sample have the same fingerprint of 16 characters."""
    names = [each.fingerprint for each in sample().findings]
    assert len(set(names)) == len(names)
    assert {len(name) for name in names} == {16}


def test_messages_hold_their_figures_once() -> None:
    """No sentence of the sample keeps a placeholder or a doubled blank."""
    for each in sample().findings:
        told = each.hit.message.into(ENGLISH)
        assert "{" not in told
        assert "  " not in told
