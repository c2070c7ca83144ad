"""The units of a list, one for each system that a row is about (業務システム)."""

from __future__ import annotations

from typing import NamedTuple

from stdmig.intake.inventory_list.entry import Entry
from stdmig.intake.inventory_list.identifiers import (
    given_identifier,
    identifier,
    unique,
)
from stdmig.intake.inventory_list.inquiry import Inquiry
from stdmig.intake.inventory_list.known import Known, KnownUnit
from stdmig.intake.inventory_list.known_again import Sought, known_by_person
from stdmig.intake.inventory_list.periods import Span
from stdmig.intake.inventory_list.plain import folded
from stdmig.intake.question import Choice, Question
from stdmig.inventory import STATUTORY
from stdmig.inventory.draft import Value
from stdmig.inventory.quoted import quoted
from stdmig.words import Name, text


class Installed(NamedTuple):
    """
    A unit, with the rows that tell of it.

    Attributes
    ----------
    entries
        The row that names it, and others that turned out to be about the same unit.
    known
        The unit of the file that it is, or None where it is new.
    """

    system: str
    entries: tuple[Entry, ...]
    known: KnownUnit | None

    @property
    def section(self) -> str:
        """Return the section; empty where no row says it."""
        told = (str(each.unit.get("section") or "") for each in self.entries)
        return next(filter(None, told), self.known.unit.section if self.known else "")

    @property
    def name(self) -> str:
        """Return the name; empty where no row says it."""
        told = (str(each.unit.get("name") or "") for each in self.entries)
        return next(filter(None, told), "")


def install(entries: list[Entry], known: Known, inquiry: Inquiry) -> list[Installed]:
    """Return the units of all rows; rows about one unit are asked for and joined."""
    units: list[Installed] = []
    by_id = {
        (place, system): known.take_by_id(system, entry.row.words("unit.id"))
        for place, entry in enumerate(entries)
        for system in entry.systems
        if entry.says("unit.id")
    }
    for place, entry in enumerate(entries):
        for system in entry.systems:
            new = Installed(system, (entry,), by_id.get((place, system)))
            twin = _again(new, units) or _twin(new, units, inquiry)
            if twin is _LEFT_OUT:
                remark = text("this row was left out, as answered")
                inquiry.remark(entry.place, remark)
            elif twin is not None:
                joined = twin._replace(entries=(*twin.entries, entry))
                units[units.index(twin)] = joined
            else:
                units.append(new)
    units = [_recognised(unit, known) for unit in units]
    units = [_recognised_alone(unit, units, known) for unit in units]
    inquiry = inquiry.next_stage()
    waiting: set[str] = set()
    return [_recognised_by_person(unit, known, waiting, inquiry) for unit in units]


def _recognised(unit: Installed, known: Known) -> Installed:
    if unit.known or unit.entries[0].says("unit.id"):
        return unit
    return unit._replace(known=known.take(unit.system, unit.section, unit.name))


def _recognised_alone(
    unit: Installed, units: list[Installed], known: Known
) -> Installed:
    """Return a unit as the only one of its system that is left on both sides."""
    first = unit.entries[0]
    others = [each for each in units if each.system == unit.system]
    if unit.known or first.says("unit.id") or len(others) > 1:
        return unit
    return unit._replace(known=known.take_alone(unit.system))


def _recognised_by_person(
    unit: Installed, known: Known, waiting: set[str], inquiry: Inquiry
) -> Installed:
    """Return a unit as the person says, row by row: one takes a unit from the next."""
    first = unit.entries[0]
    if unit.known or first.says("unit.id") or first.table.ours:
        return unit
    if unit.system in waiting:
        return unit
    open_ = len(inquiry.questions)
    ref = first.table.ref(first.place)
    told = {
        key: next(filter(None, (str(e.unit.get(key) or "") for e in unit.entries)), "")
        for key in ("vendor", "package")
    }
    sought = Sought(
        unit.system,
        unit.section,
        told["vendor"],
        told["package"],
        first.place,
        f"{ref}.{unit.system}" if len(first.systems) > 1 else ref,
    )
    named = known_by_person(sought, known, inquiry)
    if len(inquiry.questions) > open_:
        waiting.add(unit.system)
    return unit._replace(known=named)


def _again(new: Installed, units: list[Installed]) -> Installed | None:
    """Return the unit that our own list repeats for its next contract."""
    entry = new.entries[0]
    for other in units:
        first = other.entries[0]
        if (
            entry.table.ours
            and first.table.number == entry.table.number
            and other.system == new.system
            and first.row.words("unit.id") == entry.row.words("unit.id")
            and _without_note(first) == _without_note(entry)
        ):
            return other
    return None


def _without_note(entry: Entry) -> dict[str, Value | None]:
    return {key: value for key, value in entry.unit.items() if key != "note"}


def _twin(new: Installed, units: list[Installed], inquiry: Inquiry) -> Installed | None:
    """Return the unit that a row is about a second time, if the person says so."""
    (second,) = new.entries
    if second.says("unit.id") or second.table.ours:
        return None
    for other in units:
        # Any row of a unit: what was joined to it must not change what is asked.
        alike = [first for first in other.entries if _may_be_same(first, second)]
        if other.system != new.system or not alike:
            continue
        question = _about_twins(new.system, alike[0], second)
        answer = inquiry.ask(question, second.place)
        if answer == "same":
            return other
        if answer == "skip":
            return _LEFT_OUT
    return None


_LEFT_OUT = Installed("", (), None)
"""What a row is taken for that is left out."""


def _about_twins(system: str, first: Entry, second: Entry) -> Question:
    same = first.spans == second.spans
    return Question(
        f"same.{second.table.ref(second.place)}",
        text(
            "{system} stands twice under {section}: '{first}' and '{second}'. One"
            " and the same system?",
            system=STATUTORY.get(system, Name(system)),
            section=quoted(second.unit.get("section") or "-"),
            first=_called(first),
            second=_called(second),
        ),
        (first.place, second.place),
        (
            Choice("same", text("yes, one system"))
            if same
            else Choice("same", text("yes, one system with two contracts in a row")),
            Choice("two", text("no, two systems")),
            *(() if same else (Choice("skip", text("not known: leave this row out")),)),
        ),
        "same" if same else None,
    )


def _called(entry: Entry) -> str:
    business = entry.row.words("system.name")
    name = entry.row.words("unit.name")
    return quoted(" ".join(filter(None, [business, name])) or "-")


def _may_be_same(first: Entry, second: Entry) -> bool:
    """Return whether nothing that both rows say tells them apart."""
    if first is second or _folded(first, "section") != _folded(second, "section"):
        return False
    for key in ("name", "vendor", "package"):
        one, two = _folded(first, key), _folded(second, key)
        if one and two and one != two:
            return False
    if first.contract_ids and second.contract_ids:
        return first.contract_ids == second.contract_ids
    return first.spans == second.spans or _run_on(first.spans, second.spans)


def _folded(entry: Entry, key: str) -> str:
    return folded(str(entry.unit.get(key) or ""))


def _run_on(one: tuple[Span, ...], other: tuple[Span, ...]) -> bool:
    """Return whether the days of two rows do not overlap."""
    if not one or not other:
        return True
    before, after = sorted((one, other), key=lambda spans: str(spans[0].start))
    end, start = before[-1].end, after[0].start
    return end is not None and start is not None and end < start


def unit_ids(units: list[Installed], known: Known) -> list[str | None]:
    """Return the id of each unit: the file's, the list's, or one made from both."""
    many: dict[str, int] = {}
    for unit in units:
        many[unit.system] = many.get(unit.system, 0) + (unit.known is None)
    for old in known.units:
        many[old.system] = many.get(old.system, 0) + 1
    taken = {old.id for old in known.units}
    ids: list[str | None] = []
    for unit in units:
        own = _id(unit, many[unit.system] > 1, taken)
        taken.add(own or unit.system)
        ids.append(own)
    return ids


def _id(unit: Installed, crowded: bool, taken: set[str]) -> str | None:
    if unit.known is not None:
        return unit.known.own
    given = given_identifier(unit.entries[0].row.words("unit.id"))
    if given:
        return unique(given, taken)
    if not crowded:
        return None
    wanted = f"{unit.system}-{identifier(unit.section, '')}".strip("-")
    return unique(wanted, taken | {unit.system})
