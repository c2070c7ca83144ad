"""An entry of a calendar that lasts whole days (終日の予定)."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import NamedTuple

from stdmig.words import Readable, Style, text


class Kind(Enum):
    """What an event is about; the value is what its reader sees."""

    CUTOVER = text("Cutover")
    MILESTONE = text("Milestone")
    DEADLINE = text("Deadline")
    CONTRACT_END = text("End of contract")
    NOTICE = text("Notice")
    REQUEST = text("Budget request")
    VOTE = text("Vote of the council")


UNTRANSLATED = Style("en", era=False)
"""How words stand in a subject: the same for every reader."""


class Event(NamedTuple):
    """
    One event.

    Attributes
    ----------
    kind
        What it is about.
    subject
        Whose it is, in words that stay when the day changes.
    summary
        What the calendar shows.
    start, end
        First and last day, both inside.
    lines
        What it shows when it is opened.
    """

    kind: Kind
    subject: tuple[str, ...]
    summary: Readable
    start: date
    end: date
    lines: tuple[Readable, ...] = ()
