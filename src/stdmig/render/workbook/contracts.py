"""The sheet of contracts held against the cutovers (契約)."""

from __future__ import annotations

from stdmig.coverage import STATE_TITLES, Coverage, early_ends, open_gap
from stdmig.dates import shown_fiscal_year
from stdmig.render.dossier import Dossier
from stdmig.render.gap_words import gap_cell
from stdmig.render.workbook.book import Book, Value
from stdmig.render.workbook.listed import joined
from stdmig.render.workbook.look import Look
from stdmig.render.workbook.page import put_title, set_page
from stdmig.render.workbook.table import Column, Table, column_look, put_table
from stdmig.rules.asking import requests
from stdmig.words import Style, count, text

NAME = text("Contracts held against the plan")
SHEET = text("Contract periods")

_COLUMNS = (
    Column(text("Contract"), most=28),
    Column(text("Counterparty"), most=26),
    Column(text("Kind of contract"), "word"),
    Column(text("What is paid for"), "word"),
    Column(text("Systems"), most=30),
    Column(text("Number of units"), "number"),
    Column(text("Sections"), most=22),
    Column(text("First day"), "day"),
    Column(text("Last day"), "day"),
    Column(text("Signed extension to"), "day"),
    Column(text("First day of service"), "day"),
    Column(text("Needed to"), "day"),
    Column(text("Gap"), "word"),
    Column(text("Gap (days)"), "number"),
    Column(text("Gap (months)"), "number"),
    Column(text("To be extended from"), "day"),
    Column(text("To be extended to"), "day"),
    Column(text("State of the extension"), most=16),
    Column(text("Notice by"), "day"),
)
_GAP = (12, 13, 14)
_KINDS = {
    "multi_year": text("several years"),
    "single_year": text("single year"),
}
_FORMS = {
    "lease": text("lease"),
    "re_lease": text("re-lease"),
    "maintenance": text("maintenance"),
    "use": text("use of a service"),
}


def put_contracts(book: Book, dossier: Dossier) -> None:
    """Write the sheet, a row per contract, a column per year of a request."""
    sheet, style, held = book.sheet(SHEET), book.style, dossier.page.coverages
    years = sorted({ask.fiscal_year for each in held for ask in each.asks})
    columns = (*_COLUMNS, *map(_year_column, years), _REQUESTS)
    known, short, *_ = early_ends(held)
    told = count(
        "{n} of {all} known contracts ends before it is needed no more.",
        "{n} of {all} known contracts end before they are needed no more.",
        len(short),
        all=len(known),
    )
    top = put_title(sheet, dossier, NAME, told)
    rows = [_row(each, years, style) for each in held]
    looks = [_looks(each, columns, style) for each in held]
    last = put_table(sheet, top, Table(columns, rows, looks))
    set_page(sheet, dossier, NAME, head=top, last=last, first_column=1)


_REQUESTS = Column(text("Requests for the money"), most=66)


def _year_column(year: int) -> Column:
    heading = text("{year}: request by", year=shown_fiscal_year(year))
    return Column(heading, "day")


def _row(coverage: Coverage, years: list[int], style: Style) -> list[Value]:
    contract, gap = coverage.contract, open_gap(coverage)
    # What is renewed every year has no gap of years that could be added up.
    counts = gap.kind not in ("unknown", "renewals")
    bought = [each.span for each in coverage.purchases]
    due = {ask.fiscal_year: ask.closes for ask in coverage.asks}
    systems = dict.fromkeys(
        unit.installation.system.title.into(style) for unit in coverage.units
    )
    form = contract.form if contract else None
    return [
        coverage.agreement.title.into(style),
        (contract.counterparty or contract.vendor) if contract else None,
        _KINDS[contract.kind].into(style) if contract else None,
        _FORMS[form].into(style) if form else None,
        joined(systems, style),
        len(coverage.units),
        joined(coverage.sections, style),
        coverage.first_day,
        coverage.last_day or text("unknown").into(style),
        coverage.extended_to,
        coverage.cutover,
        coverage.needed_to,
        gap_cell(coverage).into(style),
        gap.days if counts else None,
        gap.months if counts else None,
        bought[0].start if bought else None,
        bought[-1].end if bought else None,
        _state(coverage, style),
        coverage.notice_by,
        *(due.get(year) for year in years),
        "\n".join(each.into(style) for each in requests(coverage)),
    ]


def _state(coverage: Coverage, style: Style) -> str | None:
    """Return how far the extension is, where one is needed."""
    if open_gap(coverage).kind in ("unknown", "none"):
        return None
    state = coverage.progress.state
    return (STATE_TITLES[state] if state else text("not planned")).into(style)


def _looks(coverage: Coverage, columns: tuple[Column, ...], style: Style) -> list[Look]:
    looks = [column_look(column.kind, style) for column in columns]
    if open_gap(coverage).parts:
        for place in _GAP:
            looks[place] = looks[place]._replace(bold=True)
    return looks
