"""Bytes of any list to tables (一覧表の読込み)."""

from __future__ import annotations

from stdmig.diagnostics import Diagnostic
from stdmig.intake.sheet.delimited import read_delimited
from stdmig.intake.sheet.fault import no_table
from stdmig.intake.sheet.limits import USUAL, Bounds
from stdmig.intake.sheet.recognise import recognise
from stdmig.intake.sheet.sheet import Sheet
from stdmig.inventory.source import MAX_BYTES
from stdmig.words import text


def read_sheets(
    name: str, data: bytes, bounds: Bounds = USUAL
) -> tuple[tuple[Sheet, ...], list[Diagnostic]]:
    """
    Return the tables of an Excel workbook or of a CSV.

    Parameters
    ----------
    name
        Of the file as the user gave it. It only names places: what the file is, its
        content says.
    data
        The file: .xlsx (.xlsm, .xltx), or text with commas, tabs or semicolons in
        UTF-8, UTF-16 with a byte order mark, or CP932.
    bounds
        How large its tables may be.

    Returns
    -------
    The sheets, empty ones too, in the order of their tabs, and what could not be read:
    ``STD020`` for files, sheets and parts of them, ``STD021`` for cells. What can be
    read is there whatever else is wrong; nothing is raised.
    """
    if len(data) > MAX_BYTES:
        message = text(
            "the file has {size} bytes; at most {limit} are read",
            size=len(data),
            limit=MAX_BYTES,
        )
        return (), [no_table(name, message)]
    kind = recognise(data)
    if kind == "workbook":
        # Imported here, so that a CSV does not wait for openpyxl.
        from stdmig.intake.sheet.workbook import read_workbook

        return read_workbook(name, data, bounds)
    if kind == "text":
        return read_delimited(name, data, bounds)
    return (), [no_table(name, *kind)]
