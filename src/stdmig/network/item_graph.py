"""The graph of the work items that one unit walks (作業項目の前後関係)."""

from __future__ import annotations

from functools import lru_cache
from graphlib import TopologicalSorter
from typing import NamedTuple

from stdmig.inventory import ProceduresFile, WorkItem
from stdmig.inventory.procedures import Link

CUTOVER = "cutover"
"""How the end of the graph is named beside the items' refs."""


class ItemGraph(NamedTuple):
    """
    The items that remain for a unit, each with those that must be done before.

    Attributes
    ----------
    items
        In an order in which every item follows its predecessors.
    before
        Refs of the direct predecessors, by ref; `CUTOVER` has its own entry.
    """

    items: tuple[WorkItem, ...]
    before: dict[str, tuple[str, ...]]


class _Shared:
    """Compares by identity, so that one file's graphs are computed once."""

    __slots__ = ("file",)

    def __init__(self, file: ProceduresFile) -> None:
        self.file = file

    def __hash__(self) -> int:
        return id(self.file)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Shared) and other.file is self.file


def item_graph(
    procedures: ProceduresFile,
    dropped: frozenset[str],
    without: frozenset[str] = frozenset(),
) -> ItemGraph:
    """
    Return the items without those that drop out, their neighbours connected.

    Parameters
    ----------
    procedures
        The items and their links, free of circles.
    dropped
        The conditions that hold for the unit: ``vendor_stays``, ``no_assessment``,
        ``no_ordinance``.
    without
        Refs of further items that the unit has no part in.
    """
    return _item_graph(_Shared(procedures), dropped, without)


def links(procedures: ProceduresFile) -> dict[str, tuple[Link, ...]]:
    """Return the links to the predecessors of every item and of the cutover."""
    written = {item.ref: item.after for item in procedures.items}
    return {**written, CUTOVER: procedures.cutover.after}


@lru_cache(maxsize=256)
def _item_graph(
    shared: _Shared, dropped: frozenset[str], without: frozenset[str]
) -> ItemGraph:
    procedures = shared.file
    items = {item.ref: item for item in procedures.items}
    before: dict[str, tuple[str, ...]] = {}
    written = {
        ref: tuple(link.item for link in after)
        for ref, after in links(procedures).items()
    }
    gone = without | {ref for ref in items if items[ref].drops_when in dropped}
    kept = []
    for ref in TopologicalSorter(written).static_order():
        # A dropped predecessor hands on its own predecessors, which stand already.
        direct: dict[str, None] = {}
        for other in written[ref]:
            handed = before[other] if other in gone else (other,)
            direct.update(dict.fromkeys(handed))
        before[ref] = tuple(direct)
        if ref != CUTOVER and ref not in gone:
            kept.append(items[ref])
    remaining = {item.ref for item in kept} | {CUTOVER}
    return ItemGraph(
        tuple(kept), {ref: refs for ref, refs in before.items() if ref in remaining}
    )
