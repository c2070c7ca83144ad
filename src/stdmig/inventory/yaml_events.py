"""YAML text to values with positions, from the parser's events (読込み)."""

from __future__ import annotations

from array import array
from sys import intern
from typing import Any

import yaml

from stdmig.diagnostics import Diagnostic
from stdmig.inventory.document import (
    Document,
    Mapping,
    Position,
    Sequence,
    location,
    pack,
)
from stdmig.inventory.quoted import quoted
from stdmig.inventory.source import Source, control_character, decode
from stdmig.inventory.yaml_syntax import FELT_LATER, syntax_fault
from stdmig.words import Text, text

MAX_DEPTH = 50
"""Deepest nesting that is read; a workspace needs six levels."""

# PyYAML without its C extension still reads, only slower.
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_MISSING: Any = object()
_NO_MAPPING = text("the file must begin with 'key: value' lines")
_COLON_AND_SPACE = text("write a half-width ':' and a space after each key")
_ESCAPE_OUT = text("take the backslash and what belongs to it out")
_IN_FULL = text("write the keys out in full")
_QUOTE_OR_REPEAT = text(
    "put a text in quotes; what was meant as a reference must be written out in full"
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
    builder = _Builder(source.name)
    loader = _Loader(decoded)
    try:
        builder.run(loader)
    except yaml.MarkedYAMLError as error:
        at = _place(error, len(decoded), builder.innermost)
        # Below a top that is no mapping the parser stumbles over the same fault again.
        if not any(fault.code == "STD002" for fault in builder.faults):
            builder.report("STD002", at, syntax_fault(error.context, error.problem))
    except yaml.YAMLError as error:
        builder.report("STD002", 0, text("not valid YAML: {why}", why=str(error)))
    finally:
        loader.dispose()
    if builder.root is None and not builder.faults:
        builder.report("STD002", 0, _NO_MAPPING)
    broken = any(fault.code == "STD002" for fault in builder.faults)
    if broken or builder.root is None:
        return None, builder.faults
    document = Document(source.name, builder.root, builder.at, builder.places)
    return document, builder.faults


def _place(error: yaml.MarkedYAMLError, end: int, innermost: Position) -> Position:
    """Return the place of a complaint: at the end of the file, what is still open."""
    marks = [error.problem_mark, error.context_mark]
    if error.problem in FELT_LATER:
        marks.reverse()
    for mark in marks:
        if mark is not None and mark.index < end:
            return pack(mark.line, mark.column)
    return innermost


class _Frame:
    """A mapping or list that is being read."""

    __slots__ = ("at", "key", "node", "places")

    def __init__(self, node: Mapping | Sequence, at: Position) -> None:
        self.node = node
        self.at = at
        # The key whose value comes next; None where that value is dropped.
        self.key: Any = _MISSING
        self.places: list[Position] = []


class _Builder:
    """Turns events into values; one method per kind of event."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.root: Mapping | None = None
        self.at: Position = 0
        self.places = array("Q")
        self.faults: list[Diagnostic] = []
        self._frames: list[_Frame] = []
        self._documents = 0
        # Words are written many times over and kept once.
        self._known: dict[str, str] = {}

    def run(self, loader: Any) -> None:
        get_event = loader.get_event
        scalar, alias = yaml.ScalarEvent, yaml.AliasEvent
        starts = (yaml.MappingStartEvent, yaml.SequenceStartEvent)
        ends = (yaml.MappingEndEvent, yaml.SequenceEndEvent)
        while True:
            event = get_event()
            kind = type(event)
            if kind is scalar:
                self._scalar(event)
            elif kind in starts:
                if not self._open(event, kind is starts[0]):
                    return
            elif kind in ends:
                self._close()
            elif kind is alias:
                mark = event.start_mark
                message = text("aliases (*name) are not read")
                self._refuse(mark, message, _QUOTE_OR_REPEAT)
                self._add(None, pack(mark.line, mark.column))
            elif kind is yaml.DocumentStartEvent:
                self._documents += 1
                if self._documents > 1:
                    self._refuse(
                        event.start_mark,
                        text("only one document per file is read"),
                        text("move what follows the '---' into a file of its own"),
                    )
                    return
            elif kind is yaml.StreamEndEvent:
                return

    @property
    def innermost(self) -> Position:
        """Return where the mapping or list begins that was read last and not ended."""
        return self._frames[-1].at if self._frames else 0

    def report(self, code: str, at: Position, message: Text, **more: Any) -> None:
        self.faults.append(Diagnostic(code, message, location(self.name, at), **more))

    def _scalar(self, event: Any) -> None:
        mark = event.start_mark
        at = pack(mark.line, mark.column)
        value: str | None = self._known.setdefault(event.value, event.value)
        style = event.style
        plain = not style and event.implicit[0]
        if event.anchor is not None or event.tag is not None:
            self._refuse_extras(event)
        # Only escapes in double quotes can still smuggle a control character in.
        if style == '"' and (fault := control_character(event.value)):
            self.report("STD001", at, fault, help=_ESCAPE_OUT)
        if plain and value in _NULLS:
            value = None
        self._add(value, at, plain=plain)

    def _open(self, event: Any, is_mapping: bool) -> bool:
        mark = event.start_mark
        at = pack(mark.line, mark.column)
        if event.anchor is not None or event.tag is not None:
            self._refuse_extras(event)
        if len(self._frames) >= MAX_DEPTH:
            self._refuse(
                mark,
                text("nested more than {limit} levels deep", limit=MAX_DEPTH),
                text("a workspace needs six levels; look for brackets too many"),
            )
            self.root = None
            return False
        node = Mapping() if is_mapping else Sequence()
        self._add(node, at)
        self._frames.append(_Frame(node, at))
        return True

    def _close(self) -> None:
        frame = self._frames.pop()
        frame.node.first = len(self.places)
        self.places.extend(frame.places)

    def _add(self, value: Any, at: Position, *, plain: bool = False) -> None:
        if not self._frames:
            self._add_top(value, at)
            return
        frame = self._frames[-1]
        node = frame.node
        if type(node) is Sequence:
            node.append(value)
            frame.places.append(at)
        elif frame.key is _MISSING:
            frame.key = self._key(frame, value, at, plain)
        else:
            if frame.key is not None:
                node[frame.key] = value
                frame.places.append(at)
            frame.key = _MISSING

    def _add_top(self, value: Any, at: Position) -> None:
        if isinstance(value, Mapping):
            self.root, self.at = value, at
        elif value is not None:
            help_ = _COLON_AND_SPACE if isinstance(value, str) else None
            self.report("STD002", at, _NO_MAPPING, help=help_)

    def _key(self, frame: _Frame, value: Any, at: Position, plain: bool) -> str | None:
        """Return the key to store under, or None where its value is dropped."""
        if not isinstance(value, str):
            # An alias in the place of a key has been refused already.
            where = location(self.name, at)
            if not (self.faults and self.faults[-1].location == where):
                self.report("STD003", at, text("a key must be a word"))
            return None
        if plain and value == "<<":
            message = text("merge keys (<<) are not read")
            self.report("STD003", at, message, help=_IN_FULL)
            return None
        if value in frame.node:
            first = frame.places[2 * list(frame.node).index(value)]
            there = location(self.name, first), text("the first one is here")
            self.report(
                "STD004",
                at,
                text("the key '{key}' stands here a second time", key=quoted(value)),
                help=text("keep one of the two"),
                related=(there,),
            )
            return None
        frame.places.append(at)
        return intern(value)

    def _refuse_extras(self, event: Any) -> None:
        if event.anchor is not None:
            message = text("anchors (&name) are not read")
            self._refuse(event.start_mark, message, _QUOTE_OR_REPEAT)
        if event.tag is not None:
            message = text("tags (!name) are not read")
            self._refuse(event.start_mark, message, text("put the text in quotes"))

    def _refuse(self, mark: Any, message: Text, help: Text) -> None:
        self.report("STD003", pack(mark.line, mark.column), message, help=help)
