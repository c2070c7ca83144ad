"""The day on which each system's successor begins to serve (稼働開始日)."""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

from stdmig.inventory import System, TemplateFile
from stdmig.schedule.reason import Reason, ReasonKind


class Cutover(NamedTuple):
    """
    The planned cutover of one system.

    Attributes
    ----------
    day
        First day of service.
    source
        ``wanted`` by the municipality, or ``chosen`` from the deadline.
    deadline
        Last day on which it may fall.
    early, earliest
        First possible day with maximum and with minimum durations.
    """

    system: System
    day: date
    source: Literal["wanted", "chosen"]
    deadline: date
    early: date
    earliest: date

    @property
    def reason(self) -> Reason:
        """Return what set the day: somebody's wish, or the deadline."""
        kind: ReasonKind = "wanted" if self.source == "wanted" else "deadline"
        return Reason(kind, self.system.id)


class CutoverDay(NamedTuple):
    """A day that is settled before anything is scheduled."""

    day: date
    source: Literal["wanted", "chosen"]
    deadline: date


def cutover_day(system: System, template: TemplateFile) -> CutoverDay:
    """
    Return when a system is to be cut over: as wanted, else on its deadline.

    A system's own wanted day and deadline win over those of the template.
    """
    deadline = system.deadline or template.deadline.date
    wanted = system.cutover or template.planning.cutover
    if wanted is not None:
        return CutoverDay(wanted, "wanted", deadline)
    return CutoverDay(deadline, "chosen", deadline)
