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
    OneDay,
    OneOrMany,
    Whole,
    Word,
    Yen,
    fault,
    refuse_reversed,
)
from stdmig.words import text

ExtensionState = Literal["planned", "requested", "voted", "signed"]
"""How far an extension has come, in this order (延長の状況)."""

AtEnd = Literal["returned", "bought", "removed"]
"""What becomes of the machine at the end (満了時の機器の扱い: 返却・買取り・撤去)."""


class Span(Fact):
    """First and last day, both inside."""

    start: FirstDay | None = None
    end: LastDay | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Span:
        refuse_reversed(self.start, self.end, "end")
        return self


class Extension(Span):
    """A prolongation of a contract, as far as it has come (契約の延長)."""

    start: FirstDay
    end: LastDay
    state: ExtensionState


class Account(Fact):
    """The budget account that pays a share of a contract (会計・按分)."""

    name: Word
    share: Annotated[int, Field(ge=0, le=100), Whole, MayBeBlank] = 100


class Termination(Fact):
    """
    What the contract says about stopping it before its end (中途解約).

    Attributes
    ----------
    allowed
        Whether it may be stopped at all; None where nobody looked it up.
    notice_months
        How long before the last day this must be said.
    fee
        What it costs, in yen without tax (解約金).
    """

    allowed: bool | None = None
    notice_months: MonthCount | None = None
    fee: Yen | None = None


class Contract(Span):
    """
    An agreement that keeps one or more units running (契約).

    Attributes
    ----------
    kind
        ``single_year`` (単年度契約) is renewed every fiscal year.
    form
        What is paid for: lease (リース), lease of the old machine for another while
        (再リース), maintenance (保守) or use (利用).
    counterparty
        Who signed it (契約相手方) where that is not the vendor.
    notice_months
        How long before the end it must be cancelled or extended (予告期間).
    notice_given
        The day on which the town hall did so (申入れ日).
    auto_renewal_months
        By how much it renews itself where nobody says anything (自動更新).
    auto_renewal_until
        The day past which it does not; None where no limit is agreed.
    extension_unit_months
        The smallest extension that is sold (延長の単位): 1, 6, 12 and so on.
    parallel_months, lookup_months
        How long after the cutover the old system is still wanted, running beside the
        new one (並行稼働) or to be looked up (参照).
    at_end
        What becomes of a leased machine at the end.
    monthly_fee, annual_fee
        Yen without tax, one of the two; a 再リース is usually paid by the year.
    """

    id: Identifier | None = None
    name: Word | None = None
    vendor: Word | None = None
    counterparty: Word | None = None
    kind: Annotated[Literal["multi_year", "single_year"], MayBeBlank] = "multi_year"
    form: Literal["lease", "re_lease", "maintenance", "use"] | None = None
    notice_months: MonthCount | None = None
    notice_given: OneDay | None = None
    auto_renewal_months: MonthCount | None = None
    auto_renewal_until: LastDay | None = None
    termination: Termination | None = None
    extension_unit_months: Annotated[int, Field(ge=1, le=120), Whole] | None = None
    parallel_months: MonthCount | None = None
    lookup_months: MonthCount | None = None
    extensions: Annotated[tuple[Extension, ...], MayBeBlank] = ()
    at_end: AtEnd | None = None
    monthly_fee: Yen | None = None
    annual_fee: Yen | None = None
    accounts: Annotated[tuple[Account, ...], OneOrMany] = ()

    @model_validator(mode="after")
    def _shares_add_up(self) -> Contract:
        shares = sum(account.share for account in self.accounts)
        if self.accounts and shares != 100:
            message = text("the shares add up to {shares}, not to 100", shares=shares)
            raise fault(message, key="accounts", code="STD007")
        return self

    @model_validator(mode="after")
    def _one_fee(self) -> Contract:
        if self.monthly_fee is not None and self.annual_fee is not None:
            message = text("give either 'monthly_fee' or 'annual_fee'")
            raise fault(message, key="annual_fee", code="STD007")
        return self

    @model_validator(mode="after")
    def _renewal_ends_after_it(self) -> Contract:
        if self.auto_renewal_until and not self.auto_renewal_months:
            message = text("say by how much it renews itself: 'auto_renewal_months'")
            raise fault(message, key="auto_renewal_until", code="STD006")
        if self.auto_renewal_until and self.end and self.auto_renewal_until < self.end:
            message = text(
                "automatic renewal ends {until}, before the contract itself {end}",
                until=shown(self.auto_renewal_until),
                end=shown(self.end),
            )
            raise fault(message, key="auto_renewal_until", code="STD009")
        return self

    @property
    def wanted_months(self) -> int:
        """Return how many months after the cutover the old system is wanted."""
        return max(self.parallel_months or 0, self.lookup_months or 0)
