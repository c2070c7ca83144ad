"""``stdmig export steps``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from stdmig.cli.exit_codes import UNUSABLE
from stdmig.cli.language import said
from stdmig.cli.messages import complain, tell
from stdmig.cli.options import Force, Lang, Output, Sample, Workspace
from stdmig.cli.output import emit, refuse_target
from stdmig.cli.session import open_or_end, tell_faults
from stdmig.cli.spared_screen import spare_the_screen
from stdmig.inventory import Inventory
from stdmig.words import count, listing, text


def steps(
    workspace: Workspace = None,
    sample: Sample = False,
    form: Annotated[
        Path | None,
        typer.Option(
            "--form",
            metavar="FILE",
            help=said(
                text(
                    "Fill in this workbook: the rows of this municipality; all else in"
                    " it stays. Without it a new form is written."
                )
            ),
        ),
    ] = None,
    sheet: Annotated[
        str | None,
        typer.Option(
            "--sheet",
            metavar="NAME",
            help=said(
                text("Worksheet of the --form to fill in, where it has several.")
            ),
        ),
    ] = None,
    output: Output = None,
    force: Force = False,
    lang: Lang = None,
) -> None:
    """Write the form."""
    # Imported here, so that no other command waits for what it does not need.
    from stdmig.workspace.export_steps import new_form, reported

    spare_the_screen(output, "steps.xlsx")
    if output is not None:
        refuse_target(output, force=force)
    if sheet is not None and form is None:
        complain(text("--sheet is for --form"))
        raise typer.Exit(UNUSABLE)
    inventory = open_or_end(workspace, sample)
    known = reported(inventory)
    if known.counted:
        tell(
            text(
                "only the number of steps is recorded, not which: {names}; their cells"
                " stay as they are",
                names=listing(each.title for each in known.counted),
            )
        )
    if known.unrecorded:
        tell(
            count(
                "nothing is recorded of {n} system: {names}",
                "nothing is recorded of {n} systems: {names}",
                len(known.unrecorded),
                names=listing(each.title for each in known.unrecorded),
            )
        )
    if form is None:
        emit(new_form(inventory, known), output, force=force)
        return
    _fill(inventory, form, sheet, output, force=force)


def _fill(
    inventory: Inventory,
    form: Path,
    sheet: str | None,
    output: Path | None,
    *,
    force: bool,
) -> None:
    """
    Write a form that was filled in.

    Raises
    ------
    typer.Exit
        With code 2 if it cannot be, or cells of it stay as they were.
    """
    from stdmig.intake.sheet.limits import NATIONAL
    from stdmig.workspace.export_steps import filled_form, reported
    from stdmig.workspace.table_file import read_tables

    known = reported(inventory)
    made = filled_form(inventory, known, read_tables(form, NATIONAL), sheet)
    if made.faults:
        tell_faults(made.faults)
    if made.data is None:
        complain(text("nothing was written"))
        raise typer.Exit(UNUSABLE)
    if made.absent:
        tell(
            text(
                "the form has no row for: {names}",
                names=listing(each.title for each in made.absent),
            )
        )
    tell(
        count(
            "{n} cell of the form says another state now",
            "{n} cells of the form say another state now",
            made.cells,
        )
    )
    emit(made.data, output, force=force)
    if made.faults:
        raise typer.Exit(UNUSABLE)
