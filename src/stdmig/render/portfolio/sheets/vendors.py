"""Vendors and months: how many systems are worked on (事業者×月)."""

from __future__ import annotations

from stdmig.dates import shown_month
from stdmig.outlook.portfolio.month_number import first_day
from stdmig.outlook.portfolio.portfolio import Portfolio
from stdmig.outlook.portfolio.vendor_row import VendorRow
from stdmig.render.portfolio.heat import busy_months
from stdmig.render.portfolio.sheets.frame import put_list
from stdmig.render.workbook.book import Book, Value
from stdmig.render.workbook.look import Look
from stdmig.render.workbook.table import Column, column_look
from stdmig.words import text

NAME = text("Vendors by month")
_HEADS = (
    Column(text("Vendor"), most=28),
    Column(text("Packages"), most=28),
    Column(text("Municipalities"), "number", folds=True),
    Column(text("Systems"), "number", folds=True),
    Column(text("Cannot be kept or past"), "number", folds=True),
)
_NOTE = text(
    "Systems in data migration or tests in each month, over all municipalities, each"
    " counted once; red where the work is more than the vendor's written limit"
)
_MUCH = "#b3261e"


def put_vendors(book: Book, portfolio: Portfolio) -> None:
    """Write the sheet; the more systems, the darker the month."""
    style, months = book.style, busy_months(portfolio)
    columns = [
        *_HEADS,
        *(
            Column(text("{month}", month=shown_month(first_day(month))), "number")
            for month in months
        ),
    ]
    plain = [column_look(each.kind, style) for each in columns]
    rows = [_row(each, months) for each in portfolio.vendors]
    looks = [_looks(each, months, plain) for each in portfolio.vendors]
    sheet = put_list(
        book,
        portfolio,
        NAME,
        columns,
        rows,
        looks=looks,
        notes=(_NOTE,),
        first_column=1,
        wide=None,
    )
    if rows and months:
        top = 4
        shade = {"type": "2_color_scale", "min_color": "#ffffff"}
        last = top + len(rows) - 1, len(columns) - 1
        sheet.worksheet.conditional_format(
            top, len(_HEADS), *last, {**shade, "max_color": "#7db8dc"}
        )


def _row(row: VendorRow, months: range) -> list[Value]:
    loads = (row.months.get(month) for month in months)
    return [
        row.vendor,
        "\n".join(row.packages),
        row.towns,
        row.systems,
        row.lost or None,
        *(load.moving or None if load else None for load in loads),
    ]


def _looks(row: VendorRow, months: range, plain: list[Look]) -> list[Look]:
    looks = list(plain)
    for place, month in enumerate(months, start=len(_HEADS)):
        load = row.months.get(month)
        if load is not None and load.over:
            looks[place] = looks[place]._replace(ink=_MUCH, bold=True)
    return looks
