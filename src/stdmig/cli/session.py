"""Open and plan the workspace of a command, or end with its faults (計画の開始)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import typer

from stdmig.cli.clock import today
from stdmig.cli.exit_codes import UNUSABLE
from stdmig.cli.language import READER, said, written_for
from stdmig.cli.messages import complain, say, tell
from stdmig.cli.nearest import known_here, nearest
from stdmig.dates import shown
from stdmig.diagnostics import Diagnostic, Severity
from stdmig.inventory import Inventory, Sources
from stdmig.inventory.alike import spelled
from stdmig.render.check.entry import of_fault
from stdmig.render.check.report import Report
from stdmig.render.check.text import check_line
from stdmig.render.one_line import one_line
from stdmig.render.packaged_files import packaged_files
from stdmig.words import Language, Style, count, text
from stdmig.workspace import Planned, Request, plan_workspace, read_workspace
from stdmig.workspace.section import sections


def open_or_end(workspace: Path | None, sample: bool) -> Inventory:
    """Return the workspace's inventory; see `workspace_or_end`."""
    _, inventory = workspace_or_end(workspace, sample)
    return inventory


def workspace_or_end(
    workspace: Path | None, sample: bool = False
) -> tuple[Sources, Inventory]:
    """
    Return a workspace with its files.

    Raises
    ------
    typer.Exit
        With code 2, after every fault was told, if anything cannot be read.
    """
    if workspace is not None and sample:
        complain(text("--workspace and --sample exclude each other"))
        raise typer.Exit(UNUSABLE)
    inventory, faults, sources = read_workspace(Request(workspace, sample))
    if inventory is None or sources is None:
        tell_faults(faults)
        raise typer.Exit(UNUSABLE)
    return sources, inventory


def plan_or_end(workspace: Path | None, sample: bool, as_of: date | None) -> Planned:
    """Return the planned workspace; see `open_or_end`."""
    return plan_workspace(open_or_end(workspace, sample), as_of, today())


def tell_circumstances(planned: Planned) -> None:
    """Tell, beside the result, what the run took that the workspace does not say."""
    for each in packaged_files(planned.inventory):
        tell(each)
    if planned.as_of_source == "today":
        tell(text("as of {day} (today)", day=shown(planned.plan.as_of)))


def tell_faults(faults: list[Diagnostic], warnings: int | None = None) -> None:
    """
    Tell faults of reading on the error stream, each with its place and its cure.

    Parameters
    ----------
    warnings
        How many of them are told at most; None for all. Errors always are.
    """
    minor = [fault for fault in faults if fault.severity is not Severity.ERROR]
    untold = [] if warnings is None else minor[warnings:]
    hidden = set(map(id, untold))
    for fault in faults:
        if id(fault) not in hidden:
            say(check_line(of_fault(fault), READER))
            tell_more(fault)
    if untold:
        tell(count("and {n} more warning", "and {n} more warnings", len(untold)))
    tell(Report(tuple(map(of_fault, faults))).summary)


def tell_more(fault: Diagnostic) -> None:
    """Tell what belongs to a fault, and what to do about it."""
    for where, message in fault.related:
        say(f"  {one_line(str(where))}: {said(message)}")
    if fault.help is not None:
        say(f"  {said(fault.help)}")


def known_section(section: str | None, *inventories: Inventory) -> str | None:
    """
    Return the section that is meant if one of the inventories has it.

    Raises
    ------
    typer.Exit
        With code 2 if none has.
    """
    if section is None:
        return None
    known = [name for each in inventories for name in sections(each)]
    found = spelled(section, known)
    if found is not None:
        return found
    hints = nearest(section, known) or [known_here(known)]
    leading = {each.file.municipality.lead_section for each in inventories}
    if spelled(section, filter(None, leading)) is not None:
        hints = [text("it leads the migration of all systems; leave --section out")]
    complain(text("no unit belongs to a section '{name}'", name=section), *hints)
    raise typer.Exit(UNUSABLE)


def machine_style(lang: Language | None, inventory: Inventory | None) -> Style:
    """Return the style of a machine format: never that of the locale."""
    return written_for(lang, inventory.lang if inventory else None)
