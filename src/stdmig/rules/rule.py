"""What a rule is: code, name, severity, and a generator of findings (点検規則)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from stdmig.coverage import Coverage
from stdmig.diagnostics import Severity
from stdmig.inventory import Inventory
from stdmig.rules.example import Example
from stdmig.rules.held import Held
from stdmig.rules.hit import Hit
from stdmig.schedule import Plan
from stdmig.words import Text


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
