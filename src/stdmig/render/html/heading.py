"""Whose plan it is, its days, and what matters most (表題と要点)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from markupsafe import Markup

from stdmig.dates import shown_long, shown_weekday
from stdmig.outlook.statement import Statement as Outlook
from stdmig.render.html.pen import Pen
from stdmig.render.plan.page import PlanPage
from stdmig.render.tones import TONES
from stdmig.words import Text, count, text


class Fact(NamedTuple):
    """A day at the head: what it is, the day, and what else is to be known."""

    kind: str
    name: Markup
    day: Markup
    note: Markup


class Statement(NamedTuple):
    """A statement of the summary: its first sentence, then the others."""

    tone: str
    label: Markup
    sentences: tuple[Markup, ...]


class Heading(NamedTuple):
    """The head of the page."""

    municipality: Markup
    title: Markup
    section: Markup | None
    facts: tuple[Fact, ...]
    statements: tuple[Statement, ...]


def told(statements: Iterable[Outlook], pen: Pen) -> tuple[Statement, ...]:
    """Return statements as they stand on a page, each with what its tone is called."""
    return tuple(
        Statement(each.tone, pen(TONES[each.tone]), tuple(map(pen, each.sentences)))
        for each in statements
    )


def heading(page: PlanPage, pen: Pen) -> Heading:
    """Return the head of the page."""
    name = page.plan.inventory.municipality.title
    head = text("{name} (sample)", name=name) if page.plan.inventory.sample else name
    return Heading(
        pen(name),
        pen(text("{name}: migration plan", name=head)),
        pen(page.section) if page.section else None,
        tuple(_facts(page, pen)),
        told(page.summary.statements, pen),
    )


def _facts(page: PlanPage, pen: Pen) -> Iterator[Fact]:
    ahead = [each for each in page.cutovers if each.source != "live"]
    today = pen(text("today")) if page.as_of_today else Markup("")
    yield Fact("as-of", pen(text("As-of date")), _long(page.plan.as_of, pen), today)
    days = sorted({each.day for each in ahead})
    if days:
        yield _fact("cutover", text("Cutover day"), days, pen)
    limits = sorted({each.deadline for each in ahead}) or [page.plan.deadline]
    yield _fact("deadline", text("Deadline of the migration"), limits, pen)


def _fact(kind: str, name: Text, days: list[date], pen: Pen) -> Fact:
    if len(days) == 1:
        weekday = text("({weekday})", weekday=shown_weekday(days[0]))
        return Fact(kind, pen(name), _long(days[0], pen), pen(weekday))
    several = count("{n} day in all", "{n} days in all", len(days))
    told = Markup(" – ").join((_long(days[0], pen), _long(days[-1], pen)))
    return Fact(kind, pen(name), told, pen(several))


def _long(day: date, pen: Pen) -> Markup:
    told = shown_long(day).into(pen.style)
    return Markup('<time datetime="{}">{}</time>').format(day.isoformat(), told)
