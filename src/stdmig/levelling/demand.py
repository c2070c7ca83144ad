"""Who does how much of which task, and how much they can do (作業量と体制)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple, TypeAlias

from stdmig.inventory.capacity import Capacity, CapacityFile
from stdmig.inventory.procedures import Actor, WorkItem
from stdmig.levelling.levelled import Worker
from stdmig.network import Task
from stdmig.schedule import Plan

MonthNumber: TypeAlias = int
"""Calendar months counted on: the year times 12, and the month from 0."""

YearlyLimit: TypeAlias = tuple[Decimal | None, ...]
"""How much can be done in January to December; None in a month without a limit."""

_ONE = Decimal(1)


class Demand(NamedTuple):
    """
    The work of one group of people.

    Attributes
    ----------
    worker
        Who.
    amounts
        How many people, or parallel tasks, each task takes while it lasts, by its
        place. What is over is not among them.
    limit
        How much they can do in each month of a year; None where nothing limits them.
    """

    worker: Worker
    amounts: dict[int, Decimal]
    limit: YearlyLimit | None

    def capacity(self, month: MonthNumber) -> Decimal | None:
        """Return how much can be done in a month; None where there is no limit."""
        return None if self.limit is None else self.limit[month % 12]


def demands(
    plan: Plan, vendors: Mapping[Worker, YearlyLimit | None] | None = None
) -> tuple[Demand, ...]:
    """
    Return the work of everybody whose load is counted.

    The lead section comes first, then the sections in the order of the file, then
    what ``capacity.yaml`` says of vendors. The lead section and a section of the same
    name are one group of people; where they act in one task as both, they do both
    parts. A task of several sections counts in each. A vendor's load counts only
    where a capacity is written down for it, and only for the items named there.

    Parameters
    ----------
    plan
        The tasks.
    vendors
        What vendors can do; None means what the plan's own file says of them.
    """
    written = plan.inventory.capacity
    lead = Worker("lead", plan.inventory.municipality.lead_section)
    amounts: dict[Worker, dict[int, Decimal]] = {lead: {}}
    for placed in plan.inventory.installations:
        amounts.setdefault(_group(placed.unit.section, lead), {})
    vendors = vendor_limits(written) if vendors is None else vendors
    for each in vendors:
        amounts[each] = {}
    for place, task in enumerate(plan.tasks):
        if plan.is_over(place):
            continue
        for worker, amount in _parts(task, lead, vendors):
            if amount:
                own = amounts[worker]
                own[place] = own.get(place, Decimal(0)) + amount
    limits = {**_limits(written, lead), **vendors}
    return tuple(
        Demand(worker, own, limits.get(worker))
        for worker, own in amounts.items()
        if own or worker is lead
    )


def load_of(item: WorkItem, actor: Actor) -> Decimal:
    """Return how much an item takes of an actor; 1 where nobody wrote it down."""
    written: Decimal | None = getattr(item.load, actor)
    return _ONE if written is None else written


def months_of(start: int, finish: int) -> range:
    """Return the months that a task touches, from its first day to the one after."""
    if finish <= start:
        return range(0)
    return range(month_of(start), month_of(finish - 1) + 1)


def month_of(day: int) -> MonthNumber:
    """Return the month in which a day lies."""
    moment = date.fromordinal(day)
    return moment.year * 12 + moment.month - 1


def monthly(
    demand: Demand, spans: Mapping[int, tuple[int, int]]
) -> dict[MonthNumber, Decimal]:
    """
    Return how much a group has to do in each month, given starts and finishes.

    Parameters
    ----------
    demand
        Whose work.
    spans
        First day of each task, and the day after its last, by its place.
    """
    found: dict[MonthNumber, Decimal] = {}
    for place, amount in demand.amounts.items():
        for month in months_of(*spans[place]):
            found[month] = found.get(month, Decimal(0)) + amount
    return dict(sorted(found.items()))


def yearly(capacity: Capacity) -> YearlyLimit | None:
    """Return what can be done in each month of a year; of several the least."""
    ordinary = capacity.capacity
    found: list[Decimal | None] = [ordinary] * 12
    for busy in capacity.busy:
        for month in busy.months:
            found[month - 1] = least(found[month - 1], busy.capacity)
    return None if found == [None] * 12 else tuple(found)


def least(one: Decimal | None, other: Decimal | None) -> Decimal | None:
    """Return the lesser of two limits, of which None is none."""
    if one is None or other is None:
        return other if one is None else one
    return min(one, other)


def lesser(one: YearlyLimit | None, other: YearlyLimit | None) -> YearlyLimit | None:
    """Return the lesser of two limits, month by month."""
    if one is None or other is None:
        return other if one is None else one
    return tuple(least(*pair) for pair in zip(one, other, strict=True))


def vendor_limits(written: CapacityFile | None) -> dict[Worker, YearlyLimit | None]:
    """Return what vendors can do at one time, in the order of the file."""
    found: dict[Worker, YearlyLimit | None] = {}
    for each in written.vendors if written else ():
        items = tuple(sorted(set(each.items), key=_number))
        worker = Worker("vendor", each.vendor, items)
        found[worker] = lesser(found.get(worker), yearly(each))
    return found


def _limits(
    written: CapacityFile | None, lead: Worker
) -> dict[Worker, YearlyLimit | None]:
    """Return what the lead section and the sections can do."""
    if written is None:
        return {}
    found = {lead: yearly(written.lead)}
    for each in written.sections:
        worker = _group(each.section, lead)
        found[worker] = lesser(found.get(worker), yearly(each))
    return found


def _group(section: str, lead: Worker) -> Worker:
    """Return the group of people that a section is."""
    return lead if section == lead.name else Worker("section", section)


def _parts(
    task: Task, lead: Worker, vendors: Iterable[Worker]
) -> Iterator[tuple[Worker, Decimal]]:
    """Yield who takes part in a task, and how much of it they do."""
    item = task.item
    if "lead" in item.actors:
        yield lead, load_of(item, "lead")
    if "section" in item.actors:
        for section in task.sections:
            yield _group(section, lead), load_of(item, "section")
    if "vendor" in item.actors:
        present = task.vendors
        for worker in vendors:
            if worker.name in present and item.ref in worker.items:
                yield worker, load_of(item, "vendor")


def _number(ref: str) -> tuple[int, str]:
    """Return an item's number and the letter of its part, to sort by."""
    letter = ref[-1] if ref[-1].isalpha() else ""
    return int(ref.removesuffix(letter)), letter
