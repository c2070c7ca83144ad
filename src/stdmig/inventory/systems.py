"""systems.yaml: the municipality, its contracts and its systems (現況の一覧)."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag, model_validator

from stdmig.inventory.contracts import Contract
from stdmig.inventory.fields import (
    Fact,
    FirstDay,
    Identifier,
    LastDay,
    MayBeBlank,
    OneOrMany,
    Word,
    fault,
    shorthand,
)
from stdmig.inventory.statutory import STATUTORY
from stdmig.words import Language, Name, text

Policy = Literal["stay", "switch", "national", "undecided"]
"""What the present vendor's unit becomes (現行事業者の対応方針)."""

AssessmentLevel = Literal["none", "basic", "focused", "full"]
"""Which assessment the system needs (特定個人情報保護評価の種別)."""


class Municipality(Fact):
    """Who plans (自治体)."""

    name: Word
    name_en: Word | None = None
    code: Annotated[str, Field(pattern=r"^[0-9]{6}$")] | None = None
    population: Annotated[int, Field(ge=0, le=20_000_000)] | None = None
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
    """One installed system of a section (業務システム)."""

    id: Identifier | None = None
    section: Word
    name: Word | None = None
    vendor: Word | None = None
    package: Word | None = None
    policy: Annotated[Policy, MayBeBlank] = "undecided"
    procurement: Identifier | None = None
    contract: ContractOrId | None = None
    related: Annotated[tuple[Word, ...], OneOrMany] = ()


class Assessment(Fact):
    """Whether the system needs an assessment, and which (特定個人情報保護評価)."""

    level: AssessmentLevel


class System(Fact):
    """One business of the law, or one beyond it (標準化対象業務)."""

    id: Identifier
    name: Word | None = None
    name_en: Word | None = None
    statutory: Annotated[bool, MayBeBlank] = True
    applies: Annotated[bool, MayBeBlank] = True
    reason: Word | None = None
    ministry: Word | None = None
    specification: Identifier | None = None
    assessment: Annotated[Assessment | None, shorthand("level")] = None
    cutover: FirstDay | None = None
    deadline: LastDay | None = None
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
        return self.assessment is None or self.assessment.level != "none"


class SystemsFile(Fact):
    """The whole of ``systems.yaml``."""

    schema_id: Literal["stdmig.systems/1"] = Field(alias="schema")
    lang: Language | None = None
    municipality: Municipality
    specifications: Annotated[tuple[Specification, ...], MayBeBlank] = ()
    contracts: Annotated[tuple[Contract, ...], MayBeBlank] = ()
    systems: tuple[System, ...]
