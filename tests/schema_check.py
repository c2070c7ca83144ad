"""Documents held against JSON Schemas by a program of other people (検証)."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


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
