"""What is wrong with a plan: one file per rule."""

from stdmig.rules.check import check, selection
from stdmig.rules.finding import Finding
from stdmig.rules.registry import RULES
from stdmig.rules.rule import Context, Hit, Rule
from stdmig.rules.suppression import Suppression

__all__ = [
    "RULES",
    "Context",
    "Finding",
    "Hit",
    "Rule",
    "Suppression",
    "check",
    "selection",
]
