"""No result is begun that could not be put where it is wanted (出力先の確認)."""

from __future__ import annotations

from pathlib import Path

from stdmig.cli.output import refuse_target
from stdmig.cli.page_options import Format
from stdmig.cli.spared_screen import spare_the_screen


def refuse_early(
    format: Format, output: Path | None, file: str, *, force: bool
) -> None:
    """
    Go on only if the result can be put where it is wanted.

    Parameters
    ----------
    file
        A name for a workbook, such as a person would give it.

    Raises
    ------
    typer.Exit
        With code 2 if it cannot.
    """
    if output is not None:
        refuse_target(output, force=force)
    if format == "xlsx":
        spare_the_screen(output, file)
