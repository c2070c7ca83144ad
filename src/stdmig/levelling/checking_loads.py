"""Everybody's load counted once more, day by day (作業量の検証)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from stdmig.inventory.capacity import Capacity
from stdmig.levelling.levelled import Span
from stdmig.network import Task
from stdmig.schedule import Plan
from stdmig.words import Text, text


class Checked(NamedTuple):
    """
    The starts that were chosen for one plan.

    Attributes
    ----------
    spans
        First day of every task, and the day after its last.
    loose
        Tasks that start before they can, since they lack time.
    kept
        Days of the tasks that were not to be moved.
    lost
        Contracts whose money lapses whatever is chosen.
    """

    plan: Plan
    spans: Mapping[int, Span]
    loose: Collection[int] = ()
    kept: Mapping[int, int] = {}
    lost: Collection[int] = ()


def own_loads(chosen: Sequence[Checked]) -> Iterator[Text]:
    """Yield the months in which a municipality's people have too much to do."""
    for each in chosen:
        file = each.plan.inventory.capacity
        if file is None:
            continue
        lead = each.plan.inventory.municipality.lead_section
        for name in (None, *(known.section for known in file.sections)):
            if name == lead and name is not None:
                continue
            whose = lead if name is None else name
            limits: list[Capacity] = [file.lead] if name is None else []
            limits += [known for known in file.sections if known.section == whose]
            amounts = {
                place: _people(task, name, lead)
                for place, task in enumerate(each.plan.tasks)
            }
            who = name or lead or text("the lead section")
            yield from _months([(each, amounts)], limits, who)


def _people(task: Task, name: str | None, lead: str | None) -> Decimal:
    """Return how many people of a section a task takes; None is the lead section."""
    item, total = task.item, Decimal(0)
    if name is None and "lead" in item.actors:
        total += 1 if item.load.lead is None else item.load.lead
    whose = lead if name is None else name
    if "section" in item.actors and whose is not None and whose in task.sections:
        total += 1 if item.load.section is None else item.load.section
    return total


def vendor_loads(chosen: Sequence[Checked]) -> Iterator[Text]:
    """Yield the months in which a vendor has too much to do in all municipalities."""
    files = [each.plan.inventory.capacity for each in chosen]
    written = [known for file in files if file for known in file.vendors]
    seen = []
    for known in written:
        key = known.vendor, set(known.items)
        if key in seen:
            continue
        seen.append(key)
        work = []
        for each in chosen:
            amounts = {}
            for place, task in enumerate(each.plan.tasks):
                item = task.item
                if (
                    "vendor" in item.actors
                    and item.ref in known.items
                    and known.vendor in task.vendors
                ):
                    load = item.load.vendor
                    amounts[place] = Decimal(1) if load is None else load
            work.append((each, amounts))
        same = [other for other in written if (other.vendor, set(other.items)) == key]
        yield from _months(work, same, known.vendor)


def _months(
    work: Sequence[tuple[Checked, Mapping[int, Decimal]]],
    limits: Sequence[Capacity],
    who: str | Text,
) -> Iterator[Text]:
    """Yield the months from the as-of date on in which there is too much to do."""
    loads: dict[tuple[int, int], Decimal] = {}
    first = min(each.plan.as_of for each, _ in work).replace(day=1).toordinal()
    for each, amounts in work:
        for place, amount in amounts.items():
            if not amount or each.plan.is_over(place):
                continue
            start, finish = each.spans[place]
            touched = set()
            for day in range(max(start, first), finish):
                moment = date.fromordinal(day)
                touched.add((moment.year, moment.month))
            for month in touched:
                loads[month] = loads.get(month, Decimal(0)) + amount
    for (year, number), load in sorted(loads.items()):
        for limit in limits:
            most = [limit.capacity]
            most += [busy.capacity for busy in limit.busy if number in busy.months]
            if any(known is not None and load > known for known in most):
                yield text(
                    "{who} has {load} to do in {month}",
                    who=who,
                    load=str(load),
                    month=f"{year}-{number:02}",
                )
                break
