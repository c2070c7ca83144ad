"""Contract arithmetic, once, for rules, budget and views (契約期間の確認)."""

from stdmig.coverage.asks import Ask
from stdmig.coverage.cover import cover
from stdmig.coverage.coverage import Coverage
from stdmig.coverage.due_notice import DueNotice, due_notice
from stdmig.coverage.early_ends import EarlyEnds, early_ends
from stdmig.coverage.extension import STATE_TITLES
from stdmig.coverage.gap import Gap
from stdmig.coverage.notice import notice_day
from stdmig.coverage.open_gap import OpenGap, open_gap
from stdmig.coverage.purchase import Purchase
from stdmig.coverage.renewal import Overrun

__all__ = [
    "STATE_TITLES",
    "Ask",
    "Coverage",
    "DueNotice",
    "EarlyEnds",
    "Gap",
    "OpenGap",
    "Overrun",
    "Purchase",
    "cover",
    "due_notice",
    "early_ends",
    "notice_day",
    "open_gap",
]
