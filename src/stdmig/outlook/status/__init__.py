"""How far the work is, and whether that is enough (進捗と見込み)."""

from stdmig.outlook.status.against import (
    Against,
    LateKind,
    LateTask,
    NewAndGone,
    held_against,
)
from stdmig.outlook.status.decisions import Decision
from stdmig.outlook.status.forecast import Standing, SystemForecast
from stdmig.outlook.status.rates import Rates, SystemRates
from stdmig.outlook.status.starts import Start, WorkerStarts, by_worker
from stdmig.outlook.status.statements import statements
from stdmig.outlook.status.status import HIGH, Status, status

__all__ = [
    "HIGH",
    "Against",
    "Decision",
    "LateKind",
    "LateTask",
    "NewAndGone",
    "Rates",
    "Standing",
    "Start",
    "Status",
    "SystemForecast",
    "SystemRates",
    "WorkerStarts",
    "by_worker",
    "held_against",
    "statements",
    "status",
]
