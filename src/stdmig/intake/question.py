"""What the list leaves open, asked of the person who knows (確認事項)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from stdmig.diagnostics import Location
from stdmig.words import Name, Readable, Text


class Choice(NamedTuple):
    """
    One answer that may be given.

    Attributes
    ----------
    key
        As it is typed and stored: an id, a number, ``yes``.
    label
        What a person reads beside it.
    """

    key: str
    label: Readable


class Question(NamedTuple):
    """
    Something that must be known and that no rule can settle.

    Attributes
    ----------
    id
        The same for the same list, so that an answer can be given beforehand
        (``--answer ID=KEY``): letters, digits, ``-`` and ``.``, readable.
    wording
        The question in one sentence.
    places
        The cells that raise it.
    choices
        What may be answered; empty where any words may.
    proposal
        The answer that is taken where the person just agrees; None where none is
        safe enough to propose.
    several
        Whether more than one choice may be named, commas between them.
    proposal_shown
        The proposal as its reader writes it; None where that is no other.
    """

    id: str
    wording: Text
    places: tuple[Location, ...]
    choices: tuple[Choice, ...] = ()
    proposal: str | None = None
    several: bool = False
    proposal_shown: Text | None = None

    @property
    def shown_proposal(self) -> Readable:
        """Return the proposal for a reader."""
        return self.proposal_shown or Name(self.proposal or "")


Answers = Mapping[str, str]
"""What was answered, by the question's id."""
