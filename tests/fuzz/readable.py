"""Whether a result is whole, as other programs would read it (出力の検査)."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import icalendar

from tests.fuzz.commands import Format

_OBEYED = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


def unreadable(format: Format, data: bytes) -> str | None:
    """Return what is wrong with a result, or None."""
    try:
        _READERS.get(format, _text)(data)
    except Exception as error:
        return f"{format} not readable: {error!r}"[:400]
    return None


def unreadable_folder(folder: Path) -> str | None:
    """Return what is wrong with a file of a folder, or None."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            format = _ENDINGS.get(path.suffix, "text")
            if wrong := unreadable(format, path.read_bytes()):
                return f"{path.name}: {wrong}"
    return None


def _text(data: bytes) -> None:
    if found := _OBEYED.search(data.decode("utf-8")):
        raise ValueError(f"a terminal would obey U+{ord(found[0]):04X}")


def _nothing(_: str) -> None:
    raise ValueError("no JSON number")


def _json(data: bytes) -> None:
    document = json.loads(data.decode("utf-8"), parse_constant=_nothing)
    if not isinstance(document, list) and not {"schema", "$schema"} & set(document):
        raise ValueError("no schema is named")


def _csv(data: bytes) -> None:
    text = data.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    if len({len(row) for row in rows}) != 1:
        raise ValueError("rows of different lengths")


def _lines(data: bytes) -> None:
    _text(data)
    for line in data.decode("utf-8").splitlines():
        if not re.match("::(error|warning|notice)[ :]", line):
            raise ValueError(line)


def _xml(data: bytes) -> None:
    ElementTree.fromstring(data.decode("utf-8"))


def _html(data: bytes) -> None:
    _text(data)
    if not data.decode("utf-8").rstrip().endswith("</html>"):
        raise ValueError("the page has no end")


def _archive(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if broken := archive.testzip():
            raise ValueError(broken)


def _book(data: bytes) -> None:
    _archive(data)
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        for name in book.namelist():
            if name.endswith((".xml", ".rels")):
                ElementTree.fromstring(book.read(name))


def _calendar(data: bytes) -> None:
    icalendar.Calendar.from_ical(data)


def _pdf(data: bytes) -> None:
    if not data.startswith(b"%PDF-") or b"%%EOF" not in data[-32:]:
        raise ValueError("no PDF")


_READERS: dict[Format, Callable[[bytes], None]] = {
    "json": _json,
    "sarif": _json,
    "gitlab": _json,
    "csv": _csv,
    "github": _lines,
    "junit": _xml,
    "xml": _xml,
    "html": _html,
    "xlsx": _book,
    "zip": _archive,
    "ics": _calendar,
    "pdf": _pdf,
}
_ENDINGS: dict[str, Format] = {
    ".csv": "csv",
    ".html": "html",
    ".ics": "ics",
    ".pdf": "pdf",
    ".svg": "xml",
    ".xlsx": "xlsx",
    ".xml": "xml",
}
