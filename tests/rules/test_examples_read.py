"""The examples of the rules, completed to workspaces and read (規則の例)."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from pydantic import BaseModel

from stdmig.inventory import (
    CostsFile,
    ProceduresFile,
    ProgressFile,
    Source,
    Sources,
    TemplateFile,
    load,
)
from stdmig.inventory.capacity import CapacityFile
from stdmig.inventory.starts import StartsFile
from stdmig.inventory.systems import SystemsFile
from stdmig.rules import RULES, Rule
from stdmig.rules.example import Example
from stdmig.words import Style, text
from stdmig.workspace.acceptable import acceptable
from tests.helpers import ENGLISH, packaged
from tests.rules.test_cases import _Loader

FILES: dict[str, type[BaseModel]] = {
    "systems.yaml": SystemsFile,
    "procedures.yaml": ProceduresFile,
    "schedule_template.yaml": TemplateFile,
    "progress.yaml": ProgressFile,
    "costs.yaml": CostsFile,
    "capacity.yaml": CapacityFile,
    "starts.yaml": StartsFile,
}
COMMON = frozenset(("schema", "source", "confirmed_by", "confirmed_on", "assumed"))
BASE: dict[str, Any] = {
    "systems.yaml": {
        "schema": "stdmig.systems/1",
        "municipality": {"name": "見本市"},
        "specifications": [{"id": "second", "name": "第2グループ"}],
        "contracts": [{"id": name} for name in ("tax", "zei", "seiho", "welfare")],
        "systems": [
            {"id": name, "units": [{"section": "市民課"}]}
            for name in ("juki", "kojin", "kaigo", "koseki", "senkyo")
        ],
    },
    "progress.yaml": {"schema": "stdmig.progress/1"},
    "costs.yaml": {"schema": "stdmig.costs/1"},
    "capacity.yaml": {"schema": "stdmig.capacity/1"},
    "starts.yaml": {"schema": "stdmig.starts/1"},
}
"""What the examples speak of, and what every file begins with."""


def _base(name: str) -> Any:
    if name in BASE:
        return BASE[name]
    return yaml.load(packaged(name).data, _Loader)


def _over(base: Any, part: Any) -> Any:
    """Return `base` with what `part` says; entries of lists are told by their names."""
    if isinstance(base, dict) and isinstance(part, dict):
        return {**base, **{key: _over(base.get(key), part[key]) for key in part}}
    if not (isinstance(base, list) and isinstance(part, list)):
        return part
    known = {_name(each): each for each in base}
    given = {_name(each): each for each in part}
    if None in known or None in given:
        return part
    return list({**known, **{n: _over(known.get(n), given[n]) for n in given}}.values())


def _name(entry: Any) -> str | None:
    """Return what an entry of a list is known by; None where it has no name."""
    if not isinstance(entry, dict):
        return None
    name = entry.get("ref", entry.get("number", entry.get("id")))
    return None if name is None else str(name)


def _home(key: str) -> str:
    """Return the only file that knows a key at its top."""
    (home,) = (
        name
        for name, model in FILES.items()
        if key in {field.alias or own for own, field in model.model_fields.items()}
    )
    return home


def _completed(example: str) -> Sources:
    """Return a workspace that says everything that an example says."""
    parts: dict[str, dict[str, Any]] = {}
    for key, value in yaml.load(example, _Loader).items():
        if key not in COMMON:
            parts.setdefault(_home(key), {})[key] = value
    named = {"systems.yaml", "procedures.yaml", "schedule_template.yaml", *parts}
    sources = {
        name: Source(
            name,
            yaml.safe_dump(
                _over(_base(name), parts.get(name, {})),
                allow_unicode=True,
                sort_keys=False,
            ).encode(),
        )
        for name in named
    }
    return Sources(
        sources["systems.yaml"],
        sources["procedures.yaml"],
        sources["schedule_template.yaml"],
        sources.get("costs.yaml"),
        progress=sources.get("progress.yaml"),
        capacity=sources.get("capacity.yaml"),
        starts=sources.get("starts.yaml"),
    )


def _faults(example: str) -> list[str]:
    _, faults = load(_completed(example), acceptable())
    return [f"{each.code} {each.message.into(ENGLISH)}" for each in faults]


def test_remark_of_an_example_is_told_in_the_language_of_its_reader() -> None:
    """It stands where the lines leave room for it; without one they stay as are."""
    example = Example("{a: 1}   # {remark}\n", text("weekend"))
    assert example.into(ENGLISH) == "{a: 1}   # weekend\n"
    assert example.into(Style("ja")) == "{a: 1}   # 土曜日・日曜日\n"
    assert Example("a: {remark}\n").into(ENGLISH) == "a: {remark}\n"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_example_of_a_rule_is_read_without_a_fault(rule: Rule) -> None:
    """Whoever copies an example into the file that it is of can go on from there."""
    assert _faults(rule.example.yaml) == []


@pytest.mark.parametrize(
    ("example", "code"),
    [
        ("live: [{system: koseki, on: 2027-03-01}]", "STD005"),
        ("contracts: [{id: tax, ends: 2025-03-31}]", "STD005"),
        ("planning: {as_of: 2023-11-01, asof: 2023}", "STD005"),
        ("contracts: [{id: tax, end: 2025-13-31}]", "STD008"),
        ("accept: [{code: STD203, contract: none, reason: r, by: b}]", "STD006"),
        ("items: [{fiscal: 2025}]", "STD005"),
    ],
)
def test_example_that_is_wrong_would_be_seen(example: str, code: str) -> None:
    """The test is no blind one: a key or a value that is wrong is a fault."""
    assert [fault for fault in _faults(example) if fault.startswith(code)] != []
