"""A fault of the input: reported with its place, never raised (入力の誤り)."""

from __future__ import annotations

from dataclasses import dataclass

from stdmig.diagnostics.location import Location
from stdmig.diagnostics.severity import Severity
from stdmig.words import Text


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """
    One fault of the input.

    Attributes
    ----------
    code
        ``STD0xx`` for a fault of reading, else the code of the rule that it belongs
        to; never reused.
    message
        What is wrong, naming the thing and the value.
    location
        Where.
    help
        What to do about it.
    related
        Other places that belong to the fault, each with what is there.
    severity
        How much it matters: it is an error where nothing else is said.
    times
        How many faults it stands for: more than one where they are too many to tell.
    """

    code: str
    message: Text
    location: Location
    help: Text | None = None
    related: tuple[tuple[Location, Text], ...] = ()
    severity: Severity = Severity.ERROR
    times: int = 1
