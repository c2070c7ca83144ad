"""JSON with a record on every line: long lists stay quick and readable (JSON)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from stdmig.render.jsonable import without_unseen

_encode = json.JSONEncoder(ensure_ascii=False).encode


class Row(dict[str, Any]):
    """A record that is written on one line."""


def dump_rows(document: Mapping[str, Any]) -> str:
    """Return a document in the order of its keys; each `Row` takes a line."""
    return without_unseen("".join((*_parts(document, "\n"), "\n")))


def _parts(value: object, gap: str) -> Iterator[str]:
    """Yield a value's pieces; `gap` is the line break with what it is indented by."""
    if isinstance(value, Row) or not value or not isinstance(value, (Mapping, list)):
        yield _encode(value)
    elif isinstance(value, Mapping):
        inner = f"{gap}  "
        lead = "{" + inner
        for key, each in value.items():
            yield f"{lead}{_encode(key)}: "
            yield from _parts(each, inner)
            lead = "," + inner
        yield gap + "}"
    else:
        inner = f"{gap}  "
        lead = "[" + inner
        for each in value:
            yield lead
            yield from _parts(each, inner)
            lead = "," + inner
        yield gap + "]"
