"""A line of the budget request in words, with what the other plan's has not (明細)."""

from __future__ import annotations

from stdmig.budget import Amount, BudgetLine
from stdmig.dates import shown, shown_fiscal_year
from stdmig.inventory import BudgetHeading
from stdmig.render.budget_table import calculation
from stdmig.render.compare.amounts import span
from stdmig.words import Text, listing, text


def line_words(line: BudgetLine | None, other: BudgetLine | None) -> Text | None:
    """Return year, days and price of a line, and all else that the other has not."""
    if line is None:
        return None
    told = text(
        "{year}, {days}",
        year=shown_fiscal_year(line.fiscal_year),
        days=span(line.start, line.end),
    )
    if line.amount.yen is not None:
        told = text("{line}, {yen} yen", line=told, yen=f"{line.amount.yen:,}")
    if other is None:
        return told
    known, others = _further(line), _further(other)
    if line.amount.unit_price is None and (line.start, line.end) != (
        other.start,
        other.end,
    ):
        # Months without a price only repeat the days.
        del known["amount"]
    return listing([told, *(known[key] for key in known if known[key] != others[key])])


def _further(line: BudgetLine) -> dict[str, Text]:
    """Return what is told only where it differs."""
    return {
        "vote": text("budget: {what}", what=line.vote),
        "debt": text(
            "debt obligation {years}",
            years=listing(map(shown_fiscal_year, line.debt_years)),
        )
        if line.debt_years
        else text("no debt obligation"),
        "due": text(
            "to be asked for by {day}",
            day="-" if line.request_due is None else shown(line.request_due),
        ),
        "amount": _amount(line.amount),
        "heading": text("heading: {what}", what=_heading(line.heading)),
        "method": text("way of contracting: {what}", what=line.method or "-"),
        "counterparty": text("counterparty: {what}", what=line.counterparty or "-"),
    }


def _amount(amount: Amount) -> Text:
    cells = amount.quantity, amount.unit, amount.unit_price, amount.tax_rate
    if amount.yen is not None and amount.unit_price is not None:
        quantity, unit, price, rate = cells
        return calculation(quantity, unit, f"{price:,}", rate)
    known = [each for each in cells if each is not None]
    return text("price: {what}", what=listing(known or "-"))


def _heading(heading: BudgetHeading) -> Text:
    held = heading.model_dump().values()
    return text("{name}", name=" / ".join(str(each or "-") for each in held))
