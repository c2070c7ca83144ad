"""What every output about a risk shows (確率の内容)."""

from __future__ import annotations

from typing import NamedTuple

from stdmig.dates import shown
from stdmig.outlook.risk import SHAPES, Focus
from stdmig.words import Text, count, listing, text

_MOST_NAMES = 3
"""So many systems are named; of more their number is told."""


class RiskPage(NamedTuple):
    """
    What an output about a risk shows.

    Attributes
    ----------
    together
        Correlation between the durations of tasks in which the same vendor acts.
    section
        The section that it is narrowed to; None for all.
    full
        Whether equal systems and tasks stand one by one, and none is left out.
    options
        What a command must be given to open the workspace, and to narrow it so.
    as_of_today
        Whether the as-of date is the day of the run.
    """

    focus: Focus
    together: float = 0.0
    section: str | None = None
    full: bool = False
    options: str = ""
    as_of_today: bool = False

    @property
    def is_sample(self) -> bool:
        """Return whether it is the packaged city."""
        return self.focus.risk.plan.inventory.sample


def whose(page: RiskPage) -> Text:
    """Return whose cutovers they are; the sample city's name says that it is one."""
    inventory = page.focus.risk.plan.inventory
    if inventory.sample:
        return text("{name} (sample)", name=inventory.municipality.title)
    return text("{name}", name=inventory.municipality.title)


def narrowed_to(page: RiskPage) -> Text | None:
    """Return what the output is narrowed to: a section, systems, or nothing."""
    if page.section is not None:
        return text("{name}", name=page.section)
    if not page.focus.narrowed:
        return None
    titles = [page.focus.system(each).title for each in page.focus.systems]
    if 0 < len(titles) <= _MOST_NAMES:
        return listing(titles)
    return count("{n} system", "{n} systems", len(titles))


def risk_title(page: RiskPage) -> Text:
    """Return what the output is headed with."""
    told = text("{name}: how sure the cutovers are", name=whose(page))
    narrowed = narrowed_to(page)
    if narrowed is None:
        return told
    return text("{name} ({whose})", name=told, whose=narrowed)


def facts(page: RiskPage) -> tuple[Text, ...]:
    """Return the as-of date, how many samples were drawn, and how."""
    risk = page.focus.risk
    day = text("as of {day}", day=shown(risk.plan.as_of))
    if page.as_of_today:
        day = text("as of {day} (today)", day=shown(risk.plan.as_of))
    number = count(
        "{samples} random run",
        "{samples} random runs",
        risk.samples,
        samples=f"{risk.samples:,}",
    )
    return day, number, SHAPES[risk.shape]


def last_cutover(page: RiskPage) -> Text:
    """Return what the distribution is of."""
    alone = page.focus.alone
    if alone is not None:
        return text("Cutover of {name}", name=alone.title)
    return text("Last cutover of all systems")
