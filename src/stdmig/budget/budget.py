"""The budget request of a plan, one line per fiscal year and cost (予算要求)."""

from __future__ import annotations

from stdmig.budget.bridge import bridge_lines
from stdmig.budget.extension import extension_lines
from stdmig.budget.line import BudgetLine
from stdmig.budget.migration import migration_lines
from stdmig.coverage import Coverage
from stdmig.schedule import Plan


def budget(plan: Plan, coverages: tuple[Coverage, ...]) -> tuple[BudgetLine, ...]:
    """
    Return the lines of the budget request, by fiscal year.

    There is a line per fiscal year, section, system and cost item of the procedure,
    one per fiscal year and contract for every gap, and one per fiscal year and pair of
    cutover days for the bridges between them. What is over on the as-of date has
    none. Amounts are only as known as the figures
    that somebody gave.
    """
    lines = [
        *migration_lines(plan),
        *extension_lines(plan, coverages),
        *bridge_lines(plan),
    ]
    # Nobody asks for what is over.
    lines = [line for line in lines if line.end >= plan.as_of]
    return tuple(sorted(lines, key=lambda line: line.fiscal_year))
