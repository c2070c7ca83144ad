"""What the samples come to, for all their screens and papers (確率の要点)."""

from stdmig.outlook.risk.beginnings import Beginning, beginning, weeks_before
from stdmig.outlook.risk.chances import percent, sampling_error, short_percent
from stdmig.outlook.risk.clusters import clusters
from stdmig.outlook.risk.focus import Focus, focus
from stdmig.outlook.risk.guesses import SHAPES, guesses
from stdmig.outlook.risk.limits import KINDS, LimitRow, limit_rows
from stdmig.outlook.risk.months import Month, months
from stdmig.outlook.risk.statements import statements
from stdmig.outlook.risk.system_rows import SHARES, SystemRow, system_rows
from stdmig.outlook.risk.task_rows import (
    CriticalRow,
    SwingRow,
    critical_rows,
    swing_rows,
)

__all__ = [
    "KINDS",
    "SHAPES",
    "SHARES",
    "Beginning",
    "CriticalRow",
    "Focus",
    "LimitRow",
    "Month",
    "SwingRow",
    "SystemRow",
    "beginning",
    "clusters",
    "critical_rows",
    "focus",
    "guesses",
    "limit_rows",
    "months",
    "percent",
    "sampling_error",
    "short_percent",
    "statements",
    "swing_rows",
    "system_rows",
    "weeks_before",
]
