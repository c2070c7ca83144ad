"""The sample's graphs, and one whose names try to be syntax."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from stdmig.inventory import Inventory, Source, Sources, load
from stdmig.network import expand
from stdmig.render.graph import (
    GraphEdge,
    GraphGroup,
    GraphNode,
    GraphView,
    graph_view,
    item_graph_view,
    plan_graph_view,
)
from stdmig.schedule import Plan, schedule
from stdmig.words import Name, text

DATA = Path(__file__).resolve().parents[3] / "data"

HOSTILE = (
    '"]; click x "javascript:alert(1)"',
    "</data></node>]]><script>alert(1)</script>",
    '"; DROP TABLE tasks; --',
    "a line\r\nand another\u2028one",
    "令和👨\u200d👩\u200d👧の𠮷野家　葛\U000e0100",
    "back\\slash \\N \\",
    "`**Markdown** _here_` 1. first",
    "- list",
    "1) list",
    "#35; &quot; &amp; #quot; ﬂ°°34¶ß",
    "%%{init: {'theme': 'dark'}}%% %% end",
    "style x fill:#f00; classDef y fill:#0f0;",
    "escape \x1b[31m bell \x07 nul \x00",
    "turned \u202egnp.exe",
    "half \ud842 pair \uffff",
    "subgraph end --> n1 |x| {y} (z) <b>",
)


def _source(name: str) -> Source:
    return Source(name, (DATA / name).read_bytes())


@pytest.fixture(scope="session")
def sources() -> Sources:
    """Return the files of the sample."""
    names = ("systems.yaml", "procedures.yaml", "schedule_template.yaml")
    systems, procedures, template = map(_source, names)
    return Sources(systems, procedures, template, None, True)


@pytest.fixture(scope="session")
def inventory(sources: Sources) -> Inventory:
    """Return the sample."""
    loaded, faults = load(sources)
    assert loaded is not None, faults
    return loaded


@pytest.fixture(scope="session")
def plan(inventory: Inventory) -> Plan:
    """Return the sample's plan."""
    return schedule(expand(inventory), date(2021, 10, 1))


@pytest.fixture(scope="session")
def item_view(inventory: Inventory) -> GraphView:
    """Return the graph of the sample's work items."""
    return item_graph_view(inventory)


@pytest.fixture(scope="session")
def plan_view(plan: Plan) -> GraphView:
    """Return the graph of the sample's tasks."""
    return plan_graph_view(plan)


@pytest.fixture(scope="session")
def hostile_view() -> GraphView:
    """Return a chain of nodes whose ids, names and groups are hostile."""
    nodes = [
        GraphNode(
            # An id has no blanks and none of "@ : ,", whatever else it may have.
            f"{number}@"
            + "".join(set(name) - set(" \r\n\u2028　@:,") & set('"\\]<&#;')),
            str(number),
            Name(name),
            GraphGroup(f"group-{number}", Name(name)),
            date(2025, 4, 1),
            date(2025, 9, 30),
            critical=True,
        )
        for number, name in enumerate(HOSTILE, start=1)
    ]
    edges = [
        GraphEdge(before.id, after.id, assumed=True)
        for before, after in pairwise(nodes)
    ]
    title = text("{name}: order of the tasks", name=Name(HOSTILE[0]))
    return graph_view(title, nodes, edges, named_by_group=True)
