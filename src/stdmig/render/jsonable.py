"""Machine-readable text: stable keys, readable characters (JSON)."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from stdmig.diagnostics import Location
from stdmig.render.one_line import UNSEEN

_UNSEEN = re.compile(f"[{UNSEEN}]")


def dump(document: Mapping[str, Any] | Sequence[Any]) -> str:
    """
    Return a document as indented JSON in the order of its keys.

    Every text is read back to the character. What a terminal or an editor would obey
    rather than show stands there by its number.
    """
    return without_unseen(json.dumps(document, ensure_ascii=False, indent=2)) + "\n"


def without_unseen(written: str) -> str:
    """Return JSON that means the same, with numbers for what no output shows."""
    return _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", written)


def place(location: Location) -> dict[str, Any]:
    """Return a location; lines and columns count from 1, columns in code points."""
    return {
        "file": location.file,
        "line": location.line,
        "column": location.column,
    }
