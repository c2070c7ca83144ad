"""The budget request as finance reads it (予算要求書)."""

from __future__ import annotations

from stdmig.budget import BudgetLine
from stdmig.dates import shown_fiscal_year_long
from stdmig.render.csv_table import Encoding, Unwritable, table
from stdmig.words import Style, Text, in_style, listing, text

_HEADINGS: tuple[Text, ...] = (
    text("Fiscal year"),
    text("Budget (initial or supplementary)"),
    text("Account"),
    text("Part"),
    text("Title"),
    text("Subtitle"),
    text("Project"),
    text("Node"),
    text("Subnode"),
    text("Requesting section"),
    text("Subject"),
    text("New or continued"),
    text("Previous initial budget (thousand yen)"),
    text("Request (thousand yen)"),
    text("Change (thousand yen)"),
    text("Quantity"),
    text("Unit"),
    text("Unit price (yen, without tax)"),
    text("Tax rate (%)"),
    text("Amount (yen, with tax)"),
    text("Calculation"),
    text("National subsidy"),
    text("Prefectural subsidy"),
    text("Local bonds"),
    text("Other revenue"),
    text("General revenue"),
    text("Debt obligation"),
    text("Its years"),
    text("Its limit (thousand yen)"),
    text("Way of contracting"),
    text("Likely counterparty"),
    text("Performance from"),
    text("Performance to"),
    text("Request due"),
    text("Basis in the plan"),
    text("Remarks"),
)


def budget_csv(
    lines: tuple[BudgetLine, ...], style: Style, encoding: Encoding, *, sample: bool
) -> tuple[bytes, list[Unwritable]]:
    """
    Return the request, one line per fiscal year and cost.

    The lines of the sample city say in their remarks that they are a sample. What
    nobody gave is empty, never zero: subsidies, last year's budget and limits are for
    the finance office to fill in. Dates are ISO 8601, so that a spreadsheet knows them.
    """
    header = [heading.into(style) for heading in _HEADINGS]
    return table(header, [_row(line, style, sample) for line in lines], encoding)


def _row(line: BudgetLine, style: Style, sample: bool) -> list[object]:
    heading, amount = line.heading, line.amount
    remarks = (*line.remarks, *((text("sample"),) if sample else ()))
    is_new = text("new") if line.is_new else text("continued")
    needed = text("needed") if line.debt_years else text("none")
    years = listing(map(shown_fiscal_year_long, line.debt_years or (0,)))
    return [
        shown_fiscal_year_long(line.fiscal_year).into(style).removesuffix("年度"),
        line.vote.into(style),
        heading.account,
        heading.part,
        heading.title,
        heading.subtitle,
        heading.project,
        heading.node,
        heading.subnode,
        line.section,
        line.title.into(style),
        is_new.into(style),
        None,
        amount.thousands,
        None,
        amount.quantity,
        in_style(amount.unit, style) if amount.unit else None,
        amount.unit_price,
        amount.tax_rate,
        amount.yen,
        _calculation(line, style),
        *(None,) * 5,
        needed.into(style),
        years.into(style) if line.debt_years else None,
        None,
        line.method,
        in_style(line.counterparty, style) if line.counterparty else None,
        line.start,
        line.end,
        line.request_due,
        line.basis.into(style),
        listing(remarks).into(style) if remarks else None,
    ]


def _calculation(line: BudgetLine, style: Style) -> str | None:
    amount = line.amount
    if amount.yen is None or amount.unit is None:
        return None
    told = text(
        "{quantity} {unit} x {price} yen, tax {rate} %",
        quantity=amount.quantity,
        unit=amount.unit,
        price=f"{amount.unit_price:,}",
        rate=amount.tax_rate,
    )
    return told.into(style)
