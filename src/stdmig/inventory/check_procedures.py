"""Whether the work items name each other rightly, without circles (項目の検査)."""

from __future__ import annotations

from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter

from stdmig.diagnostics import Diagnostic
from stdmig.inventory.document import Document, Path
from stdmig.inventory.mentions import Mention, listed, repeated, unknown
from stdmig.inventory.procedures import ProceduresFile, WorkItem
from stdmig.words import text


def check_procedures(file: ProceduresFile, document: Document) -> Iterator[Diagnostic]:
    """Yield ``STD010``, ``STD011``, ``STD012`` and ``STD014``."""
    items = [
        Mention(item.ref, ("items", place, _naming_key(item)))
        for place, item in enumerate(file.items)
    ]
    phases, conditions = (
        listed("phases", file.phases),
        listed("conditions", file.conditions),
    )
    for mentions in (
        items,
        listed("items", file.items),
        phases,
        conditions,
        listed("cost_items", file.cost_items),
    ):
        yield from repeated(mentions, document)
    wanted, wanted_phases, wanted_conditions = [], [], []
    for place, item in enumerate(file.items):
        path: Path = ("items", place)
        wanted_phases.append(Mention(item.phase, (*path, "phase")))
        wanted += [
            Mention(link.item, (*path, "after", position, "item"))
            for position, link in enumerate(item.after)
        ]
        wanted_conditions += [
            Mention(variant.when, (*path, "variants", position, "when"))
            for position, variant in enumerate(item.variants)
        ]
    wanted += [
        Mention(link.item, ("cutover", "after", position, "item"))
        for position, link in enumerate(file.cutover.after)
    ]
    wanted += [
        Mention(ref, ("cost_items", place, "items", position))
        for place, cost in enumerate(file.cost_items)
        for position, ref in enumerate(cost.items)
    ]
    faults = [
        *unknown(wanted, items, document, "items"),
        *unknown(wanted_phases, phases, document, "phases"),
        *unknown(wanted_conditions, conditions, document, "conditions"),
    ]
    yield from faults or _unordered(file, document)


def _naming_key(item: WorkItem) -> str:
    return "ref" if "ref" in item.model_fields_set else "number"


def _unordered(file: ProceduresFile, document: Document) -> Iterator[Diagnostic]:
    """Yield a circle among the items, or the items that no cutover waits for."""
    before = {item.ref: [link.item for link in item.after] for item in file.items}
    places = {item.ref: place for place, item in enumerate(file.items)}
    circles = list(_circles(before))
    for circle in circles:
        yield Diagnostic(
            "STD012",
            text("work items wait for each other: {items}", items=" -> ".join(circle)),
            document.locate(("items", places[circle[0]], "after")),
            text("take one of these links out"),
            tuple(
                (
                    document.locate(("items", places[ref], "after")),
                    text("item {ref} waits here", ref=ref),
                )
                for ref in circle[1:-1]
            ),
        )
    if circles:
        return
    reached: set[str] = set()
    waiting = [link.item for link in file.cutover.after]
    while waiting:
        ref = waiting.pop()
        if ref not in reached:
            reached.add(ref)
            waiting += before[ref]
    for item in file.items:
        if item.ref not in reached:
            yield Diagnostic(
                "STD014",
                text(
                    "no cutover waits for item {ref}, so it has no date", ref=item.ref
                ),
                document.locate(("items", places[item.ref])),
                text("name it under 'after' of another item or of 'cutover'"),
            )


def _circles(before: dict[str, list[str]]) -> Iterator[list[str]]:
    """Yield circles that share no item, each item before the one that waits for it."""
    links = dict(before)
    while True:
        try:
            TopologicalSorter(links).prepare()
        except CycleError as error:
            circle: list[str] = error.args[1]
            yield circle
            for ref in circle:
                links.pop(ref, None)
        else:
            return
