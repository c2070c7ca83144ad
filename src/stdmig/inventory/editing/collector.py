"""The edits of a file made into patches of its text (編集から差替えへ)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from stdmig.inventory.document import Path
from stdmig.inventory.editing import block, brackets
from stdmig.inventory.editing.edit import Edit
from stdmig.inventory.editing.lines import Lines
from stdmig.inventory.editing.node import Node
from stdmig.inventory.editing.patch import Patch, UnsafeError
from stdmig.inventory.editing.value import value_patches
from stdmig.inventory.writing.collection import (
    Data,
    entry_in_brackets,
    pair_in_brackets,
)
from stdmig.words import text


@dataclass(frozen=True, slots=True)
class Collector:
    """Turns the edits of a file into patches of its text."""

    lines: Lines
    root: Node
    edits: dict[Path, Edit]

    def below(
        self, node: Node, path: Path, *, flow: bool, key: Node | None = None
    ) -> Iterator[Patch]:
        """Yield the patches of a node and of what is below it, the deepest first."""
        edit = self.edits.get(path, Edit())
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
        self, node: Node, path: Path, edit: Edit, *, flow: bool
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

    def _in_brackets(self, node: Node, inner: list[Patch], edit: Edit) -> Patch:
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

    def _over_lines(self, node: Node, key: Node | None, edit: Edit) -> Iterator[Patch]:
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
        self, node: Node, key: Node | None, edit: Edit, *, flow: bool
    ) -> Iterator[Patch]:
        """Yield the patches that begin a list where none was, or an empty one."""
        new = [data for each in edit.entries.values() for data in each]
        if key is None or edit.removed or edit.keys or node.value is not None:
            raise UnsafeError(text("there is no list at this place"))
        if flow:
            yield from value_patches(self.lines, node, key, new, flow=True)
            return
        yield from block.begun_list(self.lines, self.root, node, key, new)
