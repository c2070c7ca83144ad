"""What every output about a status shows (進捗の内容)."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from stdmig.dates import shown
from stdmig.outlook.progress.work import Work
from stdmig.outlook.status import Standing, Status
from stdmig.words import Text, text

STANDINGS: dict[Standing, Text] = {
    "live": text("live"),
    "in_time": text("in time"),
    "late": text("to shorten"),
    "lost": text("not in time"),
}
"""How a system stands against its deadline, in a column."""

STEP_RATE = text("Step rate")
WORK_RATE = text("Work rate")
"""The two rates at the head of a column, which never holds the other."""


class StatusPage(NamedTuple):
    """
    What an output about a status shows.

    Attributes
    ----------
    section
        The section that it is narrowed to; None for all.
    full
        Whether equal rows stand one by one, and none is left out.
    options
        What a command must be given to open the workspace.
    as_of_today
        Whether the as-of date is the day of the run.
    """

    status: Status
    section: str | None = None
    full: bool = False
    options: str = ""
    as_of_today: bool = False

    @property
    def is_sample(self) -> bool:
        """Return whether it is the packaged city."""
        return self.status.plan.inventory.sample


def status_title(page: StatusPage) -> Text:
    """Return what the output is headed with."""
    inventory = page.status.plan.inventory
    name: object = inventory.municipality.title
    if page.is_sample:
        name = text("{name} (sample)", name=name)
    told = text("{name}: status", name=name)
    if page.section is None:
        return told
    return text("{name} ({whose})", name=told, whose=page.section)


def facts(page: StatusPage) -> tuple[Text, ...]:
    """Return the as-of date, and which kept plan the work is held against."""
    as_of, against = shown(page.status.plan.as_of), page.status.against
    day = text("as of {day}", day=as_of)
    if page.as_of_today:
        day = text("as of {day} (today)", day=as_of)
    if against is None:
        return day, text("no kept plan")
    kept = against.baseline
    return day, text("kept plan {id} ({day})", id=kept.id, day=shown(kept.as_of))


def step_percent(rate: Fraction, places: int = 1) -> str:
    """
    Return a step rate: 85%, 82.5%; with two places as the ministry has its mean.

    Only what is whole is told as 100.
    """
    scale = 10**places
    tenths = min((rate * 100 * scale + Fraction(1, 2)) // 1, 100 * scale)
    if rate < 1:
        tenths = min(tenths, 100 * scale - 1)
    whole, rest = divmod(int(tenths), scale)
    told = f"{whole}.{rest:0{places}}".rstrip("0").rstrip(".") if rest else str(whole)
    return f"{told}%"


def work_percent(work: Work) -> str:
    """Return a work-weighted rate, rounded down: 62.9%; a blank where no work is."""
    rate = work.rate
    return "" if rate is None else f"{int(rate * 1000 + 1e-9) / 10:.1f}%"


def months(amount: float) -> str:
    """Return months of work: 552, 354.2."""
    return f"{amount:.1f}".rstrip("0").rstrip(".")
