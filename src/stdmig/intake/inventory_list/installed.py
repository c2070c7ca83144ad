"""The units of a list, one for each system that a row is about (業務システム)."""

from __future__ import annotations

from collections import Counter
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
    alike: dict[_Key, list[int]] = {}
    by_id = _by_id(entries, known)
    for place, entry in enumerate(entries):
        for system in entry.systems:
            new = Installed(system, (entry,), by_id.get((place, system)))
            again, same = (alike.setdefault(key, []) for key in _keys(new))
            twin = _again(new, units, again)
            if twin is None:
                twin = _twin(new, units, same, inquiry)
            if twin == _LEFT_OUT:
                remark = text("this row was left out, as answered")
                inquiry.remark(entry.place, remark)
            elif twin is not None:
                joined = (*units[twin].entries, entry)
                units[twin] = units[twin]._replace(entries=joined)
            else:
                for near in (again, same):
                    near.append(len(units))
                units.append(new)
    units = [_recognised(unit, known) for unit in units]
    many = Counter(unit.system for unit in units)
    units = [
        unit if many[unit.system] > 1 else _recognised_alone(unit, known)
        for unit in units
    ]
    inquiry = inquiry.next_stage()
    waiting: set[str] = set()
    return [_recognised_by_person(unit, known, waiting, inquiry) for unit in units]


_Key = tuple[str, ...]


def _keys(unit: Installed) -> tuple[_Key, _Key]:
    """
    Return what rows about one unit have in common, and few others.

    The first is that of our own list, which repeats ids; the second that of others.
    """
    entry, system = unit.entries[0], unit.system
    own = ("id", str(entry.table.number), system, entry.row.words("unit.id"))
    return own, ("section", system, _folded(entry, "section"))


def _by_id(
    entries: list[Entry], known: Known
) -> dict[tuple[int, str], KnownUnit | None]:
    """
    Return the units of the file that rows name by their ids.

    An id that the file does not have may be what a unit went by before a valid one was
    written out; ids that the file has come first.
    """
    named = [
        (place, system, entry.row.words("unit.id"))
        for place, entry in enumerate(entries)
        for system in entry.systems
        if entry.says("unit.id")
    ]
    found = {
        (place, system): known.take_by_id(system, own) for place, system, own in named
    }
    for place, system, own in named:
        if found[place, system] is None:
            made = given_identifier(own)
            found[place, system] = known.take_by_id(system, made)
    return found


def _recognised(unit: Installed, known: Known) -> Installed:
    if unit.known or unit.entries[0].says("unit.id"):
        return unit
    return unit._replace(known=known.take(unit.system, unit.section, unit.name))


def _recognised_alone(unit: Installed, known: Known) -> Installed:
    """Return the only unit of its system as the only one that the file has of it."""
    first = unit.entries[0]
    if unit.known or first.says("unit.id"):
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


def _again(new: Installed, units: list[Installed], near: list[int]) -> int | None:
    """Return the unit that our own list repeats for its next contract."""
    entry = new.entries[0]
    for place in near if entry.table.ours else ():
        first = units[place].entries[0]
        if _without_note(first) == _without_note(entry):
            return place
    return None


def _without_note(entry: Entry) -> dict[str, Value | None]:
    return {key: value for key, value in entry.unit.items() if key != "note"}


def _twin(
    new: Installed, units: list[Installed], near: list[int], inquiry: Inquiry
) -> int | None:
    """Return the unit that a row is about a second time, if the person says so."""
    (second,) = new.entries
    if second.says("unit.id") or second.table.ours:
        return None
    for place in near:
        # Any row of a unit: what was joined to it must not change what is asked.
        rows = units[place].entries
        alike = [first for first in rows if _may_be_same(first, second)]
        if not alike:
            continue
        question = _about_twins(new.system, alike[0], second)
        answer = inquiry.ask(question, second.place)
        if answer == "same":
            return place
        if answer == "skip":
            return _LEFT_OUT
    return None


_LEFT_OUT = -1
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
    # Also what a unit whose id cannot be written may come to be called.
    taken = {name for old in known.units for name in (old.id, given_identifier(old.id))}
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
