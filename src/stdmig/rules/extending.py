"""What to do about a contract that ends too early, a sentence each (契約の延長)."""

from __future__ import annotations

from collections.abc import Iterator

from stdmig.coverage import Coverage, Gap
from stdmig.dates import shown, shown_fiscal_year
from stdmig.inventory import Inventory
from stdmig.rules.asking import requests
from stdmig.words import Text, count, listing, text

_AT_END: dict[str, Text] = {
    "returned": text("at its end the machine is to be returned"),
    "bought": text("at its end the machine is to be bought"),
    "removed": text("at its end the machine is to be removed"),
}


def extending(inventory: Inventory, coverage: Coverage) -> Iterator[Text]:
    """
    Yield what to extend, by when to say so, and which budgets pay for it.

    Nothing, where all is signed or the hole is past.
    """
    if not coverage.purchases:
        return
    for each in coverage.purchases:
        yield _extend(each.span)
        if each.beyond is not None and each.unit is not None:
            yield count(
                "it is sold by the month, so it overlaps what follows from {start} to"
                " {end}",
                "it is sold in units of {n} months, so it overlaps what follows from"
                " {start} to {end}",
                each.unit,
                start=shown(each.beyond.start),
                end=shown(each.beyond.end),
            )
    yield from _debt_obligation(inventory, coverage)
    yield from renewing(coverage)
    yield from notice(coverage)
    yield from requests(coverage)
    contract = coverage.contract
    if contract is not None and contract.at_end is not None:
        yield _AT_END[contract.at_end]


def _extend(span: Gap) -> Text:
    return count(
        "extend from {start} to {end} ({n} month: {years})",
        "extend from {start} to {end} ({n} months: {years})",
        span.months,
        start=shown(span.start),
        end=shown(span.end),
        years=listing(
            text("{year} {months}", year=shown_fiscal_year(year), months=months)
            for year, months in span.months_by_year.items()
        ),
    )


def _debt_obligation(inventory: Inventory, coverage: Coverage) -> Iterator[Text]:
    """Yield what one contract over several fiscal years takes (自治法214条)."""
    for each in coverage.purchases:
        first, *later = each.span.months_by_year
        if not later:
            continue
        if inventory.template.planning.budgets.debt_obligation:
            yield text(
                "as one contract it needs a debt obligation in the budget of {first},"
                " for {later}",
                first=shown_fiscal_year(first),
                later=listing(map(shown_fiscal_year, later)),
            )
        else:
            yield text(
                "debt obligations are not allowed here: sign it for every fiscal year"
                " by itself"
            )


def renewing(coverage: Coverage) -> Iterator[Text]:
    """Yield to which day the contract comes by itself."""
    renewed = coverage.renewed_to
    if renewed is not None:
        yield text(
            "if nobody says anything it renews itself to {day}; the money must be asked"
            " for all the same",
            day=shown(renewed),
        )


def notice(coverage: Coverage) -> Iterator[Text]:
    """Yield the last day to tell the other side, until somebody has."""
    contract, by = coverage.contract, coverage.notice_by
    if contract is None or by is None:
        return
    if contract.notice_given is not None:
        yield text("notice was given on {day}", day=shown(contract.notice_given))
    else:
        yield count(
            "notice must be given by {day} ({n} month before the end)",
            "notice must be given by {day} ({n} months before the end)",
            contract.notice_months or 0,
            day=shown(by),
        )
