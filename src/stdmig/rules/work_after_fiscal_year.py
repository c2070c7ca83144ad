"""Work that its fiscal year was to pay for ends after it (年度内に終わらない作業)."""

from __future__ import annotations

from collections.abc import Iterator

from stdmig.dates import shown, shown_fiscal_year
from stdmig.diagnostics import Severity
from stdmig.rules.example import Example
from stdmig.rules.hit import Hit
from stdmig.rules.rule import Context, Rule
from stdmig.schedule import carry_over_vote, slips
from stdmig.words import count, listing, text


def work_after_fiscal_year(context: Context) -> Iterator[Hit]:
    """Yield the procurements under contract whose work slips past 31 March."""
    plan = context.plan
    for slip in slips(plan):
        procurement = slip.purchase.procurement
        tasks = [plan.tasks[place] for place in slip.places]
        last = max(plan.dates(place).early_finish for place in slip.places)
        vote = carry_over_vote(context.inventory.template, slip.fiscal_year)
        items = dict.fromkeys(task.item.ref for task in tasks)
        yield Hit(
            {
                "procurement": procurement.id,
                "fiscal_year": str(slip.fiscal_year),
            },
            count(
                "{name}: {n} task of {year} slips past 31 March, to {last} (items"
                " {items})",
                "{name}: {n} tasks of {year} slip past 31 March, to {last} (items"
                " {items})",
                len(tasks),
                name=procurement.title,
                year=shown_fiscal_year(slip.fiscal_year),
                last=shown(last),
                items=listing(items),
            ),
            context.inventory.locate_system(procurement.systems[0]),
            {
                "fiscal_year": slip.fiscal_year,
                "early_finish": last.isoformat(),
                "carry_over_vote": vote.isoformat(),
                "tasks": [task.id for task in tasks],
                "systems": [system.id for system in procurement.systems],
            },
            details=(
                text("let the council vote a carry-over by {vote}", vote=shown(vote)),
            ),
        )


RULE = Rule(
    code="STD314",
    name="work-after-fiscal-year",
    severity=Severity.WARNING,
    subjects=(
        (
            "procurement",
            "fiscal_year",
        ),
    ),
    title=text("work under contract slips past the end of its fiscal year"),
    help=text(
        "have the carry-over voted in the session that ends the fiscal year, or bring"
        " the work forward"
    ),
    why=text(
        "A payment belongs to the fiscal year of the work. What is not finished by 31"
        " March can be paid later only if the council has voted to carry the money over"
        " (Local Autonomy Act, article 213)."
    ),
    example=Example("""\
schema: stdmig.progress/1
tasks:
  - {item: 11, status: done, finish: 2024-06-30}
  - {item: 14, status: started, start: 2024-10-01, remaining_months: 6}
"""),
    run=work_after_fiscal_year,
)
