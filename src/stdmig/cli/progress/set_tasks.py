"""``stdmig progress set``."""

from __future__ import annotations

from typing import Annotated

import typer

from stdmig.cli.language import said
from stdmig.cli.messages import complain, tell
from stdmig.cli.nearest import known_here, nearest
from stdmig.cli.options import DryRun, Lang, Workspace
from stdmig.cli.progress.options import (
    Note,
    day_or_month,
    months,
    percentage,
)
from stdmig.cli.progress.recorded import (
    end_misused,
    end_unknown,
    finish_recording,
    tell_ahead,
)
from stdmig.cli.session import machine_style, workspace_or_end
from stdmig.cli.suggest import suggest_items, suggest_systems
from stdmig.inventory import Inventory
from stdmig.inventory.progress import OWN_KEYS, Status
from stdmig.inventory.recorded import TaskRecord, TaskSubject, TypedDay
from stdmig.inventory.status_words import STATUS_NAMES, known_words, status_of
from stdmig.words import Text, listing, text
from stdmig.workspace.record_progress import own_entries, tasks_draft
from stdmig.workspace.task_names import (
    Named,
    UnknownName,
    named_item,
    named_task,
    subjects_of,
)

Started = Annotated[
    TypedDay | None,
    typer.Option(
        "--start",
        metavar="DATE",
        parser=day_or_month,
        help=said(text("First day of the work (2026-06-01, R8.6.1, a month).")),
    ),
]
Finished = Annotated[
    TypedDay | None,
    typer.Option(
        "--finish",
        metavar="DATE",
        parser=day_or_month,
        help=said(text("Last day of the work, where it is done.")),
    ),
]
Percent = Annotated[
    int | None,
    typer.Option(
        "--percent",
        parser=percentage,
        metavar="NUMBER",
        help=said(
            text("How much is done, where it is under way; no date follows from it.")
        ),
    ),
]
Remaining = Annotated[
    int | None,
    typer.Option(
        "--remaining",
        parser=months,
        metavar="MONTHS",
        help=said(text("Months that are left from the as-of date on.")),
    ),
]
Item = Annotated[
    str | None,
    typer.Option(
        "--item",
        metavar="ITEM",
        help=said(text("All tasks of a work item, by its number, id or name.")),
        autocompletion=suggest_items,
    ),
]
OfSystem = Annotated[
    list[str] | None,
    typer.Option(
        "--system",
        metavar="SYSTEM",
        help=said(text("With --item: its tasks for this system only.")),
        autocompletion=suggest_systems,
    ),
]


def _statuses(incomplete: str) -> list[str]:
    return [word for word in known_words() if word.startswith(incomplete)]


def set_tasks(
    tasks: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="TASK",
            show_default=False,
            help=said(text("Ids of tasks, as the plan shows them (8@midori).")),
        ),
    ] = None,
    *,
    status: Annotated[
        str,
        typer.Argument(
            metavar="STATUS",
            help=said(text("done, started, not_started or not_applicable.")),
            autocompletion=_statuses,
        ),
    ],
    item: Item = None,
    system: OfSystem = None,
    start: Started = None,
    finish: Finished = None,
    percent: Percent = None,
    remaining: Remaining = None,
    note: Note = None,
    workspace: Workspace = None,
    dry_run: DryRun = False,
    lang: Lang = None,
) -> None:
    """Record the state of tasks."""
    known = _status_or_end(status, tasks or [])
    record = TaskRecord(known, start, finish, remaining, percent, note)
    _refuse_idle(record)
    if not tasks and item is None:
        end_misused(
            text("no task is named"),
            text("name tasks before the status, or a work item with --item"),
        )
    if system and item is None:
        end_misused(text("--system goes with --item; a task names its own"))
    sources, inventory = workspace_or_end(workspace)
    subjects = _subjects_or_end(inventory, tasks or [], item, system or [])
    style = machine_style(lang, inventory)
    made = tasks_draft(sources, inventory, subjects, record, style)
    finish_recording(made, workspace, dry_run=dry_run)
    if made.changes:
        tell_ahead(
            inventory,
            [start and start.period.first, finish and finish.period.last],
        )
    if made.after is not None and (own := own_entries(inventory, subjects)):
        tell(
            text(
                "these tasks have entries of their own, which stay as they are:"
                " {tasks}",
                tasks=listing(own),
            )
        )


def _status_or_end(word: str, tasks: list[str]) -> Status:
    known = status_of(word)
    is_misplaced = "@" in word or any(status_of(each) for each in tasks)
    if known is None:
        end_misused(
            text("'{word}' is no status", word=word),
            *nearest(word, known_words()),
            known_here(known_words()),
            *(
                [text("the status comes last, behind the tasks")]
                if is_misplaced
                else []
            ),
        )
    return known


_OPTIONS = {
    "start": "--start",
    "finish": "--finish",
    "remaining_months": "--remaining",
    "percent": "--percent",
}


def _refuse_idle(record: TaskRecord) -> None:
    """Go on only if every value says something beside the status."""
    idle: list[Text] = []
    for key, option in _OPTIONS.items():
        if getattr(record, key) is not None and key not in OWN_KEYS[record.status]:
            fitting = [
                name for each, name in STATUS_NAMES.items() if key in OWN_KEYS[each]
            ]
            idle.append(
                text(
                    "{option} goes with {statuses}, not with {status}",
                    option=option,
                    statuses=listing(fitting),
                    status=STATUS_NAMES[record.status],
                )
            )
    for each in idle[:-1]:
        complain(each)
    if idle:
        end_misused(idle[-1])


def _subjects_or_end(
    inventory: Inventory, tasks: list[str], item: str | None, systems: list[str]
) -> list[TaskSubject]:
    known = subjects_of(inventory)
    named: list[Named] = [named_task(inventory, known, each) for each in tasks]
    if item is not None:
        named += named_item(inventory, known, item, systems)
    if unknown := [each for each in named if isinstance(each, UnknownName)]:
        end_unknown(unknown)
    return [each for each in named if isinstance(each, TaskSubject)]
