"""The JSON Schemas, held against the files' own reader (JSON Schema)."""

from __future__ import annotations

import json
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stdmig.inventory.schema.files import INPUT_FILES, InputFile
from stdmig.inventory.schema.json_schema import DRAFT, json_schema
from stdmig.inventory.source import Source
from stdmig.inventory.validate import validate
from stdmig.inventory.yaml_events import parse
from tests.helpers import ENGLISH, MINIMAL, ROOT
from tests.yaml_core import read_core

FILES = {file.key: file for file in INPUT_FILES}
SHIPPED = [
    (file, path)
    for folder in ("data", "examples/designated-town", "examples/small-town")
    for file in INPUT_FILES
    if (path := ROOT / folder / file.name).exists()
]

NAMED = [f"{path.parent.name}-{file.key}" for file, path in SHIPPED]


@cache
def _validator(key: str) -> Any:
    jsonschema = import_module("jsonschema")
    schema = json.loads(json.dumps(json_schema(FILES[key], ENGLISH)))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def _flagged(key: str, written: str) -> list[str]:
    """Return where the schema flags a text."""
    faults = _validator(key).iter_errors(read_core(written))
    return [fault.json_path for fault in faults]


def _is_read(key: str, written: str) -> bool:
    """Return whether the reader finds nothing wrong with a text."""
    document, faults = parse(Source(FILES[key].name, written.encode()))
    if document is None or faults:
        return False
    return not validate(document, FILES[key].model)[1]


@pytest.mark.parametrize(("file", "path"), SHIPPED, ids=NAMED)
def test_shipped_files_are_valid(file: InputFile, path: Path) -> None:
    """No schema flags a file that is shipped."""
    assert _flagged(file.key, path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("file", INPUT_FILES, ids=lambda file: file.key)
def test_schema_says_what_it_is(file: InputFile) -> None:
    """Draft, name and version stand at the top; every key is told."""
    schema = json_schema(file, ENGLISH)
    assert schema["$schema"] == DRAFT
    assert schema["$id"] == f"urn:stdmig:{file.key}:1"
    assert schema["properties"]["schema"]["const"] == f"stdmig.{file.key}/1"
    mappings = [schema, *(each for each in schema["$defs"].values() if "title" in each)]
    for mapping in mappings:
        assert mapping["description"]
        assert mapping["additionalProperties"] is False
        for key, told in mapping["properties"].items():
            assert told["title"], key
            assert "How to write it: " in told["description"], key
            assert "eft out" in told["description"], key


ACCEPTED = (
    "2026-03-31",
    '"2026-03-31"',
    "2026/3/31",
    "2026.3",
    "2026-03",
    "2026.10",
    "R8.3.31",
    "'令和8年3月'",
)


@pytest.mark.parametrize("written", ACCEPTED)
def test_days_in_every_spelling(written: str) -> None:
    """A deadline may be a day or a month, quoted or not, bare or in its mapping."""
    for line in (f"deadline: {written}", f"deadline: {{date: {written}}}"):
        text = f"schema: stdmig.template/1\n{line}\n"
        assert _is_read("template", text)
        assert _flagged("template", text) == []


@pytest.mark.parametrize(
    ("line", "where"),
    [
        ("name: 12", "municipality"),
        ("name: true", "municipality"),
        ("name: 'null'", "municipality"),
        ("name: no", "municipality"),
        ("name: 2024-09-30", "municipality"),
        ("code: 012345", "municipality"),
        ('code: "462250"', "municipality"),
        ("population: 1_000", "municipality"),
        ("population: '18400'", "municipality"),
        ("population: +5", "municipality"),
        ("population: 5.0", "municipality"),
        ("population:", "municipality"),
        ("note: ~", "municipality"),
        ("statutory: yes", "system"),
        ("statutory: Off", "system"),
        ("statutory: n", "system"),
        ("statutory: 1", "system"),
        ("statutory:", "system"),
        ("name: 8", "system"),
        ("assessment: full", "system"),
        ("assessment: {people: 5, incident: y}", "system"),
        ("assessment:", "system"),
        ("ordinance: {kind: none}", "system"),
        ("cutover: 2025.10", "system"),
        ("deadline: Ｒ８．３．３１", "system"),
        ("with: inkan", "system"),
        ("with: [8, inkan]", "system"),
        ("with:", "system"),
        ("after: []", "system"),
        ("units: {section: 課}", "system"),
        ("units: [{section: 課, contract: a}]", "system"),
        ("units: {section: 課, contract: [a, {start: R2.4, end: R7.3}]}", "system"),
        ("units: {section: 課, contract: {end: R7.3}, policy: }", "system"),
        ("transitional: {function: 帳票}", "system"),
        ("designated:", "system"),
        ("designated: {reason: 4, completion: 2029.12}", "system"),
    ],
)
def test_what_is_read_is_not_flagged(line: str, where: str) -> None:
    """Numbers for names, names for booleans, one for many: an editor lets them pass."""
    written = _systems(line, where)
    assert _is_read("systems", written)
    assert _flagged("systems", written) == []


@pytest.mark.parametrize(
    ("key", "line"),
    [
        ("capacity", "lead: {capacity: 1.5, busy: {months: 3, capacity: 0}}"),
        ("capacity", "lead: {capacity: '５', busy: [{months: [3, 4], capacity: .5}]}"),
        ("capacity", "lead:"),
        (
            "capacity",
            "sections: [{section: 12, capacity: }, {section: no, capacity: 1}]",
        ),
        ("capacity", "vendors: [{vendor: 甲, items: 14, capacity: 1, assumed: yes}]"),
        ("capacity", "vendors: [{vendor: 甲, items: [14, 14c], busy: }]"),
        ("starts", "durations: minimum"),
        ("starts", "starts: [{task: 1, start: 2027.9}, {task: 8@a b, start: R9.9.1}]"),
        ("starts", "starts: [{task: '8@A: {b}, c:stay', start: 2027-09, fixed: yes}]"),
        ("scenarios", "scenarios: [{id: a, name: 甲, deadline: R9.3, durations: }]"),
        ("scenarios", "scenarios: [{id: 1, name: 2, capacity: {lead: {capacity: 1}}}]"),
        ("scenarios", "scenarios: [{id: a, name: b, systems: [{system: juki}]}]"),
    ],
)
def test_what_levelling_reads_is_not_flagged(key: str, line: str) -> None:
    """Amounts, months, tasks of packages with blanks: an editor lets them pass."""
    written = f"schema: stdmig.{key}/1\n{line}\n"
    assert _is_read(key, written)
    assert _flagged(key, written) == []


@pytest.mark.parametrize(
    ("key", "line", "path"),
    [
        ("capacity", "lead: {capacity: -1}", "$.lead"),
        ("capacity", "lead: {capacity: two}", "$.lead"),
        ("capacity", "lead: {busy: {months: 13, capacity: 1}}", "$.lead"),
        ("capacity", "sections: [{capacity: 1}]", "$.sections"),
        ("capacity", "vendors: [{vendor: 甲, capacity: 1}]", "$.vendors"),
        ("starts", "durations: longest", "$.durations"),
        ("starts", "starts: [{task: 8 @a, start: R9.9.1}]", "$.starts"),
        ("starts", "starts: [{task: 8@a, start: 来年}]", "$.starts"),
        ("starts", "starts: [{task: 8@a, start: R9.9.1, fixd: true}]", "$.starts"),
        ("scenarios", "scenarios: [{id: a b, name: 甲}]", "$.scenarios"),
        ("scenarios", "scenarios: [{id: a}]", "$.scenarios"),
    ],
)
def test_what_levelling_cannot_read_is_flagged(key: str, line: str, path: str) -> None:
    """What is less than nothing, no month, nobody's, no day."""
    written = f"schema: stdmig.{key}/1\n{line}\n"
    assert not _is_read(key, written)
    assert any(each.startswith(path) for each in _flagged(key, written))


@pytest.mark.parametrize(
    ("line", "where", "path"),
    [
        ("nmae: 町", "municipality", "$.municipality"),
        ("code: '46225'", "municipality", "$.municipality.code"),
        ("code: 4622500", "municipality", "$.municipality.code"),
        ("code: [a]", "municipality", "$.municipality.code"),
        ("population: たくさん", "municipality", "$.municipality.population"),
        ("population: -1", "municipality", "$.municipality.population"),
        ("statutory: maybe", "system", "$.systems[0].statutory"),
        ("assessment: fulll", "system", "$.systems[0].assessment"),
        ("cutover: 令和8年13月1日", "system", "$.systems[0].cutover"),
        ("cutover: 2025", "system", "$.systems[0].cutover"),
        ("units: {name: 課なし}", "system", "$.systems[0].units"),
        ("with: a b", "system", "$.systems[0].with"),
    ],
)
def test_what_is_plainly_wrong_is_flagged(line: str, where: str, path: str) -> None:
    """Unknown keys, wrong values and no dates are flagged where they stand."""
    written = _systems(line, where)
    assert not _is_read("systems", written)
    assert path in _flagged("systems", written)


def _systems(line: str, where: str) -> str:
    """Return a file with a line put into the municipality or the only system."""
    key = line.partition(":")[0]
    municipality = {"name": "name: 町"}
    system = {"id": "id: juki"}
    (municipality if where == "municipality" else system)[key] = line
    return "\n".join(
        [
            "schema: stdmig.systems/1",
            "municipality:",
            *(f"  {each}" for each in municipality.values()),
            "systems:",
            "  -",
            *(f"    {each}" for each in system.values()),
            "",
        ]
    )


_PLAIN = st.text(
    st.sampled_from("0123456789-+._ abeEnoyOY令和年月日RrHあ/"), min_size=1, max_size=9
)


@given(
    _PLAIN,
    st.sampled_from(
        [
            ("name", "municipality"),
            ("population", "municipality"),
            ("code", "municipality"),
            ("statutory", "system"),
            ("cutover", "system"),
            ("deadline", "system"),
            ("specification", "system"),
            ("with", "system"),
        ]
    ),
    st.booleans(),
)
def test_no_false_alarm(value: str, key: tuple[str, str], quoted: bool) -> None:
    """Whatever single value the reader takes, the schema takes as well."""
    name, where = key
    text = f"{name}: {json.dumps(value, ensure_ascii=False) if quoted else value}"
    written = _systems(text, where)
    if _is_read("systems", written):
        assert _flagged("systems", written) == []


def test_minimal_file_is_valid() -> None:
    """The smallest file of the other tests passes, and lacks nothing."""
    assert _flagged("systems", MINIMAL) == []
    assert _flagged("systems", "schema: stdmig.systems/1\n") == ["$", "$"]
