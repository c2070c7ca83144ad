"""``stdmig baseline save``."""

from __future__ import annotations

from typing import Annotated

import typer

from stdmig.cli.clock import today
from stdmig.cli.language import said
from stdmig.cli.options import AsOf, DatesOption, DryRun, Lang, Workspace
from stdmig.cli.progress.options import Note
from stdmig.cli.progress.recorded import end_misused, finish
from stdmig.cli.screen import screen
from stdmig.cli.session import machine_style, tell_circumstances, workspace_or_end
from stdmig.inventory.made_id import is_identifier
from stdmig.words import text
from stdmig.workspace import plan_workspace
from stdmig.workspace.keep_plan import (
    free_id,
    kept_draft,
    plan_to_keep,
    usual_id,
)


def save(
    id: Annotated[
        str | None,
        typer.Option(
            "--id",
            metavar="ID",
            help=said(text("What the plan is called; else its as-of date.")),
        ),
    ] = None,
    note: Note = None,
    workspace: Workspace = None,
    as_of: AsOf = None,
    dry_run: DryRun = False,
    lang: Lang = None,
    dates: DatesOption = None,
) -> None:
    """Put the plan at the end of baselines.yaml."""
    # Imported here, so that no other command waits for it.
    from stdmig.render.kept_plans import kept_text

    if id is not None and not is_identifier(id):
        end_misused(
            text(
                "'{id}' cannot be an id: no spaces and none of @ : , are allowed, and"
                " at most 100 characters",
                id=id,
            )
        )
    sources, inventory = workspace_or_end(workspace)
    planned = plan_workspace(inventory, as_of, today())
    tell_circumstances(planned)
    style = machine_style(lang, inventory)
    wanted = id or usual_id(planned.plan.as_of, style)
    free = free_id(inventory, wanted)
    if free != wanted:
        end_misused(
            text("a plan '{id}' is kept already, and is never changed", id=wanted),
            text("keep this one under another id, such as --id {id}", id=free),
        )
    kept = plan_to_keep(planned.plan, wanted, note)
    made = kept_draft(sources, kept, style)
    told = kept_text(made.path.as_posix(), kept, screen())
    finish(made, told, workspace, dry_run=dry_run)
