"""Whose plan it is, as of when, and its key figures (表題・主要な数値)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from stdmig.coverage import early_ends
from stdmig.dates import difference, shown, shown_long, shown_weekday
from stdmig.render.gap_words import gap_cell
from stdmig.render.plan.page import PlanPage
from stdmig.schedule import Cutover
from stdmig.words import Style, Text, count, listing, text


class Figure(NamedTuple):
    """A number or a day that matters, with what it is and a word about it."""

    name: Text
    value: Text | object
    note: Text | None
    alarming: bool = False


def title(page: PlanPage) -> Text:
    """Return whose plan it is: municipality, sample, section."""
    inventory = page.plan.inventory
    name: object = inventory.municipality.title
    if inventory.sample:
        name = text("{name} (sample)", name=name)
    head = text("{name}: migration plan", name=name)
    if page.section is not None:
        return text("{name} ({whose})", name=head, whose=page.section)
    return head


def as_of_words(page: PlanPage, style: Style) -> str:
    """Return the as-of date in full."""
    day = shown_long(page.plan.as_of)
    if page.as_of_today:
        return text("as of {day} (today)", day=day).into(style)
    return text("as of {day}", day=day).into(style)


def figures(page: PlanPage) -> tuple[Figure, ...]:
    """Return the four figures at the head of the mayor's page."""
    ahead = [each for each in page.cutovers if each.source != "live"]
    return (
        *_cutover(ahead, len(page.cutovers)),
        *_deadline(ahead),
        _gap(page),
        *_fit(ahead),
    )


def _cutover(ahead: list[Cutover], total: int) -> Iterator[Figure]:
    name = text("Cutover")
    live = total - len(ahead)
    note = count("{n} system", "{n} systems", len(ahead))
    if live:
        served = count("{n} system live", "{n} systems live", live)
        note = listing((note, served))
    days = sorted({each.day for each in ahead})
    if len(days) == 1:
        day = days[0]
        told = text(
            "{day} ({weekday})", day=shown_long(day), weekday=shown_weekday(day)
        )
        yield Figure(name, told, note)
    elif days:
        several = count("{n} day", "{n} days", len(days))
        note = text("{note}, on {days}", note=note, days=several)
        yield Figure(name, _range(days), note)


def _deadline(ahead: list[Cutover]) -> Iterator[Figure]:
    days = sorted({each.deadline for each in ahead})
    if not days:
        return
    designated = sum(each.system.designated is not None for each in ahead)
    note = (
        count("{n} designated system", "{n} designated systems", designated)
        if designated
        else None
    )
    told = shown_long(days[0]) if len(days) == 1 else _range(days)
    late = any(each.day > each.deadline for each in ahead)
    yield Figure(text("Deadline of the migration"), told, note, late)


def _range(days: list[date]) -> Text:
    return text("{first} - {last}", first=shown(days[0]), last=shown(days[-1]))


def _gap(page: PlanPage) -> Figure:
    name = text("Gap in the contracts")
    known, short, longest, overdue = early_ends(page.coverages)
    if not short and overdue:
        # Nothing is known of a gap before a cutover whose day is not settled.
        return Figure(name, text("unknown"), None)
    if not short:
        return Figure(name, text("no gap"), None)
    note = count(
        "{short} of {n} contract",
        "{short} of {n} contracts",
        len(known),
        short=len(short),
    )
    if longest is None:
        return Figure(name, text("renewals only"), note)
    days = gap_cell(longest)
    return Figure(name, text("up to {length}", length=days), note, alarming=True)


def _fit(ahead: list[Cutover]) -> Iterator[Figure]:
    if not ahead:
        return
    worst = max(ahead, key=lambda each: each.early - each.day)
    note = text("every task at its longest")
    if worst.early > worst.day:
        late = text("{late} late", late=difference(worst.day, worst.early))
        yield Figure(text("Time to spare"), late, note, alarming=True)
        return
    days = (worst.day - worst.early) // timedelta(days=1)
    yield Figure(text("Time to spare"), count("{n} day", "{n} days", days), note)
