"""A YAML file that somebody wrote, changed where told and nowhere else (編集)."""

from __future__ import annotations

from typing import Any

from stdmig.inventory.document import Document, Path
from stdmig.inventory.editing import brackets
from stdmig.inventory.editing.collector import Collector
from stdmig.inventory.editing.edit import Edit
from stdmig.inventory.editing.lines import Lines
from stdmig.inventory.editing.node import read_node
from stdmig.inventory.editing.patch import Patch, UnsafeError, apply
from stdmig.inventory.source import Source, decode
from stdmig.inventory.writing.collection import Data, as_read
from stdmig.inventory.yaml_events import parse
from stdmig.words import text

_BOM = b"\xef\xbb\xbf"


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
        self._edits: dict[Path, Edit] = {}

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

    def _at(self, path: Path) -> Edit:
        return self._edits.setdefault(self._found(path), Edit())

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
        edit = self._edits.get(path, Edit())
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

    def _intended_list(self, old: list[object], path: Path, edit: Edit) -> object:
        new: list[object] = []
        for place, value in enumerate(old):
            if place not in edit.removed:
                new.append(self._intended(value, (*path, place)))
            new += map(as_read, edit.entries.get(place, ()))
        return new + [as_read(data) for data in edit.entries.get(brackets.END, ())]

    def _patches(self, lines: Lines) -> list[Patch]:
        root = read_node(lines.text)
        return list(Collector(lines, root, self._edits).below(root, (), flow=False))


def _without_last_end(changed: str) -> str:
    for end in ("\r\n", "\n", "\r"):
        if changed.endswith(end):
            return changed.removesuffix(end)
    return changed
