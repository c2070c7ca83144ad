"""Acceptances that name no rule, or not its subject, when a workspace is opened."""

from __future__ import annotations

from pathlib import Path

import pytest

from stdmig.workspace import Request, open_workspace
from tests.helpers import ENGLISH

HEAD = """\
schema: stdmig.systems/1
municipality: {name: 見本市}
contracts: [{id: tax, end: 2025-03-31}]
systems:
  - {id: kojin, units: [{section: 税務課, contract: tax}]}
accept:
"""


def _told(folder: Path, entry: str) -> list[str]:
    """Return the faults of one acceptance: place in it, code, message and cure."""
    whole = f"{HEAD}  - {{{entry}, reason: r, by: b, until: 2026-03-31}}\n"
    (folder / "systems.yaml").write_text(whole, encoding="utf-8")
    _, faults = open_workspace(Request(folder))
    found = []
    for each in faults:
        place = f"{each.location.line}:{each.location.column}"
        cure = each.help.into(ENGLISH) if each.help else ""
        found.append(f"{place} {each.code} {each.message.into(ENGLISH)} = {cure}")
    return found


HUNDRED = "known here: STD201, STD202, STD203, STD204, STD205, STD206, STD207, STD208,"
UNKNOWN = "no rule has the code or name"


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        (
            "code: STD230, contract: tax",
            f"7:12 STD010 {UNKNOWN} STD230 = {HUNDRED} STD209",
        ),
        (
            "contract: tax, code: single-year-contracts",
            f"7:27 STD010 {UNKNOWN} single-year-contracts"
            " = did you mean 'single-year-contract'?",
        ),
        (
            "code: STD005, contract: tax",
            "7:12 STD007 STD005 is a fault of reading and cannot be accepted"
            " = correct the file; while it stands nothing can be planned",
        ),
        (
            "code: unknown-key",
            "7:12 STD007 unknown-key is a fault of reading and cannot be accepted"
            " = correct the file; while it stands nothing can be planned",
        ),
        (
            "code: STD107, contract: tax",
            "7:12 STD007 what STD107 finds cannot be accepted"
            " = correct the acceptance that it is about, or take it out",
        ),
        (
            "code: STD203, system: kojin",
            "7:20 STD007 'system' is not what STD203 is about"
            " = findings of STD203 are named by: contract",
        ),
        (
            "code: STD203",
            "7:5 STD006 it is not said which finding of STD203 is meant"
            " = findings of STD203 are named by: contract",
        ),
        (
            "code: STD305, procurement: kojin",
            "7:5 STD006 it is not said which finding of STD305 is meant"
            " = findings of STD305 are named by: procurement + session",
        ),
        (
            "code: STD402, vendor: 甲社",
            "7:5 STD006 it is not said which finding of STD402 is meant"
            " = findings of STD402 are named by: package + vendor, package",
        ),
        (
            "code: STD202, unit: kojin, contract: tax",
            "7:5 STD006 it is not said which finding of STD202 is meant"
            " = findings of STD202 are named by: contract, unit",
        ),
        (
            "code: STD401, first_systems: [], second_systems: kojin",
            "7:5 STD006 it is not said which finding of STD401 is meant"
            " = findings of STD401 are named by: first_systems + second_systems",
        ),
    ],
)
def test_acceptance_that_could_never_match_is_refused(
    tmp_path: Path, entry: str, fault: str
) -> None:
    """What names no finding at all is told where it stands, with what would."""
    assert _told(tmp_path, entry) == [fault]


def test_code_without_a_kind_lists_all_codes(tmp_path: Path) -> None:
    """A word that is like no rule shows every code that can be accepted."""
    (told,) = _told(tmp_path, "code: X, contract: tax")
    assert told.startswith(f"7:12 STD010 {UNKNOWN} X = known here: STD101, STD102,")
    assert told.endswith(" STD404, STD405, STD501")
    assert "STD106" not in told


@pytest.mark.parametrize("code", ["STD203", "std203", "single-year-contract"])
def test_rule_is_named_by_code_or_name(tmp_path: Path, code: str) -> None:
    """A code in either case or the name will do, and they are the same rule."""
    assert _told(tmp_path, f"code: {code}, contract: tax") == []
    twice = "reason: r, by: b, until: 2026-03-31}\n  - {code: STD203, contract: tax"
    (told,) = _told(tmp_path, f"code: {code}, contract: tax, {twice}")
    assert told == "8:5 STD011 this finding is accepted already = keep one of the two"


def test_faults_of_acceptances_stand_among_all_others(tmp_path: Path) -> None:
    """Every fault of the file is told at once, in the order of its lines."""
    whole = HEAD.replace("contract: tax", "contract: text") + (
        "  - {code: STD999, contract: tax, reason: r, by: b, until: 2026-03-31}\n"
    )
    (tmp_path / "systems.yaml").write_text(whole, encoding="utf-8")
    (tmp_path / "costs.yaml").write_text("schema: x\n", encoding="utf-8")
    inventory, faults = open_workspace(Request(tmp_path))
    assert inventory is None
    assert [
        (each.location.line, each.code) for each in faults if each.code != "STD006"
    ] == [
        (1, "STD013"),
        (5, "STD010"),
        (7, "STD010"),
    ]
