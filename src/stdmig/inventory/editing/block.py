"""Mappings and lists over lines, with entries put in and taken out (行の並び)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from stdmig.inventory.editing.layout import layout_of
from stdmig.inventory.editing.lines import Lines
from stdmig.inventory.editing.node import Node
from stdmig.inventory.editing.patch import Patch, UnsafeError
from stdmig.inventory.writing.collection import (
    Data,
    behind,
    entry_in_brackets,
    entry_lines,
    pair_lines,
)
from stdmig.words import text

_OUT_OF_LINE = text("it does not begin a line of its own")


def mapping_patches(
    lines: Lines,
    root: Node,
    node: Node,
    removed: frozenset[str],
    added: Mapping[str | None, Sequence[tuple[str, Data]]],
) -> Iterator[Patch]:
    """
    Yield the patches that put keys into a mapping and take others out.

    A key goes with its value, the comment on its line, and lines of comment below it
    that are indented further than it is. Comments above it stay.

    Parameters
    ----------
    added
        New keys and values by the key behind which they stand; None for the first.
    """
    pairs = node.pairs or []
    if all(key.value in removed for key, _ in pairs):
        raise UnsafeError(text("nothing would be left of its entry"))
    column, first = lines.column(pairs[0][0].start), pairs[0][0].start
    layout = layout_of(lines, node, root)
    front = [
        line
        for name, data in added.get(None, ())
        for line in pair_lines(name, data, column, layout)
    ]
    if front:
        yield Patch(first, first, _before(lines, front, first, column))
    for place, (key, value) in enumerate(pairs):
        end = max(key.end, value.end)
        past = lines.past(end, column)
        if key.value in removed:
            yield _taken_out(lines, pairs, place, past)
        new = [
            line
            for name, data in added.get(key.value or "", ())
            for line in pair_lines(name, data, column, layout)
        ]
        if new:
            if node is root:
                past = _at_the_end(lines, past)
                new = [""] * _is_blank_wanted(lines, pairs, past) + new
            yield Patch(past, past, lines.joined(new, end))


def _at_the_end(lines: Lines, past: int) -> int:
    """Return where the last comment of a file ends, if nothing else stands before."""
    rest = lines.text[past:]
    kept = [each for each in rest.splitlines() if each.strip()]
    if not kept or not all(each.startswith("#") for each in kept):
        return past
    return lines.after(past + len(rest.rstrip()) - 1)


def _is_blank_wanted(lines: Lines, pairs: list[tuple[Node, Node]], place: int) -> bool:
    """Return whether the keys of a file stand apart, and nothing parts a new one."""
    if len(pairs) < 2 or lines.is_blank(place - 1):
        return False
    above = lines.begin(pairs[-1][0].start) - 1
    while above > 0 and lines.line(above).startswith("#"):
        above = lines.begin(above) - 1
    return lines.is_blank(above)


def _before(lines: Lines, new: list[str], first: int, column: int) -> str:
    """Return new lines as they stand before a first key, be it behind a dash."""
    return lines.joined(new, first)[column:] + " " * column


def _taken_out(
    lines: Lines, pairs: list[tuple[Node, Node]], place: int, past: int
) -> Patch:
    key, value = pairs[place]
    before = lines.before(key.start)
    if not before.strip():
        return Patch(lines.begin(key.start), past, "")
    if place or before.strip(" -"):
        raise UnsafeError(_OUT_OF_LINE)
    end = max(key.end, value.end)
    following = pairs[1][0].start
    if lines.text[end:following].strip():
        # A comment stands between: the dash is left alone with it.
        return Patch(key.start, end, "")
    return Patch(key.start, following, "")


def list_patches(
    lines: Lines,
    root: Node,
    node: Node,
    key: Node | None,
    removed: frozenset[int],
    added: Mapping[int, Sequence[Data]],
) -> Iterator[Patch]:
    """
    Yield the patches that put entries into a list and take others out.

    An entry goes with the comments on its lines and those below it that are indented
    further than its dash. Comments above it stay: they may head a group. Where it
    stood between two blank lines, one of them goes as well.

    Parameters
    ----------
    key
        The key that the list stands under.
    added
        New entries by the place of the entry behind which they stand.
    """
    entries = node.entries or []
    column = lines.column(node.start)
    dashes = _dashes(lines, node)
    pasts = [
        lines.past(max(entry.end - 1, dash), column)
        for entry, dash in zip(entries, dashes, strict=True)
    ]
    if removed and lines.before(dashes[0]).strip():
        raise UnsafeError(_OUT_OF_LINE)
    for place in sorted(removed):
        yield _without_blank(lines, lines.begin(dashes[place]), pasts[place])
    if len(removed) == len(entries) and not any(added.values()):
        if key is None:
            raise UnsafeError(_OUT_OF_LINE)
        colon = _colon(lines.text, key)
        yield Patch(colon, colon, " []")
    for place, data in added.items():
        layout = layout_of(lines, entries[place], node, root)
        blank = _has_blanks(lines, dashes, pasts)
        new: list[str] = []
        for each in data:
            written = _entry(lines, entries[place], each)
            lines_of_it = written or entry_lines(each, column, layout)
            new += [""] * blank + lines_of_it
        at = pasts[place]
        yield Patch(at, at, lines.joined(new, max(entries[place].end - 1, 0)))


def begun_list(
    lines: Lines, root: Node, node: Node, key: Node, data: Sequence[Data]
) -> Iterator[Patch]:
    """Yield the patches that begin a list below a key that has none, or ``[]``."""
    column = lines.column(key.start)
    written = pair_lines(key.value or "", data, column, layout_of(lines, root))
    start = _colon(lines.text, key)
    if len(written) == 1:
        value = written[0].partition(":")[2]
        yield Patch(start, node.end, value)
        return
    yield Patch(start, node.end, "")
    past = lines.after(node.end)
    yield Patch(past, past, lines.joined(written[1:], node.end))


def _entry(lines: Lines, like: Node, data: Data) -> list[str]:
    """Return a new entry within brackets where its neighbour is; else nothing."""
    before = lines.before(like.start)
    if like.style != "{" or not isinstance(data, Mapping) or before.strip() != "-":
        return []
    return [before + entry_in_brackets(data) + behind(data)]


def _dashes(lines: Lines, node: Node) -> list[int]:
    """Return where the dash of each entry stands."""
    found, at = [], node.start
    for entry in node.entries or ():
        while lines.text[at] != "-":
            at = lines.after(at) if lines.text[at] == "#" else at + 1
        found.append(at)
        at = max(entry.end, at + 1)
    return found


def _without_blank(lines: Lines, start: int, end: int) -> Patch:
    """Return the patch that takes lines out, with one of two blank lines around."""
    above = start > 0 and lines.is_blank(start - 1)
    below = end >= len(lines.text) or lines.is_blank(end)
    if not (above and below):
        return Patch(start, end, "")
    if end < len(lines.text):
        return Patch(start, lines.after(end), "")
    return Patch(lines.begin(start - 1), end, "")


def _has_blanks(lines: Lines, dashes: list[int], pasts: list[int]) -> bool:
    """Return whether the last two entries have a blank line between them."""
    if len(dashes) < 2:
        return False
    between = lines.text[pasts[-2] : lines.begin(dashes[-1])]
    return bool(re.match(r"[ \t]*(?:\r\n?|\n)", between))


def _colon(original: str, key: Node) -> int:
    """Return where what follows the colon of a key begins."""
    return original.index(":", key.end) + 1
