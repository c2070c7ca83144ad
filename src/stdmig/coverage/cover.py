"""Hold contracts against a plan (契約期間の確認)."""

from __future__ import annotations

from datetime import date

from stdmig.coverage.asks import asks
from stdmig.coverage.coverage import Coverage
from stdmig.coverage.extension import ExtensionProgress, extension_progress, signed
from stdmig.coverage.gap import DAY, Gap, gap_between, left_over
from stdmig.coverage.purchase import Purchase, as_sold
from stdmig.coverage.renewal import overrun
from stdmig.coverage.unit import UnitCoverage
from stdmig.dates import months
from stdmig.inventory import Agreement, Contract, Installation
from stdmig.inventory.agreements import Follower
from stdmig.schedule import Plan


def cover(plan: Plan) -> tuple[Coverage, ...]:
    """
    Hold every contract against the plan, in the order of the file.

    A unit without a contract is held too: its coverage knows no last day.
    """
    return tuple(_cover(plan, agreement) for agreement in plan.inventory.agreements)


def _cover(plan: Plan, agreement: Agreement) -> Coverage:
    contract = agreement.contract
    units = tuple(
        _unit(plan, contract, *held)
        for held in zip(agreement.installations, agreement.followers, strict=True)
    )
    needed_to = max(unit.needed_to for unit in units)
    deciding = [unit for unit in units if unit.needed_to == needed_to]
    followed = any(unit.follower for unit in deciding)
    overdue = any(unit.overdue for unit in deciding)
    last_day = contract.end if contract else None
    gap = gap_between(last_day, needed_to)
    extensions = contract.extensions if contract else ()
    runs_to = _runs_to(contract)
    return Coverage(
        agreement=agreement,
        units=units,
        cutover=max(unit.cutover for unit in units),
        needed_to=needed_to,
        gap=gap,
        progress=extension_progress(extensions, *gap) if gap else ExtensionProgress(),
        runs_to=runs_to,
        # How much to buy, or when to stop, nobody knows before there is a cutover.
        purchases=() if overdue else _purchases(plan, contract, gap, followed=followed),
        overrun=overrun(contract, runs_to, needed_to)
        if contract and runs_to and not overdue
        else None,
        as_of=plan.as_of,
        overdue=overdue,
    )


def _unit(
    plan: Plan,
    contract: Contract | None,
    installation: Installation,
    follower: Follower | None,
) -> UnitCoverage:
    planned = plan.cutover(installation.system.id)
    cutover = planned.day
    needed_to = _wanted_to(contract, cutover)
    overdue = planned.is_overdue(plan.as_of) and needed_to < plan.as_of
    if overdue:
        needed_to = plan.as_of
    if follower is not None and follower.start - DAY < needed_to:
        needed_to, overdue = follower.start - DAY, False
    else:
        follower = None
    last_day = contract.end if contract else None
    gap = gap_between(last_day, needed_to)
    return UnitCoverage(installation, cutover, follower, needed_to, gap, overdue)


def _wanted_to(contract: Contract | None, cutover: date) -> date:
    """Return the day before the cutover, or the end of what is wanted after it."""
    wanted = contract.wanted_months if contract else 0
    return date.fromordinal(months(wanted)(cutover.toordinal())) - DAY


def _runs_to(contract: Contract | None) -> date | None:
    if contract is None or contract.end is None:
        return None
    after = contract.end + DAY
    reached = extension_progress(contract.extensions, after, after).signed_to
    return max(contract.end, reached)


def _purchases(
    plan: Plan, contract: Contract | None, gap: Gap | None, *, followed: bool
) -> tuple[Purchase, ...]:
    """Return what is left to be signed; only its end is rounded to what is sold."""
    if contract is None or gap is None:
        return ()
    if followed and gap.end < plan.as_of:
        # The hole is past, and another contract runs: there is nothing left to buy.
        return ()
    bought = []
    for left in left_over(gap, signed(contract.extensions)):
        # A hole before a signed part is closed as it is: more would be paid for twice.
        unit = contract.extension_unit_months if left.end == gap.end else None
        span = as_sold(left, unit)
        asked = asks(
            plan.inventory.template,
            plan.as_of,
            span,
            amends=contract.kind != "single_year",
        )
        bought.append(Purchase(span, left.end, unit, asked))
    return tuple(bought)
