"""A contract as the file states it: span, kind, notice, extensions (契約)."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from stdmig.dates import shown
from stdmig.inventory.fields import (
    Fact,
    FirstDay,
    Identifier,
    LastDay,
    MayBeBlank,
    MonthCount,
    OneOrMany,
    Word,
    Yen,
    fault,
)
from stdmig.words import text

ExtensionState = Literal["planned", "requested", "voted", "signed"]
"""How far an extension has come, in this order (延長の状況)."""


class Span(Fact):
    """First and last day, both inside."""

    start: FirstDay | None = None
    end: LastDay | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Span:
        if self.start and self.end and self.end < self.start:
            message = text(
                "the last day {end} lies before the first day {start}",
                end=shown(self.end),
                start=shown(self.start),
            )
            raise fault(message, key="end", code="STD009")
        return self


class Extension(Span):
    """A prolongation of a contract, as far as it has come (契約の延長)."""

    start: FirstDay
    end: LastDay
    state: ExtensionState


class Account(Fact):
    """The budget account that pays a share of a contract (会計・按分)."""

    name: Word
    share: Annotated[int, Field(ge=0, le=100), MayBeBlank] = 100


class Contract(Span):
    """
    An agreement that keeps one or more units running (契約).

    Attributes
    ----------
    kind
        ``single_year`` (単年度契約) is renewed every fiscal year.
    form
        What is paid for: lease (リース), maintenance (保守) or use (利用).
    counterparty
        Who signed it (契約相手方) where that is not the vendor.
    notice_months
        How long before the end it must be cancelled or extended (予告期間).
    auto_renewal_months
        By how much it renews itself where nobody says anything (自動更新).
    """

    id: Identifier | None = None
    name: Word | None = None
    vendor: Word | None = None
    counterparty: Word | None = None
    kind: Annotated[Literal["multi_year", "single_year"], MayBeBlank] = "multi_year"
    form: Literal["lease", "maintenance", "use"] | None = None
    notice_months: MonthCount | None = None
    auto_renewal_months: MonthCount | None = None
    extensions: Annotated[tuple[Extension, ...], MayBeBlank] = ()
    monthly_fee: Yen | None = None
    accounts: Annotated[tuple[Account, ...], OneOrMany] = ()

    @model_validator(mode="after")
    def _shares_add_up(self) -> Contract:
        shares = sum(account.share for account in self.accounts)
        if self.accounts and shares != 100:
            message = text("the shares add up to {shares}, not to 100", shares=shares)
            raise fault(message, key="accounts", code="STD007")
        return self
