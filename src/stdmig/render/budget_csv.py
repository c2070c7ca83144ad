"""The budget request as finance reads it (予算要求書)."""

from __future__ import annotations

from stdmig.budget import BudgetLine
from stdmig.render.budget_table import COLUMNS, budget_row
from stdmig.render.csv_table import Encoding, Unwritable, table
from stdmig.words import Style


def budget_csv(
    lines: tuple[BudgetLine, ...], style: Style, encoding: Encoding, *, sample: bool
) -> tuple[bytes, list[Unwritable]]:
    """
    Return the request, one line per fiscal year and cost.

    The lines of the sample city say in their remarks that they are a sample. What
    nobody gave is empty, never zero. Dates are ISO 8601, so that a spreadsheet knows
    them.
    """
    header = [column.heading.into(style) for column in COLUMNS]
    rows = [list(budget_row(line, style, sample=sample).values()) for line in lines]
    return table(header, rows, encoding)
