"""A town in plain values, and the files it would have written (架空の自治体)."""

from __future__ import annotations

import json
from datetime import date
from typing import NamedTuple

from stdmig.inventory import Inventory, Source, Sources, load
from stdmig.network import Network, expand
from stdmig.schedule import Plan, schedule


class Item(NamedTuple):
    """A work item: its number, where it happens, its months, what comes before."""

    ref: str
    scope: str
    shortest: int
    longest: int
    after: tuple[str, ...] = ()
    drops: str | None = None
    waits: bool = False

    @property
    def number(self) -> int:
        """Return the number in front of a part's letter."""
        return int(self.ref.rstrip("abcdefghijklmnopqrstuvwxyz"))


class Unit(NamedTuple):
    """A unit: under which package, policy and procurement it is bought."""

    id: str
    policy: str = "undecided"
    package: str | None = None
    procurement: str | None = None


class Town(NamedTuple):
    """All that decides a plan."""

    items: tuple[Item, ...]
    before_cutover: tuple[str, ...]
    systems: tuple[Business, ...]
    as_of: date = date(2021, 10, 1)
    wanted: date | None = None
    deadline: date = date(2026, 3, 31)
    published: tuple[tuple[str, date], ...] = ()
    durations: str = "maximum"
    milestones: tuple[dict[str, object], ...] = ()

    @property
    def planned_systems(self) -> tuple[Business, ...]:
        """Return the systems that apply."""
        return tuple(system for system in self.systems if system.applies)

    def cutover(self, system: Business) -> date:
        """Return the day wanted for a system, else its deadline."""
        own = system.cutover or self.wanted
        return own or system.deadline or self.deadline


class Business(NamedTuple):
    """A system, of the law or beyond it."""

    id: str
    units: tuple[Unit, ...] = ()
    assessment: str | None = None
    specification: str | None = None
    cutover: date | None = None
    deadline: date | None = None
    statutory: bool = True
    applies: bool = True


def sources(town: Town) -> Sources:
    """Return the three files; JSON is YAML too."""
    return Sources(
        _source("systems.yaml", _systems_file(town)),
        _source("procedures.yaml", _procedures_file(town)),
        _source("schedule_template.yaml", _template_file(town)),
    )


def read(town: Town) -> Inventory:
    """Return what the product reads in the town's files."""
    inventory, faults = load(sources(town))
    assert inventory is not None, faults
    return inventory


def network_of(town: Town) -> Network:
    """Return the town's tasks and links."""
    return expand(read(town))


def plan_of(town: Town) -> Plan:
    """Return the town's plan."""
    return schedule(network_of(town), town.as_of)


def _systems_file(town: Town) -> dict[str, object]:
    return {
        "schema": "stdmig.systems/1",
        "municipality": {"name": "架空市"},
        "specifications": [
            {"id": name, "name": name, "published": day.isoformat()}
            for name, day in town.published
        ],
        "systems": [_system(system) for system in town.systems],
    }


def _system(system: Business) -> dict[str, object]:
    return _known(
        id=system.id,
        statutory=system.statutory,
        applies=system.applies,
        reason=None if system.applies else "該当する事務がない。",
        assessment=system.assessment,
        specification=system.specification,
        cutover=_day(system.cutover),
        deadline=_day(system.deadline),
        units=[
            _known(
                id=unit.id,
                section="情報課",
                policy=unit.policy,
                package=unit.package,
                procurement=unit.procurement,
            )
            for unit in system.units
        ],
    )


def _procedures_file(town: Town) -> dict[str, object]:
    return {
        "schema": "stdmig.procedures/1",
        "phases": [{"id": "all", "name": "全期間"}],
        "items": [
            _known(
                number=item.number,
                ref=item.ref,
                id=f"item-{item.ref}",
                name=f"作業{item.ref}",
                phase="all",
                scope=item.scope,
                months={"min": item.shortest, "max": item.longest},
                after=list(item.after),
                drops_when=item.drops,
                waits_for="specification" if item.waits else None,
            )
            for item in town.items
        ],
        "cutover": {"after": list(town.before_cutover)},
    }


def _template_file(town: Town) -> dict[str, object]:
    return {
        "schema": "stdmig.template/1",
        "deadline": town.deadline.isoformat(),
        "planning": _known(cutover=_day(town.wanted), durations=town.durations),
        "milestones": list(town.milestones),
    }


def _known(**values: object) -> dict[str, object]:
    return {key: value for key, value in values.items() if value is not None}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _source(name: str, content: dict[str, object]) -> Source:
    return Source(name, json.dumps(content, ensure_ascii=False).encode())
