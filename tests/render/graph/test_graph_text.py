"""The graph as trees of text (前後関係の一覧)."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from stdmig.render.graph import (
    GraphEdge,
    GraphGroup,
    GraphNode,
    GraphView,
    graph_text,
    graph_view,
)
from stdmig.words import Language, Name, Style, text

GOLDEN = Path(__file__).resolve().parents[2] / "golden"
ENGLISH = Style.of("en")


def _rows(drawn: str) -> list[tuple[str, list[str]]]:
    """Return the first word of every row without its lines, and what it waits for."""
    words = " ".join(line.lstrip("| -") for line in drawn.splitlines()[3:])
    found: list[tuple[str, list[str]]] = []
    waits = False
    for word in words.split():
        if re.fullmatch(r"x\d+", word) and not waits:
            found.append((word, []))
        elif word == "<-":
            waits = True
        elif waits:
            found[-1][1].append(word.rstrip(",?"))
            waits = word.endswith(",")
    return found


@pytest.mark.parametrize("language", ["ja", "en"])
def test_items_of_the_sample(
    item_view: GraphView, language: Language, request: pytest.FixtureRequest
) -> None:
    """The picture of the national procedure is the one that was looked at."""
    drawn = graph_text(item_view, Style.of(language))
    golden = GOLDEN / f"graph_items_{language}.txt"
    if request.config.getoption("--update-golden", default=False):
        golden.write_text(drawn, encoding="utf-8", newline="\n")
    assert drawn == golden.read_text(encoding="utf-8")


def test_plan_of_the_sample_shows_a_system_by_itself(plan_view: GraphView) -> None:
    """After its contract, a system's tasks stand together down to its cutover."""
    drawn = graph_text(plan_view, ENGLISH)
    block = next(part for part in drawn.split("\n\n") if "cutover@koseki" in part)
    # Item 16 may wait until 2024-12-01: 4 months before item 15 starts on 2025-04-01;
    # item 17 until 2025-06-01, 4 months before the cutover.
    assert block == (
        "Family register\n"
        "|- 16@koseki Changes to the existing environment\n"
        "|     2024-12-01 - 2025-03-31    <- 11@koseki?\n"
        "|- 17@koseki Amendment of ordinances and rules\n"
        "|     2025-06-01 - 2025-09-30    <- 11@koseki?\n"
        "12@koseki Specific personal information protection assessment (PIA)\n"
        "   2024-06-01 - 2024-09-30 *  <- 11@koseki?\n"
        "|- 13@koseki System set-up for the migration\n"
        "|     2024-12-01 - 2025-03-31    <- 12@koseki?\n"
        "14@koseki Data migration\n"
        "   2024-10-01 - 2025-03-31 *  <- 12@koseki?, 14c?\n"
        "15@koseki Tests and training\n"
        "   2025-04-01 - 2025-09-30 *  <- 13@koseki?, 14@koseki?, 16@koseki?\n"
        "cutover@koseki First day of service\n"
        "   2025-10-01  <- 15@koseki?, 17@koseki?"
    )


def test_short_blocks_are_set_in_columns(plan_view: GraphView) -> None:
    """Where all rows of a block fit into a line, dates and links stand in columns."""
    assert (
        "\n\n"
        "印鑑登録\n"
        "2@inkan 現行システムの概要調査  R4. 1. 1 - R4. 3.31 *  <- 1?\n"
        "3@inkan 標準仕様との比較分析    R4. 4. 1 - R4. 7.31 *  <- 2@inkan?\n"
        "\n"
    ) in graph_text(plan_view, Style.of("ja"))


def test_legend_names_only_marks_that_occur(
    item_view: GraphView, plan_view: GraphView
) -> None:
    """The items have no dates and no critical path, so nothing explains them."""
    items = graph_text(item_view, ENGLISH).splitlines()[1]
    assert items == "|- side branch  <- waits for  ? assumed, no source states it"
    assert graph_text(plan_view, ENGLISH).splitlines()[1:3] == [
        "|- side branch  <- waits for  ? assumed, no source states it  * critical",
        "dates: late start to late finish",
    ]


@pytest.mark.parametrize("view", ["item_view", "plan_view", "hostile_view"])
@pytest.mark.parametrize("style", [ENGLISH, Style("en", era=True)])
def test_lines_fit_and_lines_are_ascii(
    view: str, style: Style, request: pytest.FixtureRequest
) -> None:
    """No line is wider than 80 cells, and no box-drawing character occurs."""
    drawn = graph_text(request.getfixturevalue(view), style)
    assert [line for line in drawn.split("\n") if cell_len(line) > 80] == []
    assert not re.search(r"[\u2500-\u257f■→─]", drawn)
    assert drawn.endswith("\n")
    assert not drawn.endswith("\n\n")


def test_hostile_names_stay_words(hostile_view: GraphView) -> None:
    """No name breaks a row, moves the cursor or turns the line around."""
    drawn = graph_text(hostile_view, ENGLISH)
    assert not re.search(
        r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u202e\ud800-\udfff]", drawn
    )
    starts = [line for line in drawn.split("\n") if re.match(r"\d+@", line)]
    assert len(starts) == len(hostile_view.nodes)
    assert "𠮷野家　葛\U000e0100" in drawn


def test_branches_go_down_before_the_longest_way() -> None:
    """A diamond: the short way is the branch, the end goes on with the long one."""
    nodes = [GraphNode(name, name, Name(name.upper())) for name in "abcdef"]
    pairs = ("ab", "ac", "cd", "be", "de", "af")
    edges = [GraphEdge(pair[0], pair[1], pair == "af") for pair in pairs]
    drawn = graph_text(graph_view(text("{name}", name="t"), nodes, edges), ENGLISH)
    assert drawn.split("\n\n")[1] == (
        "a A\n"
        "|- b B  <- a\n"
        "|- f F  <- a?\n"
        "c C     <- a\n"
        "d D     <- c\n"
        "e E     <- b, d\n"
    )


def test_several_starts_are_branches_of_the_block() -> None:
    """What waits for nothing hangs under the title; the longest goes on."""
    nodes = [GraphNode(name, name, Name(name.upper())) for name in "abc"]
    view = graph_view(text("{name}", name="t"), nodes, [GraphEdge("a", "c", False)])
    assert graph_text(view, ENGLISH).split("\n\n")[1] == ("|- b B\na A\nc C     <- a\n")


def test_graph_of_nothing_is_its_title() -> None:
    """A graph without nodes says what it would have shown."""
    drawn = graph_text(graph_view(text("{name}", name="t"), [], []), ENGLISH)
    assert drawn == "t\n|- side branch  <- waits for\n"


_PAIRS = st.lists(st.tuples(st.integers(0, 29), st.integers(0, 29)), max_size=90)


@given(
    size=st.integers(1, 30),
    pairs=_PAIRS,
    groups=st.integers(1, 4),
    named_by_group=st.booleans(),
    name=st.sampled_from(
        ["作業", "長い名前" * 30, "word " * 40, "👨\u200d👩\u200d👧" * 60]
    ),
)
def test_every_node_once_after_all_it_waits_for(
    size: int,
    pairs: list[tuple[int, int]],
    groups: int,
    named_by_group: bool,
    name: str,
) -> None:
    """Any graph: each node has one row below those it waits for, all of them named."""
    nodes = [
        GraphNode(f"x{n}", str(n), Name(name), GraphGroup(f"g{n % groups}", Name("組")))
        for n in range(size)
    ]
    links = {(a, b) for a, b in pairs if a < b < size}
    edges = [GraphEdge(f"x{a}", f"x{b}", (a + b) % 2 == 0) for a, b in links]
    view = graph_view(
        text("{name}", name="t"), nodes, edges, named_by_group=named_by_group
    )
    drawn = graph_text(view, ENGLISH)
    assert all(cell_len(line) <= 80 for line in drawn.splitlines())
    rows = _rows(drawn)
    assert sorted(row for row, _ in rows) == sorted(node.id for node in nodes)
    above: set[str] = set()
    for row, waits in rows:
        assert set(waits) <= above
        above.add(row)
    assert {(other, row) for row, waits in rows for other in waits} == {
        (edge.before, edge.after) for edge in edges
    }
