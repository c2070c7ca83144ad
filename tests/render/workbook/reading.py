"""Workbooks made of plans, and read back by another library (読み戻し)."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from io import BytesIO
from typing import Any, Literal, NamedTuple

import openpyxl
from openpyxl.utils import range_boundaries

from stdmig.inventory import Source
from stdmig.render.dossier import Dossier
from stdmig.render.workbook import workbook
from stdmig.words import Language, Style
from stdmig.workspace import Planned, Request, open_workspace, plan_workspace
from stdmig.workspace.dossier import dossier
from tests import screens
from tests.helpers import ROOT, sample_city, sound
from tests.rules.planned import AS_OF

COSTS = """\
schema: stdmig.costs/1
tax_rate: 10
heading: {account: 一般会計, part: 総務費, node: 委託料}
costs:
  - {item: extension, contract: acrocity, unit_price: 3850001, method: 随意契約}
  - item: extension
    contract: kenko
    unit_price: 455555
    quantity: 5.5
    unit_name: か月
  - {item: migration, unit_price: 8000000, quantity: 1, unit_name: 式}
"""
"""Prices of some of the sample's lines: whole, with half a month, and paid at once."""

Town = Literal["sample", "priced", "designated"]


@cache
def planned(town: Town) -> Planned:
    """Return a plan: the sample's, with some prices, or that of the other example."""
    if town == "sample":
        return screens.sample_city()
    if town == "designated":
        inventory, faults = open_workspace(Request(ROOT / "examples/designated-town"))
        assert inventory is not None, faults
    else:
        costs = Source("costs.yaml", COSTS.encode())
        inventory = sound(sample_city()._replace(costs=costs))
    return plan_workspace(inventory, None, AS_OF)


def dossier_of(town: Town) -> Dossier:
    """Return all that is known of a plan."""
    return dossier(planned(town))


@cache
def made(town: Town, language: Language = "en") -> bytes:
    """Return the workbook of a plan."""
    return workbook(dossier_of(town), Style.of(language))


def opened(data: bytes, *, values: bool = True) -> Any:
    """Return a workbook with its values as shown, or with its formulas."""
    return openpyxl.load_workbook(BytesIO(data), data_only=values, rich_text=False)


class Table(NamedTuple):
    """
    The rows of a sheet between its headings and the end of its filter.

    Attributes
    ----------
    head
        Row of the headings, from 1.
    columns
        Number of the column under each heading, from 1.
    rows
        Numbers of the rows.
    """

    sheet: Any
    head: int
    columns: dict[str, int]
    rows: range

    def cell(self, row: int, heading: str) -> Any:
        """Return a cell by its row and heading."""
        return self.sheet.cell(row, self.columns[heading])

    def column(self, heading: str) -> list[Any]:
        """Return what stands under a heading."""
        return [plain(self.cell(row, heading).value) for row in self.rows]

    def dicts(self) -> list[dict[str, Any]]:
        """Return the rows by their headings."""
        return [
            {name: plain(self.cell(row, name).value) for name in self.columns}
            for row in self.rows
        ]


def table(sheet: Any) -> Table:
    """Return the table that a sheet's filter spans."""
    left, top, right, bottom = range_boundaries(sheet.auto_filter.ref)
    assert left == 1
    assert top
    assert right
    assert bottom
    columns = {
        str(sheet.cell(top, column).value).replace("\n", ""): column
        for column in range(1, right + 1)
    }
    return Table(sheet, top, columns, range(top + 1, bottom + 1))


def plain(value: object) -> Any:
    """Return the value of a cell, that of a date as a day."""
    return value.date() if isinstance(value, datetime) else value


def assert_no_formula(book: Any) -> None:
    """Hold that no cell of a workbook computes anything."""
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f", (sheet.title, cell.coordinate)
