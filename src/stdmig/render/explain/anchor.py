"""What fixes the far end of a chain, in words (起点の説明)."""

from __future__ import annotations

from datetime import date

from stdmig.inventory import System
from stdmig.render.explain.cutover import chosen_words
from stdmig.render.plan.planned_dates import DURATIONS
from stdmig.schedule import Plan, Reason
from stdmig.words import Text, text


def anchor_words(plan: Plan, anchor: Reason, system: System) -> Text:
    """Return what fixes the far end of a chain, as a sentence."""
    if anchor.kind == "wanted":
        if anchor.ref != system.id:
            return text(
                "the municipality wants this day for {system}",
                system=plan.cutover(anchor.ref).system.title,
            )
        return text("the municipality wants this day")
    if anchor.kind == "progress":
        live = anchor.ref == system.id
        return text("live since this day") if live else text("progress is recorded")
    if anchor.kind == "chosen":
        return _chosen_words(plan, plan.network.place_of[anchor.ref])
    if anchor.kind == "budget":
        return text("the money lapses after this day, the last of its fiscal year")
    if anchor.kind in ("blackout", "deadline", "completion"):
        # The page begins with why the day of this system was chosen.
        if anchor.ref in plan.cutover(system.id).together:
            return text("no day is wanted: the day that is chosen")
        other = plan.cutover(anchor.ref)
        why = chosen_words(plan, other)
        return text("{system}: {name}", system=other.system.title, name=why)
    if anchor.kind == "publication":
        group = plan.inventory.specifications[anchor.ref]
        return text("publication of the specifications of {group}", group=group.title)
    return text("the as-of date: nothing starts before it")


def _chosen_words(plan: Plan, place: int) -> Text:
    """Return where a start was chosen, and with which durations it is counted."""
    document, entry = plan.inventory.documents.starts, plan.chosen[place].entry
    where = document.locate(("starts", entry, "start")) if document else ""
    durations = DURATIONS[plan.planned_durations]
    day = date.fromordinal(plan.chosen[place].day)
    if day == plan.dates(place).planned_start:
        return text(
            "chosen in {place}, counted with {durations}",
            place=where,
            durations=durations,
        )
    return text(
        "chosen in {place}, counted with {durations}; moved into the window for"
        " requests",
        place=where,
        durations=durations,
    )
