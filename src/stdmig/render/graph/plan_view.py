"""The graph of all tasks of a plan (作業の前後関係)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stdmig.network import CUTOVER, Task, item_graph, links
from stdmig.render.graph.graph import (
    SERVICE,
    GraphEdge,
    GraphGroup,
    GraphNode,
    GraphView,
    graph_view,
    whose,
)
from stdmig.render.plan.planned_dates import noted, planned_note
from stdmig.words import text

if TYPE_CHECKING:
    from stdmig.inventory import ProceduresFile
    from stdmig.schedule import Plan


def plan_graph_view(plan: Plan) -> GraphView:
    """
    Return the graph of the tasks and the cutovers of a plan, with its dates.

    Tasks that do not apply are not in it; their neighbours are linked.
    """
    network = plan.network
    places = sorted(
        (place for place in range(len(plan.tasks)) if place not in network.absent),
        key=lambda place: plan.tasks[place].item.number,
    )
    nodes = [_node(plan, place) for place in places]
    gone = frozenset(plan.tasks[place].item.ref for place in network.absent)
    stated = _stated(plan.inventory.procedures, gone)
    edges = [
        _edge(plan.tasks[other], task.id, stated[task.item.ref])
        for task, before in zip(plan.tasks, network.before, strict=True)
        for other in before
    ]
    for cutover, before in zip(plan.cutovers, network.before_cutover, strict=True):
        name = f"{CUTOVER}@{cutover.system.id}"
        group = GraphGroup(f"system:{cutover.system.id}", cutover.system.title)
        nodes.append(GraphNode(name, None, SERVICE, group, cutover.day))
        edges += [_edge(plan.tasks[other], name, stated[CUTOVER]) for other in before]
    title = text("{name}: order of the tasks", name=whose(plan.inventory))
    title = noted(title, plan)
    return graph_view(title, nodes, edges, named_by_group=True)


def _node(plan: Plan, place: int) -> GraphNode:
    task, dates = plan.tasks[place], plan.dates(place)
    return GraphNode(
        task.id,
        task.item.ref,
        task.item.title,
        _group(plan, task),
        dates.late_start,
        dates.late_finish,
        place in plan.critical_places,
        *((dates.planned_start, dates.planned_finish) if planned_note(plan) else ()),
    )


def _group(plan: Plan, task: Task) -> GraphGroup:
    """Return whose a task is; a procurement may bear the id of a system."""
    if task.procurement is not None:
        bought = task.procurement
        return GraphGroup(f"procurement:{bought.id}", bought.title)
    if task.item.scope == "municipality":
        return GraphGroup("municipality", plan.inventory.municipality.title)
    system = task.systems[0]
    return GraphGroup(f"system:{system.id}", system.title)


def _edge(before: Task, after: str, stated: set[str]) -> GraphEdge:
    return GraphEdge(before.id, after, before.item.ref not in stated)


def _stated(procedures: ProceduresFile, gone: frozenset[str]) -> dict[str, set[str]]:
    """
    Return, for each item and the cutover, what a source puts before it.

    Where an item drops out, its neighbours are connected; that link is stated when
    the links on both of its sides are.

    Parameters
    ----------
    procedures
        Items and links.
    gone
        Refs of the items of which a task does not apply.
    """
    items = {item.ref: item for item in procedures.items}
    written = links(procedures)
    in_order = [item.ref for item in item_graph(procedures, frozenset()).items]
    stated: dict[str, set[str]] = {}
    for ref in (*in_order, CUTOVER):
        stated[ref] = {link.item for link in written[ref] if not link.assumed}
        for other in tuple(stated[ref]):
            if items[other].drops_when is not None or other in gone:
                stated[ref] |= stated[other]
    return stated
