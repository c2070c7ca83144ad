"""Budgets that a procurement chooses, against the sessions of the council."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.command import call

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
