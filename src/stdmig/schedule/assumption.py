"""A guess that the plan leans on (前提)."""

from __future__ import annotations

from typing import NamedTuple

from stdmig.diagnostics import Location
from stdmig.words import Text


class Assumption(NamedTuple):
    """
    A guess of the plan.

    Attributes
    ----------
    id
        Stable name.
    text
        What is taken to be true.
    location
        Where the file says so.
    tasks
        Ids of the tasks whose dates lean on it.
    """

    id: str
    text: Text
    location: Location
    tasks: tuple[str, ...]
