"""Days that others set, and the tasks that wait for them (前提となる日)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import NamedTuple

from stdmig.dates import shown, shown_fiscal_year
from stdmig.render.msproject.entry import Constraint, ConstraintType, Entry
from stdmig.render.msproject.hours import closing, opening
from stdmig.schedule import Funding, Plan
from stdmig.words import Text, text


class Waits(NamedTuple):
    """
    Milestones outside the plan's hands.

    Attributes
    ----------
    entries
        The milestones: a publication, a day from which money can be spent.
    before
        Their keys, by the places of the tasks that wait for them.
    unkept
        What the planned dates do not wait for, by the places of those tasks.
    """

    entries: tuple[Entry, ...]
    before: dict[int, list[str]]
    unkept: dict[int, list[Text]]


class _Wait(NamedTuple):
    place: int
    key: str
    name: Text
    day: date
    moment: datetime


def waits(plan: Plan, places: list[int]) -> Waits:
    """
    Return what tasks wait for beside each other, as far as it is still to come.

    A wait that the planned dates themselves do not keep, in a plan that does not fit,
    is told at its task and holds nothing: a scheduler would move dates that all other
    papers show.
    """
    found = Waits((), {}, {})
    entries: dict[str, Entry] = {}
    for wait in _waits(plan, set(places)):
        if wait.day < plan.as_of:
            continue
        constraint = Constraint(ConstraintType.START_NO_EARLIER_THAN, wait.moment)
        entry = Entry(wait.key, wait.name, wait.moment, wait.moment, constraint)
        entries.setdefault(wait.key, entry)
        if wait.moment <= opening(plan.dates(wait.place).planned_start):
            found.before.setdefault(wait.place, []).append(wait.key)
        else:
            told = text(
                "The planned start lies before this day: {what}, {day}",
                what=wait.name,
                day=shown(wait.day),
            )
            found.unkept.setdefault(wait.place, []).append(told)
    in_order = sorted(entries.values(), key=lambda each: (each.start, each.key))
    return found._replace(entries=tuple(in_order))


def _waits(plan: Plan, places: set[int]) -> Iterator[_Wait]:
    for place in sorted(places - plan.safe.settled.keys()):
        if plan.tasks[place].item.waits_for is not None:
            yield from _publications(plan, place)
    for purchase in plan.network.purchases:
        paid = plan.funding(purchase)
        for wait in _money(paid) if paid else ():
            if wait.place in places and wait.place not in plan.safe.settled:
                yield wait


def _publications(plan: Plan, place: int) -> Iterator[_Wait]:
    for group in dict.fromkeys(
        each.specification for each in plan.tasks[place].systems
    ):
        known = plan.inventory.specifications.get(group or "")
        if known is not None and known.published is not None:
            name = text(
                "publication of the specifications of {group}", group=known.title
            )
            # Work may begin on the day after it.
            moment = closing(known.published)
            yield _Wait(place, f"published:{group}", name, known.published, moment)


def _money(paid: Funding) -> Iterator[_Wait]:
    """Yield the days from which proposals can be asked for, and the money spent."""
    occasion = paid.occasion
    budget = text(
        "{way} of {year}",
        way=occasion.way.title,
        year=shown_fiscal_year(occasion.fiscal_year),
    )
    if paid.tendered is not None and paid.purchase.rfp is not None:
        name = text("{budget}: proposals can be asked for", budget=budget)
        yield _from(paid.purchase.rfp, "tender", paid, paid.tendered, name)
    name = text("{budget}: can be spent", budget=budget)
    for place in paid.purchase.spending:
        yield _from(place, "money", paid, occasion.usable, name)


def _from(place: int, kind: str, paid: Funding, ordinal: int, name: Text) -> _Wait:
    day = date.fromordinal(ordinal)
    key = f"{kind}:{paid.occasion.way.id}:{day}"
    return _Wait(place, key, name, day, opening(day))
