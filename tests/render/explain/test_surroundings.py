"""What an explanation says about bridges and online procedures (周辺への影響)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.command import call
from tests.helpers import MINIMAL_TEMPLATE

if TYPE_CHECKING:
    from pathlib import Path

SYSTEMS = """\
schema: stdmig.systems/1
lang: en
municipality: {name: 見本市}
systems:
  - {id: juki, units: [{section: 市民課}]}
  - {id: kojin, cutover: 2026-01-05, units: [{section: 税務課}]}
  - {id: kaigo, cutover: 2026-02-24, units: [{section: 長寿課}]}
  - {id: inkan, units: [{section: 市民課}]}
links:
  - {from: juki, to: kojin, data: 宛名}
  - {from: kaigo, to: kojin, data: 資格, assumed: true}
online_procedures:
  - {id: 1, name: 認定請求, section: 子育て課, systems: [juki, kojin]}
  - {id: 2, name: 現況届, section: 子育て課, systems: kojin, assumed: true}
  - {id: 3, name: 罹災証明, section: 防災課, systems: juki, outside: 被災者支援}
"""


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """Return a town with three cutovers: 2025-10-01, 2026-01-05 and 2026-02-24."""
    (tmp_path / "systems.yaml").write_text(SYSTEMS, encoding="utf-8")
    (tmp_path / "schedule_template.yaml").write_text(
        MINIMAL_TEMPLATE + "planning: {as_of: 2021-10-01, cutover: 2025-10-01}\n",
        encoding="utf-8",
    )
    return tmp_path


def _explained(town: Path, *words: str) -> str:
    result = call("explain", *words, "--workspace", town, "--lang", "en")
    assert result.code == 0, result.err
    return result.out


def _json(town: Path, command: str, *words: str) -> dict[str, Any]:
    result = call(command, *words, "--workspace", town, "--format", "json")
    assert result.code == 0, result.err
    document: dict[str, Any] = json.loads(result.out)
    return document


# 2025-10-01 to 2026-01-05 are 31 + 30 + 31 + 4 = 96 days, and from there to
# 2026-02-24 it is 26 + 24 = 50 days.
TAX = """\
  temporary bridge with Basic resident register: 2025-10-01 to 2026-01-04 (96
    days), both ways, with a joint test
  temporary bridge with Long-term care insurance: 2026-01-05 to 2026-02-23 (50
    days), both ways, with a joint test
  connections to test again: 2 online procedures (the systems of 1 of them are
    inferred)
    子育て課 2: 認定請求, 現況届
"""


def test_a_system_between_two_others(town: Path) -> None:
    """Its bridges are told in the order of their days, then what is tested again."""
    assert TAX in _explained(town, "kojin")


def test_a_system_whose_procedures_are_known(town: Path) -> None:
    """Each section has its line; where nothing is inferred, nothing is said of it."""
    told = _explained(town, "juki")
    assert "  connections to test again: 2 online procedures\n" in told
    assert "    子育て課 1: 認定請求\n    防災課 1: 罹災証明\n" in told


def test_a_system_on_its_own(town: Path) -> None:
    """A system without links and procedures has no such lines."""
    told = _explained(town, "inkan")
    assert "bridge" not in told
    assert "connections" not in told


def test_a_single_item_says_nothing_of_them(town: Path) -> None:
    """Where one work item is asked for, the system's surroundings are left out."""
    assert "bridge" not in _explained(town, "kojin", "15")
    document = _json(town, "explain", "kojin", "15")
    assert (document["bridges"], document["connections"]) == ([], [])


def test_explanation_for_programs(town: Path) -> None:
    """The explanation of a system holds its bridges and procedures alone."""
    document = _json(town, "explain", "kaigo")
    assert document["bridges"] == [
        {
            "first_cutover": "2026-01-05",
            "second_cutover": "2026-02-24",
            "start": "2026-01-05",
            "end": "2026-02-23",
            "days": 50,
            "pairs": [
                {
                    "first": "kojin",
                    "second": "kaigo",
                    "links": [
                        {
                            "from": "kaigo",
                            "to": "kojin",
                            "data": "資格",
                            "assumed": True,
                        }
                    ],
                }
            ],
        }
    ]
    assert document["connections"] == []


def test_plan_for_programs(town: Path) -> None:
    """The plan holds all bridges, and what each section tests again and when."""
    document = _json(town, "plan")
    assert [
        (each["first_cutover"], each["second_cutover"]) for each in document["bridges"]
    ] == [("2025-10-01", "2026-01-05"), ("2026-01-05", "2026-02-24")]
    assert [
        (each["cutover"], each["section"], [one["id"] for one in each["procedures"]])
        for each in document["connections"]
    ] == [
        ("2025-10-01", "子育て課", ["1"]),
        ("2025-10-01", "防災課", ["3"]),
        ("2026-01-05", "子育て課", ["1", "2"]),
    ]
    disaster = document["connections"][1]["procedures"]
    assert disaster == [
        {
            "id": "3",
            "name": "罹災証明",
            "systems": ["juki"],
            "outside": ["被災者支援"],
            "assumed": False,
        }
    ]


def test_plan_of_a_section_for_programs(town: Path) -> None:
    """A section sees the bridges at its systems, and the procedures behind them."""
    document = _json(town, "plan", "--section", "長寿課")
    assert [each["second_cutover"] for each in document["bridges"]] == ["2026-02-24"]
    assert document["connections"] == []
