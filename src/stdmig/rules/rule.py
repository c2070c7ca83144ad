"""What a rule is: code, name, severity, and a generator of findings (点検規則)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from stdmig.coverage import Coverage
from stdmig.diagnostics import Location, Severity
from stdmig.inventory import Inventory
from stdmig.rules.example import Example
from stdmig.schedule import Plan
from stdmig.words import Text

if TYPE_CHECKING:
    # What an acceptance is held against is a finding, which is made of a rule.
    from stdmig.rules.acceptance import Held


@dataclass(frozen=True, slots=True)
class Context:
    """
    Everything that a rule may look at.

    Attributes
    ----------
    plan
        The dated plan, with network and inventory.
    coverages
        The contracts held against it.
    acceptances
        The acceptances held against what the other rules found; they are there for
        the rules that run last.
    """

    plan: Plan
    coverages: tuple[Coverage, ...]
    acceptances: tuple[Held, ...] = ()

    @property
    def inventory(self) -> Inventory:
        """Return the files."""
        return self.plan.inventory


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


@dataclass(frozen=True, slots=True)
class Rule:
    """
    A rule of the check.

    Attributes
    ----------
    code
        ``STD1xx`` inventory, ``STD2xx`` contracts, ``STD3xx`` schedule, ``STD4xx``
        links; never reused.
    name
        The fault, in words that read well after "allow".
    severity
        Of its findings, where they say nothing else.
    subjects
        Which kinds the subject of a finding has, in every combination that occurs;
        none where its findings cannot be accepted.
    title
        The fault as a sentence for people.
    help
        What to do.
    why
        Why it matters.
    example
        A few lines of YAML in which it fires.
    run
        Yields the places.
    last
        Whether it runs after the others, and looks at what they found.
    """

    code: str
    name: str
    severity: Severity
    subjects: tuple[tuple[str, ...], ...]
    title: Text
    help: Text
    why: Text
    example: Example
    run: Callable[[Context], Iterator[Hit]]
    last: bool = False
