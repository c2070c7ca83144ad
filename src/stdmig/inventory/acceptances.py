"""Findings that may stand: why, who said so, and until when (指摘の了承)."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal, NamedTuple

from pydantic import Field, StringConstraints

from stdmig.inventory.fields import (
    Fact,
    Identifier,
    LastDay,
    OneDay,
    OneOrMany,
    Whole,
    Word,
)
from stdmig.inventory.procedures import ItemRef
from stdmig.inventory.progress import TaskId

Systems = Annotated[tuple[Identifier, ...], OneOrMany]


class Acceptance(Fact):
    """
    A finding that somebody accepts, named by its code and its whole subject.

    The subject is written with the keys that a finding has it under. An acceptance
    never covers more than one finding, so that the next accident shows.

    Attributes
    ----------
    code
        Of the rule, or the rule's name.
    reason
        Why the finding may stand (了承の理由).
    by
        Who says so (了承者).
    until
        Last day on which it holds; a month means its last day (了承の期限).
    severity
        The worst that is accepted; what is worse counts. None accepts any.
    worker
        The lead section (推進課), whatever it is called.
    items
        The work items that count together in a vendor's capacity.
    specification
        Empty for the systems of which no specification is recorded.
    """

    code: Word
    reason: Word
    by: Word
    until: LastDay
    severity: Literal["error", "warning", "note"] | None = None

    system: Identifier | None = None
    together: Identifier | None = Field(None, alias="with")
    after: Identifier | None = None
    first_systems: Systems = ()
    second_systems: Systems = ()
    unit: Word | None = None
    contract: Word | None = None
    procurement: Word | None = None
    package: Word | None = None
    vendor: Word | None = None
    section: Word | None = None
    worker: Literal["lead"] | None = None
    items: Annotated[tuple[ItemRef, ...], OneOrMany] = ()
    specification: Annotated[str, StringConstraints(max_length=100)] | None = None
    item: ItemRef | None = None
    assessment: ItemRef | None = None
    task: TaskId | None = None
    session: Word | None = None
    fiscal_year: Annotated[int, Field(ge=1900, le=2999), Whole] | None = None
    cutover: OneDay | None = None
    closed: Word | None = None
    confidence: Literal["stated", "inferred"] | None = None

    @property
    def subject(self) -> dict[str, str]:
        """Return what it is about, as a finding of the rule names it."""
        given = {kind: getattr(self, field) for kind, field in SUBJECT_KINDS.items()}
        return {
            kind: _written(value)
            for kind, value in given.items()
            if value is not None and value != ()
        }


SUBJECT_KINDS = {
    "system": "system",
    "with": "together",
    "after": "after",
    "first_systems": "first_systems",
    "second_systems": "second_systems",
    "unit": "unit",
    "contract": "contract",
    "procurement": "procurement",
    "package": "package",
    "vendor": "vendor",
    "section": "section",
    "worker": "worker",
    "items": "items",
    "specification": "specification",
    "item": "item",
    "assessment": "assessment",
    "task": "task",
    "session": "session",
    "fiscal_year": "fiscal_year",
    "cutover": "cutover",
    "closed": "closed",
    "confidence": "confidence",
}
"""The kinds that a subject can have, and the attributes that hold them."""


class Acceptable(NamedTuple):
    """
    A rule as an acceptance may name it.

    Attributes
    ----------
    subjects
        The kinds of its subject, in every combination that occurs; none where its
        findings cannot be accepted.
    """

    code: str
    name: str
    subjects: tuple[tuple[str, ...], ...]


def _written(value: str | int | date | tuple[str, ...]) -> str:
    """Return a part of a subject as findings write it; systems in a fixed order."""
    if isinstance(value, tuple):
        return ",".join(sorted(set(value)))
    return value.isoformat() if isinstance(value, date) else str(value)
