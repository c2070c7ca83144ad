"""What is guessed of the procedure: months and links (作業項目の前提)."""

from __future__ import annotations

from collections.abc import Iterator

from stdmig.inventory import Path
from stdmig.network import CUTOVER, links
from stdmig.schedule.assumed_tasks import tasks_of_item
from stdmig.schedule.assumption import Assumption
from stdmig.schedule.plan import Plan
from stdmig.words import text


def assumed_procedure(plan: Plan) -> Iterator[Assumption]:
    """Yield what is assumed of the items that happen, and of their order."""
    yield from _durations(plan)
    yield from _links(plan)


def _durations(plan: Plan) -> Iterator[Assumption]:
    document = plan.inventory.documents.procedures
    for place, item in enumerate(plan.inventory.procedures.items):
        if item.months.assumed or item.assumed:
            message = text(
                "item {ref} {name} takes {min} to {max} months",
                ref=item.ref,
                name=item.title,
                min=item.months.min,
                max=item.months.max,
            )
            where = document.locate(("items", place, "months"))
            ids = tasks_of_item(plan, item.ref)
            if ids:
                yield Assumption(f"months-{item.ref}", message, where, ids)


def _links(plan: Plan) -> Iterator[Assumption]:
    """Yield the links between items that no source states."""
    procedures = plan.inventory.procedures
    paths: dict[str, Path] = {
        item.ref: ("items", place, "after")
        for place, item in enumerate(procedures.items)
    }
    paths[CUTOVER] = ("cutover", "after")
    for ref, after in links(procedures).items():
        for position, link in enumerate(after):
            if not link.assumed:
                continue
            where = plan.inventory.documents.procedures.locate((*paths[ref], position))
            if ref == CUTOVER:
                message = text("item {item} ends before the cutover", item=link.item)
                ids = tasks_of_item(plan, link.item)
            else:
                message = text(
                    "item {item} ends before item {ref} begins",
                    item=link.item,
                    ref=ref,
                )
                ids = tasks_of_item(plan, ref)
            if ids:
                yield Assumption(f"link-{link.item}-{ref}", message, where, ids)
