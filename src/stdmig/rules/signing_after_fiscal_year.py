"""A contract that its money would outlive only if carried over (繰越明許費)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from stdmig.dates import fiscal_year, shown, shown_fiscal_year
from stdmig.diagnostics import Severity
from stdmig.rules.example import Example
from stdmig.rules.hit import Hit
from stdmig.rules.rule import Context, Rule
from stdmig.schedule import carry_over_vote
from stdmig.words import text


def signing_after_fiscal_year(context: Context) -> Iterator[Hit]:
    """Yield the procurements whose contract is signed after its money's year."""
    plan = context.plan
    for purchase in plan.network.purchases:
        paid = plan.funding(purchase)
        if paid is None or not paid.carried_over:
            continue
        signed = date.fromordinal(paid.signed[1] - 1)
        lapses = date.fromordinal(paid.occasion.lapses)
        vote = carry_over_vote(context.inventory.template, fiscal_year(lapses))
        yield Hit(
            {"procurement": purchase.procurement.id},
            text(
                "{name}: the contract is signed by {signed}, after the money of {year}"
                " lapses on {lapses}",
                name=purchase.procurement.title,
                signed=shown(signed),
                year=shown_fiscal_year(paid.occasion.fiscal_year),
                lapses=shown(lapses),
            ),
            context.inventory.locate_system(purchase.procurement.systems[0]),
            {
                "fiscal_year": paid.occasion.fiscal_year,
                "signed_by": signed.isoformat(),
                "lapses_after": lapses.isoformat(),
                "carry_over_vote": vote.isoformat(),
            },
            details=(
                text(
                    "let the council vote a carry-over by {vote}, or sign by {lapses}",
                    vote=shown(vote),
                    lapses=shown(lapses),
                ),
            ),
        )


RULE = Rule(
    code="STD313",
    name="signing-after-fiscal-year",
    severity=Severity.WARNING,
    subjects=(("procurement",),),
    title=text("a contract is signed after the fiscal year of its money"),
    help=text(
        "have the carry-over voted in the session that ends the fiscal"
        " year, or plan the signing earlier"
    ),
    why=text(
        "Each fiscal year pays for itself. What slips past 31 March can be paid only if"
        " the council has voted to carry the money over (Local Autonomy Act, articles"
        " 208 and 213)."
    ),
    example=Example(
        """\
planning:
  cutover: 2025-09-01   # {remark}
""",
        text("item 11 runs from 2024-03-01 to 2024-04-30"),
    ),
    run=signing_after_fiscal_year,
)
