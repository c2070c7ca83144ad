"""Why capacities cannot be kept, and what may be changed (成り立たない理由)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from math import ceil
from typing import NamedTuple

from stdmig.dates import shown_month
from stdmig.levelling.levelled import Clash, Levelled
from stdmig.outlook.levelling.worker_title import capacity_title, worker_title
from stdmig.words import Name, Text, count, text


class Trouble(NamedTuple):
    """
    A clash in words.

    Attributes
    ----------
    what
        Who would have how much to do, when, and how much they can do.
    tasks
        The smallest set of tasks that clashes.
    ways
        What may be changed.
    """

    what: Text
    tasks: tuple[Text, ...]
    ways: tuple[Text, ...]


def troubles(levelled: Levelled) -> tuple[Trouble, ...]:
    """Return every clash in words."""
    return tuple(_trouble(levelled, each) for each in levelled.clashes)


def _trouble(levelled: Levelled, clash: Clash) -> Trouble:
    several = len(levelled.towns) > 1
    return Trouble(
        clash_words(levelled, clash),
        tuple(_task(levelled, *each, several=several) for each in clash.tasks),
        tuple(_ways(clash)),
    )


def clash_words(levelled: Levelled, clash: Clash) -> Text:
    """Return who has too much to do in which months, and by how much."""
    whose = worker_title(clash.worker)
    if clash.town is not None and len(levelled.towns) > 1:
        whose = text(
            "{town}, {whose}", town=town_title(levelled, clash.town), whose=whose
        )
    if clash.at_once:
        return text(
            "{whose}: one task takes {needed} at a time, and there is never more than"
            " {available} when it may be done ({first} to {last}).",
            whose=whose,
            needed=_told(clash.needed),
            available=_told(clash.available),
            first=shown_month(date(*clash.first, 1)),
            last=shown_month(date(*clash.last, 1)),
        )
    if clash.first == clash.last:
        return text(
            "{whose}: at least {needed} people are needed in {month}, and there are"
            " {available}.",
            whose=whose,
            needed=_told(clash.needed),
            month=shown_month(date(*clash.first, 1)),
            available=_told(clash.available),
        )
    return text(
        "{whose}: at least {needed} person-months of work fall between {first} and"
        " {last}, and {available} can be done.",
        whose=whose,
        needed=_told(clash.needed),
        first=shown_month(date(*clash.first, 1)),
        last=shown_month(date(*clash.last, 1)),
        available=_told(clash.available),
    )


def town_title(levelled: Levelled, place: int) -> Name:
    """Return the name of a municipality by its place."""
    return levelled.towns[place].plan.inventory.municipality.title


def _task(levelled: Levelled, town: int, place: int, *, several: bool) -> Text:
    title = levelled.towns[town].plan.tasks[place].title
    if not several:
        return title
    return text("{town}, {whose}", town=town_title(levelled, town), whose=title)


def _ways(clash: Clash) -> list[Text]:
    return [
        _raise(clash),
        count(
            "let this task take fewer people, or less time (load and months in"
            " procedures.yaml)",
            "let some of these {n} tasks take fewer people, or less time (load and"
            " months in procedures.yaml)",
            len(clash.tasks),
        ),
        text(
            "let them be done in other months: another cutover in systems.yaml, or"
            " fewer fixed tasks"
        ),
    ]


def _raise(clash: Clash) -> Text:
    """Return how much capacity would be enough, and where it is written."""
    where = capacity_title(clash.worker)
    if clash.at_once:
        return text(
            "raise the capacity to {people} in every month in which it is done"
            " ({where})",
            people=_told(clash.needed),
            where=where,
        )
    months = _months(clash)
    if months == 1:
        return text(
            "raise the capacity in this month to {people} ({where})",
            people=_told(clash.needed),
            where=where,
        )
    return text(
        "raise the capacity in these months to {people} on average ({where})",
        people=_told(Decimal(ceil(clash.needed * 10 / months)) / 10),
        where=where,
    )


def _months(clash: Clash) -> int:
    (year, month), (other, last) = clash.first, clash.last
    return (other - year) * 12 + last - month + 1


def _told(amount: Decimal) -> str:
    """Return an amount without zeros behind its point."""
    return f"{amount.normalize():f}"
