"""Documents held against JSON Schemas by a program of other people (検証)."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]

from tests.helpers import ROOT

SCHEMAS = ROOT / "docs" / "schemas"
"""The schemas of what the product writes, and of what it reads."""


def violations(document: Path, *, schema: Path | str) -> str:
    """
    Return what check-jsonschema finds wrong with a file; nothing where it is valid.

    Parameters
    ----------
    document
        JSON or YAML.
    schema
        A file, or the name of a schema that check-jsonschema brings along.
    """
    chosen = (
        ("--schemafile", str(schema))
        if isinstance(schema, Path)
        else ("--builtin-schema", schema)
    )
    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", *chosen, str(document)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    return "" if done.returncode == 0 else done.stdout + done.stderr


def undescribed(document: dict[str, Any], *, strict: bool = True) -> list[str]:
    """
    Return what the schema that a document of ours names finds wrong with it.

    Parameters
    ----------
    strict
        Whether a field that is not described is wrong too.
    """
    name = f"{document['schema'].replace('/', '-')}.schema.json"
    schema = json.loads((SCHEMAS / name).read_text(encoding="utf-8"))
    validator = jsonschema.Draft202012Validator(
        _closed(schema) if strict else schema,
        format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER,
    )
    faults = validator.iter_errors(document)
    return sorted(f"{each.json_path}: {each.message}" for each in faults)


def _closed(schema: Any) -> Any:
    """Return a schema in which no object has a field that is not described."""
    if isinstance(schema, list):
        return [_closed(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    found = {key: _closed(value) for key, value in schema.items()}
    if found.get("type") == "object":
        found.setdefault("additionalProperties", False)
    return found
