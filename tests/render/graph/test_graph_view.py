"""What the graphs of the items and of a plan hold (前後関係)."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from graphlib import CycleError

import pytest

from stdmig.inventory import Source, Sources, load
from stdmig.network import expand
from stdmig.render.graph import (
    GraphEdge,
    GraphNode,
    GraphView,
    graph_view,
    plan_graph_view,
)
from stdmig.schedule import Plan, schedule
from stdmig.words import Name, Style, text

ENGLISH = Style.of("en")


def _node(name: str) -> GraphNode:
    return GraphNode(name, name, Name(name))


def _view(names: str, *pairs: str) -> GraphView:
    edges = [GraphEdge(pair[0], pair[1], assumed=False) for pair in pairs]
    return graph_view(text("{name}", name="x"), map(_node, names), edges)


def test_items_stand_by_number_as_far_as_links_allow(item_view: GraphView) -> None:
    """The 17 items, the characters and the cutover; 15 waits for 16."""
    assert " ".join(node.id for node in item_view.nodes) == (
        "1 2 3 4 5 6 7 8 9 10 11 12 13 14c 14 16 15 17 cutover"
    )


def test_items_have_the_links_of_the_procedure(item_view: GraphView) -> None:
    """Every link stands once, and only those that the plan's text has are stated."""
    links = [
        f"{edge.before}-{edge.after}{'?' * edge.assumed}" for edge in item_view.edges
    ]
    assert " ".join(links) == (
        "1-2? 2-3? 3-4 4-5? 5-6 6-7 7-8 8-9? 9-10 10-11? 11-12? 12-13? 2-14c?"
        " 12-14? 14c-14? 11-16? 13-15? 14-15? 16-15? 11-17? 15-cutover? 17-cutover?"
    )


def test_items_are_grouped_by_phase(item_view: GraphView) -> None:
    """The three phases hold all items; the cutover belongs to none."""
    groups = {
        group.title.into(ENGLISH) if group else None: [node.id for node in nodes]
        for group, nodes in item_view.groups.items()
    }
    assert groups == {
        "Planning": ["1", "2", "3", "4"],
        "System selection": ["5", "6", "7", "8", "9", "10", "11", "12"],
        "Introduction and migration": ["13", "14c", "14", "16", "15", "17"],
        None: ["cutover"],
    }


def test_items_have_no_dates(item_view: GraphView) -> None:
    """The procedure alone has no calendar and no critical path."""
    dated = [node for node in item_view.nodes if node.late_start or node.critical]
    assert dated == []


def test_title_says_that_it_is_the_sample(item_view: GraphView) -> None:
    """Whoever sees the picture sees that it is not their own town's."""
    title = item_view.title.into(ENGLISH)
    assert title == "Aira City (sample): order of the work items"


def test_plan_has_every_task_and_cutover(plan_view: GraphView, plan: Plan) -> None:
    """The nodes are the 224 tasks of the sample and its 20 cutovers."""
    names = {node.id for node in plan_view.nodes}
    cutovers = {f"cutover@{cutover.system.id}" for cutover in plan.cutovers}
    assert names == {task.id for task in plan.tasks} | cutovers
    assert len(plan_view.nodes) == 224 + 20


def test_plan_has_every_link_of_the_network(plan_view: GraphView, plan: Plan) -> None:
    """The edges are those that the passes run over, to tasks and to cutovers."""
    network = plan.network
    wanted = {
        (plan.tasks[place].id, task.id)
        for number, task in enumerate(plan.tasks)
        for place in network.before[number]
    } | {
        (plan.tasks[place].id, f"cutover@{system.id}")
        for number, system in enumerate(network.systems)
        for place in network.before_cutover[number]
    }
    found = [(edge.before, edge.after) for edge in plan_view.edges]
    assert len(found) == len(wanted)
    assert set(found) == wanted


def test_plan_nodes_carry_late_dates(plan_view: GraphView) -> None:
    """A task has its late span, a cutover its day alone."""
    nodes = {node.id: node for node in plan_view.nodes}
    juki = nodes["15@juki"]
    # The worked example: item 15 from 2025-04-01 to 2025-09-30, cutover 2025-10-01.
    assert (juki.late_start, juki.late_finish) == (date(2025, 4, 1), date(2025, 9, 30))
    assert juki.critical
    cutover = nodes["cutover@juki"]
    assert (cutover.late_start, cutover.late_finish) == (date(2025, 10, 1), None)


def test_critical_nodes_are_those_of_the_paths(
    plan_view: GraphView, plan: Plan
) -> None:
    """A task is critical when it is on some system's critical path."""
    marked = {node.id for node in plan_view.nodes if node.critical}
    paths = {
        plan.tasks[place].id for path in plan.critical_paths for place in path.places
    }
    assert marked == paths


def test_procurement_and_system_of_one_id_are_two_groups(plan_view: GraphView) -> None:
    """印鑑登録 is bought alone, so its procurement bears the system's id."""
    nodes = {node.id: node for node in plan_view.nodes}
    bought, system = nodes["4@inkan"].group, nodes["2@inkan"].group
    assert bought is not None
    assert system is not None
    assert (bought.id, system.id) == ("procurement:inkan", "system:inkan")


def _stay(sources: Sources, *stated: str) -> GraphView:
    """Return the graph of a town that keeps its vendor, with links as stated."""
    systems = sources.systems.data.replace(b"policy: undecided", b"policy: stay")
    procedures = sources.procedures.data
    for ref in stated:
        written = f"- {{item: {ref}, assumed: true}}".encode()
        assert written in procedures
        procedures = procedures.replace(written, f"- {{item: {ref}}}".encode())
    changed = sources._replace(
        systems=sources.systems._replace(data=systems),
        procedures=sources.procedures._replace(data=procedures),
    )
    inventory, faults = load(changed)
    assert inventory is not None, faults
    return plan_graph_view(schedule(expand(inventory), date(2021, 10, 1)))


@pytest.mark.parametrize(
    ("stated", "assumed"),
    [((), True), (("8",), True), (("10",), True), (("8", "10"), False)],
)
def test_link_over_dropped_items_is_stated_when_its_parts_are(
    sources: Sources, stated: tuple[str, ...], assumed: bool
) -> None:
    """Without 9 and 10, 8 to 11 is stated when 8 to 9, 9 to 10 and 10 to 11 are."""
    edges = {
        (edge.before, edge.after): edge.assumed
        for edge in _stay(sources, *stated).edges
    }
    package = "アクロシティ住民情報システム:stay"
    assert edges[f"8@{package}", f"11@{package}"] is assumed


def test_task_that_does_not_apply_is_left_out(sources: Sources) -> None:
    """Without 4 of the package, 5 waits for 3 of every system; 3 to 4 has a source."""
    written = b"schema: stdmig.progress/1\ntasks: [{item: 4, status: not_applicable}]\n"
    inventory, faults = load(
        sources._replace(progress=Source("progress.yaml", written))
    )
    assert inventory is not None, faults
    plan = schedule(expand(inventory), date(2021, 10, 1))
    view = plan_graph_view(plan)
    assert not any(node.id.startswith("4@") for node in view.nodes)
    edges = {(edge.before, edge.after): edge.assumed for edge in view.edges}
    package = "アクロシティ住民情報システム:undecided"
    assert edges["3@juki", f"5@{package}"] is True
    assert ("3@juki", f"4@{package}") not in edges
    names = {node.id for node in view.nodes}
    assert {name for pair in edges for name in pair} <= names


def test_nodes_keep_their_order_where_links_leave_it() -> None:
    """Only what would stand before its predecessor moves, and no further."""
    view = _view("abcd", "db")
    assert [node.id for node in view.nodes] == ["a", "c", "d", "b"]


def test_edges_stand_by_later_then_by_earlier_node() -> None:
    """The order of the edges does not depend on the order they were found in."""
    view = _view("abc", "bc", "ac", "ab")
    assert [edge.before + edge.after for edge in view.edges] == ["ab", "ac", "bc"]


def test_circle_is_refused() -> None:
    """A graph that has no order is a fault of the caller."""
    with pytest.raises(CycleError):
        _view("ab", "ab", "ba")


def test_networkx_is_not_imported_without_graphml() -> None:
    """The other formats start without the heavy library."""
    script = "import sys, stdmig.render.graph; print('networkx' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "False"
