"""Roll-ups of results: what a plan comes to, in a few statements (要点)."""

from stdmig.outlook.budgets import BudgetGroup, budget_groups
from stdmig.outlook.needed_votes import needed_votes
from stdmig.outlook.next_dates import NextDate, Share, first_to_act, next_dates
from stdmig.outlook.open_requests import open_requests
from stdmig.outlook.statement import Statement
from stdmig.outlook.summary import Summary, summarise
from stdmig.outlook.workload import Month, Workload, workloads

__all__ = [
    "BudgetGroup",
    "Month",
    "NextDate",
    "Share",
    "Statement",
    "Summary",
    "Workload",
    "budget_groups",
    "first_to_act",
    "needed_votes",
    "next_dates",
    "open_requests",
    "summarise",
    "workloads",
]
