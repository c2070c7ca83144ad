"""What the vendors have to do, month by month (事業者×月)."""

from __future__ import annotations

from collections.abc import Iterator

from stdmig.dates import shown_month
from stdmig.outlook.portfolio.month_number import MonthNumber, first_day, month_of
from stdmig.outlook.portfolio.portfolio import Portfolio
from stdmig.outlook.portfolio.statements import number_of
from stdmig.outlook.portfolio.vendor_row import VendorRow
from stdmig.outlook.portfolio.vendor_sums import HEAT_ITEMS
from stdmig.render.cells import fit, right, wrap
from stdmig.render.one_line import one_line
from stdmig.render.painted import Line, Part, line
from stdmig.render.portfolio.names import item_name
from stdmig.render.screen import Screen
from stdmig.render.towns.grid import Grid, GridRow, dim_lines, grid_lines, more_rows
from stdmig.words import Name, Text, count, listing, text

_LABEL, _CELL = 22, 5
_NAMED = 4
"""Municipalities or packages that are named before they are only counted."""


def vendor_lines(portfolio: Portfolio, screen: Screen, top: int) -> Iterator[Line]:
    """Yield the vendors with work, and for each the systems and towns of a month."""
    today = month_of(portfolio.as_of.toordinal())
    busy = [row for row in portfolio.vendors if _ahead(row, today)]
    if not busy:
        return
    cell = max(_CELL, *(_widest(row) + 2 for row in busy))
    number = max((screen.width - _LABEL) // cell, 1)
    ahead = [month for row in busy for month in _ahead(row, today)]
    first, last = min(ahead), max(ahead)
    months = range(first, min(last + 1, first + number))
    seen = [row for row in busy if any(map(months.__contains__, _ahead(row, today)))]
    rows = seen[:top]
    yield line("")
    title = text("Vendors by month: systems at work, and municipalities").into(
        screen.style
    )
    yield from (line(Part(each, "bold")) for each in wrap(title, screen.width))
    yield from _head(months, cell, screen)
    for row in rows:
        yield from _vendor(portfolio, row, months, cell, screen)
    yield from dim_lines(_notes(portfolio, last, months, len(busy) - len(rows)), screen)


def overload_lines(portfolio: Portfolio, screen: Screen, top: int) -> Iterator[Line]:
    """Yield the months in which a vendor has more to do than it can."""
    shown = portfolio.overloads[:top]
    rows = [
        GridRow(
            text(
                "{month} {vendor} ({items})",
                month=shown_month(first_day(each.month)),
                vendor=each.vendor,
                items=listing(each.items),
            ),
            (
                number_of(each.load),
                number_of(each.limit),
                number_of(each.over),
                str(len(each.places)),
            ),
            ("", "", "bold red"),
        )
        for each in shown
    ]
    columns = text("load"), text("limit"), text("over"), text("towns")
    yield from grid_lines(
        Grid(
            text("More than a vendor can do (work items in brackets)"),
            text("Month and vendor"),
            columns,
            rows,
            more_rows(len(portfolio.overloads) - len(shown)),
        ),
        screen,
    )


def _ahead(row: VendorRow, today: MonthNumber) -> list[MonthNumber]:
    """Return the months from today's on with data migrations or tests."""
    return [
        month
        for month, load in row.months.items()
        if month >= today and any(load.systems.get(item) for item in HEAT_ITEMS)
    ]


def _widest(row: VendorRow) -> int:
    figures = [max(load.towns, *load.systems.values()) for load in row.months.values()]
    return len(str(max(figures)))


def _head(months: range, cell: int, screen: Screen) -> Iterator[Line]:
    years = " " * _LABEL
    for month in months:
        if month == months[0] or month % 12 == 0:
            at = _LABEL + (month - months[0]) * cell
            year = _year(month, screen)
            years = fit(years, at) + right(year, cell)
    yield line(Part(years, "dim"))
    cells = "".join(right(str(month % 12 + 1), cell - 1) + " " for month in months)
    yield line(Part(" " * _LABEL + cells, "dim"))


def _year(month: MonthNumber, screen: Screen) -> str:
    """Return the year of a month as its reader writes it: R8, 2026."""
    written = shown_month(first_day(month)).into(screen.style)
    return written.replace("-", ".").partition(".")[0]


def _vendor(
    portfolio: Portfolio, row: VendorRow, months: range, cell: int, screen: Screen
) -> Iterator[Line]:
    style = screen.style
    told = text(
        "{vendor} ({towns}, {systems})",
        vendor=row.vendor,
        towns=count("{n} municipality", "{n} municipalities", row.towns),
        systems=count("{n} system", "{n} systems", row.systems),
    )
    name = f"  {one_line(told.into(style))}"
    yield from (line(each) for each in wrap(name, screen.width, "  "))
    over = {
        (item, each.month)
        for each in portfolio.overloads
        if each.vendor == row.vendor
        for item in each.items
    }
    shown = [row.months.get(month) for month in months]
    for item in row.items:
        numbers = [load.systems.get(item, 0) if load else 0 for load in shown]
        if not any(numbers):
            continue
        cells: list[Part | str] = [_label(item_name(item), screen)]
        for month, number in zip(months, numbers, strict=True):
            marked = bool(number) and (item, month) in over
            words = right(str(number or "."), cell - 1) + ("!" if marked else " ")
            cells.append(Part(words, "bold red" if marked else ""))
        yield line(*cells)
    towns = (str(load.towns) if load else "." for load in shown)
    cells = [_label(text("municipalities"), screen)]
    cells += [right(each, cell - 1) + " " for each in towns]
    yield line(*cells)


def _label(words: Text, screen: Screen) -> str:
    return fit(f"    {words.into(screen.style)}", _LABEL)


def _notes(
    portfolio: Portfolio, last: MonthNumber, months: range, left: int
) -> Iterator[Text]:
    if portfolio.overloads:
        yield text("! more than the vendor can do")
    elif not portfolio.limits:
        yield text(
            "How much a vendor can do is written down nowhere (vendors in"
            " portfolio.yaml)."
        )
    there = {row.vendor for row in portfolio.vendors}
    for each in portfolio.disputed:
        if each.vendor in there:
            yield text(
                "{vendor} ({items}): different limits are written down; the lesser"
                " counts, month by month, for all municipalities together.",
                vendor=each.vendor,
                items=listing(each.items),
            )
    if last not in months:
        yield text("Work goes on until {month}.", month=shown_month(first_day(last)))
    more = more_rows(left)
    if more is not None:
        yield more
    yield from _shared(portfolio, months)


def _shared(portfolio: Portfolio, months: range) -> Iterator[Text]:
    """Yield the packages that several municipalities move in the same month."""
    found = [
        (max(row.months.get(month, 0) for month in months), row.package, row)
        for vendor in portfolio.vendors
        for row in vendor.by_package
    ]
    for most, package, row in sorted(
        (each for each in found if each[0] > 1), key=lambda each: (-each[0], each[1])
    )[:_NAMED]:
        month = next(month for month in months if row.months.get(month) == most)
        yield count(
            "{package}: {n} municipality moves at the same time, the first time in"
            " {month}.",
            "{package}: {n} municipalities move at the same time, the first time in"
            " {month}.",
            most,
            package=Name(package),
            month=shown_month(first_day(month)),
        )
