"""Machine-readable text: stable keys, readable characters (JSON)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from stdmig.diagnostics import Location


def dump(document: Mapping[str, Any]) -> str:
    """Return a document as indented JSON in the order of its keys."""
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def place(location: Location) -> dict[str, Any]:
    """Return a location; lines and columns count from 1, columns in code points."""
    return {
        "file": location.file,
        "line": location.line,
        "column": location.column,
    }
