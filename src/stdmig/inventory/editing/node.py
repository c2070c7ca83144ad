"""Where everything of a YAML text begins and ends (構文木と範囲)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from stdmig.inventory.yaml_builder import NULLS
from stdmig.inventory.yaml_events import LOADER

_SPACES_BEFORE = re.compile(r"(?<=[:\-]) +$")


@dataclass(slots=True)
class Node:
    """
    A value with its place in the text.

    Attributes
    ----------
    start, end
        Offsets of its first character and of the one after its last; equal where
        nothing is written.
    style
        ``"{"`` and ``"["`` within brackets, ``""`` over lines or plain, else the
        first character of a scalar: a quotation mark, ``|`` or ``>``.
    value
        What a scalar reads as; None for what is empty, for mappings and for lists.
    pairs
        Of a mapping: key and value, in the order of the file.
    entries
        Of a list.
    """

    start: int
    end: int
    style: str = ""
    value: str | None = None
    pairs: list[tuple[Node, Node]] | None = None
    entries: list[Node] | None = None
    waiting: Node | None = field(default=None, repr=False)

    @property
    def is_collection(self) -> bool:
        """Return whether it is a mapping or a list."""
        return self.pairs is not None or self.entries is not None

    @property
    def in_brackets(self) -> bool:
        """Return whether it is a mapping or a list within brackets."""
        return self.style in ("{", "[")

    def children(self) -> Iterator[tuple[str | int, Node]]:
        """Yield what stands below it, by key or index."""
        for key, value in self.pairs or ():
            yield key.value or "", value
        yield from enumerate(self.entries or ())

    def child(self, part: str | int) -> Node | None:
        """Return what stands below it under a key or an index."""
        return next((node for each, node in self.children() if each == part), None)

    def place(self, key: str) -> int:
        """Return which pair a key belongs to, from 0; -1 where there is none."""
        names = [name.value for name, _ in self.pairs or ()]
        return names.index(key) if key in names else -1


def read_node(text: str, loader: Any = None) -> Node:
    """
    Return the topmost value of a text that the reader of the files has accepted.

    Parameters
    ----------
    text
        Without a byte order mark.
    loader
        Another of PyYAML's loaders.
    """
    events = (loader or LOADER)(text)
    top: list[Node] = []
    open_: list[Node] = []
    try:
        while events.check_event():
            event = events.get_event()
            if isinstance(event, yaml.ScalarEvent):
                _attach(open_, top, _scalar(event, text))
            elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
                node = _collection(event)
                _attach(open_, top, node)
                open_.append(node)
            elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
                _close(open_.pop(), event)
    finally:
        events.dispose()
    return top[0]


def _scalar(event: Any, text: str) -> Node:
    start, end = event.start_mark.index, event.end_mark.index
    style = event.style or ""
    if start == end:
        # One parser places what is empty behind its blanks, the other before them.
        blanks = _SPACES_BEFORE.search(text, max(0, text.rfind("\n", 0, start)), start)
        start = end = blanks.start() if blanks else start
    elif style in ("|", ">"):
        end = start + len(text[start:end].rstrip())
    empty = style == "" and event.value in NULLS
    return Node(start, end, style, None if empty else event.value)


def _collection(event: Any) -> Node:
    start, flow = event.start_mark.index, event.flow_style
    if isinstance(event, yaml.MappingStartEvent):
        return Node(start, start, "{" if flow else "", pairs=[])
    return Node(start, start, "[" if flow else "", entries=[])


def _attach(open_: list[Node], top: list[Node], node: Node) -> None:
    if not open_:
        top.append(node)
        return
    owner = open_[-1]
    if owner.entries is not None:
        owner.entries.append(node)
    elif owner.waiting is None:
        owner.waiting = node
    elif owner.pairs is not None:
        owner.pairs.append((owner.waiting, node))
        owner.waiting = None


def _close(node: Node, event: Any) -> None:
    """Set where a collection ends: over lines, where the last of what it holds does."""
    if node.in_brackets:
        node.end = event.end_mark.index
        return
    held = [each for pair in node.pairs or () for each in pair] + (node.entries or [])
    node.end = max((each.end for each in held), default=node.start)
