"""Systems that the municipality does not have, and those that the list lacks (該当)."""

from __future__ import annotations

import re

from stdmig.diagnostics import Location
from stdmig.intake.inventory_list.entry import Entry
from stdmig.intake.inventory_list.inquiry import Inquiry, several_of
from stdmig.intake.inventory_list.spans import NOT_KNOWN
from stdmig.intake.question import Choice, Question
from stdmig.inventory import STATUTORY
from stdmig.inventory.draft import DraftSystem
from stdmig.inventory.quoted import quoted
from stdmig.words import Name, text

_NONE_HERE = re.compile(
    r"なし|無し|実施していない|未実施|対象外|該当し?ない|非該当|[都道府県]が|[都道府県]で"
    r"|広域|組合|未設置|置いていない"
)


def does_not_apply(entry: Entry, inquiry: Inquiry) -> DraftSystem | None:
    """Return the system of a row if the municipality does not have it, or None."""
    ours = entry.table.ours and entry.has_unit
    if len(entry.systems) != 1 or entry.beyond or ours:
        return None
    system = entry.systems[0]
    note = str(entry.unit.get("note") or "")
    if entry.system.get("applies") is False:
        reason = str(entry.system.get("reason") or note) or _reason(
            system, entry.place, inquiry
        )
        return _absent(system, reason, entry)
    absent = entry.row.absent
    if entry.table.ours or not entry.is_bare or entry.row.by_hand is not None:
        return None
    if not _NONE_HERE.search(note):
        if absent is None:
            return None
        note = absent.words
    question = _about_absence(entry, system, note)
    if inquiry.ask(question, entry.place) != "no":
        return None
    return _absent(system, note, entry)


def _about_absence(entry: Entry, system: str, reason: str) -> Question:
    noted = reason == entry.unit.get("note")
    name = STATUTORY.get(system, Name(system))
    return Question(
        f"applies.{entry.table.ref(entry.place)}",
        text(
            "{system} has no package, vendor or contract, and the note '{note}'. Does"
            " the municipality have it?",
            system=name,
            note=quoted(reason),
        )
        if noted
        else text(
            "{system} has no package, vendor or contract; its row says '{reason}'."
            " Does the municipality have it?",
            system=name,
            reason=quoted(reason),
        ),
        (entry.place,),
        (
            Choice("no", text("no; the reason: {reason}", reason=quoted(reason))),
            Choice("yes", text("yes; the rest is not known yet")),
        ),
        "no",
    )


def _absent(system: str, reason: str | None, entry: Entry) -> DraftSystem | None:
    if not reason:
        return None
    return DraftSystem(system, {**entry.system, "applies": False, "reason": reason})


def _reason(system: str, place: Location, inquiry: Inquiry) -> str | None:
    question = Question(
        f"reason.{system}",
        text(
            "Why does the municipality not have {system}? ({none} where it is not"
            " known)",
            system=STATUTORY.get(system, Name(system)),
            none=NOT_KNOWN,
        ),
        (place,),
        (),
        "福祉事務所を設置していないため" if system == "seiho" else None,
    )
    answer = inquiry.ask(question, place, lambda answer: 0 < len(answer) <= 1000)
    if answer != NOT_KNOWN:
        return answer
    remark = text(
        "{system} stays listed without a unit: nothing says why it would not apply",
        system=STATUTORY.get(system, Name(system)),
    )
    inquiry.remark(place, remark)
    return None


def systems_not_listed(
    told: set[str], place: Location, inquiry: Inquiry
) -> tuple[DraftSystem, ...]:
    """Return the systems of the law that no row tells of, after asking about them."""
    missing = [key for key in STATUTORY if key not in told]
    if not missing:
        return ()
    question = Question(
        "missing",
        text(
            "Not in the list are {n} of the 20 systems. Which of them does the"
            " municipality not have at all? (The others are listed without a unit.)",
            n=len(missing),
        ),
        (place,),
        (
            *(Choice(key, STATUTORY[key]) for key in missing),
            Choice("none", text("it has all of them")),
        ),
        "none",
        several=True,
    )
    answer = inquiry.ask(question, place)
    if answer is None:
        return ()
    absent = set(several_of(answer))
    systems = []
    for key in missing:
        if key not in absent:
            systems.append(DraftSystem(key, {}))
            continue
        reason = _reason(key, place, inquiry)
        if reason:
            systems.append(DraftSystem(key, {"applies": False, "reason": reason}))
        elif not inquiry.questions:
            systems.append(DraftSystem(key, {}))
    return tuple(systems)
