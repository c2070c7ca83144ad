"""What contracts cost, taken out of a file that others will see (金額の除去)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from stdmig.diagnostics import Location
from stdmig.inventory.document import Document, Path
from stdmig.inventory.editing.editor import Editor
from stdmig.inventory.source import Source, decode

PRICE_KEYS = frozenset({"monthly_fee", "annual_fee", "fee"})
"""The keys of systems.yaml whose values are yen."""

_MONEY = re.compile(
    r"[0-9０-９一二三四五六七八九十百千万億][\s,，.]*[千万億百]*\s*円"
    r"|[¥￥]\s*[0-9０-９]|[0-9]\s*(?:yen|JPY)\b"
    r"|(?:単価|月額|年額|金額|価格|料金|費用)\D{0,10}[0-9０-９]"
)


def without_prices(source: Source, document: Document) -> bytes:
    """
    Return a file without the keys that hold prices; all else stays byte for byte.

    Raises
    ------
    UnsafeError
        Where that cannot be done by taking keys out.
    """
    editor = Editor(source, document)
    for path in _priced(document.root, ()):
        editor.remove(path)
    return editor.finish()


def speaks_of_money(source: Source) -> Iterator[Location]:
    """Yield the lines in which a remark, a name or a note may still tell a price."""
    written, _ = decode(source)
    for number, line in enumerate((written or "").splitlines(), start=1):
        found = _MONEY.search(line)
        if found:
            yield Location(source.name, number, found.start() + 1)


def _priced(node: Any, path: Path) -> Iterator[Path]:
    """Yield the routes to what holds prices; a mapping of prices alone goes whole."""
    if isinstance(node, dict):
        for key, value in node.items():
            if key in PRICE_KEYS or _is_prices(value):
                yield (*path, key)
            else:
                yield from _priced(value, (*path, key))
    elif isinstance(node, list):
        for place, value in enumerate(node):
            yield from _priced(value, (*path, place))


def _is_prices(value: Any) -> bool:
    return isinstance(value, dict) and bool(value) and value.keys() <= PRICE_KEYS
