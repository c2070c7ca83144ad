"""Mappings and lists within brackets, with entries put in and taken out (かっこ内)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from stdmig.inventory.editing.node import Node
from stdmig.inventory.editing.patch import Patch, UnsafeError, apply
from stdmig.words import text

END, FIRST = -1, -2
"""Where a new entry goes that goes behind the last, and before the first."""


def rebuilt(
    original: str,
    node: Node,
    inner: Sequence[Patch],
    removed: frozenset[int],
    added: Mapping[int, Sequence[str]],
) -> Patch:
    """
    Return the patch that puts entries into brackets and takes others out.

    Parameters
    ----------
    inner
        Patches of what stays.
    removed
        Places of the entries that go.
    added
        New entries as text, by the place of the entry behind which they stand.

    Raises
    ------
    UnsafeError
        Where a comment within the brackets would be lost.
    """
    spans = _spans(original, node)
    gaps = _gaps(original, node, spans)
    tail = original[spans[-1][1] if spans else node.start + 1 : node.end - 1]
    kept: list[str] = []
    for new in added.get(FIRST, ()) if spans else ():
        kept += [", " if kept else gaps[0], new]
    for place, (start, end) in enumerate(spans):
        if place not in removed:
            before = gaps[place] if place else _gap_of_new(gaps, 0)
            kept.append(before if kept else gaps[0])
            here = [each for each in inner if start <= each.start and each.end <= end]
            kept.append(apply(original, here, start, end))
        _refuse_comment(gaps[place] if place in removed else "")
        for new in added.get(place, ()):
            kept += [_gap_of_new(gaps, place) if kept else gaps[0], new]
    if not spans:
        _refuse_comment(tail)
    for new in (*added.get(FIRST, ()), *added.get(END, ())) if not spans else ():
        kept += [", " if kept else "", new]
    if not kept:
        _refuse_comment(tail)
        tail = ""
    body = "".join(kept)
    return Patch(node.start + 1, node.end - 1, body + (tail if spans else ""))


def _spans(original: str, node: Node) -> list[tuple[int, int]]:
    pairs = [
        (key.start, _end(original, max(key.end, value.end)))
        for key, value in node.pairs or ()
    ]
    return pairs + [(entry.start, entry.end) for entry in node.entries or ()]


def _end(original: str, end: int) -> int:
    """Return where a pair ends: with the blank that a colon without a value needs."""
    return end + (original[end - 1] == ":" and original[end] == " ")


def _gaps(original: str, node: Node, spans: list[tuple[int, int]]) -> list[str]:
    """Return what stands before each entry: the comma, blanks, line ends, comments."""
    ends = [node.start + 1, *(end for _, end in spans)]
    return [original[end:start] for end, (start, _) in zip(ends, spans, strict=False)]


def _gap_of_new(gaps: list[str], place: int) -> str:
    """Return what stands before a new entry: the same as before its neighbours."""
    if place > 0 and "#" not in gaps[place]:
        return gaps[place]
    following = gaps[place + 1] if place + 1 < len(gaps) else ""
    if following and "#" not in following:
        return following
    return "," + gaps[0] if gaps[0].strip(" ") and "#" not in gaps[0] else ", "


def _refuse_comment(dropped: str) -> None:
    if "#" in dropped:
        raise UnsafeError(text("a comment between the brackets would be lost"))
