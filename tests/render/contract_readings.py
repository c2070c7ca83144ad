"""What each output says about the contracts, read back from what it prints (確認)."""

from __future__ import annotations

import json
import re
from datetime import date
from io import BytesIO
from typing import Any, NamedTuple

import icalendar
import openpyxl

from stdmig.render.chart.full import full_svg
from stdmig.render.chart.overview import overview_svg
from stdmig.render.dossier import Dossier
from stdmig.render.html.page import html_page
from stdmig.render.ical import plan_ical
from stdmig.render.mermaid import plan_mermaid
from stdmig.render.msproject.project import project_xml
from stdmig.render.plan.json import plan_json
from stdmig.render.plan.text import plan_text
from stdmig.render.workbook import workbook
from tests.helpers import ENGLISH
from tests.render.chart.pictures import texts
from tests.render.html.tree import Node, read
from tests.render.workbook.reading import Table, plain, table
from tests.screens import screen

_CONTRACT = re.compile(
    r"\d+ (?: *1-yr)? *(\S+) +"
    r"(\d+ days?|signed|renew \d+ times?|-|unknown) (.*)"
)


class Cells(NamedTuple):
    """A contract's last day and its gap, as a reader of a table sees them."""

    last_day: str
    gap: str


def terminal(source: Dossier) -> dict[str, tuple[Cells, str]]:
    """Return the rows of contracts: their cells, and the marks of their bars."""
    page = plan_text(source.page, screen("en", 200))
    found = {}
    for each in source.page.coverages:
        name = each.agreement.title.into(ENGLISH)
        own = rf"^    {re.escape(name)} +(\d.*)$"
        (line,) = re.findall(own, page, re.MULTILINE)
        row = _CONTRACT.fullmatch(line)
        assert row is not None, line
        found[name] = Cells(row[1], row[2]), row[3]
    return found


def html_table(source: Dossier) -> dict[str, tuple[Cells, str]]:
    """Return the table of contracts: its cells, and all that the gap's one says."""
    rows = read(html_page(source, ENGLISH)).by_id("contracts").all("tr")
    found = {}
    for row in list(rows)[1:]:
        cells = [cell for cell in row.parts if isinstance(cell, Node)]
        name = _own(cells[0])
        found[name] = Cells(_own(cells[2]), _own(cells[4])), cells[4].text
    return found


def _own(cell: Node) -> str:
    """Return what a cell says before the small print."""
    told = ""
    for part in cell.parts:
        if isinstance(part, Node) and part.tag == "small":
            break
        told += part.text if isinstance(part, Node) else part
    return told.strip()


def html_chart(source: Dossier) -> dict[str, Cells]:
    """Return the rows of contracts in the chart of the page."""
    held = read(html_page(source, ENGLISH)).by_id("held")
    rows = [row for row in held.all("tr") if row.attributes.get("id")]
    cells = ([each.text for each in row.parts[1:5]] for row in rows)  # type: ignore[union-attr]
    return {name: Cells(last, gap) for name, _, last, gap in cells}


def pictures(source: Dossier) -> list[dict[str, Cells]]:
    """Return the rows of contracts on the mayor's page and on the full chart."""
    names = {each.agreement.title.into(ENGLISH) for each in source.page.coverages}
    overview = texts(overview_svg(source, ENGLISH))
    full = texts(full_svg(source, ENGLISH))
    return [
        {
            words: Cells(*told[place + skip : place + skip + 2])
            for place, words in enumerate(told)
            if words in names
        }
        # The full chart has the number of units between name and last day.
        for told, skip in ((overview, 1), (full, 2))
    ]


def sheets(source: Dossier) -> tuple[Table, Table, str]:
    """Return the tables of chart and contracts, and what stands over the contracts."""
    data = BytesIO(workbook(source, ENGLISH))
    book: Any = openpyxl.load_workbook(data, data_only=True)
    chart, contracts = (book[name] for name in ("Schedule", "Contract periods"))
    held = table(contracts)
    head = " ".join(
        str(contracts.cell(row, 1).value or "") for row in range(1, held.head)
    )
    return table(chart), held, head


def marks(chart: Table, name: str) -> tuple[str, str]:
    """Return the standing of a row of the chart in cells, and the signs of its bar."""
    (row,) = (row for row in chart.rows if chart.sheet.cell(row, 2).value == name)
    signs = (chart.sheet.cell(row, at).value for at in range(7, 400))
    told = chart.sheet.cell(row, 6).value
    return str(plain(told)), "".join(sign for sign in signs if sign)


def mermaid(source: Dossier) -> dict[str, list[tuple[str, str, str]]]:
    """Return the bars under each contract: label, first and last day."""
    names = {each.agreement.title.into(ENGLISH) for each in source.page.coverages}
    _, section = plan_mermaid(source, ENGLISH).split("section Contracts\n")
    found: dict[str, list[tuple[str, str, str]]] = {}
    bars: list[tuple[str, str, str]] = []
    for line in section.splitlines():
        label, data = line.strip().split(" :")
        label = re.sub(r"#(\d+);", lambda code: chr(int(code[1])), label)
        first, last = data.removeprefix("crit, ").split(", ")
        for name in names:
            if label == name or label.startswith(f"{name} ("):
                bars = found.setdefault(name, [])
        bars.append((label, first, last))
    return found


def calendar(source: Dossier) -> list[tuple[str, str, str]]:
    """Return day, summary and text of the ends of contracts."""
    events: list[Any] = icalendar.Calendar.from_ical(
        plan_ical(source, ENGLISH).encode()
    ).walk("VEVENT")
    return [
        (
            event.decoded("DTSTART").isoformat(),
            str(event["SUMMARY"]),
            str(event.get("DESCRIPTION", "")),
        )
        for event in events
        if "End of contract" in event["CATEGORIES"].cats
    ]


def project(source: Dossier) -> dict[str, tuple[str, str]]:
    """Return finish and notes of the ends of contracts in the project file."""
    found = {}
    for task in re.findall(
        r"<Task>.*?</Task>", project_xml(source, ENGLISH).decode(), re.DOTALL
    ):
        field = dict(re.findall(r"<(Name|Finish|Notes)>([^<]*)<", task))
        if field.get("Name", "").startswith(("End of contract: ", "End of the signed")):
            found[field["Name"]] = field["Finish"][:10], field.get("Notes", "")
    return found


def programs(source: Dossier) -> dict[str, dict[str, Any]]:
    """Return the contracts of the JSON by their names."""
    page = source.page
    told = plan_json(source.plan, page.places, page.coverages, (), (), ENGLISH)
    return {each["name"]: each for each in json.loads(told)["contracts"]}


def iso(day: object) -> str | None:
    """Return a cell's day as text."""
    return day.isoformat() if isinstance(day, date) else None
