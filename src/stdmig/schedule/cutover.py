"""The day on which each system's successor begins to serve (稼働開始日)."""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

from stdmig.inventory import Blackout, Confidence, System
from stdmig.schedule.cutover_choice import Choice
from stdmig.schedule.reason import Reason, ReasonKind

CutoverSource = Literal["wanted", "chosen", "live"]
"""Who or what named the day."""


class BlackoutHit(NamedTuple):
    """A black-out that holds on a day, and how sure that is."""

    blackout: Blackout
    confidence: Confidence


class Cutover(NamedTuple):
    """
    The planned cutover of one system.

    Attributes
    ----------
    day
        First day of service.
    source
        ``wanted`` by the municipality, ``chosen``, or ``live``: the system serves since
        that day.
    deadline
        Last day on which it may fall.
    early, earliest
        First possible day with maximum and with minimum durations; the day itself
        where the system is live.
    together
        Ids of the systems that are cut over with it, itself among them.
    choice
        Of which days a chosen one is the best; None where no day was allowed, so
        that the deadline is taken, or where the day is another system's.
    follows
        Id of the system whose wanted day it takes over (``with``).
    blackouts
        Black-outs of the system that hold on the day.
    """

    system: System
    day: date
    source: CutoverSource
    deadline: date
    early: date
    earliest: date
    together: tuple[str, ...] = ()
    choice: Choice | None = None
    follows: str | None = None
    blackouts: tuple[BlackoutHit, ...] = ()

    @property
    def is_last_resort(self) -> bool:
        """Return whether it is on its deadline since no day was allowed."""
        return self.source == "chosen" and self.choice is None and self.follows is None

    def is_overdue(self, as_of: date) -> bool:
        """Return whether it should have been by now, and is not recorded as live."""
        return self.source != "live" and self.day < as_of

    @property
    def reason(self) -> Reason:
        """Return what set the day: a record, a wish, black-outs, or a limit."""
        if self.follows is not None:
            return Reason("wanted", self.follows)
        return Reason(self._kind, self.system.id)

    @property
    def _kind(self) -> ReasonKind:
        if self.source == "live":
            return "progress"
        if self.source == "wanted":
            return "wanted"
        if self.choice is not None and self.choice.closed:
            return "blackout"
        designated = self.system.designated
        completion = designated.completion if designated else None
        early = completion is not None and completion <= self.deadline
        return "completion" if early else "deadline"


def hits(held: tuple[Blackout, ...], day: date) -> tuple[BlackoutHit, ...]:
    """Return which of some black-outs hold on a day."""
    found = ((each, each.on(day)) for each in held)
    return tuple(BlackoutHit(each, sure) for each, sure in found if sure is not None)
