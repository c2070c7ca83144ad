"""Rules of time applied: passes, cutovers, reasons, the plan."""

from stdmig.schedule.assumptions import Assumption, assumptions
from stdmig.schedule.chain import Chain, ChainField, Step, chain
from stdmig.schedule.critical_path import CriticalPath
from stdmig.schedule.cutover import Cutover
from stdmig.schedule.floors import publication
from stdmig.schedule.milestones import MilestoneDate, milestones
from stdmig.schedule.plan import Plan
from stdmig.schedule.reason import Reason, ReasonKind
from stdmig.schedule.reasons import task_reasons
from stdmig.schedule.schedule import schedule
from stdmig.schedule.task_dates import DATE_FIELDS, TaskDates
from stdmig.schedule.timing import Duration, Timing

__all__ = [
    "DATE_FIELDS",
    "Assumption",
    "Chain",
    "ChainField",
    "CriticalPath",
    "Cutover",
    "Duration",
    "MilestoneDate",
    "Plan",
    "Reason",
    "ReasonKind",
    "Step",
    "TaskDates",
    "Timing",
    "assumptions",
    "chain",
    "milestones",
    "publication",
    "schedule",
    "task_reasons",
]
