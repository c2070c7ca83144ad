"""A YAML file that somebody wrote, changed where told and nowhere else (編集)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from stdmig.inventory.document import Document, Path
from stdmig.inventory.editing import block, brackets
from stdmig.inventory.editing.lines import Lines
from stdmig.inventory.editing.node import Node, read_node
from stdmig.inventory.editing.patch import Patch, UnsafeError, apply
from stdmig.inventory.editing.value import value_patches
from stdmig.inventory.source import Source, decode
from stdmig.inventory.writing.collection import (
    Data,
    as_read,
    entry_in_brackets,
    pair_in_brackets,
)
from stdmig.inventory.yaml_events import parse
from stdmig.words import text

_BOM = b"\xef\xbb\xbf"


@dataclass(slots=True)
class _Edit:
    """What is to be done at one place of the file."""

    value: Data = None
    is_set: bool = False
    removed: set[str | int] = field(default_factory=set)
    keys: dict[str | None, list[tuple[str, Data]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    entries: dict[int, list[Data]] = field(default_factory=lambda: defaultdict(list))
    followers: list[Data] = field(default_factory=list)

    @property
    def is_structural(self) -> bool:
        return bool(self.removed or self.keys or self.entries)


class Editor:
    """
    Changes of one file, made all at once against what it says now.

    Every path is one of the file as it is: neither what was put in nor what was
    taken out moves the others. What no change speaks of stays byte for byte: comments,
    order, blank lines, quotation marks, line ends, a byte order mark, a missing end of
    the last line.

    Parameters
    ----------
    source
        The file, as `parse` read it.
    document
        What it read.
    """

    def __init__(self, source: Source, document: Document) -> None:
        self._source = source
        self._document = document
        self._edits: dict[Path, _Edit] = {}

    def set(self, path: Path, data: Data) -> None:
        """Put something in the place of a value that stands on one line or is text."""
        edit = self._at(path)
        edit.value, edit.is_set = data, True

    def insert(self, path: Path, key: str, data: Data, *, after: str | None) -> None:
        """Put a new key and its value into a mapping, behind a key or (None) first."""
        self._at(path).keys[after].append((key, data))

    def begin(self, path: Path, key: str, data: Data, *, after: str | None) -> None:
        """Put a new list into a mapping, or one more entry into one just put in."""
        for name, begun in self._at(path).keys[after]:
            if name == key and isinstance(begun, list):
                begun.append(data)
                return
        self.insert(path, key, [data], after=after)

    def append(self, path: Path, data: Data, *, after: int | None = None) -> None:
        """Put a new entry into a list (or where a list may stand) behind another."""
        place = brackets.END if after is None else after
        self._at(path).entries[place].append(data)

    def remove(self, path: Path) -> None:
        """Take a key with its value, or an entry of a list, out."""
        self._found(path)
        self._at(path[:-1]).removed.add(path[-1])

    def follow(self, path: Path, data: Data) -> None:
        """Make a list of a single value, the value first, `data` behind it."""
        self._at(path).followers.append(data)

    def _at(self, path: Path) -> _Edit:
        return self._edits.setdefault(self._found(path), _Edit())

    def _found(self, path: Path) -> Path:
        """Return a route as the file has it: a list of one may lack its brackets."""
        node: Any = self._document.root
        found: list[str | int] = []
        for part in path:
            if part == 0 and isinstance(node, dict):
                continue
            known = node if isinstance(node, dict) else range(len(node or ()))
            if isinstance(node, str) or part not in known:
                raise UnsafeError(text("the file has nothing at this place"))
            node = node[part]
            found.append(part)
        return tuple(found)

    def finish(self) -> bytes:
        """
        Return the bytes of the changed file.

        Raises
        ------
        UnsafeError
            Where a change would harm something, or the new text does not read as it
            should.
        """
        if not self._edits:
            return self._source.data
        decoded, _ = decode(self._source)
        if decoded is None:
            raise UnsafeError(text("the file cannot be read"))
        lines = Lines(decoded)
        ended = decoded.endswith(("\n", "\r"))
        if not ended:
            lines = Lines(decoded + lines.newline(0))
        changed = apply(lines.text, self._patches(lines))
        if not ended:
            changed = _without_last_end(changed)
        mark = _BOM if self._source.data.startswith(_BOM) else b""
        data = mark + changed.encode("utf-8")
        self._check(data)
        return data

    def _check(self, data: bytes) -> None:
        document, faults = parse(Source(self._source.name, data))
        if document is None or faults:
            raise UnsafeError(text("the changed file could not be read any more"))
        if document.root != self._intended(self._document.root, ()):
            raise UnsafeError(text("the changed file would say something else"))

    def _intended(self, old: object, path: Path) -> object:
        """Return what the file must read as when it is changed."""
        edit = self._edits.get(path, _Edit())
        if edit.is_set:
            return as_read(edit.value)
        new: object = old
        if isinstance(old, dict):
            new = {
                key: self._intended(value, (*path, key))
                for key, value in old.items()
                if key not in edit.removed
            }
            added = [pair for pairs in edit.keys.values() for pair in pairs]
            new |= {key: as_read(data) for key, data in added}
        elif isinstance(old, list) or edit.entries:
            new = self._intended_list(old if isinstance(old, list) else [], path, edit)
        if edit.followers:
            new = [new, *map(as_read, edit.followers)]
        return new

    def _intended_list(self, old: list[object], path: Path, edit: _Edit) -> object:
        new: list[object] = []
        for place, value in enumerate(old):
            if place not in edit.removed:
                new.append(self._intended(value, (*path, place)))
            new += map(as_read, edit.entries.get(place, ()))
        return new + [as_read(data) for data in edit.entries.get(brackets.END, ())]

    def _patches(self, lines: Lines) -> list[Patch]:
        root = read_node(lines.text)
        return list(_Collector(lines, root, self._edits).below(root, (), flow=False))


@dataclass(frozen=True, slots=True)
class _Collector:
    """Turns the edits of a file into patches of its text."""

    lines: Lines
    root: Node
    edits: dict[Path, _Edit]

    def below(
        self, node: Node, path: Path, *, flow: bool, key: Node | None = None
    ) -> Iterator[Patch]:
        """Yield the patches of a node and of what is below it, the deepest first."""
        edit = self.edits.get(path, _Edit())
        if edit.is_set:
            yield from value_patches(self.lines, node, key, edit.value, flow=flow)
            return
        if edit.followers:
            yield from self._follow(node, edit.followers)
        inner = list(self._inside(node, path, edit, flow=flow or node.in_brackets))
        if not edit.is_structural:
            yield from inner
        elif node.in_brackets and (flow or edit.keys or list(node.children())):
            yield self._in_brackets(node, inner, edit)
        elif not node.is_collection or node.in_brackets:
            yield from self._begun(node, key, edit, flow=flow)
        else:
            yield from inner
            yield from self._over_lines(node, key, edit)

    def _inside(
        self, node: Node, path: Path, edit: _Edit, *, flow: bool
    ) -> Iterator[Patch]:
        names = {value.start: name for name, value in node.pairs or ()}
        for part, child in node.children():
            if part not in edit.removed:
                name = names.get(child.start) if node.pairs is not None else None
                yield from self.below(child, (*path, part), flow=flow, key=name)

    def _follow(self, node: Node, followers: Sequence[Data]) -> Iterator[Patch]:
        if node.is_collection and not node.in_brackets:
            raise UnsafeError(text("the value stands over several lines"))
        if node.style in ("|", ">") or node.start == node.end:
            raise UnsafeError(text("the value stands over several lines"))
        behind = "".join(f", {entry_in_brackets(data)}" for data in followers)
        yield Patch(node.start, node.start, "[")
        yield Patch(node.end, node.end, behind + "]")

    def _in_brackets(self, node: Node, inner: list[Patch], edit: _Edit) -> Patch:
        if node.entries is not None:
            removed = {place for place in edit.removed if isinstance(place, int)}
            added = {
                self._place(node, place): [entry_in_brackets(data) for data in new]
                for place, new in edit.entries.items()
            }
        else:
            removed = {node.place(str(key)) for key in edit.removed}
            added = {
                (brackets.FIRST if key is None else node.place(key)): [
                    pair_in_brackets(*pair) for pair in new
                ]
                for key, new in edit.keys.items()
            }
        text_ = self.lines.text
        return brackets.rebuilt(text_, node, inner, frozenset(removed), added)

    def _over_lines(self, node: Node, key: Node | None, edit: _Edit) -> Iterator[Patch]:
        if node.entries is None:
            gone = frozenset(str(each) for each in edit.removed)
            yield from block.mapping_patches(
                self.lines, self.root, node, gone, edit.keys
            )
            return
        places = frozenset(each for each in edit.removed if isinstance(each, int))
        added: dict[int, list[Data]] = defaultdict(list)
        for place, new in edit.entries.items():
            added[self._place(node, place)] += new
        yield from block.list_patches(self.lines, self.root, node, key, places, added)

    @staticmethod
    def _place(node: Node, place: int) -> int:
        return len(node.entries or ()) - 1 if place == brackets.END else place

    def _begun(
        self, node: Node, key: Node | None, edit: _Edit, *, flow: bool
    ) -> Iterator[Patch]:
        """Yield the patches that begin a list where none was, or an empty one."""
        new = [data for each in edit.entries.values() for data in each]
        if key is None or edit.removed or edit.keys or node.value is not None:
            raise UnsafeError(text("there is no list at this place"))
        if flow:
            yield from value_patches(self.lines, node, key, new, flow=True)
            return
        yield from block.begun_list(self.lines, self.root, node, key, new)


def _without_last_end(changed: str) -> str:
    for end in ("\r\n", "\n", "\r"):
        if changed.endswith(end):
            return changed.removesuffix(end)
    return changed
