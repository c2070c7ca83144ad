"""The form of every table of a comparison (比較表の形)."""

from __future__ import annotations

from typing import Literal, NamedTuple

from stdmig.words import Readable, Text, text

Sign = Literal["+", "-", "~"]
"""Only after, only before, different in both."""

Tone = Literal["", "bad", "good"]
"""What kind of news it is."""


class Row(NamedTuple):
    """
    One change.

    Attributes
    ----------
    what
        What differs.
    before, after
        How it is on either side; None where there is nothing.
    difference
        By how much, where that can be said.
    names
        Of whom it is told, where `what` gives their number alone.
    tone
        ``bad`` or ``good`` news, or neither.
    """

    sign: Sign
    what: Readable
    before: Readable | None = None
    after: Readable | None = None
    difference: Readable | None = None
    names: tuple[Readable, ...] = ()
    tone: Tone = ""


class Table(NamedTuple):
    """
    Changes of one kind.

    Attributes
    ----------
    key
        Its name for programs; fit for an id.
    what
        Heading of the first column.
    folded
        Whether it holds details, which a reader opens.
    note
        A sentence under the title.
    """

    key: str
    title: Text
    what: Text
    rows: tuple[Row, ...]
    folded: bool = False
    note: Text | None = None


BEFORE, AFTER = text("Plan before"), text("Plan after")
DIFFERENCE = text("Difference")
