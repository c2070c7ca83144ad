"""Workbooks for tests, written part by part, sound and broken (試験用のブック)."""

from __future__ import annotations

import io
from zipfile import ZIP_DEFLATED, ZipFile

from stdmig.intake.sheet.read import read_sheets
from stdmig.intake.sheet.sheet import Sheet
from stdmig.words import Style

ENGLISH = Style("en", era=False)

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SHEETML = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def parts(sheet: str, **more: str) -> dict[str, str]:
    """
    Return the parts of a workbook with one sheet.

    Parameters
    ----------
    sheet
        What stands inside the sheet's root: ``<sheetData>…</sheetData>``.
    more
        ``strings``: shared strings; ``styles``: inside the root of the styles;
        ``properties``: of the workbook; ``comments``: inside the root of comments;
        ``prolog``: before the root of the sheet.
    """
    overrides = {
        "xl/workbook.xml": "sheet.main",
        "xl/worksheets/sheet1.xml": "worksheet",
        "xl/sharedStrings.xml": "sharedStrings",
        "xl/styles.xml": "styles",
    }
    kinds = "".join(
        f'<Override PartName="/{name}" ContentType="{_SHEETML}.{kind}+xml"/>'
        for name, kind in overrides.items()
    )
    made = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f"{kinds}</Types>",
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{_OFFICE}">'
        f"{more.get('properties', '')}"
        '<sheets><sheet name="一覧" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": "<Relationships"
        f' xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/worksheet"'
        ' Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": more.get("prolog", "")
        + f'<worksheet xmlns="{MAIN}">{sheet}</worksheet>',
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{more.get("strings", "")}</sst>',
        "xl/styles.xml": f'<styleSheet xmlns="{MAIN}">{more.get("styles", "")}'
        "</styleSheet>",
    }
    if "comments" in more:
        made["xl/worksheets/_rels/sheet1.xml.rels"] = (
            f'<Relationships xmlns="{_PACKAGE}/relationships">'
            f'<Relationship Id="rId1" Type="{_OFFICE}/comments"'
            ' Target="../comments1.xml"/></Relationships>'
        )
        made["xl/comments1.xml"] = (
            f'<comments xmlns="{MAIN}">{more["comments"]}</comments>'
        )
    return made


def book(made: dict[str, str]) -> bytes:
    """Return parts as a zip archive."""
    stream = io.BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, content in made.items():
            archive.writestr(name, content)
    return stream.getvalue()


def rows(*cells: str) -> str:
    """Return a sheet's data with one row of cells, as XML."""
    return f'<sheetData><row r="1">{"".join(cells)}</row></sheetData>'


def read(data: bytes, name: str = "list.xlsx") -> tuple[tuple[Sheet, ...], list[str]]:
    """Return the sheets, and faults as ``place code severity message``."""
    sheets, faults = read_sheets(name, data)
    return sheets, [
        f"{fault.location} {fault.code} {fault.severity.key}:"
        f" {fault.message.into(ENGLISH)}"
        for fault in faults
    ]


def values(sheet: Sheet) -> list[list[object]]:
    """Return the values of a sheet's cells."""
    return [[cell.value for cell in row] for row in sheet.rows]
