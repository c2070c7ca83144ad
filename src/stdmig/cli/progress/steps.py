"""``stdmig progress steps``."""

from __future__ import annotations

import re
import unicodedata
from typing import Annotated, NamedTuple

import typer

from stdmig.cli.language import said
from stdmig.cli.options import DryRun, Lang, Workspace
from stdmig.cli.progress.options import Note, day_alone
from stdmig.cli.progress.recorded import (
    end_misused,
    end_unknown,
    finish_recording,
)
from stdmig.cli.session import machine_style, workspace_or_end
from stdmig.cli.suggest import suggest_systems
from stdmig.inventory.recorded import StepMarks, TypedDay
from stdmig.words import text
from stdmig.workspace.record_progress import steps_draft
from stdmig.workspace.task_names import UnknownName, named_system

_SPAN = re.compile(r"([0-9]{1,3})(?:-([0-9]{1,3}))?")
_MOST = 200
"""No table of steps is longer (`StepNumber`)."""


class Steps(NamedTuple):
    """Steps as an option names them."""

    numbers: tuple[int, ...] = ()


def _numbers(written: str) -> Steps:
    """Return the numbers of ``1-34,36``."""
    plain = unicodedata.normalize("NFKC", written)
    for dash in "\u2010\u2013\u2212\u30fc\u301c~":
        plain = plain.replace(dash, "-")
    found: list[int] = []
    for part in plain.replace("、", ",").split(","):
        match = _SPAN.fullmatch("".join(part.split()))
        first = int(match[1]) if match else 0
        last = int(match[2] or first) if match else 0
        if not 1 <= first <= last <= _MOST:
            message = text(
                "'{word}' names no steps; write them like 1-34,36", word=part.strip()
            )
            raise typer.BadParameter(said(message))
        found += range(first, last + 1)
    return Steps(tuple(dict.fromkeys(found)))


Done = Annotated[
    Steps | None,
    typer.Option(
        "--done",
        metavar="STEPS",
        parser=_numbers,
        help=said(text("Steps that are done: 1-34,36.")),
    ),
]
Started = Annotated[
    Steps | None,
    typer.Option(
        "--started",
        metavar="STEPS",
        parser=_numbers,
        help=said(text("Steps that are under way.")),
    ),
]
NotApplicable = Annotated[
    Steps | None,
    typer.Option(
        "--not-applicable",
        metavar="STEPS",
        parser=_numbers,
        help=said(text("Steps that do not apply.")),
    ),
]
NotStarted = Annotated[
    Steps | None,
    typer.Option(
        "--not-started",
        metavar="STEPS",
        parser=_numbers,
        help=said(text("Steps that are not begun after all.")),
    ),
]


def steps(
    system: Annotated[
        str,
        typer.Argument(
            metavar="SYSTEM",
            help=said(text("A system, by its id or name (juki).")),
            autocompletion=suggest_systems,
        ),
    ],
    done: Done = None,
    started: Started = None,
    not_applicable: NotApplicable = None,
    not_started: NotStarted = None,
    as_of: Annotated[
        TypedDay | None,
        typer.Option(
            "--as-of",
            metavar="DATE",
            parser=day_alone,
            help=said(text("Day on which this is so (2026-06-30, R8.6.30).")),
        ),
    ] = None,
    note: Note = None,
    workspace: Workspace = None,
    dry_run: DryRun = False,
    lang: Lang = None,
) -> None:
    """Record the state of steps of a system."""
    marks = StepMarks(
        (done or Steps()).numbers,
        (started or Steps()).numbers,
        (not_applicable or Steps()).numbers,
        (not_started or Steps()).numbers,
        as_of,
        note,
    )
    _refuse_unclear(marks)
    sources, inventory = workspace_or_end(workspace)
    found = named_system(inventory, system)
    if isinstance(found, UnknownName):
        end_unknown([found])
    style = machine_style(lang, inventory)
    made = steps_draft(sources, [(found, marks)], style)
    finish_recording(made, workspace, dry_run=dry_run)


def _refuse_unclear(marks: StepMarks) -> None:
    """Go on only if something is said, and of each step one thing."""
    if not any(marks[:4]) and marks.as_of is None and marks.note is None:
        end_misused(
            text("no step is named"),
            text(
                "name steps with --done, --started, --not-applicable or --not-started"
            ),
        )
    named = [step for steps in marks[:4] for step in steps]
    twice = sorted({step for step in named if named.count(step) > 1})
    if twice:
        end_misused(
            text("step {number} is named twice", number=twice[0]),
            text("a step is in one state only"),
        )
