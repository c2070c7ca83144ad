"""Two plans held against each other: what moved, came and went (計画の比較)."""

from stdmig.outlook.comparison.comparison import Comparison, compare_outcomes
from stdmig.outlook.comparison.contracts import (
    AskChange,
    ContractChange,
    ContractChangeKind,
)
from stdmig.outlook.comparison.cutovers import CutoverChange
from stdmig.outlook.comparison.findings import FindingChange
from stdmig.outlook.comparison.fits import Fit, FitChange
from stdmig.outlook.comparison.money import (
    LineChange,
    Money,
    Sum,
    SumChange,
)
from stdmig.outlook.comparison.outcome import Outcome
from stdmig.outlook.comparison.paths import PathChange
from stdmig.outlook.comparison.tasks import TaskChange

__all__ = [
    "AskChange",
    "Comparison",
    "ContractChange",
    "ContractChangeKind",
    "CutoverChange",
    "FindingChange",
    "Fit",
    "FitChange",
    "LineChange",
    "Money",
    "Outcome",
    "PathChange",
    "Sum",
    "SumChange",
    "TaskChange",
    "compare_outcomes",
]
