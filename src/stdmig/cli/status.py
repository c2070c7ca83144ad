"""``stdmig status``."""

from __future__ import annotations

import typer

from stdmig.cli.exit_codes import UNUSABLE
from stdmig.cli.messages import complain
from stdmig.cli.nearest import known_here, nearest
from stdmig.cli.next_steps import workspace_option
from stdmig.cli.options import (
    AsOf,
    DatesOption,
    EncodingOption,
    Force,
    Lang,
    Output,
    Sample,
    Section,
    Workspace,
)
from stdmig.cli.output import emit, emit_exactly, emit_table
from stdmig.cli.page_options import Full
from stdmig.cli.screen import screen
from stdmig.cli.session import (
    known_section,
    machine_style,
    plan_or_end,
    tell_circumstances,
)
from stdmig.cli.status_options import BaselineOption, Days, FormatOption, horizons
from stdmig.inventory import Inventory
from stdmig.inventory.alike import meant
from stdmig.inventory.baselines import Baseline
from stdmig.words import text


def status(
    workspace: Workspace = None,
    sample: Sample = False,
    as_of: AsOf = None,
    baseline: BaselineOption = None,
    days: Days = None,
    section: Section = None,
    full: Full = False,
    format: FormatOption = "text",
    encoding: EncodingOption = "utf-8",
    output: Output = None,
    force: Force = False,
    lang: Lang = None,
    dates: DatesOption = None,
) -> None:
    """Hold the work against the calendar and the kept plan."""
    # No other command waits for these.
    from stdmig.render.status.page import StatusPage
    from stdmig.workspace.status import status_of

    planned = plan_or_end(workspace, sample, as_of)
    kept = _kept_or_end(planned.inventory, baseline)
    section = known_section(section, planned.inventory)
    page = StatusPage(
        status_of(planned, kept, horizons(days), section),
        section,
        full,
        workspace_option(workspace),
        planned.as_of_source == "today",
    )
    if format == "text":
        from stdmig.render.status.text import status_text

        emit(status_text(page, screen(output)), output, force=force)
        return
    tell_circumstances(planned)
    style = machine_style(lang, planned.inventory)
    if format == "json":
        from stdmig.render.status.json import status_json

        emit_exactly(status_json(page, style), output, force=force)
    else:
        from stdmig.render.status.csv import status_csv

        emit_table(status_csv(page, style, encoding), output, force=force)


def _kept_or_end(inventory: Inventory, wanted: str | None) -> Baseline | None:
    """
    Return the kept plan that is wanted, else the last one, else None.

    Raises
    ------
    typer.Exit
        With code 2 if there is none of that id.
    """
    from stdmig.workspace.keep_plan import kept_plans

    kept = {each.id: each for each in kept_plans(inventory)}
    if wanted is None:
        return next(reversed(kept.values()), None)
    found = meant(wanted, kept)
    if found is not None:
        return found
    hints = nearest(wanted, kept) or [known_here(kept)]
    complain(text("no kept plan is called '{name}'", name=wanted), *hints)
    raise typer.Exit(UNUSABLE)
