"""A value put in the place of another (値の差替え)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from stdmig.inventory.editing.lines import Lines
from stdmig.inventory.editing.node import Node
from stdmig.inventory.editing.patch import Patch, UnsafeError
from stdmig.inventory.writing.collection import Data, entry_in_brackets, in_brackets
from stdmig.inventory.writing.scalar import Quote, scalar
from stdmig.words import text

_HEADER = re.compile(r"[|>][-+0-9]*")
_REMARK = re.compile(r"#[^\r\n]*[\r\n]")
_QUOTES: dict[str, Quote] = {'"': '"', "'": "'"}


def value_patches(
    lines: Lines, node: Node, key: Node | None, data: Data, *, flow: bool
) -> Iterator[Patch]:
    """
    Yield the patches that put a value in the place of another.

    Quotation marks stay where the old value had them, comments behind it stay.

    Parameters
    ----------
    key
        The key before it; None for an entry of a list.
    flow
        Whether it stands within brackets.
    """
    if node.is_collection and not node.in_brackets:
        raise UnsafeError(text("the value stands over several lines"))
    if node.in_brackets and _REMARK.search(lines.text, node.start, node.end):
        # Remarks between its entries would be lost.
        raise UnsafeError(text("the value stands over several lines"))
    written = _written(node, data, flow=flow)
    if node.start == node.end:
        # Within brackets a blank may stand where the value was left out.
        blank = flow and lines.text[node.start] == " "
        yield Patch(node.start, node.end + blank, _mark(lines, node, key) + written)
    elif node.style in ("|", ">"):
        yield from _over_text(lines, node, written)
    else:
        yield Patch(node.start, node.end, written)


def _written(node: Node, data: Data, *, flow: bool) -> str:
    if isinstance(data, str | int | date):
        quote = _QUOTES.get(node.style) if isinstance(data, str | date) else None
        return scalar(data, flow=flow, quote=quote)
    return entry_in_brackets(data) if flow else in_brackets(data)


def _mark(lines: Lines, node: Node, key: Node | None) -> str:
    """Return what must stand before a value where nothing was written."""
    if key is None or ":" in lines.text[key.end : node.start]:
        return " "
    return ": "


def _over_text(lines: Lines, node: Node, written: str) -> Iterator[Patch]:
    """Yield the patches that put one line in the place of a text over several."""
    header = _HEADER.match(lines.text, node.start)
    if header is None:
        raise UnsafeError(text("the value stands over several lines"))
    yield Patch(node.start, header.end(), written)
    first, past = lines.after(node.start), lines.after(node.end - 1)
    if past > first:
        yield Patch(first, past, "")
