"""Roll-ups of results: what a plan comes to, in a few statements."""

from stdmig.outlook.budgets import BudgetGroup, budget_groups
from stdmig.outlook.summary import Statement, Summary, summarise
from stdmig.outlook.workload import Month, Workload, workloads

__all__ = [
    "BudgetGroup",
    "Month",
    "Statement",
    "Summary",
    "Workload",
    "budget_groups",
    "summarise",
    "workloads",
]
