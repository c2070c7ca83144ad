"""Open and plan the workspace that a command names, or end with its faults."""

from __future__ import annotations

import sys
from datetime import date
from difflib import get_close_matches
from pathlib import Path

import typer

from stdmig.cli.clock import today
from stdmig.cli.exit_codes import UNUSABLE
from stdmig.cli.language import READER, said
from stdmig.cli.output import complain
from stdmig.diagnostics import Diagnostic
from stdmig.inventory import Inventory
from stdmig.render.check.entry import of_fault
from stdmig.render.check.report import Report
from stdmig.render.check.text import check_lines
from stdmig.words import Language, Style, listing, text
from stdmig.workspace import Planned, Request, open_workspace, plan_workspace
from stdmig.workspace.section import sections


def open_or_end(workspace: Path | None, sample: bool) -> Inventory:
    """
    Return the workspace's inventory.

    Raises
    ------
    typer.Exit
        With code 2, after every fault was told, if anything cannot be read.
    """
    if workspace is not None and sample:
        complain(text("--workspace and --sample exclude each other"))
        raise typer.Exit(UNUSABLE)
    inventory, faults = open_workspace(Request(workspace, sample))
    if inventory is None:
        tell_faults(faults)
        raise typer.Exit(UNUSABLE)
    return inventory


def plan_or_end(workspace: Path | None, sample: bool, as_of: date | None) -> Planned:
    """Return the planned workspace; see `open_or_end`."""
    return plan_workspace(open_or_end(workspace, sample), as_of, today())


def tell_faults(faults: list[Diagnostic]) -> None:
    """Tell every fault of reading on the error stream, with its place and its cure."""
    report = Report(tuple(map(of_fault, faults)))
    lines = check_lines(report, READER).splitlines()
    for told, fault in zip(lines, faults, strict=True):
        print(told, file=sys.stderr)
        for where, message in fault.related:
            print(f"  {where}: {said(message)}", file=sys.stderr)
        if fault.help is not None:
            print(f"  {said(fault.help)}", file=sys.stderr)
    print(said(report.summary), file=sys.stderr)


def known_section(inventory: Inventory, section: str | None) -> str | None:
    """
    Return the section if the inventory has it.

    Raises
    ------
    typer.Exit
        With code 2 if it does not.
    """
    known = sections(inventory)
    if section is None or section in known:
        return section
    close = get_close_matches(section, known, n=1, cutoff=0.5)
    hint = (
        text("did you mean '{key}'?", key=close[0])
        if close
        else text("known here: {keys}", keys=listing(known or ("-",)))
    )
    complain(text("no unit belongs to a section '{name}'", name=section), hint)
    raise typer.Exit(UNUSABLE)


def machine_style(lang: Language | None, inventory: Inventory | None) -> Style:
    """Return the style of a machine format: never that of the locale."""
    return Style.of(lang or (inventory.lang if inventory else None) or "ja")
