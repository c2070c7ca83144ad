"""The cells of a budget request, the same in every format (予算要求の明細)."""

from __future__ import annotations

from typing import NamedTuple

from stdmig.budget import BudgetLine
from stdmig.dates import shown_fiscal_year_long
from stdmig.words import Style, Text, in_style, listing, text


class Column(NamedTuple):
    """
    A column of the request.

    Attributes
    ----------
    key
        Name of its cell in a row of `budget_row`.
    heading
        What people read above it.
    """

    key: str
    heading: Text


COLUMNS: tuple[Column, ...] = (
    Column("fiscal_year", text("Fiscal year")),
    Column("vote", text("Budget (initial or supplementary)")),
    Column("account", text("Account")),
    Column("part", text("Part")),
    Column("title", text("Title")),
    Column("subtitle", text("Subtitle")),
    Column("project", text("Project")),
    Column("node", text("Node")),
    Column("subnode", text("Subnode")),
    Column("section", text("Requesting section")),
    Column("subject", text("Subject")),
    Column("is_new", text("New or continued")),
    Column("previous", text("Previous initial budget (thousand yen)")),
    Column("request", text("Request (thousand yen)")),
    Column("change", text("Change (thousand yen)")),
    Column("quantity", text("Quantity")),
    Column("unit", text("Unit")),
    Column("unit_price", text("Unit price (yen, without tax)")),
    Column("tax_rate", text("Tax rate (%)")),
    Column("amount", text("Amount (yen, with tax)")),
    Column("calculation", text("Calculation")),
    Column("national", text("National subsidy")),
    Column("prefectural", text("Prefectural subsidy")),
    Column("bonds", text("Local bonds")),
    Column("other", text("Other revenue")),
    Column("general", text("General revenue")),
    Column("debt", text("Debt obligation")),
    Column("debt_years", text("Its years")),
    Column("debt_limit", text("Its limit (thousand yen)")),
    Column("method", text("Way of contracting")),
    Column("counterparty", text("Likely counterparty")),
    Column("start", text("Performance from")),
    Column("end", text("Performance to")),
    Column("request_due", text("Request due")),
    Column("basis", text("Basis in the plan")),
    Column("remarks", text("Remarks")),
)
"""In the order of the form."""


def budget_row(line: BudgetLine, style: Style, *, sample: bool) -> dict[str, object]:
    """
    Return the cells of a line, by the keys of `COLUMNS` and in their order.

    What nobody gave is None, never zero: subsidies, last year's budget and limits are
    for the finance office to fill in.
    """
    heading, amount = line.heading, line.amount
    remarks = (*line.remarks, *((text("sample"),) if sample else ()))
    is_new = text("new") if line.is_new else text("continued")
    needed = text("needed") if line.debt_years else text("none")
    years = listing(map(shown_fiscal_year_long, line.debt_years or (0,)))
    return {
        "fiscal_year": year_cell(line.fiscal_year, style),
        "vote": line.vote.into(style),
        "account": heading.account,
        "part": heading.part,
        "title": heading.title,
        "subtitle": heading.subtitle,
        "project": heading.project,
        "node": heading.node,
        "subnode": heading.subnode,
        "section": line.section,
        "subject": line.title.into(style),
        "is_new": is_new.into(style),
        "previous": None,
        "request": amount.thousands,
        "change": None,
        "quantity": amount.quantity,
        "unit": in_style(amount.unit, style) if amount.unit else None,
        "unit_price": amount.unit_price,
        "tax_rate": amount.tax_rate,
        "amount": amount.yen,
        "calculation": _calculation(line, style),
        "national": None,
        "prefectural": None,
        "bonds": None,
        "other": None,
        "general": None,
        "debt": needed.into(style),
        "debt_years": years.into(style) if line.debt_years else None,
        "debt_limit": None,
        "method": line.method,
        "counterparty": in_style(line.counterparty, style)
        if line.counterparty
        else None,
        "start": line.start,
        "end": line.end,
        "request_due": line.request_due,
        "basis": line.basis.into(style),
        "remarks": listing(remarks).into(style) if remarks else None,
    }


def year_cell(fiscal_year: int, style: Style) -> str:
    """Return a fiscal year as its column has it: 令和6, FY2024."""
    return shown_fiscal_year_long(fiscal_year).into(style).removesuffix("年度")


def calculation(quantity: object, unit: object, price: object, rate: object) -> Text:
    """Return how an amount comes about (積算根拠)."""
    return text(
        "{quantity} {unit} x {price} yen, tax {rate} %",
        quantity=quantity,
        unit=unit,
        price=price,
        rate=rate,
    )


def _calculation(line: BudgetLine, style: Style) -> str | None:
    amount = line.amount
    if amount.yen is None or amount.unit is None:
        return None
    price = f"{amount.unit_price:,}"
    told = calculation(amount.quantity, amount.unit, price, amount.tax_rate)
    return told.into(style)
