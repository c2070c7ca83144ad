"""What the plan costs, per fiscal year (予算要求)."""

from stdmig.budget.budget import budget
from stdmig.budget.line import Amount, BudgetLine
from stdmig.budget.request_state import REQUEST_STATE_TITLES

__all__ = ["REQUEST_STATE_TITLES", "Amount", "BudgetLine", "budget"]
