"""A workbook or a CSV that somebody hands in, as it was read (取り込むファイル)."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from stdmig.diagnostics import Diagnostic, Location
from stdmig.intake.sheet.limits import USUAL, Bounds
from stdmig.intake.sheet.read import read_sheets
from stdmig.intake.sheet.sheet import Sheet
from stdmig.words import text
from stdmig.workspace.read import read_input
from stdmig.workspace.refusal import refusal, remedy


class TableFile(NamedTuple):
    """
    A file with tables.

    Attributes
    ----------
    data
        Its bytes; None where it cannot be had.
    sheets
        Its tables.
    faults
        What could not be read of it.
    """

    name: str
    data: bytes | None
    sheets: tuple[Sheet, ...]
    faults: list[Diagnostic]


def read_tables(file: Path, bounds: Bounds = USUAL) -> TableFile:
    """Return the tables of a file, and what could not be read of them."""
    name = file.as_posix()
    try:
        data = read_input(file)
    except (OSError, ValueError) as error:
        why, help_ = (
            (refusal(error), remedy(error))
            if isinstance(error, OSError)
            else (str(error), None)
        )
        message = text("cannot be read: {why}", why=why)
        return TableFile(
            name, None, (), [Diagnostic("STD020", message, Location(name), help_)]
        )
    return TableFile(name, data, *read_sheets(name, data, bounds))
