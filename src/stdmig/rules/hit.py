"""One place where a rule fires, and by what name it is known again (指摘の内容)."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from stdmig.diagnostics import Location, Severity
from stdmig.words import Text


@dataclass(frozen=True, slots=True)
class Hit:
    """
    One place where a rule fires.

    Attributes
    ----------
    subject
        Kind and id of what it is about; it is what an acceptance or a baseline
        names, so it never holds a line number.
    message
        The fact, with its figures.
    location
        Where in the files.
    data
        Figures for programs; ISO dates, whole numbers, ids; see `LaterData`.
    related
        Other places that belong to it.
    severity
        Where it differs from the rule's.
    details
        What follows from the fact, a sentence each, for people; see `Later`.
    help
        What to do, where it differs from the rule's.
    """

    subject: dict[str, str]
    message: Text
    location: Location
    data: Mapping[str, Any] = field(default_factory=dict)
    related: tuple[tuple[Location, Text], ...] = ()
    severity: Severity | None = None
    details: Sequence[Text] = ()
    help: Text | None = None


def fingerprint(code: str, subject: Mapping[str, str]) -> str:
    """
    Return a name of a finding that survives edits elsewhere in the file.

    It is made of the code and the subject alone, never of a line or a figure.
    """
    told = "\x1f".join(f"{key}={subject[key]}" for key in sorted(subject))
    named = f"{code}\x1f{told}".encode()
    return hashlib.sha256(named).hexdigest()[:16]
