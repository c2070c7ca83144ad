"""A town in plain values, and the files it would have written (架空の自治体)."""

from __future__ import annotations

import json
from datetime import date
from typing import NamedTuple, TypeAlias

from stdmig.inventory import Inventory, Source, Sources, load
from stdmig.network import Network, expand
from stdmig.schedule import Plan, schedule
from tests.open_days import chosen_day, open_from


class Item(NamedTuple):
    """A work item: its number, where it happens, its months, what comes before."""

    ref: str
    scope: str
    shortest: int
    longest: int
    after: tuple[str, ...] = ()
    drops: str | None = None
    waits: bool = False
    role: str | None = None

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


YearDay: TypeAlias = tuple[int, int]
"""Month and day."""


class Sitting(NamedTuple):
    """A session of every year: its days, and until when its budget takes requests."""

    id: str
    start: YearDay
    end: YearDay
    closes: YearDay | None = None
    votes_budget: bool = False


class Calendar(NamedTuple):
    """
    The municipal year.

    Attributes
    ----------
    request, notice
        Window for requests, and last day of the informal notice.
    supplementary
        Sessions whose budgets may be used; None means all.
    choices
        The way that a procurement chose.
    """

    request: tuple[YearDay, YearDay] = ((9, 1), (10, 31))
    notice: YearDay | None = (2, 10)
    sittings: tuple[Sitting, ...] = ()
    rfp_after: str = "request"
    supplementary: tuple[str, ...] | None = None
    debt_obligation: bool = True
    zero_debt: bool = False
    choices: tuple[tuple[str, str], ...] = ()


SITTINGS = (
    Sitting("june", (6, 1), (6, 30), (4, 30)),
    Sitting("september", (9, 1), (9, 30), (7, 31)),
    Sitting("december", (12, 1), (12, 31), (10, 31)),
    Sitting("march", (3, 1), (3, 31), (1, 31), votes_budget=True),
)
"""The four sessions of the sample."""


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
    designated: date = date(2031, 3, 31)
    progress: dict[str, object] | None = None
    calendar: Calendar | None = None

    @property
    def planned_systems(self) -> tuple[Business, ...]:
        """Return the systems that apply."""
        return tuple(system for system in self.systems if system.applies)

    def cutover(self, system: Business) -> date:
        """Return the day wanted for a system, else the one that is chosen."""
        own = system.cutover or (None if system.designated else self.wanted)
        limit = system.deadline or self.deadline
        if system.designated is not None:
            limit = system.deadline or self.designated
            limit = min(system.designated[0] or limit, limit)
        return own or chosen_day(self.as_of, limit)

    def first_cutover(self, system: Business, ready: date) -> date:
        """Return the day of a system's cutover if all is ready on another."""
        planned = self.cutover(system)
        following = open_from(ready)
        return min(following, planned) if ready <= planned else following


class Business(NamedTuple):
    """A system; `designated` holds its planned completion, if it is one."""

    id: str
    units: tuple[Unit, ...] = ()
    assessment: str | None = None
    specification: str | None = None
    cutover: date | None = None
    deadline: date | None = None
    statutory: bool = True
    applies: bool = True
    designated: tuple[date | None] | None = None


def sources(town: Town) -> Sources:
    """Return the three files; JSON is YAML too."""
    return Sources(
        _source("systems.yaml", _systems_file(town)),
        _source("procedures.yaml", _procedures_file(town)),
        _source("schedule_template.yaml", _template_file(town)),
        progress=None
        if town.progress is None
        else _source("progress.yaml", {"schema": "stdmig.progress/1", **town.progress}),
    )


def read(town: Town) -> Inventory:
    """Return what the product reads in the town's files."""
    inventory, faults = load(sources(town))
    assert inventory is not None, faults
    return inventory


def network_of(town: Town) -> Network:
    """Return the town's tasks and links."""
    return expand(read(town), town.as_of)


def plan_of(town: Town) -> Plan:
    """Return the town's plan."""
    return schedule(network_of(town), town.as_of)


def _systems_file(town: Town) -> dict[str, object]:
    chosen = town.calendar.choices if town.calendar else ()
    return {
        "schema": "stdmig.systems/1",
        "municipality": {"name": "架空市"},
        "procurements": [{"id": name, "budget": way} for name, way in chosen],
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
        designated=None
        if system.designated is None
        else _known(completion=_day(system.designated[0])),
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
                role=item.role,
            )
            for item in town.items
        ],
        "cutover": {"after": list(town.before_cutover)},
    }


def _template_file(town: Town) -> dict[str, object]:
    year = town.calendar
    planning = _known(cutover=_day(town.wanted), durations=town.durations)
    file: dict[str, object] = {
        "schema": "stdmig.template/1",
        "deadline": town.deadline.isoformat(),
        "designated": town.designated.isoformat(),
        "planning": planning,
        "milestones": list(town.milestones),
    }
    if year is None:
        return file
    planning |= {
        "rfp_after": year.rfp_after,
        "budgets": _known(
            supplementary=None
            if year.supplementary is None
            else list(year.supplementary),
            debt_obligation=year.debt_obligation,
            zero_debt=year.zero_debt,
        ),
    }
    first, last = map(_year_day, year.request)
    notice = {"until": _year_day(year.notice)} if year.notice else None
    return file | {
        "budget": _known(request={"from": first, "until": last}, notice=notice),
        "council": {"sessions": [_sitting(each) for each in year.sittings]},
    }


def _sitting(each: Sitting) -> dict[str, object]:
    return _known(
        id=each.id,
        name=each.id,
        **{"from": _year_day(each.start)},
        until=_year_day(each.end),
        request_until=_year_day(each.closes) if each.closes else None,
        votes_budget=each.votes_budget,
    )


def _year_day(day: YearDay) -> str:
    return "{:02}-{:02}".format(*day)


def _known(**values: object) -> dict[str, object]:
    return {key: value for key, value in values.items() if value is not None}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _source(name: str, content: dict[str, object]) -> Source:
    return Source(name, json.dumps(content, ensure_ascii=False).encode())
