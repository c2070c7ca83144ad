"""Whether template and costs name what exists (日程のひな型・経費の検査)."""

from __future__ import annotations

from collections.abc import Iterator

from stdmig.diagnostics import Diagnostic
from stdmig.inventory.check_systems import contract_mentions, unit_mentions
from stdmig.inventory.costs import BUILT_IN, CostsFile
from stdmig.inventory.document import Document
from stdmig.inventory.mentions import Mention, listed, repeated, unknown
from stdmig.inventory.procedures import ProceduresFile
from stdmig.inventory.systems import SystemsFile
from stdmig.inventory.template import TemplateFile
from stdmig.words import text


def check_template(
    file: TemplateFile, document: Document, procedures: ProceduresFile
) -> Iterator[Diagnostic]:
    """Yield ``STD010`` and ``STD011`` of ``schedule_template.yaml``."""
    yield from repeated(listed("milestones", file.milestones), document)
    refs = [Mention(item.ref, ()) for item in procedures.items]
    wanted = [
        Mention(milestone.item, ("milestones", place, "item"))
        for place, milestone in enumerate(file.milestones)
        if milestone.item is not None
    ]
    yield from unknown(wanted, refs, document, "items")
    conditions = [
        Mention(name, ("planning", "conditions", place))
        for place, name in enumerate(file.planning.conditions)
    ]
    known = listed("conditions", procedures.conditions)
    yield from unknown(conditions, known, document, "conditions")


def check_costs(
    file: CostsFile,
    document: Document,
    systems: SystemsFile,
    procedures: ProceduresFile,
) -> Iterator[Diagnostic]:
    """Yield ``STD010`` and ``STD011`` of ``costs.yaml``."""
    items = [Mention(name, ()) for name in BUILT_IN]
    items += listed("cost_items", procedures.cost_items)
    known = {
        "item": ("cost_items", items),
        "system": ("systems", listed("systems", systems.systems)),
        "unit": ("units", list(unit_mentions(systems))),
        "contract": ("contracts", list(contract_mentions(systems))),
    }
    for place, cost in enumerate(file.costs):
        for key, (under, mentions) in known.items():
            named = getattr(cost, key)
            if named is not None:
                mention = Mention(named, ("costs", place, key))
                yield from unknown([mention], mentions, document, under)
    yield from _repeated_prices(file, document)


def _repeated_prices(file: CostsFile, document: Document) -> Iterator[Diagnostic]:
    """Yield ``STD011`` for a second price of the same thing."""
    first: dict[tuple[str | None, ...], int] = {}
    for place, cost in enumerate(file.costs):
        earlier = first.setdefault(
            (cost.item, cost.unit, cost.system, cost.contract), place
        )
        if earlier != place:
            yield Diagnostic(
                "STD011",
                text("'{item}' has a price for the same thing already", item=cost.item),
                document.locate(("costs", place, "item")),
                text("keep one of the two"),
                (
                    (
                        document.locate(("costs", earlier, "item")),
                        text("the first one is here"),
                    ),
                ),
            )
