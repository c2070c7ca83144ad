"""What the planned dates are counted with, and who chose them (計画日の決め方)."""

from __future__ import annotations

from collections.abc import Iterator

from stdmig.inventory.template import Durations
from stdmig.schedule import Plan
from stdmig.words import Text, count, text

DURATIONS: dict[Durations, Text] = {
    "maximum": text("the longest durations"),
    "likely": text("the likely durations"),
    "minimum": text("the shortest durations"),
}


def planned_dates(plan: Plan) -> Iterator[Text]:
    """Yield what a reader must know of the planned dates, where they are not usual."""
    inventory = plan.inventory
    durations = DURATIONS[plan.planned_durations]
    if inventory.starts is None:
        if plan.planned_durations == "likely":
            yield text(
                "Planned dates: as late as {durations} allow", durations=durations
            )
        return
    yield count(
        "Planned dates: {n} start chosen in starts.yaml, all others as late as"
        " {durations} allow",
        "Planned dates: {n} starts chosen in starts.yaml, all others as late as"
        " {durations} allow",
        len(plan.chosen),
        durations=durations,
    )
    planning = inventory.template.planning
    written = "durations" in planning.model_fields_set
    if written and planning.durations != plan.planned_durations:
        yield text(
            "schedule_template.yaml says {durations}; for the planned dates starts.yaml"
            " counts",
            durations=DURATIONS[planning.durations],
        )


def planned_note(plan: Plan) -> Text | None:
    """Return the same in a few words, for a title; None where they are usual."""
    durations = DURATIONS[plan.planned_durations]
    if plan.inventory.starts is not None:
        return count(
            "{n} chosen start, {durations}",
            "{n} chosen starts, {durations}",
            len(plan.chosen),
            durations=durations,
        )
    return durations if plan.planned_durations == "likely" else None


def noted(title: Text, plan: Plan) -> Text:
    """Return a title with that note behind it, if there is one."""
    told = planned_note(plan)
    return text("{title} ({told})", title=title, told=told) if told else title
