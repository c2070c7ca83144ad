"""YAML text to values with positions, from the parser's events (読込み)."""

from __future__ import annotations

from itertools import islice
from typing import Any

import yaml

from stdmig.diagnostics import Diagnostic
from stdmig.inventory.document import Document, Position, line_starts, location
from stdmig.inventory.many_faults import MOST_KEPT
from stdmig.inventory.merge_marks import TAKE_ONE, UNMERGED, merge_marks
from stdmig.inventory.source import Source, decode
from stdmig.inventory.yaml_builder import NO_MAPPING, Builder
from stdmig.inventory.yaml_syntax import FELT_LATER, syntax_fault
from stdmig.words import text

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""PyYAML's parser; without its C extension it still reads, only slower."""

_EMPTY = text("the file is empty")
_EARLIER = text(
    "bring back an earlier version of it; if nothing is to stand in it, delete it"
)


def parse(source: Source) -> tuple[Document | None, list[Diagnostic]]:
    """
    Read one YAML file whose top level is a mapping.

    Scalars stay the strings that were written (``no``, ``010`` and ``22:00`` are
    text until a field says otherwise); an empty plain scalar is None. Tags,
    anchors, aliases, merge keys, several documents and nesting over `MAX_DEPTH`
    are refused, because no town hall needs them and each can be abused.

    Returns
    -------
    The document, or None where it has no usable top level, and every fault:
    ``STD001`` unreadable, ``STD002`` syntax, ``STD003`` refused feature,
    ``STD004`` duplicate key.
    """
    decoded, faults = decode(source)
    if decoded is None:
        return None, faults
    builder = Builder(source.name, decoded)
    found = builder.faults
    loader = LOADER(decoded)
    try:
        builder.run(loader)
    except yaml.MarkedYAMLError as error:
        at = _place(error, len(decoded), builder.innermost)
        # Below a top that is no mapping the parser stumbles over the same fault again.
        if not found.has("STD002"):
            found.report("STD002", at, syntax_fault(error.context, error.problem))
    except yaml.YAMLError as error:
        found.report("STD002", 0, text("not valid YAML: {why}", why=str(error)))
    finally:
        loader.dispose()
    if builder.root is None and not found.kept:
        empty = not decoded.strip()
        help_ = _EARLIER if empty else None
        found.report("STD002", 0, _EMPTY if empty else NO_MAPPING, help=help_)
    if found.has("STD002") or builder.root is None:
        return None, _unmerged(source.name, decoded) or found.told()
    return builder.document(builder.root), found.told()


def _unmerged(name: str, written: str) -> list[Diagnostic]:
    """Return the conflicts of a merge, which the parser takes for other faults."""
    lines = line_starts(written)
    places = islice(merge_marks(written), MOST_KEPT)
    return [
        Diagnostic("STD002", UNMERGED, location(name, at, lines), help=TAKE_ONE)
        for at in places
    ]


def _place(error: yaml.MarkedYAMLError, end: int, innermost: Position) -> Position:
    """Return the place of a complaint: at the end of the file, what is still open."""
    marks = [error.problem_mark, error.context_mark]
    if error.problem in FELT_LATER:
        marks.reverse()
    for mark in marks:
        if mark is not None and mark.index < end:
            return int(mark.index)
    return innermost
