"""What kind of file some bytes are, whatever their name says (ファイルの判別)."""

from __future__ import annotations

from io import BytesIO
from typing import Literal
from zipfile import BadZipFile, ZipFile

from stdmig.words import Text, text

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OLD_BOOKS = tuple(name.encode("utf-16-le") for name in ("Workbook", "Book"))

_AS_XLSX = text(
    "open it in Excel, choose Save as, and take Excel workbook (.xlsx) as its type"
)
_COPY = text("copy the table into an Excel workbook (.xlsx), and read that one")
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*")


def recognise(data: bytes) -> Literal["workbook", "text"] | tuple[Text, Text]:
    """Return how bytes are to be read, or why they cannot be, and what to do."""
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if not data.strip():
        return text("the file is empty"), text("name the file that holds the list")
    if data.startswith(_OLE):
        return _in_ole(data)
    if data.startswith(b"PK"):
        return _in_zip(data)
    if data.startswith(b"%PDF"):
        return text("this is a PDF, not a table"), text(
            "ask for the Excel file that it was made from, or copy the table into one"
        )
    if data.startswith(_PICTURES):
        return text("this is a picture, not a table"), _COPY
    if head.startswith((b"<!doctype html", b"<html", b"<table", b"<?xml", b"{\\rtf")):
        return text("this is a page or a document, not a table"), _AS_XLSX
    return "text"


def _in_ole(data: bytes) -> tuple[Text, Text]:
    if _ENCRYPTED in data:
        return text("the workbook is protected by a password"), text(
            "remove the password in Excel (File, Info, Protect workbook, Encrypt with"
            " password: leave it empty), and save a copy for this"
        )
    if any(name in data for name in _OLD_BOOKS):
        return text("this is an Excel workbook of the old form (.xls)"), _AS_XLSX
    return text("this is a document of the old Office form, not a table"), _COPY


def _in_zip(data: bytes) -> Literal["workbook"] | tuple[Text, Text]:
    try:
        with ZipFile(BytesIO(data)) as archive:
            names = set(archive.namelist())
    except (BadZipFile, OSError, ValueError, NotImplementedError, EOFError):
        return text("the file is cut off or damaged: it is no whole workbook"), text(
            "copy or download it again"
        )
    if "xl/workbook.bin" in names:
        return text("this is a binary Excel workbook (.xlsb)"), _AS_XLSX
    if any(name.startswith("word/") for name in names):
        return text("this is a Word document, not a table"), _COPY
    if any(name.startswith("ppt/") for name in names):
        return text("these are PowerPoint slides, not a table"), _COPY
    if "mimetype" in names:
        return text("this is an OpenDocument file, such as .ods"), _AS_XLSX
    if "[Content_Types].xml" not in names:
        return text("this is a zip archive without a workbook"), text(
            "unpack it, and name the table that is in it"
        )
    return "workbook"
