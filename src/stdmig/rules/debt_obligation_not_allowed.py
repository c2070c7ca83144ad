"""A contract that binds later years where that is not allowed (債務負担行為)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from stdmig.dates import shown_fiscal_year
from stdmig.diagnostics import Severity
from stdmig.rules.example import Example
from stdmig.rules.hit import Hit
from stdmig.rules.rule import Context, Rule
from stdmig.words import listing, text


def debt_obligation_not_allowed(context: Context) -> Iterator[Hit]:
    """Yield the procurements whose contract runs past 31 March all the same."""
    plan = context.plan
    if context.inventory.template.planning.budgets.debt_obligation:
        return
    for purchase in plan.network.purchases:
        procurement, paid = purchase.procurement, plan.funding(purchase)
        if paid is None or purchase.contract in plan.safe.settled:
            continue
        days = [plan.cutover(system.id).day for system in procurement.systems]
        years = paid.debt_years(max(days) - timedelta(days=1))
        if years:
            yield Hit(
                {"procurement": procurement.id},
                text(
                    "{name}: the contract of {year} binds {later}, and debt obligations"
                    " are not allowed here",
                    name=procurement.title,
                    year=shown_fiscal_year(paid.occasion.fiscal_year),
                    later=listing(map(shown_fiscal_year, years)),
                ),
                context.inventory.locate_system(procurement.systems[0]),
                {
                    "fiscal_year": paid.occasion.fiscal_year,
                    "debt_obligation_years": list(years),
                },
            )


RULE = Rule(
    code="STD315",
    name="debt-obligation-not-allowed",
    severity=Severity.WARNING,
    subjects=(("procurement",),),
    title=text("a contract binds later fiscal years, which is not allowed here"),
    help=text(
        "allow debt obligations ('debt_obligation' in schedule_template.yaml), or sign"
        " a contract for every fiscal year by itself"
    ),
    why=text(
        "A contract that runs past 31 March binds the budgets of later years. That"
        " takes a debt obligation voted with the budget (Local Autonomy Act, article"
        " 214)."
    ),
    example=Example("""\
planning:
  budgets: {debt_obligation: false}
"""),
    run=debt_obligation_not_allowed,
)
