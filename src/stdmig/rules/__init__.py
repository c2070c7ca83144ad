"""What is wrong with a plan: one file per rule (点検規則)."""

from stdmig.rules.baseline import Baseline, Comparison, Known, compare
from stdmig.rules.check import check, selection
from stdmig.rules.finding import Finding, named, several
from stdmig.rules.registry import RULES
from stdmig.rules.rule import Context, Rule
from stdmig.rules.suppression import Suppression

__all__ = [
    "RULES",
    "Baseline",
    "Comparison",
    "Context",
    "Finding",
    "Known",
    "Rule",
    "Suppression",
    "check",
    "compare",
    "named",
    "selection",
    "several",
]
