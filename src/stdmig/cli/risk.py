"""``stdmig risk``."""

from __future__ import annotations

import importlib
import os

import typer

from stdmig.cli.exit_codes import UNUSABLE
from stdmig.cli.messages import complain
from stdmig.cli.nearest import nearest
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
from stdmig.cli.page_options import FormatOption, Full, Seed
from stdmig.cli.refuse_early import refuse_early
from stdmig.cli.risk_options import (
    Samples,
    ShapeOption,
    System,
    Together,
)
from stdmig.cli.session import (
    known_section,
    machine_style,
    plan_or_end,
    tell_circumstances,
)
from stdmig.inventory import Inventory
from stdmig.words import text
from stdmig.workspace import find_system
from stdmig.workspace.section import systems_of

_MOST_WORKERS = 4


def risk(
    workspace: Workspace = None,
    sample: Sample = False,
    as_of: AsOf = None,
    samples: Samples = 100_000,
    seed: Seed = 1,
    shape: ShapeOption = "pert",
    together: Together = 0.0,
    section: Section = None,
    system: System = None,
    full: Full = False,
    format: FormatOption = "text",
    encoding: EncodingOption = "utf-8",
    output: Output = None,
    force: Force = False,
    lang: Lang = None,
    dates: DatesOption = None,
) -> None:
    """Draw the durations, and show what comes out."""
    refuse_early(format, output, "risk.xlsx", force=force)
    # No other command waits for these.
    from stdmig.cli.risk_output import emit_risk
    from stdmig.outlook.risk import focus
    from stdmig.render.risk.page import RiskPage
    from stdmig.workspace.risk import assess_risk

    # Needed later: that it is missing or damaged is told before anything is planned.
    importlib.import_module("numpy")

    planned = plan_or_end(workspace, sample, as_of)
    section = known_section(section, planned.inventory)
    only = _only(planned.inventory, section, system or [])
    if format != "text":
        tell_circumstances(planned)
    found = assess_risk(
        planned,
        samples=samples,
        seed=seed,
        shape=shape,
        together=together,
        workers=min(os.cpu_count() or 1, _MOST_WORKERS),
    )
    page = RiskPage(
        focus(found, only),
        together,
        section,
        full,
        workspace_option(workspace),
        planned.as_of_source == "today",
    )
    style = machine_style(lang, planned.inventory)
    emit_risk(page, format, style, encoding, output, force=force)


def _only(
    inventory: Inventory, section: str | None, words: list[str]
) -> frozenset[str] | None:
    """
    Return the ids of the systems that are shown; None for all.

    Raises
    ------
    typer.Exit
        With code 2 if one is unknown.
    """
    only, known = (
        systems_of(inventory, section),
        [each.id for each in inventory.systems],
    )
    found = [(word, find_system(inventory, word)) for word in words]
    for word, each in found:
        if each is None:
            titles = [one.title.ja for one in inventory.systems]
            complain(
                text("no system is called '{name}'", name=word),
                *nearest(word, [*known, *titles]),
            )
    if any(each is None for _, each in found):
        raise typer.Exit(UNUSABLE)
    named = frozenset(each.id for _, each in found if each is not None)
    if not words:
        return only
    return named if only is None else named & only
