"""YAML as a tree that may be spoiled: keys twice, syntax as it is (壊せる構文木)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from random import Random
from typing import Any, NamedTuple, TypeAlias

import yaml

Node: TypeAlias = "str | Raw | list[Any] | Pairs"


class Raw(NamedTuple):
    """YAML that is written as it stands, whatever it means."""

    words: str


class Pairs(list[tuple[Any, Any]]):
    """A mapping in the order of its file, which may hold a key twice."""

    def value(self, key: str) -> Any:
        """Return the first value of a key, or None."""
        return next((value for name, value in self if name == key), None)

    def put(self, key: str, value: Any) -> None:
        """Give a key a value, at its place or at the end."""
        for place, (name, _) in enumerate(self):
            if name == key:
                self[place] = key, value
                return
        self.append((key, value))

    def drop(self, key: str) -> None:
        """Take a key out."""
        self[:] = [each for each in self if each[0] != key]


class Spot(NamedTuple):
    """
    A value within a tree.

    Attributes
    ----------
    inside
        The mapping or list that holds it.
    place
        Its number there.
    key
        Its key, in a mapping.
    depth
        How many mappings and lists stand around it.
    """

    inside: Any
    place: int
    key: str | None
    depth: int

    @property
    def value(self) -> Any:
        """Return what stands here."""
        held = self.inside[self.place]
        return held[1] if isinstance(self.inside, Pairs) else held

    def put(self, value: Any) -> None:
        """Write something else here."""
        if isinstance(self.inside, Pairs):
            self.inside[self.place] = self.inside[self.place][0], value
        else:
            self.inside[self.place] = value


_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def tree_of(data: bytes) -> Pairs:
    """Return the tree of a sound file."""
    tree = _tree(yaml.compose(data.decode("utf-8"), Loader=_Loader))
    assert isinstance(tree, Pairs)
    return tree


def _tree(node: Any) -> Any:
    if isinstance(node, yaml.MappingNode):
        return Pairs((_tree(key), _tree(value)) for key, value in node.value)
    if isinstance(node, yaml.SequenceNode):
        return [_tree(each) for each in node.value]
    return node.value


def tree_from(value: Any) -> Any:
    """Return the tree of plain Python values."""
    if isinstance(value, dict):
        return Pairs((key, tree_from(each)) for key, each in value.items())
    if isinstance(value, (list, tuple)):
        return [tree_from(each) for each in value]
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def spots(tree: Any, depth: int = 0) -> Iterator[Spot]:
    """Yield every value of a tree, each before those inside it."""
    for place, held in enumerate(tree):
        key, value = held if isinstance(tree, Pairs) else (None, held)
        yield Spot(tree, place, key if isinstance(key, str) else None, depth)
        if isinstance(value, (list, Pairs)) and not isinstance(value, Raw):
            yield from spots(value, depth + 1)


def mappings(tree: Any) -> Iterator[Pairs]:
    """Yield every mapping of a tree, the outermost first."""
    if isinstance(tree, Pairs):
        yield tree
    for spot in spots(tree):
        if isinstance(spot.value, Pairs):
            yield spot.value


def bytes_of(tree: Pairs, random: Random) -> bytes:
    """Return a tree as a file; single surrogates stand in it as bytes."""
    return _block(tree, 0, random).lstrip("\n").encode("utf-8", "surrogatepass")


_PLAIN = re.compile(r"[\w぀-ヿ一-鿿][\w./()（）぀-ヿ一-鿿+-]*", re.ASCII)


def _block(node: Any, depth: int, random: Random) -> str:
    pad = "  " * depth
    if not isinstance(node, list) or not node or (depth and random.random() < 0.4):
        return f" {_flow(node)}\n"
    lines = []
    for held in node:
        if isinstance(node, Pairs):
            lines.append(f"{pad}{_flow(held[0])}:{_block(held[1], depth + 1, random)}")
        else:
            lines.append(f"{pad}-{_block(held, depth + 1, random)}")
    return "\n" + "".join(lines)


def _flow(node: Any) -> str:
    if isinstance(node, Raw):
        return node.words
    if isinstance(node, Pairs):
        return "{" + ", ".join(f"{_flow(k)}: {_flow(v)}" for k, v in node) + "}"
    if isinstance(node, list):
        return "[" + ", ".join(map(_flow, node)) + "]"
    if node is None or _PLAIN.fullmatch(node):
        return str(node or "")
    return json.dumps(node, ensure_ascii=False)
