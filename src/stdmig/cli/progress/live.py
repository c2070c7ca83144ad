"""``stdmig progress live``."""

from __future__ import annotations

from typing import Annotated

import typer

from stdmig.cli.language import said
from stdmig.cli.options import DryRun, Lang, Workspace
from stdmig.cli.progress.options import Note, day_or_month
from stdmig.cli.progress.recorded import (
    end_unknown,
    finish_recording,
    tell_ahead,
)
from stdmig.cli.session import machine_style, workspace_or_end
from stdmig.cli.suggest import suggest_systems
from stdmig.inventory import System
from stdmig.inventory.recorded import TypedDay
from stdmig.words import text
from stdmig.workspace.record_progress import live_draft
from stdmig.workspace.task_names import UnknownName, named_system


def live(
    systems: Annotated[
        list[str],
        typer.Argument(
            metavar="SYSTEM",
            help=said(text("Systems, by their ids or names (juki).")),
            autocompletion=suggest_systems,
        ),
    ],
    *,
    since: Annotated[
        TypedDay,
        typer.Option(
            "--since",
            metavar="DATE",
            parser=day_or_month,
            help=said(text("First day of service (2026-01-05, R8.1.5, a month).")),
        ),
    ],
    note: Note = None,
    workspace: Workspace = None,
    dry_run: DryRun = False,
    lang: Lang = None,
) -> None:
    """Record the first day of service of systems."""
    sources, inventory = workspace_or_end(workspace)
    named = [named_system(inventory, each) for each in systems]
    if unknown := [each for each in named if isinstance(each, UnknownName)]:
        end_unknown(unknown)
    found = [each for each in named if isinstance(each, System)]
    style = machine_style(lang, inventory)
    made = live_draft(sources, found, since, note, style)
    finish_recording(made, workspace, dry_run=dry_run)
    if made.changes:
        tell_ahead(inventory, [since.period.first])
