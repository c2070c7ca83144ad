"""Use cases: open, plan, check, export (作業フォルダー)."""

from stdmig.workspace.data_root import data_root
from stdmig.workspace.files import FILE_NAMES, WRITTEN_BY_PEOPLE
from stdmig.workspace.find import find_system, find_tasks
from stdmig.workspace.open import Opened, Request, open_workspace, read_workspace
from stdmig.workspace.plan import Planned, plan_workspace
from stdmig.workspace.refusal import refusal
from stdmig.workspace.write import encoded, write_whole

__all__ = [
    "FILE_NAMES",
    "WRITTEN_BY_PEOPLE",
    "Opened",
    "Planned",
    "Request",
    "data_root",
    "encoded",
    "find_system",
    "find_tasks",
    "open_workspace",
    "plan_workspace",
    "read_workspace",
    "refusal",
    "write_whole",
]
