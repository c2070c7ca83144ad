"""The units of a list, one for each system of a row (業務システムの取りまとめ)."""

from __future__ import annotations

from collections import Counter

from stdmig.intake.inventory_list.entry import Entry
from stdmig.intake.inventory_list.identifiers import given_identifier
from stdmig.intake.inventory_list.inquiry import Inquiry
from stdmig.intake.inventory_list.installed import Installed
from stdmig.intake.inventory_list.known import Known, KnownUnit
from stdmig.intake.inventory_list.known_again import Sought, known_by_person
from stdmig.intake.inventory_list.twins import (
    LEFT_OUT,
    folded_value,
    repeated_at,
    twin_of,
)
from stdmig.words import text


def install(entries: list[Entry], known: Known, inquiry: Inquiry) -> list[Installed]:
    """Return the units of all rows; rows about one unit are asked for and joined."""
    units: list[Installed] = []
    alike: dict[_Key, list[int]] = {}
    by_id = _by_id(entries, known)
    for place, entry in enumerate(entries):
        for system in entry.systems:
            new = Installed(system, (entry,), by_id.get((place, system)))
            again, same = (alike.setdefault(key, []) for key in _keys(new))
            twin = repeated_at(new, units, again)
            if twin is None:
                twin = twin_of(new, units, same, inquiry)
            if twin == LEFT_OUT:
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
    return own, ("section", system, folded_value(entry, "section"))


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
