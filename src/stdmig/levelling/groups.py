"""Who works for which municipalities (自治体をまたぐ体制)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from stdmig.diagnostics import Diagnostic, Severity
from stdmig.levelling.demand import Demand, YearlyLimit, lesser, vendor_limits
from stdmig.levelling.levelled import Worker
from stdmig.schedule import Plan
from stdmig.words import text


class Group(NamedTuple):
    """
    People whose work is counted together.

    Attributes
    ----------
    town
        The municipality that they work for; None for a vendor of several.
    amounts
        For every municipality, how much each of its tasks takes of them.
    limit
        How much they can do in January to December.
    """

    town: int | None
    worker: Worker
    amounts: tuple[dict[int, Decimal], ...]
    limit: YearlyLimit | None

    @property
    def name(self) -> str:
        """Return what the search calls them in its messages."""
        whose = "" if self.town is None else f"{self.town}:"
        kind, who, items = self.worker
        return " ".join(filter(None, (f"{whose}{kind}", who, *items)))


def all_vendors(plans: Sequence[Plan]) -> dict[Worker, YearlyLimit | None]:
    """Return what vendors can do for all municipalities, as any of them writes down."""
    found: dict[Worker, YearlyLimit | None] = {}
    for plan in plans:
        for worker, limit in vendor_limits(plan.inventory.capacity).items():
            found[worker] = lesser(found.get(worker), limit)
    return found


def groups(towns: Sequence[Sequence[Demand]]) -> tuple[Group, ...]:
    """
    Return the people of all municipalities: each one's own, then the vendors.

    A vendor's capacity for the same work items is one for all municipalities.
    """
    own: list[Group] = []
    shared: dict[Worker, Group] = {}
    for town, found in enumerate(towns):
        for each in found:
            if each.worker.kind == "vendor":
                known = shared.get(each.worker)
                amounts = list(known.amounts if known else [{}] * len(towns))
                amounts[town] = each.amounts
                whose = town if len(towns) == 1 else None
                shared[each.worker] = Group(
                    whose, each.worker, tuple(amounts), each.limit
                )
            else:
                alone = tuple(
                    each.amounts if place == town else {} for place in range(len(towns))
                )
                own.append(Group(town, each.worker, alone, each.limit))
    return (*own, *shared.values())


def differing(plans: Sequence[Plan]) -> Iterator[Diagnostic]:
    """Yield the vendors whose capacity the municipalities do not agree on."""
    known: dict[Worker, tuple[Plan, YearlyLimit | None]] = {}
    told: set[Worker] = set()
    for plan in plans:
        for worker, limit in vendor_limits(plan.inventory.capacity).items():
            other, before = known.setdefault(worker, (plan, limit))
            if before != limit and worker not in told:
                told.add(worker)
                yield _differs(worker, other, plan)


def _differs(worker: Worker, one: Plan, other: Plan) -> Diagnostic:
    file, document = other.inventory.capacity, other.inventory.documents.capacity
    assert file is not None
    assert document is not None
    entry = next(
        place
        for place, each in enumerate(file.vendors)
        if each.vendor == worker.name and set(each.items) == set(worker.items)
    )
    message = text(
        "{vendor}: {one} and {other} write down different capacities for it;"
        " the lesser one counts",
        vendor=worker.name,
        one=one.inventory.municipality.title,
        other=other.inventory.municipality.title,
    )
    return Diagnostic(
        "STD404",
        message,
        document.locate(("vendors", entry)),
        severity=Severity.WARNING,
    )
