"""A plan that rests on a policy nobody has decided (対応方針の未定)."""

from __future__ import annotations

from collections.abc import Iterator

from stdmig.diagnostics import Severity
from stdmig.rules.example import Example
from stdmig.rules.hit import Hit
from stdmig.rules.rule import Context, Rule
from stdmig.words import count, text


def policy_undecided(context: Context) -> Iterator[Hit]:
    """Yield the procurements that hold units whose policy is undecided."""
    live = context.plan.network.live
    for procurement in context.plan.network.procurements.values():
        units = [
            placed
            for placed in procurement.installations
            if placed.unit.policy == "undecided" and placed.system.id not in live
        ]
        if not units:
            continue
        message = text(
            "{name}: the vendor's policy is undecided for {units};"
            " planned as a change of vendor",
            name=procurement.name,
            units=count("{n} unit", "{n} units", len(units)),
        )
        yield Hit(
            {"procurement": procurement.id},
            message,
            context.inventory.locate((*units[0].path, "policy")),
            {"units": [placed.id for placed in units]},
        )


RULE = Rule(
    code="STD105",
    name="policy-undecided",
    severity=Severity.WARNING,
    subjects=(("procurement",),),
    title=text("the vendor's policy is undecided"),
    help=text("ask the vendor, and set 'policy' to stay, switch or national"),
    why=text(
        "Staying with the vendor leaves out the request for proposals and the"
        " selection, four to five months in the national procedure. Until the policy"
        " is known the plan counts with a change, which is the longer way."
    ),
    example=Example("""\
systems:
  - {id: kojin, units: [{section: 税務課, package: TaxSys, policy: undecided}]}
"""),
    run=policy_undecided,
)
