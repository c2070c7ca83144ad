"""The parser's events made into values with their places (値の組立て)."""

from __future__ import annotations

from array import array
from sys import intern
from typing import Any

import yaml

from stdmig.inventory.document import (
    Document,
    Mapping,
    Position,
    Sequence,
    line_starts,
    location,
    place_of_key,
)
from stdmig.inventory.quoted import quoted
from stdmig.inventory.source import control_character
from stdmig.inventory.yaml_faults import YamlFaults
from stdmig.words import text

MAX_DEPTH = 50
"""Deepest nesting that is read; a workspace needs six levels."""

MAX_KEYS = 1000
"""Most keys of one mapping that are read; a workspace needs some dozens."""

NULLS = frozenset({"", "~", "null", "Null", "NULL"})
"""What stands for no value where it has no quotes."""

_MERGE = "<<"
_MISSING, _NOTHING, _OVER = object(), object(), object()
_SCALAR: Any = yaml.ScalarEvent
_STARTS = (yaml.MappingStartEvent, yaml.SequenceStartEvent)
_ENDS = (yaml.MappingEndEvent, yaml.SequenceEndEvent)
NO_MAPPING = text("the file must begin with 'key: value' lines")
_COLON_AND_SPACE = text("write a half-width ':' and a space after each key")
_ESCAPE_OUT = text("take the backslash and what belongs to it out")
_IN_FULL = text("write the keys out in full")
_KEYS_TOO_MANY = text("a workspace needs some dozens; write a list, with '- '")
_QUOTE_OR_REPEAT = text(
    "put a text in quotes; what was meant as a reference must be written out in full"
)


class Builder:
    """Turns events into values."""

    def __init__(self, name: str, written: str) -> None:
        self.name = name
        self.root: Mapping | None = None
        self.at: Position = 0
        self._lines = line_starts(written)
        self.faults = YamlFaults(name, self._lines)
        self._places: list[Position] = []
        self._begun: list[Position] = []
        self._overfull: set[Position] = set()
        self._documents = 0
        # Without these characters there is neither an anchor nor a tag to look for.
        self._has_extras = "&" in written or "!" in written

    @property
    def innermost(self) -> Position:
        """Return where the mapping or list begins that was read last and not ended."""
        return self._begun[-1] if self._begun else 0

    def document(self, root: Mapping) -> Document:
        """Return what was read."""
        places = array("I", self._places)
        return Document(self.name, root, self.at, self._lines, places)

    def run(self, loader: Any) -> None:
        """
        Read every event up to the end, or to what ends all reading.

        Most are scalars, a thousand for a workspace: their way is kept short, without
        a call, and what is rare is left to other methods.
        """
        get_event, places, has_extras = loader.get_event, self._places, self._has_extras
        # Words are written many times over and kept once; plain ones may mean nothing.
        plain: dict[str, str | None] = dict.fromkeys(NULLS)
        quoted: dict[str, str] = {}
        keys: dict[str | None, str] = {}
        # What was begun around the one that is read; what comes next in it; how many
        # places to go back to where all of it is dropped.
        frames: list[tuple[Any, Any, int | None]] = []
        node: Any = None
        is_mapping = False
        # The key whose value comes next; None where that value is dropped.
        key: Any = _MISSING
        while True:
            event = get_event()
            kind = type(event)
            if kind is _SCALAR:
                at = event.start_mark.index
                value, style = event.value, event.style
                if has_extras:
                    tag = self._refuse_extras(event)
                    style = style or tag
                if not style:
                    value = plain.setdefault(value, value)
                else:
                    if style == '"':
                        self._refuse_control(value, at)
                    value = quoted.setdefault(value, value)
            elif kind in _ENDS:
                node.end = len(places)
                self._begun.pop()
                node, key, kept = frames.pop()
                is_mapping = type(node) is Mapping
                if kept is not None:
                    del places[kept:]
                continue
            else:
                value = self._opened(event, kind, len(frames))
                if value is _OVER:
                    return
                if value is _NOTHING:
                    continue
                at, style = event.start_mark.index, None
            kept = None
            if not is_mapping:
                if node is None:
                    self._add_top(value, at)
                else:
                    node.append(value)
                    places.append(at)
            elif key is _MISSING:
                key = keys.get(value) if kind is _SCALAR else None
                if key is None or key in node:
                    key = self._key(node, value, at, plain=not style)
                    if key is not None and key != _MERGE:
                        keys[key] = key
                if key is None:
                    kept = len(places)
                else:
                    places.append(at)
            else:
                if key is None:
                    kept = len(places)
                else:
                    node[key] = value
                    places.append(at)
                key = _MISSING
            if kind is not _SCALAR and value is not None:
                frames.append((node, key, kept))
                self._begun.append(at)
                value.first = len(places)
                node, key, is_mapping = value, _MISSING, type(value) is Mapping

    def _opened(self, event: Any, kind: type, depth: int) -> Any:
        """
        Return what stands here instead of a scalar.

        Returns
        -------
        An empty mapping or list to be filled, None for an alias, `_NOTHING` where no
        value begins, and `_OVER` where nothing more is read.
        """
        mark = event.start_mark
        if kind in _STARTS:
            if self._has_extras:
                self._refuse_extras(event)
            if depth < MAX_DEPTH:
                return Mapping() if kind is _STARTS[0] else Sequence()
            self.faults.refuse(
                mark,
                text("nested more than {limit} levels deep", limit=MAX_DEPTH),
                text("a workspace needs six levels; look for brackets too many"),
            )
            self.root = None
            return _OVER
        if kind is yaml.AliasEvent:
            message = text("aliases (*name) are not read")
            self.faults.refuse(mark, message, _QUOTE_OR_REPEAT)
            return None
        if kind is yaml.DocumentStartEvent:
            self._documents += 1
            if self._documents > 1:
                self.faults.refuse(
                    mark,
                    text("only one document per file is read"),
                    text("move what follows the '---' into a file of its own"),
                )
                return _OVER
        return _OVER if kind is yaml.StreamEndEvent else _NOTHING

    def _add_top(self, value: Any, at: Position) -> None:
        if isinstance(value, Mapping):
            self.root, self.at = value, at
        elif value is not None:
            help_ = _COLON_AND_SPACE if isinstance(value, str) else None
            self.faults.report("STD002", at, NO_MAPPING, help=help_)

    def _key(self, node: Mapping, value: Any, at: Position, plain: bool) -> str | None:
        """Return the key to store under, or None where its value is dropped."""
        if not isinstance(value, str):
            # An alias in the place of a key has been refused already.
            if not self.faults.last_is_at(at):
                self.faults.report("STD003", at, text("a key must be a word"))
            return None
        if plain and value == _MERGE:
            message = text("merge keys (<<) are not read")
            self.faults.report("STD003", at, message, help=_IN_FULL)
            return None
        if len(node) >= MAX_KEYS:
            self._refuse_keys(at)
            return None
        if value in node:
            first = self._places[place_of_key(node, value)]
            earlier = location(self.name, first, self._lines)
            self.faults.report(
                "STD004",
                at,
                text("the key '{key}' stands here a second time", key=quoted(value)),
                help=text("keep one of the two"),
                related=((earlier, text("the first one is here")),),
            )
            return None
        return intern(value)

    def _refuse_keys(self, at: Position) -> None:
        """Refuse a key too many; those after it in the same mapping are its like."""
        if self.innermost not in self._overfull:
            self._overfull.add(self.innermost)
            message = text("a mapping has more than {limit} keys", limit=MAX_KEYS)
            self.faults.report("STD003", at, message, help=_KEYS_TOO_MANY)

    def _refuse_control(self, value: str, at: Position) -> None:
        """Refuse a control character: escapes in double quotes can still hold one."""
        if fault := control_character(value):
            self.faults.report("STD001", at, fault, help=_ESCAPE_OUT)

    def _refuse_extras(self, event: Any) -> str | None:
        """Refuse anchor and tag; return the tag, which makes a text of any scalar."""
        if event.anchor is not None:
            message = text("anchors (&name) are not read")
            self.faults.refuse(event.start_mark, message, _QUOTE_OR_REPEAT)
        if event.tag is not None:
            message = text("tags (!name) are not read")
            self.faults.refuse(
                event.start_mark, message, text("put the text in quotes")
            )
        tag: str | None = event.tag
        return tag
