"""Roll-ups of results: what a plan comes to, in a few statements."""

from stdmig.outlook.budgets import BudgetGroup, budget_groups
from stdmig.outlook.summary import Statement, Summary, summarise

__all__ = ["BudgetGroup", "Statement", "Summary", "budget_groups", "summarise"]
