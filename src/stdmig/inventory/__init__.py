"""
Files that a town hall writes, as typed facts with their places (入力ファイル).

`load` reads a workspace: `yaml_events` makes values with places of its bytes,
`validate` the typed files of them (`systems`, `procedures`, `template`, `progress` and
the others, named after their files), the modules ``check_…`` say what does not fit
together, and `Inventory` holds it all.

The packages beside it go the other way: `describe` and `schema` tell what a file may
hold, `writing` makes new files, and `editing` changes those that are there.
"""

from stdmig.inventory.acceptances import SUBJECT_KINDS, Acceptable, Acceptance
from stdmig.inventory.agreements import Agreement, Installation, procurement_id
from stdmig.inventory.assessment import LEVELS, MANY_HANDLERS, Assessment, is_inferred
from stdmig.inventory.blackouts import Blackout, Confidence
from stdmig.inventory.calendar import ClosedDates
from stdmig.inventory.contracts import Contract, Extension
from stdmig.inventory.costs import BudgetHeading, Cost, CostsFile
from stdmig.inventory.council import Council, Session
from stdmig.inventory.designation import REASONS, Designation
from stdmig.inventory.document import Document, Path
from stdmig.inventory.faults import FAULTS, FaultKind
from stdmig.inventory.inventory import Inventory
from stdmig.inventory.lines import lines_at
from stdmig.inventory.links import EVERY_OTHER, OnlineProcedure, SystemLink
from stdmig.inventory.load import load
from stdmig.inventory.procedures import CostItem, ProceduresFile, WorkItem
from stdmig.inventory.progress import ProgressFile, Status, TaskProgress
from stdmig.inventory.read_file import read_template
from stdmig.inventory.source import Source
from stdmig.inventory.sources import Sources
from stdmig.inventory.statutory import STATUTORY
from stdmig.inventory.subject_yaml import subject_yaml
from stdmig.inventory.systems import System
from stdmig.inventory.template import Milestone, TemplateFile

__all__ = [
    "EVERY_OTHER",
    "FAULTS",
    "LEVELS",
    "MANY_HANDLERS",
    "REASONS",
    "STATUTORY",
    "SUBJECT_KINDS",
    "Acceptable",
    "Acceptance",
    "Agreement",
    "Assessment",
    "Blackout",
    "BudgetHeading",
    "ClosedDates",
    "Confidence",
    "Contract",
    "Cost",
    "CostItem",
    "CostsFile",
    "Council",
    "Designation",
    "Document",
    "Extension",
    "FaultKind",
    "Installation",
    "Inventory",
    "Milestone",
    "OnlineProcedure",
    "Path",
    "ProceduresFile",
    "ProgressFile",
    "Session",
    "Source",
    "Sources",
    "Status",
    "System",
    "SystemLink",
    "TaskProgress",
    "TemplateFile",
    "WorkItem",
    "is_inferred",
    "lines_at",
    "load",
    "procurement_id",
    "read_template",
    "subject_yaml",
]
