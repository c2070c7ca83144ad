"""Rows that may be about one and the same unit (業務システムの重複)."""

from __future__ import annotations

from stdmig.intake.inventory_list.day_reading import Span
from stdmig.intake.inventory_list.entry import Entry
from stdmig.intake.inventory_list.inquiry import Inquiry
from stdmig.intake.inventory_list.installed import Installed
from stdmig.intake.inventory_list.plain import folded
from stdmig.intake.question import Choice, Question
from stdmig.inventory import STATUTORY
from stdmig.inventory.draft import Value
from stdmig.inventory.quoted import quoted
from stdmig.words import Name, text


def repeated_at(new: Installed, units: list[Installed], near: list[int]) -> int | None:
    """Return the unit that our own list repeats for its next contract."""
    entry = new.entries[0]
    for place in near if entry.table.ours else ():
        first = units[place].entries[0]
        if _without_note(first) == _without_note(entry):
            return place
    return None


def _without_note(entry: Entry) -> dict[str, Value | None]:
    return {key: value for key, value in entry.unit.items() if key != "note"}


def twin_of(
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
            return LEFT_OUT
    return None


LEFT_OUT = -1
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
    if first is second or folded_value(first, "section") != folded_value(
        second, "section"
    ):
        return False
    for key in ("name", "vendor", "package"):
        one, two = folded_value(first, key), folded_value(second, key)
        if one and two and one != two:
            return False
    if first.contract_ids and second.contract_ids:
        return first.contract_ids == second.contract_ids
    return first.spans == second.spans or _run_on(first.spans, second.spans)


def folded_value(entry: Entry, key: str) -> str:
    """Return what a row says of its unit, as it is compared; empty where nothing."""
    return folded(str(entry.unit.get(key) or ""))


def _run_on(one: tuple[Span, ...], other: tuple[Span, ...]) -> bool:
    """Return whether the days of two rows do not overlap."""
    if not one or not other:
        return True
    before, after = sorted((one, other), key=lambda spans: str(spans[0].start))
    end, start = before[-1].end, after[0].start
    return end is not None and start is not None and end < start
