"""What a municipality reports of its progress, before it is in a file (進捗の回答)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple


class ToldSteps(NamedTuple):
    """
    How many of the ministry's steps of a system are in which state.

    Attributes
    ----------
    as_of
        The day on which this was so; None where nobody said.
    """

    done: int = 0
    started: int = 0
    not_applicable: int = 0
    as_of: date | None = None

    @property
    def counts(self) -> dict[str, int]:
        """Return the counts that are more than none, by their keys in the file."""
        named = zip(("done", "started", "not_applicable"), self[:3], strict=True)
        return {key: number for key, number in named if number}


class ToldProgress(NamedTuple):
    """
    What is reported of one system.

    Attributes
    ----------
    since
        First day of service of its successor; None where that is not said.
    steps
        None where nothing is said of them.
    """

    system: str
    since: date | None = None
    steps: ToldSteps | None = None
