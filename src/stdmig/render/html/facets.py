"""What a row of the page is about, so that a reader can narrow it (絞り込み)."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from stdmig.inventory import Installation
from stdmig.render.check.entry import Entry
from stdmig.render.html.pen import Pen
from stdmig.render.plan.page import PlanPage


class Choice(NamedTuple):
    """
    One thing to narrow the page to.

    Attributes
    ----------
    label
        As the reader knows it.
    units
        The numbers of its units, as ranges.
    """

    label: str
    units: str


class Place(NamedTuple):
    """A unit as far as it can be asked for; a system without units has one."""

    section: str | None
    system: str
    vendor: str | None


class Facets:
    """
    Numbers of units: a row names the units that it is about.

    Section, system and vendor of a unit are looked for together, so that a row is
    shown only where one and the same unit has all three.
    """

    def __init__(self, page: PlanPage) -> None:
        self.page = page
        self.places: list[Place] = []
        self._of_unit: dict[str, int] = {}
        self._of_system: dict[str, list[int]] = {}
        inventory = page.plan.inventory
        placed: dict[str, list[Installation]] = {}
        for each in inventory.installations:
            placed.setdefault(each.system.id, []).append(each)
        for system in page.plan.network.systems:
            for unit in placed.get(system.id, ()):
                self._of_unit[unit.id] = len(self.places)
                self._add(Place(unit.unit.section, system.id, unit.unit.vendor))
            if system.id not in placed:
                self._add(Place(None, system.id, None))

    def _add(self, place: Place) -> None:
        self._of_system.setdefault(place.system, []).append(len(self.places))
        self.places.append(place)

    def of_units(self, units: Iterable[Installation]) -> str:
        """Return what a row about some units carries."""
        return self._ranges({self._of_unit[each.id] for each in units})

    def of_systems(self, ids: Iterable[str]) -> str:
        """Return what a row about some systems carries."""
        found = (self._of_system.get(each, ()) for each in ids)
        return self._ranges({number for each in found for number in each})

    def of_tasks(self, places: Iterable[int]) -> str:
        """Return what a row about some tasks carries."""
        found: set[int] = set()
        for place in places:
            found.update(self._of_task(place))
        return self._ranges(found)

    def of_section(self, section: str | None) -> str:
        """Return what a row about a section carries."""
        own = (n for n, place in enumerate(self.places) if place.section == section)
        return self._ranges(set(own))

    def of_contract(self, name: str) -> str:
        """Return what a row about a contract carries; nothing if it has no units."""
        found = self._of_contract.get(name)
        return self._ranges(found) if found else ""

    def of_finding(self, entry: Entry) -> str:
        """Return what a finding carries: nothing where it is about the whole."""
        found: set[int] = set()
        for kind, names in entry.subject.items():
            for name in names.split(",") if kind.endswith("_systems") else [names]:
                found.update(self._named(kind, name))
        listed = entry.data.get("systems", ())
        if not found and isinstance(listed, (list, tuple)):
            for each in listed:
                found.update(self._of_system.get(str(each), ()))
        return self._ranges(found) if found else ""

    def choices(self, pen: Pen) -> tuple[tuple[Choice, ...], ...]:
        """Return the sections, the systems and the vendors to choose from."""
        titles = {each.id: each.title for each in self.page.plan.network.systems}
        wanted = self.page.systems
        kinds: tuple[dict[str, set[int]], ...] = ({}, {}, {})
        for number, place in enumerate(self.places):
            if wanted is not None and place.system not in wanted:
                continue
            for kind, name in zip(kinds, place, strict=True):
                if name is not None:
                    kind.setdefault(name, set()).add(number)
        sections, systems, vendors = (
            [(name, self._spelt(numbers)) for name, numbers in kind.items()]
            for kind in kinds
        )
        return (
            tuple(Choice(pen(name), units) for name, units in sections),
            tuple(Choice(pen(titles[name]), units) for name, units in systems),
            tuple(Choice(pen(name), units) for name, units in vendors),
        )

    def _of_task(self, place: int) -> Iterable[int]:
        task = self.page.plan.tasks[place]
        if task.installations:
            held = {self._of_unit[each.id] for each in task.installations}
            # A system without units walks along with the others.
            for system in task.systems:
                numbers = self._of_system[system.id]
                if self.places[numbers[0]].section is None:
                    held.update(numbers)
            return held
        return [n for each in task.systems for n in self._of_system[each.id]]

    def _named(self, kind: str, name: str) -> Iterable[int]:
        match kind:
            case "system" | "with" | "after":
                return self._of_system.get(name, ())
            case "first_systems" | "second_systems":
                return self._of_system.get(name, ())
            case "unit":
                number = self._of_unit.get(name)
                return () if number is None else (number,)
            case "contract":
                return self._of_contract.get(name, ())
            case "procurement":
                return self._of_procurement.get(name, ())
            case "package":
                return self._of_package.get(name, ())
            case "section":
                held = enumerate(self.places)
                return [number for number, place in held if place.section == name]
            case _:
                return ()

    @cached_property
    def _of_contract(self) -> dict[str, set[int]]:
        found: dict[str, set[int]] = {}
        for each in self.page.plan.inventory.agreements:
            numbers = {self._of_unit[unit.id] for unit in each.installations}
            found.setdefault(each.id, set()).update(numbers)
        return found

    @cached_property
    def _of_procurement(self) -> dict[str, set[int]]:
        found: dict[str, set[int]] = {}
        for each in self.page.plan.network.procurements.values():
            own = {self._of_unit[unit.id] for unit in each.installations}
            bare = {n for s in each.systems for n in self._of_system.get(s.id, ())}
            found[each.id] = own or bare
        return found

    @cached_property
    def _of_package(self) -> dict[str, set[int]]:
        found: dict[str, set[int]] = {}
        for each in self.page.plan.inventory.installations:
            if each.unit.package:
                number = self._of_unit[each.id]
                found.setdefault(each.unit.package, set()).add(number)
        return found

    def _ranges(self, numbers: set[int]) -> str:
        """Return numbers as ``0-3 7``; nothing where all are meant."""
        return "" if len(numbers) == len(self.places) else self._spelt(numbers)

    def _spelt(self, numbers: set[int]) -> str:
        if not numbers:
            return "-"
        held = sorted(numbers)
        starts = [held[0], *(b for a, b in pairwise(held) if b > a + 1)]
        ends = [*(a for a, b in pairwise(held) if b > a + 1), held[-1]]
        return " ".join(
            str(a) if a == b else f"{a}-{b}" for a, b in zip(starts, ends, strict=True)
        )
