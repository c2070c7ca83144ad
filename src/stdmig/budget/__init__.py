"""What the plan costs, per fiscal year."""

from stdmig.budget.budget import budget
from stdmig.budget.line import Amount, BudgetLine

__all__ = ["Amount", "BudgetLine", "budget"]
