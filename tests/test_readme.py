"""The examples of the READMEs are files that the product reads."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from stdmig.inventory import Source, load
from tests.command import call
from tests.helpers import ROOT, workspace_text

READMES = ("README.md", "README.ja.md")


def _examples(readme: str) -> dict[str, str]:
    """Return the YAML examples by what their schema line names."""
    text = (ROOT / readme).read_text(encoding="utf-8")
    blocks = re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)
    return {
        block.split("stdmig.")[1].split("/")[0]
        if "schema:" in block
        else "accept": block
        for block in blocks
    }


@pytest.mark.parametrize("readme", READMES)
def test_examples_are_read_without_a_fault(readme: str) -> None:
    """Who copies the two examples has a sound workspace with prices."""
    examples = _examples(readme)
    sources = workspace_text(examples["systems"])._replace(
        costs=Source("costs.yaml", examples["costs"].encode())
    )
    inventory, faults = load(sources)
    assert faults == []
    assert inventory is not None
    assert [system.id for system in inventory.systems] == ["kojin"]


@pytest.mark.parametrize("readme", READMES)
def test_example_of_an_acceptance_accepts(readme: str, tmp_path: Path) -> None:
    """Who copies it into the sample's file has that finding accepted, and no other."""
    systems = (ROOT / "data" / "systems.yaml").read_text("utf-8")
    (tmp_path / "systems.yaml").write_text(
        systems + _examples(readme)["accept"], "utf-8"
    )
    result = call("check", "-w", tmp_path, "--as-of", "2021-10-01", "--format", "json")
    findings = json.loads(result.out)["findings"]
    accepted = [each for each in findings if each["suppression"]]
    assert [each["subject"] for each in accepted] == [{"contract": "seiho"}]
    assert accepted[0]["suppression"]["until"] == "2026-03-31"


def test_both_languages_show_the_same_commands() -> None:
    """The shell blocks of the two READMEs are equal, line by line."""
    shells = [
        re.findall(r"```sh\n(.*?)```", (ROOT / readme).read_text("utf-8"), re.DOTALL)
        for readme in READMES
    ]
    assert shells[0] == shells[1]
