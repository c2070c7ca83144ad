"""systems.yaml: the municipality, its contracts and its systems (現況の一覧)."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag, model_validator

from stdmig.inventory.acceptances import Acceptance
from stdmig.inventory.assessment import Assessment
from stdmig.inventory.contracts import Contract
from stdmig.inventory.designation import Designation, Transitional
from stdmig.inventory.fields import (
    Fact,
    FirstDay,
    Identifier,
    LastDay,
    MayBeBlank,
    OneOrMany,
    Whole,
    Word,
    fault,
    shorthand,
)
from stdmig.inventory.links import OnlineProcedure, SystemLink
from stdmig.inventory.ordinance import Ordinance, OrdinanceKind
from stdmig.inventory.statutory import STATUTORY
from stdmig.words import Language, Name, text

Policy = Literal["stay", "switch", "national", "undecided"]
"""What the present vendor's unit becomes (現行事業者の対応方針)."""


class Municipality(Fact):
    """Who plans (自治体)."""

    name: Word
    name_en: Word | None = None
    code: Annotated[str, Field(pattern=r"^[0-9]{6}$")] | None = None
    population: Annotated[int, Field(ge=0, le=20_000_000), Whole] | None = None
    lead_section: Word | None = None

    @property
    def title(self) -> Name:
        """Return the name for readers of either language."""
        return Name(self.name, self.name_en)


class Specification(Fact):
    """A group of national standard specifications, published together (標準仕様書)."""

    id: Identifier
    name: Word
    name_en: Word | None = None
    published: LastDay | None = None

    @property
    def title(self) -> Name:
        """Return the name for readers of either language."""
        return Name(self.name, self.name_en)


# In brackets, so that a route never takes a tag for a key that somebody wrote.
def _contract_tag(value: Any) -> str:
    return "<inline>" if isinstance(value, dict) else "<reference>"


ContractOrId = Annotated[
    Annotated[Contract, Tag("<inline>")] | Annotated[Identifier, Tag("<reference>")],
    Discriminator(_contract_tag),
]


class Unit(Fact):
    """
    One installed system of a section (業務システム).

    Attributes
    ----------
    contracts
        Under the key ``contract``: the contract that keeps it running, or several in
        the order in which they run, each taking over from the one before.
    """

    id: Identifier | None = None
    section: Word
    name: Word | None = None
    vendor: Word | None = None
    package: Word | None = None
    policy: Annotated[Policy, MayBeBlank] = "undecided"
    procurement: Identifier | None = None
    contracts: Annotated[tuple[ContractOrId, ...], OneOrMany] = Field(
        default=(), alias="contract"
    )
    related: Annotated[tuple[Word, ...], OneOrMany] = ()


class System(Fact):
    """
    One business of the law, or one beyond it (標準化対象業務).

    Attributes
    ----------
    together
        Ids of the systems that are wanted to be cut over on the same day (``with``).
    after
        Ids of the systems that are wanted to be cut over on an earlier day.
    """

    id: Identifier
    name: Word | None = None
    name_en: Word | None = None
    statutory: Annotated[bool, MayBeBlank] = True
    applies: Annotated[bool, MayBeBlank] = True
    reason: Word | None = None
    ministry: Word | None = None
    specification: Identifier | None = None
    assessment: Annotated[Assessment | None, shorthand("level")] = None
    ordinance: Annotated[Ordinance | None, shorthand("kind")] = None
    cutover: FirstDay | None = None
    deadline: LastDay | None = None
    designated: Designation | None = None
    transitional: Annotated[tuple[Transitional, ...], OneOrMany] = ()
    together: Annotated[tuple[Identifier, ...], OneOrMany] = Field((), alias="with")
    after: Annotated[tuple[Identifier, ...], OneOrMany] = ()
    units: Annotated[tuple[Unit, ...], OneOrMany] = ()

    @model_validator(mode="after")
    def _says_why_not(self) -> System:
        if not self.applies and not self.reason:
            message = text("'{id}' does not apply; say why under 'reason'", id=self.id)
            raise fault(message, key="applies", code="STD006")
        return self

    @property
    def title(self) -> Name:
        """Return the name, the law's where the file gives none."""
        known = STATUTORY.get(self.id, Name(self.id))
        return Name(self.name or known.ja, self.name_en or known.en)

    @property
    def needs_assessment(self) -> bool:
        """Return whether item 12 is planned; it is where nothing is recorded."""
        return self.assessment is None or self.assessment.planned != "none"

    @property
    def needs_full_assessment(self) -> bool:
        """Return whether item 12 takes public comment as well (全項目評価)."""
        return self.assessment is not None and self.assessment.planned == "full"

    @property
    def amends(self) -> OrdinanceKind:
        """Return what is amended for it; an ordinance where nothing is recorded."""
        return "ordinance" if self.ordinance is None else self.ordinance.kind


class ProcurementChoice(Fact):
    """
    What was decided for units that are bought together (調達単位).

    Attributes
    ----------
    id
        As the units give it under ``procurement``.
    budget
        The way to its money: ``ordinary``, the id of a council's session for its
        supplementary budget, or ``zero-`` and the id of a session; None where
        nothing was decided.
    joint
        What several municipalities call their common procurement (共同調達); units
        that name the same one are bought together by all of them.
    """

    id: Identifier
    budget: Identifier | None = None
    joint: Word | None = None

    @model_validator(mode="after")
    def _says_something(self) -> ProcurementChoice:
        if self.budget is None and self.joint is None:
            raise fault(text("give 'budget' or 'joint'"), code="STD006")
        return self


class SystemsFile(Fact):
    """The whole of ``systems.yaml``."""

    schema_id: Literal["stdmig.systems/1"] = Field(alias="schema")
    lang: Language | None = None
    municipality: Municipality
    specifications: Annotated[tuple[Specification, ...], MayBeBlank] = ()
    contracts: Annotated[tuple[Contract, ...], MayBeBlank] = ()
    procurements: Annotated[tuple[ProcurementChoice, ...], MayBeBlank] = ()
    systems: tuple[System, ...]
    links: Annotated[tuple[SystemLink, ...], MayBeBlank] = ()
    online_procedures: Annotated[tuple[OnlineProcedure, ...], MayBeBlank] = ()
    accept: Annotated[tuple[Acceptance, ...], MayBeBlank] = ()
