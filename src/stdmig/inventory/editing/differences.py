"""In what a draft differs from systems.yaml, step by step (下書きとの差)."""

from __future__ import annotations

from collections.abc import Iterator

from stdmig.inventory.contracts import Contract
from stdmig.inventory.document import Document, Path
from stdmig.inventory.draft import (
    Draft,
    DraftContract,
    DraftDesignation,
    DraftSystem,
    DraftUnit,
    Values,
)
from stdmig.inventory.draft_of import inline_contracts, units_of
from stdmig.inventory.editing.additions import New, added, added_systems
from stdmig.inventory.editing.change import Change
from stdmig.inventory.editing.contract_row import row_step
from stdmig.inventory.editing.designation import new_designation
from stdmig.inventory.editing.node import Node
from stdmig.inventory.editing.removals import Placed, kept_id_steps, removal_steps
from stdmig.inventory.editing.step import Step, refused
from stdmig.inventory.editing.values import DayStyle, Subject, at, days_of, value_steps
from stdmig.inventory.statutory import STATUTORY
from stdmig.inventory.systems import SystemsFile
from stdmig.inventory.writing.entries import (
    contract_entry,
    system_entry,
    systems_of,
    unit_entry,
)
from stdmig.words import Name, Style, text


class Differences:
    """
    A file and a draft held against each other.

    Parameters
    ----------
    document, file
        What the file says, with places and typed.
    root
        Its text as a tree.
    style
        How days are written where the file has none.
    """

    def __init__(
        self, document: Document, file: SystemsFile, root: Node, style: Style
    ) -> None:
        self._document = document
        self._file = file
        self._root = root
        self._systems = {each.id: place for place, each in enumerate(file.systems)}
        self._units = [
            Placed(path, own, unit, name, self._title(name, unit.section))
            for path, own, unit in units_of(file)
            for name in (file.systems[path[1]].id,)
        ]
        self._of_system: dict[str, list[Placed]] = {}
        self._by_id: dict[tuple[str, str], list[Placed]] = {}
        for placed in self._units:
            self._of_system.setdefault(placed.system, []).append(placed)
            self._by_id.setdefault((placed.system, placed.own), []).append(placed)
        self._contracts: dict[str, tuple[Path, Contract]] = {
            name: (path, contract) for name, path, contract in inline_contracts(file)
        }
        for place, contract in enumerate(file.contracts):
            if contract.id is not None:
                self._contracts[contract.id] = (("contracts", place), contract)
        # The contract that stands last is the neighbour of a new one.
        held = [at(document, path) for path, _ in self._contracts.values()][::-1]
        held += [at(document, ("systems", place)) for place in self._systems.values()]
        days = days_of(held, ("end", "start", "deadline", "cutover"))
        self._day_style = DayStyle(style, tuple(days[:1]))

    def steps(self, draft: Draft, removed: frozenset[str]) -> Iterator[Step]:
        """Yield what must be done so that the file says what the draft does."""
        municipality = self._file.municipality
        subject = Subject(
            "municipality", municipality.title, ("municipality",), municipality
        )
        yield from self._values(subject, draft.municipality)
        yield from self._contract_steps(draft.contracts)
        units: dict[str, list[DraftUnit]] = {}
        for unit in draft.units:
            units.setdefault(unit.system, []).append(unit)
        known = [each for each in draft.systems if each.id in self._systems]
        for system in known:
            yield from self._system_steps(system)
        for each in draft.designated or ():
            if each.system in self._systems:
                yield from self._designation_steps(each)
        for name, mine in units.items():
            if name in self._systems:
                yield from self._unit_steps(name, mine)
        yield from removal_steps(self._document, self._units, removed)
        joining = [unit.system for unit in draft.units if not self._found(unit)]
        moved = {
            placed.own: str(unit.values["section"]).strip()
            for unit in draft.units
            if unit.values.get("section")
            for placed in self._found(unit)
        }
        yield from kept_id_steps(self._document, self._units, removed, joining, moved)
        yield from self._new_systems(draft, units)

    def _values(self, subject: Subject, values: Values) -> Iterator[Step]:
        yield from value_steps(self._document, subject, values, self._day_style)

    def _contract_steps(self, contracts: tuple[DraftContract, ...]) -> Iterator[Step]:
        new: dict[str, DraftContract] = {}
        for contract in contracts:
            if contract.id in self._contracts:
                path, typed = self._contracts[contract.id]
                title = Name(typed.name or contract.id)
                subject = Subject("contract", title, path, typed)
                yield from self._values(subject, contract.values)
                continue
            earlier = new[contract.id].values if contract.id in new else {}
            merged = {**earlier, **contract.values}
            new[contract.id] = DraftContract(contract.id, merged)
        news = []
        for each in new.values():
            entry = contract_entry(each, self._day_style.spell)
            title = Name(str(entry.data.get("name", each.id)))
            news.append(New(each.id, title, entry))
        yield from added(self._document, (), "contracts", "file", news)

    def _system_steps(self, system: DraftSystem) -> Iterator[Step]:
        place = self._systems[system.id]
        typed = self._file.systems[place]
        names = STATUTORY.get(system.id)
        known = {"name": names.ja, "name_en": names.en} if names else {}
        subject = Subject("system", typed.title, ("systems", place), typed, known)
        yield from self._values(subject, system.values)

    def _designation_steps(self, designation: DraftDesignation) -> Iterator[Step]:
        """Yield what makes a system a designated one; none ceases to be one here."""
        place = self._systems[designation.system]
        system = self._file.systems[place]
        path: Path = ("systems", place)
        if system.designated is not None:
            here = (*path, "designated")
            subject = Subject("designated", system.title, here, system.designated)
            yield from self._values(subject, designation.values)
            return
        yield new_designation(
            self._document, system, path, designation, self._day_style
        )

    def _unit_steps(self, system: str, units: list[DraftUnit]) -> Iterator[Step]:
        path: Path = ("systems", self._systems[system])
        remark = None
        if not self._file.systems[self._systems[system]].applies:
            remark = text("the file says that this system does not apply")
        new: list[New] = []
        for unit in units:
            found = self._found(unit)
            title = self._title(system, str(unit.values.get("section") or ""))
            if len(found) > 1:
                here = (*path, "units")
                where = self._document.locate(here)
                change = Change(here, title, None, None, unit.id, where)
                why = text("several of its units could be meant; give its id")
                yield refused(change, why)
            elif found:
                yield from self._unit_values(found[0], unit)
            else:
                entry = unit_entry(unit, self._day_style.spell)
                new.append(New(unit.id or system, title, entry, remark))
        yield from added(self._document, path, "units", "system", new)

    def _unit_values(self, placed: Placed, unit: DraftUnit) -> Iterator[Step]:
        subject = Subject("unit", placed.title, placed.path, placed.unit)
        yield from self._values(subject, unit.values)
        if unit.contracts is not None:
            node = self._node((*placed.path, "contract"))
            step = row_step(self._document, placed, unit.contracts, node)
            if step is not None:
                yield step

    def _new_systems(
        self, draft: Draft, units: dict[str, list[DraftUnit]]
    ) -> Iterator[Step]:
        news = []
        for system in systems_of(draft.systems, draft.units):
            if system.id not in self._systems:
                mine = units.get(system.id, [])
                entry = system_entry(system, mine, self._day_style.spell)
                title = Name(str(entry.data.get("name", system.id)))
                news.append(New(system.id, title, entry))
        yield from added_systems(self._document, self._file, news)

    def _found(self, unit: DraftUnit) -> list[Placed]:
        """Return the units of the file that a unit of the draft may be."""
        if unit.id is not None:
            return self._by_id.get((unit.system, unit.id), [])
        mine = self._of_system.get(unit.system, [])
        section = unit.values.get("section")
        same = [each for each in mine if each.unit.section == section]
        return same if len(mine) > 1 and len(same) == 1 else mine

    def _title(self, system: str, section: str) -> Name:
        place = self._systems.get(system)
        title = STATUTORY.get(system, Name(system))
        if place is not None:
            title = self._file.systems[place].title
        if not section:
            return title
        return Name(f"{title.ja}（{section}）", f"{title.en or title.ja} ({section})")

    def _node(self, path: Path) -> Node | None:
        node: Node | None = self._root
        for part in path:
            if node is not None and not (part == 0 and node.pairs is not None):
                node = node.child(part)
        return node
