"""Names that try to become code pass through every output as names (敵対的な入力)."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from datetime import date
from functools import cache
from xml.etree import ElementTree

import icalendar
import openpyxl
import pytest

from stdmig.render.check.json import check_json
from stdmig.render.check.text import check_lines
from stdmig.render.dossier import Dossier
from stdmig.words import LANGUAGES, Language, Style
from stdmig.workspace import encoded, plan_workspace
from stdmig.workspace.dossier import dossier
from stdmig.workspace.folder import FOLDER
from stdmig.workspace.papers import Paper
from tests.helpers import sound
from tests.hostile import ACTING, NAMES, TURNED, hostile_workspace
from tests.outside import missing_program
from tests.page_reader import PageReader

PAPERS = [
    paper
    for paper in FOLDER
    if paper.needs is None or not missing_program(paper.needs[1])
]
SUMMARIES = frozenset({"overview", "mermaid", "ical"})
"""Papers that fold systems together, and so need not name each of them."""


@cache
def _dossier() -> Dossier:
    inventory = sound(hostile_workspace())
    return dossier(plan_workspace(inventory, date(2021, 10, 1), date.max))


@cache
def _written(paper: Paper, language: Language) -> bytes:
    return encoded(paper.write(_dossier(), Style.of(language)))


def _html(data: bytes) -> str:
    page = PageReader(data.decode())
    assert "img" not in page.names
    assert not page.handlers
    return "\n".join((*page.words, *page.values))


def _xml(data: bytes) -> str:
    root = ElementTree.fromstring(data.decode())
    told: list[str] = []
    for element in root.iter():
        assert element.tag.rsplit("}")[-1] not in {"script", "img"}
        assert not [name for name in element.attrib if name.startswith("on")]
        told += [element.text or "", element.tail or "", *element.attrib.values()]
    return "\n".join(told)


def _workbook(data: bytes) -> str:
    book = openpyxl.load_workbook(io.BytesIO(data))
    told = []
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    assert not any(name in str(cell.value) for name in NAMES)
                elif cell.value is not None:
                    told.append(str(cell.value))
    return "\n".join(told)


def _calendar(data: bytes) -> str:
    calendar = icalendar.Calendar.from_ical(data)
    assert {part.name for part in calendar.subcomponents} == {"VEVENT"}
    return "\n".join(
        str(value) for event in calendar.events for value in event.values()
    )


def _table(data: bytes) -> str:
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert len({len(row) for row in rows}) == 1
    cells = [cell for row in rows for cell in row]
    assert [cell for cell in cells if re.match(r"[=+@]|-(?!\d+$)", cell)] == []
    return "\n".join(cells)


def _chart(data: bytes) -> str:
    decoded = data.decode()
    return re.sub(r"#(\d+);", lambda code: chr(int(code[1])), decoded)


READERS: dict[str, Callable[[bytes], str]] = {
    "html": _html,
    "svg": _xml,
    "xml": _xml,
    "xlsx": _workbook,
    "ics": _calendar,
    "csv": _table,
    "mmd": _chart,
}


def _plain(words: str) -> str:
    """Return words without blanks, which lines and cells may break or fold."""
    return re.sub(r"\s+", "", words)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_paper_holds_every_name_as_a_name(paper: Paper, language: Language) -> None:
    """Whoever opens the paper reads each name to its last character, and runs none."""
    data = _written(paper, language)
    kind = paper.file.rsplit(".")[-1]
    if kind not in READERS:
        assert data
        return
    told = _plain(READERS[kind](data))
    if paper.name not in SUMMARIES:
        lost = [name for name in NAMES if _plain(name) not in told]
        assert lost == []
    assert ACTING.findall(told) == []


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_paper_is_the_same_twice(paper: Paper) -> None:
    """The same workspace gives the same bytes, whatever its names."""
    again = encoded(paper.write(_dossier(), Style.of("ja")))
    assert again == _written(paper, "ja")


def test_findings_keep_one_line_each() -> None:
    """No name breaks the line of a finding, which CI reads line by line."""
    report = _dossier().report
    lines = check_lines(report, Style.of("en")).splitlines()
    assert len(lines) == len(report.entries)
    assert all(re.match(r"systems\.yaml:\d+:\d+: ", line) for line in lines)


def test_findings_as_json_hold_every_name() -> None:
    """JSON gives each name back to the character."""
    document = json.loads(check_json(_dossier().report, Style.of("en")))
    told = "\n".join(finding["message"] for finding in document["findings"])
    assert [name for name in (*NAMES, TURNED) if name not in told] == []
