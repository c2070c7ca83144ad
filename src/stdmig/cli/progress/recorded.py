"""From a drafted file to the person's screen, and to its place (記録の終わり)."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import NoReturn

import typer

from stdmig.cli.exit_codes import UNUSABLE
from stdmig.cli.language import said
from stdmig.cli.messages import complain, tell
from stdmig.cli.nearest import known_here, nearest
from stdmig.cli.next_steps import workspace_option
from stdmig.cli.output import emit, emit_lines
from stdmig.cli.saving import save_or_end
from stdmig.cli.screen import screen
from stdmig.cli.session import tell_faults
from stdmig.dates import shown
from stdmig.inventory import Inventory
from stdmig.render.one_line import one_line
from stdmig.words import Text, text
from stdmig.workspace.file_draft import FileDraft
from stdmig.workspace.task_names import UnknownName


def end_unknown(unknown: Iterable[UnknownName]) -> NoReturn:
    """Tell which words name nothing, with what may have been meant, and end."""
    for each in unknown:
        hints = nearest(each.word, each.known) or [known_here(each.known)]
        complain(each.message, *hints)
    raise typer.Exit(UNUSABLE)


def end_misused(*words: Text) -> NoReturn:
    """Tell what is wrong with the command, and what to do, and end."""
    complain(*words)
    raise typer.Exit(UNUSABLE)


def tell_ahead(inventory: Inventory, days: Iterable[date | None]) -> None:
    """
    Tell of days that lie after the as-of date of the file: they do not count yet.

    Where the clock has the say nothing is told, lest the same words be answered
    differently from day to day; 'stdmig check' tells it then (STD501).
    """
    as_of = inventory.template.planning.as_of
    ahead = [each for each in days if each and as_of and each > as_of]
    if ahead and as_of:
        tell(
            text(
                "{day} lies after the as-of date {as_of} and does not count until then"
                " (--as-of looks at a later day)",
                day=shown(max(ahead)),
                as_of=shown(as_of),
            )
        )


def finish(
    made: FileDraft, told: str, workspace: Path | None, *, dry_run: bool
) -> None:
    """
    Show what is recorded, and write it.

    Parameters
    ----------
    told
        The changes in words.
    workspace
        As the person named it.

    Raises
    ------
    typer.Exit
        With code 2 if nothing can be written.
    """
    if made.after is None:
        tell_faults(made.faults)
        complain(text("nothing was written"))
        raise typer.Exit(UNUSABLE)
    if not made.changes:
        name = one_line(made.path.as_posix())
        no_change = text("{file}: no change; it says so already", file=name)
        emit_lines(said(no_change))
        return
    emit(told, None, force=False)
    if dry_run:
        tell(text("nothing was written (--dry-run)"))
        return
    save_or_end(made)
    if sys.stdout.isatty():
        emit_lines(
            said(text("Next:")),
            f"  {said(text('see where the plan stands:'))}",
            f"      stdmig status{workspace_option(workspace)}",
        )


def finish_recording(made: FileDraft, workspace: Path | None, *, dry_run: bool) -> None:
    """Show what changes in ``progress.yaml``, and write it; see `finish`."""
    # Imported here, so that no other command waits for it.
    from stdmig.render.recorded import recorded_text

    told = recorded_text(made.path.as_posix(), made.changes, screen())
    finish(made, told, workspace, dry_run=dry_run)
