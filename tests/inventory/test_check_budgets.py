"""Budgets that a procurement chooses, against the sessions of the council."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.command import call
from tests.helpers import MINIMAL_PROCEDURES

SYSTEMS = """\
schema: stdmig.systems/1
municipality: {{name: 見本市}}
procurements:
  - {{id: wave, budget: {budget}}}
systems:
  - {{id: juki, units: [{{section: 市民課, procurement: wave}}]}}
"""


@pytest.mark.parametrize(
    ("budget", "told"),
    [
        # The packaged March session votes on its last day, 31 March.
        ("march", "what 'march' votes on 31 March cannot be signed for in its fiscal"),
        ("april", "no budget that may be used is called 'april'"),
    ],
)
def test_a_budget_that_cannot_be_used_is_refused(
    budget: str, told: str, tmp_path: Path
) -> None:
    """It is said why, at the place of the choice."""
    (tmp_path / "systems.yaml").write_text(
        SYSTEMS.format(budget=budget), encoding="utf-8"
    )
    result = call("check", "-w", tmp_path, "--lang", "en")
    assert result.code == 2
    assert f"systems.yaml:4:24: error[STD010] {told}" in result.out


def test_a_budget_of_a_session_that_can_be_used_is_taken(tmp_path: Path) -> None:
    """The December session votes in time to be signed for."""
    (tmp_path / "systems.yaml").write_text(
        SYSTEMS.format(budget="december"), encoding="utf-8"
    )
    result = call("check", "-w", tmp_path, "--as-of", "2021-10-01", "--lang", "en")
    assert "STD010" not in result.out


def test_a_request_too_long_for_the_packaged_window_is_a_fault_of_the_item(
    tmp_path: Path,
) -> None:
    """Nobody can change the packaged file: the place is that of the item's months."""
    (tmp_path / "systems.yaml").write_text(
        "schema: stdmig.systems/1\nmunicipality: {name: 市}\nsystems: [{id: juki}]\n",
        encoding="utf-8",
    )
    written = MINIMAL_PROCEDURES.replace("max: 2}", "max: 3}\n    role: budget_request")
    (tmp_path / "procedures.yaml").write_text(written, encoding="utf-8")
    result = call("check", "-w", tmp_path, "--lang", "en")
    assert result.code == 2
    assert result.out == (
        f"{tmp_path.as_posix()}/procedures.yaml:10:13: error[STD017] item 1 takes up to"
        " 3 months and does not fit into the window for requests\n"
    )
    assert "write a schedule_template.yaml with a longer window" in result.err
