"""The graph of the items that one unit walks (作業項目の前後関係)."""

from __future__ import annotations

from stdmig.network import CUTOVER, item_graph, links
from tests.schedule.sample import sample_inventory

PROCEDURE = {
    "1": set(),
    "2": {"1"},
    "3": {"2"},
    "4": {"3"},
    "5": {"4"},
    "6": {"5"},
    "7": {"6"},
    "8": {"7"},
    "9": {"8"},
    "10": {"9"},
    "11": {"10"},
    "12": {"11"},
    "13": {"12"},
    "14c": {"2"},
    "14": {"12", "14c"},
    "15": {"13", "14", "16"},
    "16": {"11"},
    "17": {"11"},
    CUTOVER: {"15", "17"},
}
"""Predecessors of the 17 items, of item 14's part and of the cutover."""


def before(*dropped: str) -> dict[str, set[str]]:
    """Return the predecessors of every item that remains."""
    graph = item_graph(sample_inventory().procedures, frozenset(dropped))
    return {ref: set(earlier) for ref, earlier in graph.before.items()}


def test_items_and_links_are_those_of_the_procedure() -> None:
    """Without drop-outs every item is there, with the links of the procedure."""
    assert before() == PROCEDURE
    written = links(sample_inventory().procedures)
    assert {ref: {link.item for link in after} for ref, after in written.items()} == (
        PROCEDURE
    )


def test_staying_with_the_vendor_skips_9_and_10() -> None:
    """Where the vendor stays, 11 follows 8 directly, and nothing else changes."""
    expected = before()
    del expected["9"], expected["10"]
    expected["11"] = {"8"}
    assert before("vendor_stays") == expected


def test_no_assessment_skips_12() -> None:
    """Without an assessment 13 and 14 follow 11 directly; 14 keeps 14c."""
    expected = before()
    del expected["12"]
    expected["13"] = {"11"}
    expected["14"] = {"11", "14c"}
    assert before("no_assessment") == expected


def test_no_ordinance_skips_17() -> None:
    """Where nothing is amended the cutover waits for 11 in place of 17."""
    expected = before()
    del expected["17"]
    expected[CUTOVER] = {"15", "11"}
    assert before("no_ordinance") == expected


def test_both_drop_outs_together() -> None:
    """A unit that stays and needs no assessment walks past 9, 10 and 12."""
    graph = before("vendor_stays", "no_assessment")
    assert {"9", "10", "12"}.isdisjoint(graph)
    assert graph["11"] == {"8"}
    assert graph["13"] == {"11"}


def test_a_condition_that_no_item_knows_drops_nothing() -> None:
    """A drop-out that does not hold for any item leaves the graph as it is."""
    assert before("moon_is_full") == before()


def test_items_stand_after_their_predecessors() -> None:
    """The order of the items is one in which they can be done."""
    for dropped in ((), ("vendor_stays",), ("no_assessment",)):
        graph = item_graph(sample_inventory().procedures, frozenset(dropped))
        order = [item.ref for item in graph.items]
        for place, ref in enumerate(order):
            assert set(graph.before[ref]) <= set(order[:place]), ref


def test_a_graph_is_computed_once_a_file() -> None:
    """Units that walk the same items share one graph."""
    procedures = sample_inventory().procedures
    first = item_graph(procedures, frozenset({"vendor_stays"}))
    assert item_graph(procedures, frozenset({"vendor_stays"})) is first
