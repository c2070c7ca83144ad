"""A chosen start that the other dates leave no room for (守れない着手日)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from stdmig.dates import shown
from stdmig.diagnostics import Severity
from stdmig.inventory import Document
from stdmig.rules.example import Example
from stdmig.rules.hit import Hit
from stdmig.rules.rule import Context, Rule
from stdmig.schedule import Obstacle, Plan, UnkeptStart, unkept_starts
from stdmig.words import Text, text


def chosen_start_impossible(context: Context) -> Iterator[Hit]:
    """Yield the starts of ``starts.yaml`` that cannot be kept, or that nobody has."""
    document = context.inventory.documents.starts
    if document is None:
        return
    yield from _unknown(context, document)
    for each in unkept_starts(context.plan):
        yield _hit(context.plan, each, document)


def _unknown(context: Context, document: Document) -> Iterator[Hit]:
    """Yield the entries whose task does not happen here; no id stands there twice."""
    file = context.inventory.starts
    for place, each in enumerate(file.starts if file else ()):
        if each.task not in context.plan.network.place_of:
            yield Hit(
                {"task": each.task},
                text("no task of this plan has the id '{id}'", id=each.task),
                document.locate(("starts", place, "task")),
                {
                    "start": each.start.isoformat(),
                    "possible": None,
                    "against": [],
                    "systems": [],
                },
                details=(text("its chosen start counts for nothing"),),
                help=text(
                    "correct the id, or take the entry out; stdmig plan --format csv"
                    " lists the ids"
                ),
            )


def _hit(plan: Plan, unkept: UnkeptStart, document: Document) -> Hit:
    task = plan.tasks[unkept.place]
    first, *others = (_words(plan, each) for each in unkept.obstacles)
    return Hit(
        {"task": task.id},
        _fact(task.title, unkept, first),
        document.locate(("starts", unkept.entry, "start")),
        {
            "start": unkept.start.isoformat(),
            "possible": unkept.possible.isoformat() if unkept.possible else None,
            "against": [_against(plan, each) for each in unkept.obstacles],
            "systems": [system.id for system in task.systems],
        },
        details=tuple(others),
    )


def _fact(name: Text, unkept: UnkeptStart, why: Text) -> Text:
    if unkept.possible is None:
        return text(
            "{task}: the chosen start {day} cannot be kept: {why}; beside the other"
            " planned dates no day is possible",
            task=name,
            day=shown(unkept.start),
            why=why,
        )
    return text(
        "{task}: the chosen start {day} cannot be kept: {why}; {possible} would be"
        " possible",
        task=name,
        day=shown(unkept.start),
        why=why,
        possible=shown(unkept.possible),
    )


def _words(plan: Plan, obstacle: Obstacle) -> Text:
    day, place = shown(obstacle.day), obstacle.place or 0
    match obstacle.kind:
        case "as_of":
            return text("it lies before the as-of date {day}", day=day)
        case "publication":
            return text(
                "it has to wait for the publication of its specification until {day}",
                day=day,
            )
        case "predecessor":
            return text(
                "it has to wait for {task} until {day}",
                task=plan.tasks[place].title,
                day=day,
            )
        case "early":
            return text(
                "counted from the as-of date it cannot start before {day}", day=day
            )
        case "window":
            return text(
                "it lies outside the window for requests, and is planned from {day} on",
                day=day,
            )
        case "money":
            return text(
                "the money lapses after {day}, before the work on the contract begins",
                day=day,
            )
        case "successor":
            return text(
                "it ends too late for {task}, which is to start on {day}",
                task=plan.tasks[place].title,
                day=day,
            )
        case "cutover":
            return text(
                "it ends too late for the cutover of {system} on {day}",
                system=plan.network.systems[place].title,
                day=day,
            )


def _against(plan: Plan, obstacle: Obstacle) -> dict[str, Any]:
    place = obstacle.place
    if place is None:
        name = None
    elif obstacle.kind == "cutover":
        name = plan.network.systems[place].id
    else:
        name = plan.tasks[place].id
    return {"kind": obstacle.kind, "ref": name, "date": obstacle.day.isoformat()}


RULE = Rule(
    code="STD405",
    name="chosen-start-impossible",
    severity=Severity.WARNING,
    subjects=(("task",),),
    title=text("a chosen start cannot be kept"),
    help=text(
        "choose another start in starts.yaml, take the entry out, or spread the work"
        " anew with stdmig level"
    ),
    why=text(
        "All outputs show the starts of starts.yaml, as they were chosen. The plan"
        " goes on: work is done, a vendor slips, a cutover moves. A start that"
        " was possible once may then lie before the work it waits for, or too late"
        " for what comes after it, and nobody would see it in the chart."
    ),
    example=Example(
        """\
starts:
  - {task: "1", start: 2021-04-01}   # {remark}
""",
        text("as of 2021-10-01"),
    ),
    run=chosen_start_impossible,
)
