"""``stdmig baseline list``."""

from __future__ import annotations

from stdmig.cli.language import said
from stdmig.cli.messages import tell
from stdmig.cli.next_steps import workspace_option
from stdmig.cli.options import DatesOption, Force, Lang, Output, Workspace
from stdmig.cli.output import emit, emit_lines
from stdmig.cli.screen import screen
from stdmig.cli.session import workspace_or_end
from stdmig.words import text
from stdmig.workspace.keep_plan import kept_plans


def list_kept(
    workspace: Workspace = None,
    output: Output = None,
    force: Force = False,
    lang: Lang = None,
    dates: DatesOption = None,
) -> None:
    """Show the kept plans."""
    # Imported here, so that no other command waits for it.
    from stdmig.render.kept_plans import kept_plans_text

    _, inventory = workspace_or_end(workspace)
    plans = kept_plans(inventory)
    if plans:
        emit(kept_plans_text(plans, screen(output)), output, force=force)
        return
    emit_lines(said(text("No plan is kept yet.")), output=output, force=force)
    tell(
        text(
            "keep one with: {command}",
            command=f"stdmig baseline save{workspace_option(workspace)}",
        )
    )
