"""What a cell says of the days of a contract (契約期間の読み)."""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

from stdmig.inventory.quoted import quoted
from stdmig.words import Text, text

Role = Literal["first", "last", "both"]
"""Whether a cell gives a first day, a last day, or a period."""


class Span(NamedTuple):
    """First and last day of a contract, as far as they are given."""

    start: date | None = None
    end: date | None = None


class Reading(NamedTuple):
    """
    What a cell says of days.

    Attributes
    ----------
    spans
        One for each contract, in the order in which they run; empty where nothing
        is known.
    fault
        Why nothing is taken over.
    proposal
        What was probably meant, in words that are read again.
    remarks
        How doubtful things were read.
    kind
        ``single_year`` or ``multi_year`` where the cell says it.
    renewal
        By how many months it renews itself, where the cell says it.
    rest
        Words beside the days, not understood, to be kept.
    askable
        Whether it seems to be a day, so that the person can tell which.
    """

    spans: tuple[Span, ...] = ()
    fault: Text | None = None
    proposal: str | None = None
    remarks: tuple[Text, ...] = ()
    kind: str | None = None
    renewal: int | None = None
    rest: str = ""
    askable: bool = False


def unread(written: str) -> Text:
    """Return that something is no date."""
    return text("'{value}' was not understood as a date", value=quoted(written))
