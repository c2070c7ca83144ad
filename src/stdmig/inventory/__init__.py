"""Files that a town hall writes, read into typed facts with their places."""

from stdmig.inventory.agreements import Agreement, Installation
from stdmig.inventory.contracts import Contract, Extension
from stdmig.inventory.costs import BudgetHeading, Cost, CostsFile
from stdmig.inventory.document import Document, Path
from stdmig.inventory.faults import FAULTS, FaultKind
from stdmig.inventory.inventory import Documents, Inventory
from stdmig.inventory.load import Sources, load
from stdmig.inventory.procedures import CostItem, ProceduresFile, WorkItem
from stdmig.inventory.source import Source
from stdmig.inventory.statutory import STATUTORY
from stdmig.inventory.systems import Municipality, Specification, System, Unit
from stdmig.inventory.template import Milestone, TemplateFile

__all__ = [
    "FAULTS",
    "STATUTORY",
    "Agreement",
    "BudgetHeading",
    "Contract",
    "Cost",
    "CostItem",
    "CostsFile",
    "Document",
    "Documents",
    "Extension",
    "FaultKind",
    "Installation",
    "Inventory",
    "Milestone",
    "Municipality",
    "Path",
    "ProceduresFile",
    "Source",
    "Sources",
    "Specification",
    "System",
    "TemplateFile",
    "Unit",
    "WorkItem",
    "load",
]
