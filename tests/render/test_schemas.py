"""The published schemas describe every document that the product writes (JSON)."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from stdmig.inventory import FAULTS
from stdmig.inventory.schema.files import INPUT_FILES
from stdmig.render.check.json import check_json
from stdmig.rules import RULES
from stdmig.workspace.report import check_report
from tests.command import call
from tests.helpers import ENGLISH, ROOT
from tests.rules.planned import planned
from tests.rules.test_cases import CASES, Case
from tests.schema_check import SCHEMAS, undescribed

Document = dict[str, Any]

TOWN = ROOT / "examples" / "designated-town"


def _written(*args: str | Path) -> Document:
    document: Document = json.loads(call(*args, "--format", "json").out)
    return document


@pytest.fixture(scope="module")
def findings() -> Document:
    """Return the findings of the sample."""
    return _written("check", "--sample")


def test_every_schema_id_of_the_product_is_published() -> None:
    """A format that is written or read has a schema; no schema is left over."""
    source = ROOT / "src" / "stdmig" / "render"
    # Formats of other people, such as SARIF, have schemas of their own.
    written = {
        name
        for file in source.rglob("*.py")
        for name in re.findall(
            r'^SCHEMA = "(stdmig\..+)"$', file.read_text(encoding="utf-8"), re.MULTILINE
        )
    }
    published = {file.name for file in SCHEMAS.iterdir()}
    read = {file.schema_name for file in INPUT_FILES}
    named = {f"{name.replace('/', '-')}.schema.json" for name in written}
    assert named | read == published
    assert not named & read
    assert written >= {"stdmig.plan/1", "stdmig.findings/1"}


def test_schemas_are_sound() -> None:
    """Each is a schema of the draft that it names, as an independent tool sees it."""
    tool = [sys.executable, "-m", "check_jsonschema", "--check-metaschema"]
    files = sorted(map(str, SCHEMAS.iterdir()))
    done = subprocess.run([*tool, *files], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("file", sorted(SCHEMAS.iterdir()), ids=lambda each: each.name)
def test_schema_tells_what_it_is_and_asks_no_network(file: Path) -> None:
    """It has a title, a description and a name that is no address; it refers inside."""
    schema = json.loads(file.read_text(encoding="utf-8"))
    name, version = schema["properties"]["schema"]["const"].split("/")
    assert schema["$id"] == f"urn:{name.replace('.', ':')}:{version}"
    assert schema["title"]
    assert schema["description"]
    assert all(each.startswith("#/$defs/") for each in _refs(schema))
    assert {each.removeprefix("#/$defs/") for each in _refs(schema)} == set(
        schema.get("$defs", {})
    )


def _refs(schema: Any) -> Iterator[str]:
    if isinstance(schema, dict):
        for key, value in schema.items():
            if key == "$ref":
                yield value
            yield from _refs(value)
    elif isinstance(schema, list):
        for each in schema:
            yield from _refs(each)


@pytest.mark.parametrize(
    "options",
    [
        ("--sample",),
        ("--sample", "--section", "税務課", "--lang", "en"),
        ("-w", TOWN),
        ("-w", TOWN, "--as-of", "2028-02-01"),
        ("-w", TOWN, "--as-of", "2031-06-01", "--section", "福祉課"),
    ],
    ids=lambda options: " ".join(map(str, options[-2:])),
)
def test_documents_of_workspaces_are_valid(options: tuple[str | Path, ...]) -> None:
    """Plan and findings hold what their schemas describe, and nothing else."""
    for command in ("plan", "check"):
        assert undescribed(_written(command, *options)) == []


@pytest.mark.parametrize("workspace", [("--sample",), ("-w", TOWN)], ids=str)
def test_explanations_are_valid(workspace: tuple[str | Path, ...]) -> None:
    """Every system's explanation holds what its schema describes, and nothing else."""
    for system in _written("plan", *workspace)["systems"]:
        told = _written("explain", system["id"], *workspace)
        assert undescribed(told) == []


def test_rules_are_valid() -> None:
    """So do the pages of all rules and of all faults of reading."""
    for code in (*(rule.code for rule in RULES), *FAULTS):
        told = _written("explain", code)
        assert told["code"] == code
        assert undescribed(told) == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.code}: {case.name}")
def test_findings_of_every_rule_are_valid(case: Case) -> None:
    """Whatever a rule says of a workspace, its schema knows each of its fields."""
    given = {**case.given, "as_of": date.fromisoformat(case.given["as_of"])}
    document = json.loads(check_json(check_report(planned(**given)), ENGLISH))
    assert undescribed(document) == []


def test_faults_of_reading_are_valid(tmp_path: Path) -> None:
    """A folder without files and a file with faults give documents of the schema."""
    assert undescribed(_written("check", "-w", tmp_path / "nowhere")) == []
    systems = "schema: stdmig.systems/1\nmunicipality: {}\nsystems: [{}]\n"
    (tmp_path / "systems.yaml").write_text(systems, encoding="utf-8")
    document = _written("check", "-w", tmp_path)
    assert len(document["findings"]) >= 2
    assert undescribed(document) == []


def test_empty_town_is_valid(tmp_path: Path) -> None:
    """Unknown is null, and a list without entries is a list."""
    systems = "schema: stdmig.systems/1\nmunicipality: {name: 空町}\nsystems: []\n"
    (tmp_path / "systems.yaml").write_text(systems, encoding="utf-8")
    for command in ("plan", "check"):
        document = _written(command, "-w", tmp_path, "--as-of", "2021-10-01")
        assert undescribed(document) == []


def test_baselines_are_valid(tmp_path: Path) -> None:
    """A baseline, and findings that were held against one, have their schemas."""
    baseline = tmp_path / "baseline.json"
    call("check", "-w", TOWN, "--write-baseline", baseline)
    document = json.loads(baseline.read_text(encoding="utf-8"))
    assert document["findings"]
    assert undescribed(document) == []
    document["findings"].append({**document["findings"][0], "fingerprint": "0" * 16})
    baseline.write_text(json.dumps(document), encoding="utf-8")
    compared = _written("check", "-w", TOWN, "--baseline", baseline)
    assert compared["baseline"]["gone"]
    assert compared["summary"]["baseline"] >= 1
    assert undescribed(compared) == []


def test_suppression_is_described(findings: Document) -> None:
    """A finding may say why it does not count."""
    accepted = {
        "kind": "accepted",
        "reason": "旧システムを年度末まで併用する",
        "by": "推進課",
        "until": "2026-03-31",
        "location": {"file": "systems.yaml", "line": 3, "column": 5},
    }
    baseline = {**dict.fromkeys(accepted), "kind": "baseline"}
    for suppression in (accepted, baseline, None):
        findings["findings"][0]["suppression"] = suppression
        assert undescribed(findings) == []
    findings["findings"][0].pop("suppression")


def test_added_fields_are_allowed_but_changed_ones_are_not(findings: Document) -> None:
    """Readers of a version meet new fields, never missing or different ones."""
    assert undescribed({**findings, "added": 1}, strict=False) == []
    assert undescribed({**findings, "added": 1}) != []
    broken = {**findings, "as_of": "2021-13-01", "summary": {"error": -1}}
    broken.pop("designated")
    assert undescribed(broken, strict=False) == [
        "$.as_of: '2021-13-01' is not valid under any of the given schemas",
        "$.summary.error: -1 is less than the minimum of 0",
        "$.summary: 'note' is a required property",
        "$.summary: 'warning' is a required property",
        "$: 'designated' is a required property",
    ]
