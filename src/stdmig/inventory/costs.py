"""costs.yaml: what things cost, as the town hall was quoted (経費)."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field, model_validator

from stdmig.inventory.fields import Fact, Identifier, MayBeBlank, Word, Yen, fault
from stdmig.words import text

BRIDGE = "bridge"
"""The cost item of what links the systems of two cutover days (暫定連携)."""

BUILT_IN = ("extension", BRIDGE)
"""The cost items that need no entry in ``procedures.yaml``."""

Rate = Annotated[Decimal, Field(ge=0, le=100, decimal_places=2)]
Quantity = Annotated[Decimal, Field(gt=0, le=10**9, decimal_places=3)]


class BudgetHeading(Fact):
    """
    Where in the budget a cost is asked for (予算科目).

    Attributes
    ----------
    account, part, title, subtitle
        会計, 款, 項, 目.
    project
        事業名.
    node, subnode
        節, 細節.
    """

    account: Word | None = None
    part: Word | None = None
    title: Word | None = None
    subtitle: Word | None = None
    project: Word | None = None
    node: Word | None = None
    subnode: Word | None = None


class Cost(Fact):
    """
    The price of one cost item for a system, a unit, a contract or everywhere.

    Attributes
    ----------
    item
        Id of the cost item, ``extension`` for a contract's prolongation, or ``bridge``
        for what links the systems of two cutover days.
    system, unit, contract
        What it is the price of; the most exact one wins, none means all.
    unit_price
        Yen for one `unit`, without tax (単価・税抜).
    quantity
        How many per request line; for an extension the months are counted
        from the plan where none is given.
    unit_name
        月, 式, 人月 and so on (単位).
    tax_rate
        Consumption tax in per cent.
    """

    item: Identifier
    system: Identifier | None = None
    unit: Identifier | None = None
    contract: Identifier | None = None
    unit_price: Yen | None = None
    quantity: Quantity | None = None
    unit_name: Word | None = None
    tax_rate: Rate | None = None
    method: Word | None = None
    counterparty: Word | None = None
    heading: BudgetHeading | None = None

    @model_validator(mode="after")
    def _one_subject(self) -> Cost:
        named = [key for key in ("system", "unit", "contract") if getattr(self, key)]
        if len(named) > 1:
            message = text("name only one of 'system', 'unit' and 'contract'")
            raise fault(message, key=named[1], code="STD007")
        if named and self.item == BRIDGE:
            message = text("a bridge joins several systems; give one price for all")
            raise fault(message, key=named[0], code="STD007")
        return self


class CostsFile(Fact):
    """The whole of ``costs.yaml``."""

    schema_id: Literal["stdmig.costs/1"] = Field(alias="schema")
    tax_rate: Rate | None = None
    heading: BudgetHeading | None = None
    costs: Annotated[tuple[Cost, ...], MayBeBlank] = ()
