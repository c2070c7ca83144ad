"""What levelling comes to, for all its screens and papers (平準化の要点)."""

from stdmig.outlook.levelling.goals import goals
from stdmig.outlook.levelling.guesses import guesses
from stdmig.outlook.levelling.loads import (
    exceeded,
    highest_limit,
    limited,
    month_at,
    peak,
    used_months,
)
from stdmig.outlook.levelling.moves import (
    Move,
    earlier,
    months_earlier,
    moved_places,
    moves,
    open_places,
)
from stdmig.outlook.levelling.statements import statements
from stdmig.outlook.levelling.trouble import troubles
from stdmig.outlook.levelling.worker_title import worker_title

__all__ = [
    "Move",
    "earlier",
    "exceeded",
    "goals",
    "guesses",
    "highest_limit",
    "limited",
    "month_at",
    "months_earlier",
    "moved_places",
    "moves",
    "open_places",
    "peak",
    "statements",
    "troubles",
    "used_months",
    "worker_title",
]
