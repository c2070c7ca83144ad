"""Subjects as acceptances write them, and read back (了承の対象の書き方)."""

from __future__ import annotations

import pytest

from stdmig.inventory import load, subject_yaml
from tests.helpers import ENGLISH, workspace_text

NAMES = (
    "福祉:undecided",
    "福祉: a",
    "a #1",
    "#税",
    "*税:undecided",
    "&a",
    "!x",
    "- a",
    "? a",
    "@a",
    "`a`",
    "%a",
    "[a]",
    "{a}",
    "a, b",
    "a:",
    "null",
    "No",
    "~",
    "2024-09-30",
    "012",
    "1e3",
    "it's",
    'say "so"',
    "back\\slash",
    "Wel+:undecided",
    "アクロシティ（住民）・税",
    "🏛 役場",
    "𠮷野家",
    "か\u3099",
    "right\u202eleft",
    "長" * 300,
)
"""Names that YAML could take for something else, and some that it does not."""


@pytest.mark.parametrize("name", NAMES)
def test_written_subject_is_read_as_it_was(name: str) -> None:
    """What is pasted names the same thing, whatever the name is made of."""
    subject = {"procurement": name, "session": "december-2025"}
    systems = (
        "schema: stdmig.systems/1\nmunicipality: {name: 見本市}\n"
        "systems: [{id: juki, units: [{section: 市民課}]}]\n"
        f"accept:\n  - {{code: STD305, {subject_yaml(subject)}, reason: r, by: b,"
        " until: 2026-03-31}\n"
    )
    inventory, faults = load(workspace_text(systems))
    assert [fault.message.into(ENGLISH) for fault in faults] == []
    assert inventory is not None
    assert inventory.file.accept[0].subject == subject


@pytest.mark.parametrize(
    ("subject", "written"),
    [
        ({"procurement": "福祉:undecided"}, "procurement: 福祉:undecided"),
        ({"procurement": "*税"}, 'procurement: "*税"'),
        ({"specification": ""}, 'specification: ""'),
        ({"item": "14", "assessment": "12"}, "item: 14, assessment: 12"),
        ({"task": "8@juki"}, "task: 8@juki"),
        ({"contract": "14"}, 'contract: "14"'),
        (
            {"closed": "選挙", "cutover": "2025-10-01"},
            "closed: 選挙, cutover: 2025-10-01",
        ),
        (
            {"first_systems": "juki,kojin", "second_systems": "kaigo"},
            "first_systems: [juki, kojin], second_systems: [kaigo]",
        ),
    ],
)
def test_subject_is_written_as_a_person_would(
    subject: dict[str, str], written: str
) -> None:
    """Quotation marks stand where YAML needs them, and nowhere else."""
    assert subject_yaml(subject) == written
