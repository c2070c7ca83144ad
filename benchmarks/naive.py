"""The plan of a workspace as one would first write it: the side to be measured against.

CSafeLoader for the three files, pydantic models, a networkx DiGraph per
municipality, relativedelta for the months. It does less than the product: no
positions, no reasons, no floats, and the contract gap as its only check.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Annotated, Any, Literal, NamedTuple

import naive_money as money
import networkx as nx
import yaml
from dateutil.relativedelta import relativedelta
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

_ERA = re.compile(r"令和(\d+)年(\d+)月(\d+)日")
_MONTH = re.compile(r"(\d{4})-(\d\d)")
_DAY = timedelta(days=1)
_CUTOVER = "cutover"


def _first_day(value: Any) -> Any:
    return _day(value, last=False)


def _last_day(value: Any) -> Any:
    return _day(value, last=True)


def _day(value: Any, *, last: bool) -> Any:
    if isinstance(value, str):
        if era := _ERA.fullmatch(value):
            year, month, day = map(int, era.groups())
            return date(year + 2018, month, day)
        if written := _MONTH.fullmatch(value):
            first = date(int(written[1]), int(written[2]), 1)
            return first + relativedelta(months=1) - _DAY if last else first
    return value


FirstDay = Annotated[date, BeforeValidator(_first_day)]
LastDay = Annotated[date, BeforeValidator(_last_day)]


class _Fact(BaseModel):
    model_config = ConfigDict(coerce_numbers_to_str=True)

    source: str | None = None
    confirmed_by: str | None = None
    confirmed_on: FirstDay | None = None
    assumed: bool = False
    note: str | None = None


class _Span(_Fact):
    start: FirstDay | None = None
    end: LastDay | None = None

    @model_validator(mode="after")
    def _in_order(self) -> _Span:
        if self.start and self.end and self.end < self.start:
            raise ValueError("the end lies before the start")
        return self


class Extension(_Span):
    """A prolongation of a contract."""

    state: Literal["planned", "requested", "voted", "signed"]


class Contract(_Span):
    """A contract with its units elsewhere."""

    id: str
    name: str | None = None
    vendor: str | None = None
    kind: Literal["multi_year", "single_year"] = "multi_year"
    form: Literal["lease", "maintenance", "use"] | None = None
    extensions: list[Extension] = []
    monthly_fee: int | None = Field(None, ge=0)


class Municipality(_Fact):
    """Who plans."""

    name: str
    name_en: str | None = None
    code: str | None = None
    population: int | None = Field(None, ge=0)
    lead_section: str | None = None


class Specification(_Fact):
    """A group of specifications."""

    id: str
    name: str
    published: LastDay | None = None


class Unit(_Fact):
    """One installed system of a section."""

    id: str | None = None
    section: str
    name: str | None = None
    vendor: str | None = None
    package: str | None = None
    policy: Literal["stay", "switch", "national", "undecided"] = "undecided"
    contract: str | None = None
    procurement: str | None = None
    related: list[str] = []


class Assessment(_Fact):
    """Whether an assessment is needed."""

    level: Literal["none", "basic", "focused", "full"]


class System(_Fact):
    """One of the 20 systems."""

    id: str
    name: str | None = None
    name_en: str | None = None
    ministry: str | None = None
    applies: bool = True
    reason: str | None = None
    specification: str | None = None
    assessment: Assessment | None = None
    cutover: FirstDay | None = None
    deadline: LastDay | None = None
    units: list[Unit] = []


class Systems(_Fact):
    """The whole of ``systems.yaml``."""

    schema_id: str = Field(alias="schema")
    municipality: Municipality
    specifications: list[Specification] = []
    contracts: list[Contract] = []
    systems: list[System]


class Months(_Fact):
    """A duration."""

    min: int
    max: int


class Variant(_Fact):
    """A duration under a condition."""

    when: str
    min: int | None = None
    max: int | None = None
    up_to: int | None = None


class Link(_Fact):
    """A predecessor."""

    item: str


class Titled(_Fact):
    """Something with an id and a name."""

    id: str
    name: str
    name_en: str | None = None


class Item(Titled):
    """One of the 17 work items."""

    number: int
    part: str | None = None
    ref: str | None = None
    phase: str
    scope: Literal["municipality", "procurement", "system"]
    months: Months
    variants: list[Variant] = []
    actors: list[str] = []
    early: bool = False
    after: list[Link | str] = []
    drops_when: str | None = None
    waits_for: str | None = None
    role: str | None = None

    @property
    def key(self) -> str:
        """Return the number, or the name of the part."""
        return self.ref or str(self.number)


class CutoverLinks(_Fact):
    """What the cutover waits for."""

    after: list[Link | str]


class CostItem(Titled):
    """A kind of cost."""

    items: list[str] = []
    from_cutover: bool = False


class Procedures(_Fact):
    """The whole of ``procedures.yaml``."""

    schema_id: str = Field(alias="schema")
    phases: list[Titled] = []
    conditions: list[Titled] = []
    items: list[Item]
    cutover: CutoverLinks
    cost_items: list[CostItem] = []


class Deadline(_Fact):
    """The last day of the migration."""

    date: LastDay


class Planning(_Fact):
    """What the municipality chose."""

    as_of: FirstDay | None = None
    cutover: FirstDay | None = None
    durations: Literal["maximum", "minimum"] = "maximum"
    conditions: list[str] = []
    rfp_after: str = "notice"


class Milestone(Titled):
    """A date to be told."""

    item: str | None = None
    date: Literal["start", "finish"] = "finish"
    cutover: bool = False


class Template(_Fact):
    """The whole of ``schedule_template.yaml``."""

    schema_id: str = Field(alias="schema")
    deadline: Deadline | LastDay
    planning: Planning = Planning()
    budget: dict[str, Any] = {}
    council: dict[str, Any] = {}
    milestones: list[Milestone] = []

    @property
    def last_day(self) -> date:
        """Return the deadline, however it is written."""
        written = self.deadline
        return written.date if isinstance(written, Deadline) else written

    @property
    def votes(self) -> set[tuple[int, int]]:
        """Return the month and day of every vote of the council."""
        days = (each["until"].split("-") for each in self.council.get("sessions", []))
        return {(int(month), int(day)) for month, day in days}


class Outcome(NamedTuple):
    """A planned municipality: its files, its dated graph, and its contract gaps."""

    systems: Systems
    procedures: Procedures
    template: Template
    graph: nx.DiGraph[str]
    gaps: dict[str, int]


def plan(folder: Path, packaged: Path, as_of: date) -> Outcome:
    """
    Load, validate, plan and check one workspace.

    Parameters
    ----------
    folder
        The workspace.
    packaged
        Folder of the files that a workspace without its own falls back to.
    as_of
        "Today" of the run.
    """
    systems = Systems.model_validate(_read(folder / "systems.yaml"))
    procedures = Procedures.model_validate(_read(packaged / "procedures.yaml"))
    own = folder / "schedule_template.yaml"
    written = _read(own if own.exists() else packaged / own.name)
    if not own.exists():
        written.pop("planning", None)
    template = Template.model_validate(written)
    _check_references(systems)
    graph = _expand(systems, procedures, template)
    ways = money.ways(template.budget, template.council, template.planning.rfp_after)
    _late(graph, "max", "late", ways[:1])
    _late(graph, "min", "last_chance", ways)
    _forward(graph, "max", "early", as_of, ways[:1])
    _forward(graph, "min", "earliest", as_of, ways)
    return Outcome(systems, procedures, template, graph, _gaps(systems, graph))


def _read(path: Path) -> dict[str, Any]:
    with path.open("rb") as stream:
        read: dict[str, Any] = yaml.load(stream, Loader=yaml.CSafeLoader)
    return read


def _check_references(systems: Systems) -> None:
    contracts = {contract.id for contract in systems.contracts}
    groups = {group.id for group in systems.specifications}
    for system in systems.systems:
        if system.specification and system.specification not in groups:
            raise ValueError(f"unknown specification {system.specification}")
        for unit in system.units:
            if unit.contract and unit.contract not in contracts:
                raise ValueError(f"unknown contract {unit.contract}")


def _item_graph(
    procedures: Procedures, *, stays: bool, assessed: bool
) -> nx.DiGraph[str]:
    """Return the items that remain, the neighbours of the others connected."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    for item in procedures.items:
        graph.add_node(item.key)
        graph.add_edges_from((key, item.key) for key in _keys(item.after))
    graph.add_edges_from((key, _CUTOVER) for key in _keys(procedures.cutover.after))
    for item in procedures.items:
        absent = (stays and item.drops_when == "vendor_stays") or (
            not assessed and item.drops_when == "no_assessment"
        )
        if absent:
            for before in list(graph.predecessors(item.key)):
                for after in list(graph.successors(item.key)):
                    graph.add_edge(before, after)
            graph.remove_node(item.key)
    return graph


def _keys(after: list[Link | str]) -> Iterator[str]:
    return (link.item if isinstance(link, Link) else link for link in after)


def _expand(
    systems: Systems, procedures: Procedures, template: Template
) -> nx.DiGraph[str]:
    """Return the tasks of all units, merged by the scope of their items."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    items = {item.key: item for item in procedures.items}
    published = {group.id: group.published for group in systems.specifications}
    for system in systems.systems:
        if not system.applies:
            continue
        cutover = f"{_CUTOVER}@{system.id}"
        wanted = system.cutover or template.planning.cutover
        day = wanted or system.deadline or template.last_day
        graph.add_node(cutover, day=day)
        assessed = system.assessment is None or system.assessment.level != "none"
        units: list[Unit | None] = [*system.units]
        for unit in units or [None]:
            stays = unit is not None and unit.policy == "stay"
            own = _item_graph(procedures, stays=stays, assessed=assessed)
            procurement = _procurement(system, unit)
            names = {_CUTOVER: cutover}
            for key in own.nodes:
                if key == _CUTOVER:
                    continue
                item = items[key]
                names[key] = {
                    "municipality": key,
                    "procurement": f"{key}@{procurement}",
                    "system": f"{key}@{system.id}",
                }[item.scope]
                shortest, longest = _months(item, template.planning.conditions)
                votes = template.votes if item.role == "ordinance" else set()
                graph.add_node(names[key], min=shortest, max=longest, votes=votes)
                if item.waits_for:
                    graph.nodes[names[key]]["published"] = published.get(
                        system.specification or ""
                    )
            graph.add_edges_from((names[a], names[b]) for a, b in own.edges)
            of = {items[key].role: names[key] for key in names if key in items}
            graph.add_edge(of["budget_request"], of["contract"], opened="usable")
            graph.nodes[of["budget_request"]]["request"] = True
            if "rfp" in of:
                graph.add_edge(of["budget_request"], of["rfp"], opened="tender")
    return graph


def _procurement(system: System, unit: Unit | None) -> str:
    if unit is not None and unit.procurement:
        return unit.procurement
    if unit is not None and unit.package:
        return f"{unit.package}:{unit.policy}"
    if unit is None or len(system.units) == 1:
        return system.id
    return f"{system.id}/{unit.section}"


def _months(item: Item, conditions: list[str]) -> tuple[int, int]:
    shortest, longest = item.months.min, item.months.max
    for variant in item.variants:
        if variant.when in conditions:
            shortest = variant.min if variant.min is not None else shortest
            longest = variant.max if variant.max is not None else longest
    return min(shortest, longest), longest


Ways = list[list[money.Budget]]
Bounds = dict[str, date]


def _late(graph: nx.DiGraph[str], length: str, name: str, ways: Ways) -> None:
    """Plan backward, again and again until no contract comes after its money."""
    bounds: Bounds = {}
    tries: dict[str, int] = {}
    _backward(graph, length, name, ways, bounds)
    while lapsed := {
        node: day
        for node, day in _lapsed(graph, length, name, ways)
        if tries.get(node, 0) <= 2
    }:
        for node, day in lapsed.items():
            tries[node] = tries.get(node, 0) + 1
            bounds[node] = day
            if tries[node] > 2:
                del bounds[node]
        _backward(graph, length, name, ways, bounds)


def _lapsed(
    graph: nx.DiGraph[str], length: str, name: str, ways: Ways
) -> Iterator[tuple[str, date]]:
    nodes = graph.nodes
    for before, after, opened in list(graph.edges(data="opened")):
        if opened != "usable" or not ways:
            continue
        start = nodes[before][f"{name}_start"]
        finish = start + relativedelta(months=nodes[before][length])
        rfps = [
            nodes[other][f"{name}_start"]
            for other in graph.successors(before)
            if graph.edges[before, other].get("opened") == "tender"
        ]
        signed = nodes[after][f"{name}_start"]
        day = money.lapses(ways, finish, rfps[0] if rfps else None, signed)
        if day is not None and day < signed:
            yield after, day


def _backward(
    graph: nx.DiGraph[str], length: str, name: str, ways: Ways, bounds: Bounds
) -> None:
    nodes = graph.nodes
    for node in reversed(list(nx.topological_sort(graph))):
        if "day" in nodes[node]:
            nodes[node][f"{name}_start"] = nodes[node]["day"]
            continue
        days = []
        for after in graph.successors(node):
            day = nodes[after][f"{name}_start"]
            if ways and (opened := graph.edges[node, after].get("opened")):
                day = money.last_day(ways, opened, day)
            days.append(day)
        finish, count = min(days), nodes[node][length]
        while (votes := nodes[node]["votes"]) and _eve(finish) not in votes:
            finish -= _DAY
        if len(ways) == 1 and "request" in nodes[node]:
            start = money.start_in_window(ways[0], finish, count)
        else:
            start = finish - relativedelta(months=count)
        nodes[node][f"{name}_start"] = min(start, bounds.get(node, start))
        nodes[node][f"{name}_finish"] = finish


def _forward(
    graph: nx.DiGraph[str], length: str, name: str, as_of: date, ways: Ways
) -> None:
    nodes = graph.nodes
    for node in nx.topological_sort(graph):
        start = as_of
        for before in graph.predecessors(node):
            day = nodes[before][f"{name}_finish"]
            if ways and (opened := graph.edges[before, node].get("opened")):
                day = money.first_day(ways, opened, day)
            start = max(start, day)
        if published := nodes[node].get("published"):
            start = max(start, published + _DAY)
        nodes[node][f"{name}_start"] = start
        if "day" in nodes[node]:
            continue
        count = nodes[node][length]
        if len(ways) == 1 and "request" in nodes[node]:
            finish = money.finish_in_window(ways[0], start, count)
        else:
            finish = start + relativedelta(months=count)
            # A day that the month does not have ends with the month (民法143条).
            finish = finish if finish.day == start.day else finish + _DAY
            while (votes := nodes[node]["votes"]) and _eve(finish) not in votes:
                finish += _DAY
        nodes[node][f"{name}_finish"] = finish


def _eve(day: date) -> tuple[int, int]:
    """Return the month and the day of the day before."""
    eve = day - _DAY
    return eve.month, eve.day


def _gaps(systems: Systems, graph: nx.DiGraph[str]) -> dict[str, int]:
    """Return the days without a contract before the last cutover, by contract."""
    gaps = {}
    for contract in systems.contracts:
        cutovers = [
            graph.nodes[f"{_CUTOVER}@{system.id}"]["day"]
            for system in systems.systems
            if system.applies
            and any(unit.contract == contract.id for unit in system.units)
        ]
        if contract.end is None or not cutovers:
            continue
        days = (max(cutovers) - contract.end).days - 1
        if days > 0:
            gaps[contract.id] = days
    return gaps
