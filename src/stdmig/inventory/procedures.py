"""procedures.yaml: the work items and how they follow each other (作業項目)."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field, model_validator

from stdmig.inventory.fields import (
    Amount,
    Fact,
    Identifier,
    MayBeBlank,
    MonthCount,
    OneOrMany,
    Whole,
    Word,
    fault,
    shorthand,
)
from stdmig.words import Name, text

Scope = Literal["municipality", "procurement", "system"]
"""Where an item happens: once for all, per procurement, or per system."""

Actor = Literal["section", "lead", "vendor"]
"""Who acts: 担当課, 推進課, 事業者."""

Drop = Literal["vendor_stays", "no_assessment", "no_ordinance"]
"""When an item is left out."""

Role = Literal[
    "budget_request", "rfp", "contract", "assessment", "data_load", "ordinance"
]
"""What the municipal year must know of an item; see `WorkItem.role`."""

ItemRef = Annotated[str, Field(pattern=r"^[0-9]{1,3}[a-z]?$")]
"""An item's number, with a letter for a part that is a task of its own."""


SpreadShape = Literal["pert", "triangular"]
"""How durations spread between shortest, likely and longest (所要月数の分布)."""

MonthTenths = Annotated[Decimal, Field(ge=0, le=120, decimal_places=1)]
"""A duration in months, in tenths."""


class Titled(Fact):
    """Something with an id and a name in either language."""

    id: Identifier
    name: Word
    name_en: Word | None = None

    @property
    def title(self) -> Name:
        """Return the name for readers of either language."""
        return Name(self.name, self.name_en)


class Months(Fact):
    """
    Shortest, likely and longest duration in calendar months (想定月数).

    Attributes
    ----------
    likely
        What it mostly takes (見込み); None where nobody says so, and the midpoint of
        the others is assumed.
    shape
        How durations spread between the three when they are drawn at random; None
        where the command decides.
    observed
        What the work took elsewhere (実績月数); drawn from instead, each as likely as
        the others.
    """

    min: MonthCount
    likely: MonthCount | None = None
    max: MonthCount
    shape: SpreadShape | None = None
    observed: Annotated[tuple[MonthTenths, ...], OneOrMany] = ()

    @model_validator(mode="after")
    def _in_order(self) -> Months:
        if self.max < self.min:
            message = text(
                "the longest duration {max} is shorter than the shortest {min}",
                max=self.max,
                min=self.min,
            )
            raise fault(message, key="max", code="STD007")
        if self.likely is not None and not self.min <= self.likely <= self.max:
            message = text(
                "the likely duration {likely} does not lie between {min} and {max}",
                likely=self.likely,
                min=self.min,
                max=self.max,
            )
            raise fault(message, key="likely", code="STD007")
        for each in self.observed:
            if not self.min <= each <= self.max:
                message = text(
                    "the observed duration {months} does not lie between {min} and"
                    " {max}",
                    months=each,
                    min=self.min,
                    max=self.max,
                )
                raise fault(message, key="observed", code="STD007")
        return self


class Load(Fact):
    """
    How many people, or parallel tasks, an item takes while it lasts (作業量).

    Attributes
    ----------
    section, lead, vendor
        Per actor; an actor of the item that is not named takes 1, which is assumed.
    """

    section: Amount | None = None
    lead: Amount | None = None
    vendor: Amount | None = None


class Variant(Fact):
    """
    A duration that holds under a condition.

    Attributes
    ----------
    when
        Id of the condition.
    min, max
        The months that replace the item's own.
    up_to
        A bound that the source notes; it changes no duration.
    """

    when: Identifier
    min: MonthCount | None = None
    max: MonthCount | None = None
    up_to: MonthCount | None = None


class Link(Fact):
    """An item that must be finished before (先行作業)."""

    item: ItemRef


LinkList = Annotated[
    tuple[Annotated[Link, shorthand("item")], ...],
    OneOrMany,
]


class WorkItem(Titled):
    """
    One row of the procedure (作業項目).

    Attributes
    ----------
    number
        Number in the procedure, 1 to 17 in the national one.
    part
        Name of a part of the item that is a task of its own.
    ref
        How other items and task ids name it; the number where none is given.
    waits_for
        ``specification``: cannot start before its publication is out.
    early
        Whether the source lets it start before the policy is decided.
    role
        ``budget_request``: asks for the money (予算要求); ``rfp``: goes out once the
        money is in sight (RFP); ``contract``: when it ends, the contract for the new
        system is signed (契約); ``assessment``: precedes any personal data in the new
        system (特定個人情報保護評価); ``data_load``: brings it there (データ移行);
        ``ordinance``: ends with a vote of the council (条例改正).
    """

    number: Annotated[int, Field(ge=1, le=999), Whole]
    part: Identifier | None = None
    ref: Annotated[ItemRef, MayBeBlank] = ""
    phase: Identifier
    scope: Scope
    months: Months
    variants: Annotated[tuple[Variant, ...], MayBeBlank] = ()
    actors: Annotated[tuple[Actor, ...], OneOrMany] = ()
    load: Annotated[Load, MayBeBlank] = Field(default_factory=Load)
    early: Annotated[bool, MayBeBlank] = False
    after: LinkList = ()
    drops_when: Drop | None = None
    waits_for: Literal["specification"] | None = None
    role: Role | None = None

    def model_post_init(self, context: object, /) -> None:
        """Name the item after its number where the file gives no other name."""
        super().model_post_init(context)
        if not self.ref:
            object.__setattr__(self, "ref", str(self.number))


class CutoverLinks(Fact):
    """What must be finished on the day the new system serves (稼働の条件)."""

    after: LinkList


class CostItem(Titled):
    """
    A kind of cost that the budget request names (経費区分).

    Attributes
    ----------
    items
        The work items that cause it; its span is theirs.
    from_cutover
        Whether it runs from the cutover to the end of that fiscal year instead.
    """

    items: Annotated[tuple[ItemRef, ...], OneOrMany] = ()
    from_cutover: Annotated[bool, MayBeBlank] = False


class ProceduresFile(Fact):
    """The whole of ``procedures.yaml``."""

    schema_id: Literal["stdmig.procedures/1"] = Field(alias="schema")
    phases: Annotated[tuple[Titled, ...], MayBeBlank] = ()
    conditions: Annotated[tuple[Titled, ...], MayBeBlank] = ()
    items: Annotated[tuple[WorkItem, ...], Field(min_length=1, max_length=100)]
    cutover: CutoverLinks
    cost_items: Annotated[tuple[CostItem, ...], MayBeBlank] = ()
