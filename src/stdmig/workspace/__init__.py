"""Use cases: open, plan, check, export."""

from stdmig.workspace.data_root import data_root
from stdmig.workspace.find import find_system, find_tasks
from stdmig.workspace.open import INPUT_FILES, Request, open_workspace
from stdmig.workspace.plan import AsOfSource, Planned, plan_workspace
from stdmig.workspace.refusal import refusal
from stdmig.workspace.write import write_whole

__all__ = [
    "INPUT_FILES",
    "AsOfSource",
    "Planned",
    "Request",
    "data_root",
    "find_system",
    "find_tasks",
    "open_workspace",
    "plan_workspace",
    "refusal",
    "write_whole",
]
